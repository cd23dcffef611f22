import type { MachineRole, RoleId } from './roles.ts';

/**
 * How far a right reaches. `all`: the whole municipality. `area`: the buurten of the holding. `department`: what its
 * department holds. `own`: what this person registered or holds. `code`: with the code of the signaal.
 * `desk`: what its own desk registered, until 90 days after closing (D10). `simple`: no complex matters (D1).
 * `question`: questions that lie at the desk. `complaint`: complaints about conduct only (D17). `aggregate`: counts only.
 * `log`: the fact, never the content.
 */
export type Reach =
  | 'all'
  | 'area'
  | 'department'
  | 'own'
  | 'code'
  | 'desk'
  | 'simple'
  | 'question'
  | 'complaint'
  | 'aggregate'
  | 'log';

/** One action: how far it reaches for each role that may. */
export type Row = Partial<Record<RoleId | MachineRole, Reach>>;

/** The same reach for several roles. */
export const each = <Role extends RoleId | MachineRole>(names: readonly Role[], reach: Reach): Row =>
  Object.fromEntries(names.map((name) => [name, reach]));

/** The standing partners of a wijkteam (rapport L270-272). */
export const STANDING_PARTNERS = [
  'police_partner',
  'youth_partner',
  'welfare_partner',
  'housing_partner',
] as const;
/** Whoever lives or works in the municipality. */
export const CITY = ['resident', 'initiator', 'entrepreneur', 'residents_group', 'volunteer'] as const;
/** Who works on the street. */
export const STREET = ['public_space_manager', 'stadsmarshall', 'enforcement_officer'] as const;
/** The college and its members. */
export const COLLEGE = ['college', 'wijk_wethouder', 'portfolio_holder', 'mayor'] as const;
/** Staff of the line and beside it, without the desk and the roles that only control. */
export const ORGANISATION = [
  'department_worker',
  'department_head',
  'director',
  'municipal_secretary',
  'wijkregisseur',
  'team_manager',
  'network_manager',
  'support_officer',
  'participation_coach',
  'process_guard',
  'complaints_coordinator',
  'trekker',
] as const;
/** The desks. */
export const DESK = ['desk_worker', 'desk_manager'] as const;
/** Who keeps the settings. */
export const ADMIN = ['functional_admin'] as const;
/** The raad, its members and its office. */
export const COUNCIL = ['councillor', 'raad', 'council_clerk'] as const;
/** Who watches. */
export const CONTROL = ['auditor', 'functional_admin', 'privacy_officer'] as const;
/** The care network and guests. */
export const CARE = ['care_network_lead', 'care_partner', 'guest_partner'] as const;

/** Who may carry a focuspunt or an action: many roles besides that of the trekker (C3, "be trekker"). */
export const CARRIERS = [...ORGANISATION, ...STREET, ...STANDING_PARTNERS, 'care_network_lead'] as const;

/** Everybody with an account. */
export const STAFF = [
  ...ORGANISATION,
  ...DESK,
  ...STREET,
  ...COLLEGE,
  ...COUNCIL,
  ...CONTROL,
  ...STANDING_PARTNERS,
  ...CARE,
  'volunteer',
] as const;
