/**
 * The roles of product.md A2 and 0.2 D20 as data. `id` is stored; `short` is the code of the report's table;
 * `signsIn` is false for people who need no account. Names on the screen are texts, which a municipality may reword.
 */
export const roles = [
  { id: 'resident', short: 'BW', side: 'city', signsIn: false },
  { id: 'initiator', short: 'IN', side: 'city', signsIn: false },
  { id: 'entrepreneur', short: 'ON', side: 'city', signsIn: false },
  { id: 'residents_group', short: 'BG', side: 'city', signsIn: false },
  { id: 'volunteer', short: 'VR', side: 'city', signsIn: true },
  { id: 'councillor', short: 'RL', side: 'council', signsIn: true },
  { id: 'raad', short: 'RA', side: 'council', signsIn: true },
  { id: 'council_clerk', short: 'GR', side: 'council', signsIn: true },
  { id: 'college', short: 'CO', side: 'college', signsIn: true },
  { id: 'wijk_wethouder', short: 'WW', side: 'college', signsIn: true },
  { id: 'portfolio_holder', short: 'PH', side: 'college', signsIn: true },
  { id: 'mayor', short: 'BU', side: 'college', signsIn: true },
  { id: 'municipal_secretary', short: 'GS', side: 'organisation', signsIn: true },
  { id: 'director', short: 'DI', side: 'organisation', signsIn: true },
  { id: 'department_head', short: 'AH', side: 'organisation', signsIn: true },
  { id: 'department_worker', short: 'VM', side: 'organisation', signsIn: true },
  { id: 'wijkregisseur', short: 'WR', side: 'organisation', signsIn: true },
  { id: 'team_manager', short: 'TS', side: 'organisation', signsIn: true },
  { id: 'network_manager', short: 'NR', side: 'organisation', signsIn: true },
  { id: 'public_space_manager', short: 'WB', side: 'organisation', signsIn: true },
  { id: 'desk_worker', short: 'BM', side: 'organisation', signsIn: true },
  { id: 'desk_manager', short: 'PP', side: 'organisation', signsIn: true },
  { id: 'support_officer', short: 'AO', side: 'organisation', signsIn: true },
  { id: 'stadsmarshall', short: 'SM', side: 'organisation', signsIn: true },
  { id: 'enforcement_officer', short: 'WH', side: 'organisation', signsIn: true },
  { id: 'participation_coach', short: 'AJ', side: 'organisation', signsIn: true },
  { id: 'process_guard', short: 'PB', side: 'organisation', signsIn: true },
  { id: 'complaints_coordinator', short: 'KC', side: 'organisation', signsIn: true },
  { id: 'trekker', short: 'TR', side: 'organisation', signsIn: true },
  { id: 'police_partner', short: 'WA', side: 'partner', signsIn: true },
  { id: 'youth_partner', short: 'JW', side: 'partner', signsIn: true },
  { id: 'welfare_partner', short: 'WE', side: 'partner', signsIn: true },
  { id: 'housing_partner', short: 'CP', side: 'partner', signsIn: true },
  { id: 'care_network_lead', short: 'AV', side: 'partner', signsIn: true },
  { id: 'care_partner', short: 'ZP', side: 'partner', signsIn: true },
  { id: 'guest_partner', short: 'EP', side: 'partner', signsIn: true },
  { id: 'auditor', short: 'RK', side: 'control', signsIn: true },
  { id: 'functional_admin', short: 'FB', side: 'control', signsIn: true },
  { id: 'privacy_officer', short: 'FG', side: 'control', signsIn: true },
] as const;

/** To which side of the town a role belongs. */
export type Side = (typeof roles)[number]['side'];

/** All sides, in the order in which lists of roles show them. */
export const sides: readonly Side[] = ['organisation', 'college', 'council', 'partner', 'city', 'control'];

/** A role of the report; stored in role holdings. */
export type RoleId = (typeof roles)[number]['id'];

/** The program itself and whoever runs its command line: they hold no role, but the matrix names them too. */
export type MachineRole = 'system' | 'operator';

/** Whether a stored text is a role. */
export const isRole = (text: string): text is RoleId => roles.some((role) => role.id === text);
