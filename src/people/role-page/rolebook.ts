import { type Action, isAction, matrix, type Reach, reachOf } from '../matrix.ts';
import { type MachineRole, type RoleId, roles } from '../roles.ts';

/** Part of the house to which an action belongs, for reading the table in pieces. */
export type RoomOfActions =
  | 'signaal'
  | 'regie'
  | 'wijkteam'
  | 'focuspunt'
  | 'monitor'
  | 'council'
  | 'people'
  | 'gemeente'
  | 'platform'
  | 'other';

const ROOMS: Readonly<Record<string, RoomOfActions>> = {
  signaal: 'signaal',
  reporter: 'signaal',
  assignment: 'signaal',
  care: 'signaal',
  post: 'signaal',
  partner_link: 'signaal',
  care_pattern: 'signaal',
  voices: 'council',
  override: 'people',
  wijkteam: 'wijkteam',
  memory: 'wijkteam',
  knelpunt: 'focuspunt',
  focuspunt: 'focuspunt',
  round: 'focuspunt',
  release: 'focuspunt',
  plan: 'focuspunt',
  quarter: 'focuspunt',
  commitment: 'focuspunt',
  test: 'focuspunt',
  goal: 'monitor',
  measurement: 'monitor',
  council: 'council',
  question: 'council',
  pattern: 'focuspunt',
  follow: 'focuspunt',
  public: 'people',
  session: 'people',
  account: 'people',
  access_log: 'people',
  role: 'people',
  destruction: 'people',
  area: 'gemeente',
  category: 'gemeente',
  text: 'gemeente',
  setting: 'gemeente',
  tenant: 'gemeente',
  term: 'platform',
  message: 'platform',
  job: 'platform',
  history: 'platform',
  knot: 'regie',
  stack: 'regie',
  mandate: 'regie',
  agenda: 'regie',
  group: 'regie',
  bandwidth: 'regie',
};

const ORDER: readonly RoomOfActions[] = [
  'signaal',
  'regie',
  'wijkteam',
  'focuspunt',
  'monitor',
  'council',
  'people',
  'gemeente',
  'platform',
  'other',
];

/** One action with everybody who may do it. */
export interface ActionRow {
  readonly action: Action;
  readonly room: RoomOfActions;
  readonly grants: readonly { readonly role: RoleId | MachineRole; readonly reach: Reach }[];
}

const EVERYBODY: readonly (RoleId | MachineRole)[] = [...roles.map((role) => role.id), 'system', 'operator'];

/** The whole matrix as rows: each action with each role that may do it. */
export const actionRows = (): ActionRow[] =>
  Object.keys(matrix)
    .filter(isAction)
    .map((action) => ({
      action,
      room: ROOMS[action.split('.')[0] ?? ''] ?? 'other',
      grants: EVERYBODY.flatMap((role) => {
        const reach = reachOf(action, role);
        return reach ? [{ role, reach }] : [];
      }),
    }));

/** The rows in their rooms, in reading order; rooms without rows are left out. */
export const byRoom = (rows: readonly ActionRow[]): { room: RoomOfActions; rows: ActionRow[] }[] =>
  ORDER.map((room) => ({ room, rows: rows.filter((row) => row.room === room) })).filter(
    ({ rows: own }) => own.length > 0,
  );

/** The matrix for machines: each role with what it may do and how far. Keys in English, as in the code. */
export const machineReadable = () => ({
  version: 1,
  roles: roles.map(({ id, short, side, signsIn }) => ({
    id,
    short,
    side,
    signsIn,
    may: Object.fromEntries(
      actionRows().flatMap(({ action, grants }) => {
        const grant = grants.find(({ role }) => role === id);
        return grant ? [[action, grant.reach]] : [];
      }),
    ),
  })),
  actions: actionRows().map(({ action, room, grants }) => ({
    id: action,
    room,
    roles: Object.fromEntries(grants.map(({ role, reach }) => [role, reach])),
  })),
});
