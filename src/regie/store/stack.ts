import { plusDays, weekdayOf } from '#platform/calendar/index.ts';
import type { Context } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import type { LatePart } from '#signaal/index.ts';
import { showTo } from '../seers.ts';

/** The Monday of the week in which a day lies. */
export const mondayOf = (day: string): string => plusDays(day, 1 - weekdayOf(day));

/**
 * Puts late parts of one department in its stack of this week, and makes the stack when there is none (0.2 D11). What
 * lies in it already stays once. The department head sees it. Gives how many were added.
 */
export const addToStack = async (
  context: Context,
  departmentId: string,
  parts: readonly Omit<LatePart, 'departmentId'>[],
): Promise<number> => {
  if (parts.length === 0) return 0;
  const stack = await stackOfWeek(context, departmentId);
  const added = await runSql<{ assignment_id: string }>(
    context.db,
    `insert into late_stack_item (gemeente, stack_id, assignment_id, signaal_id, late_since)
     select $1, $2, p.assignment_id, p.signaal_id, p.late_since
     from unnest($3::uuid[], $4::uuid[], $5::timestamptz[]) as p (assignment_id, signaal_id, late_since)
     on conflict do nothing returning assignment_id`,
    [
      context.gemeente,
      stack.id,
      parts.map(({ assignmentId }) => assignmentId),
      parts.map(({ signaalId }) => signaalId),
      parts.map(({ lateSince }) => lateSince),
    ],
  );
  if (added.length === 0) return 0;
  if (stack.answered) await reopen(context, stack.id);
  context.record({
    noun: 'late_stack',
    objectId: stack.id,
    action: 'filled',
    after: { department_id: departmentId, added: added.length },
  });
  await showTo(context, [{ role: 'department_head', departmentId }], 'late_stack', {
    kind: 'late_stack',
    id: stack.id,
  });
  return added.length;
};

/** The stack of this week; two at once find the same one. */
const stackOfWeek = async (
  { db, gemeente, now, today }: Context,
  departmentId: string,
): Promise<{ id: string; answered: boolean }> => {
  const [row] = await runSql<{ id: string; answered: boolean }>(
    db,
    `insert into late_stack as s (gemeente, id, department_id, week_of, made_at) values ($1, $2, $3, $4, $5)
     on conflict (gemeente, department_id, week_of) do update set week_of = excluded.week_of
     returning s.id, s.answered_at is not null as answered`,
    [gemeente, newId(), departmentId, mondayOf(today), now],
  );
  if (!row) throw new Error('No stack was made');
  return row;
};

/** What came in after the answer asks for another one. */
const reopen = async ({ db, gemeente }: Context, stackId: string): Promise<void> => {
  await runSql(
    db,
    `update late_stack set answered_at = null, answered_by = null, answer = null, hear_by = null, version = version + 1
     where gemeente = $1 and id = $2`,
    [gemeente, stackId],
  );
};
