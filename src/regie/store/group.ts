import type { Selectable } from 'kysely';
import { areaBuurten } from '#gemeente/index.ts';
import { type ObjectFacts, reachesObject } from '#people/index.ts';
import type { Context } from '#platform/command/command.ts';
import { secret } from '#platform/command/history.ts';
import { bothSides, lockRow, mustBeVersion, type RowChange, storeRow } from '#platform/command/rows.ts';
import { newId } from '#platform/database/ids.ts';
import type { GroupMoveTable, ResidentsGroupTable } from '#platform/database/schema.gen.ts';
import type { Reading } from '../objects.ts';

/** A group of residents as it is stored. */
export type Group = Selectable<ResidentsGroupTable>;
/** One move of its home. */
export type GroupMove = Selectable<GroupMoveTable>;

/** What the gate must know of a group: its area, its home, and whoever it was offered to. */
export const groupFacts = async (
  { db, gemeente, today }: Reading,
  { id, area_id, home_department_id }: Pick<Group, 'id' | 'area_id' | 'home_department_id'>,
): Promise<ObjectFacts> => {
  const offered = await db
    .selectFrom('group_move')
    .select('to_department_id')
    .where('gemeente', '=', gemeente)
    .where('group_id', '=', id)
    .where('state', '=', 'offered')
    .limit(50)
    .execute();
  return {
    buurtIds: await areaBuurten(db, gemeente, today, area_id),
    departmentIds: [
      ...(home_department_id ? [home_department_id] : []),
      ...offered.map(({ to_department_id }) => to_department_id),
    ],
  };
};

/** Loads a group, holds its row, asks the gate, and refuses with `changed_meanwhile` when somebody was first. Throws "not found". */
export const openGroup = async (context: Context, groupId: string, version: number): Promise<Group> => {
  const group = await lockGroup(context, groupId);
  context.allow(reachesObject(context.principal, await groupFacts(context, group)));
  mustBeVersion(group, version);
  return group;
};

/** Loads a group and holds its row until the transaction ends. Throws "not found". */
export const lockGroup = (context: Context, groupId: string): Promise<Group> =>
  lockRow(context, 'residents_group', groupId);

/** Columns that people write in their own words. */
const FREE_TEXT = ['about', 'public_contact'];

/** Changes a group; same history for each change. */
export const changeGroup = async (
  context: Context,
  group: Group,
  action: string,
  change: RowChange<'residents_group'>,
): Promise<void> => {
  await storeRow(context, 'residents_group', group, change);
  context.record({
    noun: 'residents_group',
    objectId: group.id,
    action,
    ...bothSides(group, change, FREE_TEXT),
  });
};

/** Keeps one move of a group's home; gives its id. */
export const insertMove = async (
  context: Context,
  group: Pick<Group, 'id' | 'home_department_id'>,
  move: {
    readonly to: string;
    readonly state: GroupMove['state'];
    readonly reason?: string;
    readonly consent?: string;
  },
): Promise<string> => {
  const { db, gemeente, now, principal } = context;
  if (principal.id === null) throw new Error('A move needs a person');
  const id = newId();
  await db
    .insertInto('group_move')
    .values({
      gemeente,
      id,
      group_id: group.id,
      from_department_id: group.home_department_id,
      to_department_id: move.to,
      state: move.state,
      reason: move.reason ?? null,
      consent_note: move.consent ?? null,
      offered_by: principal.id,
      offered_at: now,
      settled_at: move.state === 'offered' ? null : now,
    })
    .execute();
  context.record({
    noun: 'residents_group',
    objectId: group.id,
    action: `move_${move.state}`,
    after: {
      from_department_id: group.home_department_id,
      to_department_id: move.to,
      reason: secret(move.reason ?? null),
      consent_note: secret(move.consent ?? null),
    },
  });
  return id;
};
