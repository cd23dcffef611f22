import { type Context, defineCommand } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { notFound } from '#platform/errors.ts';
import { type PeopleError, refuse } from '../refusals.ts';
import { keepAnAdmin } from './last-admin.ts';
import { dayAfterLast, isGivable, needsDepartment, whyNotEnd } from './rules.ts';

/** A role for a person, with its bounds. Days as `YYYY-MM-DD`; without a last day it stays. */
export interface NewHolding {
  readonly accountId: string;
  readonly role: string;
  readonly departmentId?: string | null;
  readonly areaId?: string | null;
  /** The account for whom this person acts ("namens"). */
  readonly onBehalfOf?: string | null;
  readonly from: string;
  readonly lastDay?: string | null;
}

const wrong = (field: string, code: PeopleError) => refuse(code, { fields: { [field]: code } });

/** Gives a person a role from a day on; gives the holding's id. Refuses what does not exist here, with the field it stands in. */
export const addHolding = defineCommand({
  name: 'people.add_holding',
  action: 'account.manage',
  run: async (context, holding: NewHolding): Promise<string> => {
    context.allow();
    await checkHolding(context, holding);
    const { db, gemeente, now } = context;
    const id = newId();
    const values = {
      account_id: holding.accountId,
      role: holding.role,
      department_id: holding.departmentId ?? null,
      area_id: holding.areaId ?? null,
      on_behalf_of: holding.onBehalfOf ?? null,
      valid_from: holding.from,
      valid_to: holding.lastDay ? dayAfterLast(holding.lastDay) : null,
    };
    await db
      .insertInto('role_holding')
      .values({ gemeente, id, ...values, created_at: now })
      .execute();
    context.record({ noun: 'role_holding', objectId: id, action: 'added', after: values });
    return id;
  },
});

const checkHolding = async (context: Context, holding: NewHolding): Promise<void> => {
  const { accountId, role, departmentId, areaId, onBehalfOf, from, lastDay } = holding;
  if (!isGivable(role)) throw wrong('role', 'role_unknown');
  if (lastDay && lastDay < from) throw wrong('last', 'ends_before_start');
  if (needsDepartment(role) && !departmentId) throw wrong('department', 'role_needs_department');
  if (!(await exists(context, 'account', accountId))) throw notFound();
  if (departmentId && !(await exists(context, 'department', departmentId)))
    throw wrong('department', 'department_unknown');
  if (areaId && !(await exists(context, 'area', areaId))) throw wrong('area', 'area_unknown');
  if (!onBehalfOf) return;
  if (onBehalfOf === accountId) throw wrong('behalf', 'behalf_self');
  if (!(await exists(context, 'account', onBehalfOf))) throw wrong('behalf', 'behalf_unknown');
};

/** Asked before storing, because a reference that fails in the database has no words for the person who typed it. */
const exists = async (
  { db, gemeente }: Context,
  table: 'account' | 'department' | 'area',
  id: string,
): Promise<boolean> => {
  const row = await db
    .selectFrom(table)
    .select('id')
    .where('gemeente', '=', gemeente)
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
};

interface EndOfHolding {
  readonly accountId: string;
  readonly holdingId: string;
  /** The last day on which the role is held. */
  readonly lastDay: string;
}

/** Ends a role on a day; the row stays, for what was done with it stays explained. Throws `last_admin` for the last one. */
export const endHolding = defineCommand({
  name: 'people.end_holding',
  action: 'account.manage',
  run: async (context, { accountId, holdingId, lastDay }: EndOfHolding): Promise<void> => {
    context.allow();
    const { db, gemeente, today } = context;
    const to = dayAfterLast(lastDay);
    await keepAnAdmin(db, gemeente, to < today ? today : to, { holdingId });
    const before = await db
      .selectFrom('role_holding')
      .select(['valid_from', 'valid_to'])
      .where('gemeente', '=', gemeente)
      .where('account_id', '=', accountId)
      .where('id', '=', holdingId)
      .forUpdate()
      .executeTakeFirst();
    if (!before) throw notFound();
    const reason = whyNotEnd({ from: before.valid_from, to: before.valid_to }, lastDay, today);
    if (reason) throw wrong('last', reason);
    await db
      .updateTable('role_holding')
      .set({ valid_to: to })
      .where('gemeente', '=', gemeente)
      .where('id', '=', holdingId)
      .execute();
    context.record({
      noun: 'role_holding',
      objectId: holdingId,
      action: 'ended',
      before: { valid_to: before.valid_to },
      after: { valid_to: to },
    });
  },
});
