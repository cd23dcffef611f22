// One table, a line for each action: whoever reviews who may do what reads it as a whole (product.md C3).
import {
  ADMIN,
  CARE,
  CARRIERS,
  CITY,
  COLLEGE,
  CONTROL,
  COUNCIL,
  DESK,
  each,
  ORGANISATION,
  type Reach,
  type Row,
  STAFF,
  STANDING_PARTNERS,
  STREET,
} from './matrix-groups.ts';
import type { MachineRole, RoleId } from './roles.ts';

export type { Reach };

/**
 * Who may do what: the one data file behind the gate, the role page and the tests (product.md C3, 0.2 D1, D6, D10,
 * D16, D20). What is not named is refused. A role acts within its holding's area and department.
 */
export const matrix = {
  'public.read': each([...CITY, ...STAFF], 'all'),
  'session.use': each(STAFF, 'own'),
  'session.begin': each([...CITY, ...STAFF], 'own'),

  'signaal.give': each(
    [...CITY, ...ORGANISATION, ...DESK, ...STREET, ...COLLEGE, 'councillor', 'raad', ...STANDING_PARTNERS],
    'all',
  ),
  /** "Ik ook": by a resident, or by staff on behalf of one. */
  'signaal.join': each(
    [...CITY, ...ORGANISATION, ...DESK, ...STREET, ...COLLEGE, 'councillor', 'raad', ...STANDING_PARTNERS],
    'all',
  ),
  /** A note from the street in one field (0.2 D19). */
  'signaal.quick_note': { ...each(STREET, 'all'), wijkregisseur: 'all', support_officer: 'all' },
  /** What a resident told a councillor, passed on with consent and followed as a state (rapport L999-1005, D20). */
  'signaal.pass_on': { councillor: 'own', raad: 'own' },
  'signaal.give_as_partner': each(STANDING_PARTNERS, 'own'),
  'partner_link.manage': each(['wijkregisseur', 'network_manager', 'support_officer'], 'all'),
  'partner_link.use': each([...CITY, ...STAFF], 'code'),
  /** A pattern from the care network, never a case (C1.10): the wijkregisseur of the area decides, the giver follows. */
  'care_pattern.give': each(['care_network_lead'], 'own'),
  'care_pattern.read': {
    care_network_lead: 'own',
    wijkregisseur: 'area',
    support_officer: 'area',
    team_manager: 'all',
  },
  'care_pattern.decide': { wijkregisseur: 'area', support_officer: 'area' },
  'signaal.follow': each([...CITY, ...STAFF], 'code'),
  'signaal.register': {
    ...each(DESK, 'all'),
    support_officer: 'all',
    wijkregisseur: 'all',
  },
  'signaal.read': {
    ...each(DESK, 'desk'),
    ...each(STANDING_PARTNERS, 'own'),
    ...each(STREET, 'area'),
    support_officer: 'area',
    wijkregisseur: 'area',
    department_worker: 'department',
    department_head: 'department',
    portfolio_holder: 'department',
    director: 'department',
    process_guard: 'all',
    complaints_coordinator: 'all',
  },
  'signaal.count': {
    ...each(
      [
        'network_manager',
        'participation_coach',
        ...COLLEGE,
        'council_clerk',
        'councillor',
        'raad',
        'auditor',
      ],
      'aggregate',
    ),
    care_partner: 'aggregate',
    desk_manager: 'aggregate',
    team_manager: 'aggregate',
    municipal_secretary: 'aggregate',
  },
  /** Who is heard and by which way, in masked totals (K11, D22): also for who works with the residents. */
  'voices.count': {
    ...each(['network_manager', 'participation_coach', ...COLLEGE, ...COUNCIL, 'auditor'], 'aggregate'),
    ...each(['wijkregisseur', 'support_officer', 'team_manager', 'director'], 'aggregate'),
    ...each(['care_partner', 'desk_manager', 'municipal_secretary'], 'aggregate'),
  },
  'reporter.read': {
    ...each(DESK, 'desk'),
    support_officer: 'area',
    wijkregisseur: 'area',
    public_space_manager: 'own',
    department_worker: 'department',
    process_guard: 'all',
    complaints_coordinator: 'complaint',
    privacy_officer: 'all',
  },
  'reporter.correct': { ...each(DESK, 'desk'), privacy_officer: 'all' },
  'reporter.erase': { ...each(DESK, 'desk'), privacy_officer: 'all', system: 'all' },
  'signaal.categorise': { ...each(DESK, 'desk'), support_officer: 'area', wijkregisseur: 'area' },
  'signaal.assign': {
    ...each(DESK, 'simple'),
    support_officer: 'area',
    wijkregisseur: 'area',
    process_guard: 'all',
    system: 'all',
  },
  'signaal.answer': { ...each(DESK, 'desk'), support_officer: 'area', wijkregisseur: 'area' },
  'signaal.duplicate': { ...each(DESK, 'desk'), support_officer: 'area', wijkregisseur: 'area' },
  'signaal.refer': { ...each(DESK, 'desk'), support_officer: 'area', wijkregisseur: 'area' },
  'signaal.to_wijkregisseur': { ...each(DESK, 'desk'), complaints_coordinator: 'all' },
  'signaal.decide': { support_officer: 'area', wijkregisseur: 'area' },
  'signaal.note': {
    ...each(DESK, 'desk'),
    ...each(STREET, 'area'),
    support_officer: 'area',
    wijkregisseur: 'area',
    department_worker: 'department',
    department_head: 'department',
    process_guard: 'all',
    complaints_coordinator: 'all',
  },
  /** Nothing is public before a person cleared it (C5.2, C5.7). */
  'signaal.publish': { ...each(DESK, 'desk'), support_officer: 'area', wijkregisseur: 'area' },
  'signaal.add': each(CITY, 'code'),
  'signaal.withdraw': { ...each(CITY, 'code'), ...each(DESK, 'desk') },
  'signaal.object': {
    ...each(CITY, 'code'),
    ...each(STANDING_PARTNERS, 'own'),
    ...each(DESK, 'desk'),
    support_officer: 'area',
    councillor: 'own',
  },
  'signaal.close': { system: 'all' },
  'care.refer': {
    ...each([...ORGANISATION, ...DESK, ...STREET, ...STANDING_PARTNERS], 'all'),
    ...each(CITY, 'all'),
  },
  /** The card with partners at the desk: a handover by staff, beside which a resident's own form counts for itself. */
  'care.hand_over': each([...ORGANISATION, ...DESK, ...STREET, ...STANDING_PARTNERS], 'all'),
  'assignment.answer': {
    ...each(STANDING_PARTNERS, 'department'),
    ...each(DESK, 'question'),
    ...each(STREET, 'own'),
    department_worker: 'department',
    department_head: 'department',
    portfolio_holder: 'department',
    director: 'department',
    wijkregisseur: 'own',
    complaints_coordinator: 'complaint',
  },
  'post.print': { ...each(DESK, 'all'), support_officer: 'all' },

  'signaal.press': each(CITY, 'code'),
  'knot.raise': {
    ...each(DESK, 'desk'),
    ...each(STREET, 'area'),
    ...each(STANDING_PARTNERS, 'own'),
    care_network_lead: 'own',
    department_worker: 'department',
    department_head: 'department',
    wijkregisseur: 'area',
    support_officer: 'area',
    network_manager: 'all',
    participation_coach: 'all',
    process_guard: 'all',
    system: 'all',
  },
  'knot.read': {
    process_guard: 'all',
    director: 'all',
    municipal_secretary: 'all',
    college: 'all',
    wijk_wethouder: 'area',
    wijkregisseur: 'area',
    support_officer: 'area',
    department_head: 'department',
    department_worker: 'department',
    portfolio_holder: 'department',
  },
  'knot.hear': {
    process_guard: 'all',
    wijkregisseur: 'area',
    department_head: 'department',
    department_worker: 'department',
  },
  'knot.guard': { process_guard: 'all' },
  'knot.decide': { process_guard: 'all', director: 'all', college: 'all' },
  'knot.execute': { process_guard: 'all', wijkregisseur: 'area', department_head: 'department' },
  'stack.read': { department_head: 'department', director: 'aggregate', municipal_secretary: 'aggregate' },
  'stack.answer': { department_head: 'department' },
  'mandate.read': each([...ORGANISATION, ...DESK, ...STREET, ...COLLEGE, ...COUNCIL, ...CONTROL], 'all'),
  'mandate.manage': each(ADMIN, 'all'),
  'agenda.put': { wijkregisseur: 'area', support_officer: 'area', process_guard: 'all' },
  'agenda.read': {
    wijkregisseur: 'area',
    support_officer: 'area',
    wijk_wethouder: 'area',
    process_guard: 'all',
  },
  'agenda.discuss': { wijkregisseur: 'area', support_officer: 'area', wijk_wethouder: 'area' },
  'group.read': each([...ORGANISATION, ...DESK, ...STREET, ...COLLEGE], 'all'),
  'group.manage': { wijkregisseur: 'area', support_officer: 'area', network_manager: 'all' },
  'group.answer': { department_worker: 'department', department_head: 'department' },
  'bandwidth.read': { ...each(ORGANISATION, 'aggregate'), wijkregisseur: 'own', team_manager: 'all' },
  'bandwidth.ask': { wijkregisseur: 'own' },
  'bandwidth.decide': { team_manager: 'all' },
  'bandwidth.end': { wijkregisseur: 'own', team_manager: 'all' },

  'wijkteam.manage': { wijkregisseur: 'area', support_officer: 'area', network_manager: 'all' },
  'memory.write': {
    ...each(STREET, 'area'),
    ...each(DESK, 'all'),
    support_officer: 'area',
    wijkregisseur: 'area',
    network_manager: 'all',
  },

  /** Moties, toezeggingen, documents and the fractions' points of view: the griffie keeps the register (S39, S40, D14). */
  'council.register': each(['council_clerk'], 'all'),
  'council.propose_settled': { ...each(ORGANISATION, 'own'), ...each(COLLEGE, 'all') },
  /** Only raad and griffie set "afgedaan" (C2.8, D14). */
  'council.settle': each(['raad', 'council_clerk'], 'all'),
  'council.extend': each(['raad', 'council_clerk'], 'all'),
  /** The technical question goes through the griffie (D16). */
  'question.ask': each(['councillor', 'raad'], 'own'),
  'question.read': {
    ...each(['councillor', 'raad'], 'own'),
    council_clerk: 'all',
    department_worker: 'department',
    department_head: 'department',
  },
  'question.handle': each(['council_clerk'], 'all'),
  'question.answer': { department_worker: 'department', department_head: 'department' },
  /** News by mail of a wijk or a focuspunt: asked by anybody, kept and stopped with the link of its mail, or by phone (C4). */
  'follow.ask': each([...CITY, ...STAFF], 'all'),
  'follow.keep': each([...CITY, ...STAFF], 'code'),
  'follow.stop_for': { ...each(DESK, 'all'), support_officer: 'all' },
  'pattern.follow': each(['councillor', 'raad', 'council_clerk'], 'own'),

  'knelpunt.read': {
    ...each(STREET, 'area'),
    ...each(STANDING_PARTNERS, 'department'),
    wijkregisseur: 'area',
    support_officer: 'area',
    department_worker: 'department',
    department_head: 'department',
    portfolio_holder: 'department',
    director: 'department',
    team_manager: 'all',
    process_guard: 'all',
  },
  'knelpunt.make': { wijkregisseur: 'area', support_officer: 'area' },
  'knelpunt.decide': { wijkregisseur: 'area', support_officer: 'area' },
  'knelpunt.place': { wijkregisseur: 'area', support_officer: 'area', process_guard: 'all', system: 'all' },
  'knelpunt.answer': {
    ...each(STANDING_PARTNERS, 'department'),
    department_worker: 'department',
    department_head: 'department',
    portfolio_holder: 'department',
    director: 'department',
  },
  'pattern.settle': { wijkregisseur: 'area', support_officer: 'area' },
  'pattern.find': { system: 'all' },

  'focuspunt.read': each([...ORGANISATION, ...COLLEGE], 'all'),
  'focuspunt.propose': {
    ...each(STANDING_PARTNERS, 'area'),
    stadsmarshall: 'area',
    enforcement_officer: 'area',
    department_worker: 'department',
    department_head: 'department',
    director: 'department',
    wijkregisseur: 'area',
    network_manager: 'all',
    wijk_wethouder: 'all',
    college: 'all',
  },
  'focuspunt.prepare': { wijkregisseur: 'area', support_officer: 'area' },
  'focuspunt.advise': {
    ...each(CITY, 'code'),
    ...each([...STANDING_PARTNERS, ...CARE, ...STREET, ...ORGANISATION], 'own'),
  },
  'focuspunt.react': each(CITY, 'all'),
  'focuspunt.enter_reaction': { ...each(DESK, 'all'), support_officer: 'all' },
  'focuspunt.clear_reaction': { wijkregisseur: 'area', support_officer: 'area' },
  'focuspunt.decide': { college: 'all' },
  'round.manage': { wijkregisseur: 'all', support_officer: 'all', municipal_secretary: 'all' },
  'release.make': { wijkregisseur: 'all', support_officer: 'all', municipal_secretary: 'all' },
  'release.sign_as_mayor': { mayor: 'all' },
  'release.sign_as_secretary': { municipal_secretary: 'all' },
  'release.release': { mayor: 'all', municipal_secretary: 'all' },
  'release.send': { system: 'all' },

  /** Goals of the municipality are the raad's to set; of a focuspunt its wijkregisseur's and trekker's (C3, D20). */
  'goal.set': { ...each(CARRIERS, 'own'), raad: 'all', wijkregisseur: 'area', support_officer: 'area' },
  'goal.propose': {
    ...each(CARRIERS, 'own'),
    ...each(COLLEGE, 'all'),
    raad: 'all',
    wijkregisseur: 'all',
    support_officer: 'all',
  },
  'plan.read': each([...CARRIERS, ...COLLEGE, ...COUNCIL, ...CONTROL], 'all'),
  /** Its trekker, its wijkregisseur, or who acts for them (C3, D20). */
  'plan.edit': { ...each(CARRIERS, 'own'), wijkregisseur: 'area', support_officer: 'area' },
  'plan.view': { ...each(CARRIERS, 'own'), wijkregisseur: 'area', support_officer: 'area' },
  'plan.act': {
    ...each(CARRIERS, 'own'),
    department_worker: 'department',
    department_head: 'department',
    wijkregisseur: 'area',
    support_officer: 'area',
  },
  'quarter.say': { ...each(CARRIERS, 'own'), wijkregisseur: 'area', support_officer: 'area' },
  'commitment.keep': {
    ...each(CARRIERS, 'own'),
    department_head: 'department',
    wijkregisseur: 'area',
    support_officer: 'area',
  },
  'test.propose': { ...each(CARRIERS, 'own'), wijkregisseur: 'area', support_officer: 'area' },
  /** The college, or who cites its mandate (D16). */
  'test.decide': {
    college: 'all',
    wijk_wethouder: 'all',
    portfolio_holder: 'all',
    municipal_secretary: 'all',
    director: 'all',
  },
  'measurement.enter': {
    ...each(CARRIERS, 'own'),
    wijkregisseur: 'area',
    support_officer: 'area',
    functional_admin: 'all',
  },

  'term.sweep': { system: 'all' },
  'message.send': { system: 'all', functional_admin: 'all' },
  'account.manage': { ...each(ADMIN, 'all'), operator: 'all' },
  'area.manage': { ...each(ADMIN, 'all'), operator: 'all' },
  'category.manage': { ...each(ADMIN, 'all'), operator: 'all' },
  /** Signalen of another system (C8.15): by the administrator in the browser, whose job goes on by itself, or by the operator. */
  'signaal.import': { ...each(ADMIN, 'all'), operator: 'all', system: 'all' },
  'text.manage': { ...each(ADMIN, 'all'), operator: 'all' },
  'setting.manage': { ...each(ADMIN, 'all'), operator: 'all' },
  'job.manage': each(ADMIN, 'all'),
  'history.read': each(CONTROL, 'all'),
  'access_log.read': each(['privacy_officer'], 'all'),
  /** What the desk kept in spite of the guard (C5.2, "gate audit"). */
  'override.read': each(['privacy_officer'], 'all'),
  'override.review': each(['privacy_officer'], 'all'),
  /** Destruction lists: two people approve (selectielijst 2020; nl-standards, archives). */
  'destruction.read': { ...each(CONTROL, 'all'), municipal_secretary: 'all' },
  'destruction.draw': each(ADMIN, 'all'),
  'destruction.approve': { ...each(ADMIN, 'all'), privacy_officer: 'all', municipal_secretary: 'all' },
  'destruction.execute': { system: 'all' },
  'role.read': each([...CITY, ...STAFF], 'all'),
  'tenant.create': { operator: 'all' },
  'tenant.export': { operator: 'all' },
} as const satisfies Record<string, Row>;

/** Something that can be done, and is therefore allowed or refused. */
export type Action = keyof typeof matrix;

/** Whether a text names an action of the matrix. */
export const isAction = (text: string): text is Action => Object.hasOwn(matrix, text);

/** How far an action reaches for a role; undefined means: not allowed. */
export const reachOf = (action: Action, role: RoleId | MachineRole): Reach | undefined => {
  const row: Row = matrix[action];
  return row[role];
};
