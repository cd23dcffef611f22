import type { Selectable, Updateable } from 'kysely';
import { areaBuurten } from '#gemeente/index.ts';
import { type ObjectFacts, reachesObject } from '#people/index.ts';
import type { Context } from '#platform/command/command.ts';
import { secret } from '#platform/command/history.ts';
import { isId, newId } from '#platform/database/ids.ts';
import type { GroupMoveTable, ResidentsGroupTable } from '#platform/database/schema.gen.ts';
import { notFound, refuse as refusePlatform } from '#platform/errors.ts';
import type { Reading } from '../objects.ts';

/** A group of residents as it is stored. */
export type Group = Selectable<ResidentsGroupTable>;
/** One move of its home. */
export type GroupMove = Selectable<GroupMoveTable>;

type GroupChange = Omit<Updateable<ResidentsGroupTable>, 'gemeente' | 'id' | 'version'>;

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
  if (group.version !== version) throw refusePlatform('changed_meanwhile', { status: 409 });
  return group;
};

/** Loads a group and holds its row until the transaction ends. Throws "not found". */
export const lockGroup = async ({ db, gemeente }: Context, groupId: string): Promise<Group> => {
  if (!isId(groupId)) throw notFound();
  const group = await db
    .selectFrom('residents_group')
    .selectAll()
    .where('gemeente', '=', gemeente)
    .where('id', '=', groupId)
    .forUpdate()
    .executeTakeFirst();
  if (!group) throw notFound();
  return group;
};

/** Columns that people write in their own words. */
const FREE_TEXT = new Set(['about', 'public_contact']);

/** Changes a group; same history for each change. */
export const changeGroup = async (
  context: Context,
  group: Group,
  action: string,
  change: GroupChange,
): Promise<void> => {
  await context.db
    .updateTable('residents_group')
    .set({ ...change, version: group.version + 1 })
    .where('gemeente', '=', context.gemeente)
    .where('id', '=', group.id)
    .execute();
  const columns = Object.keys(change).filter((column) => !FREE_TEXT.has(column));
  const before: Readonly<Record<string, unknown>> = group;
  const after: Readonly<Record<string, unknown>> = change;
  context.record({
    noun: 'residents_group',
    objectId: group.id,
    action,
    before: Object.fromEntries(columns.map((column) => [column, before[column] ?? null])),
    after: Object.fromEntries(columns.map((column) => [column, after[column] ?? null])),
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
