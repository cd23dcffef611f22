import type { Insertable, Selectable } from 'kysely';
import { type ObjectFacts, reachesObject } from '#people/index.ts';
import { endOfDay } from '#platform/calendar/index.ts';
import type { Context } from '#platform/command/command.ts';
import { lockRow, type RowChange, storeRow } from '#platform/command/rows.ts';
import type { GoalTable } from '#platform/database/schema.gen.ts';
import { notFound } from '#platform/errors.ts';
import type { Holding } from '#platform/policy/principal.ts';
import { endTerms, startTerm } from '#platform/terms.ts';
import { type GoalObject, type GoalObjectKind, readGoalObject } from './objects.ts';
import { nextDueOn } from './rules/next-due.ts';

/** A goal as it is stored. */
export type Goal = Selectable<GoalTable>;

/** Loads a goal and holds its row, with what it belongs to. Throws `not_found`. */
export const lockGoal = async (context: Context, id: string): Promise<{ goal: Goal; object: GoalObject }> => {
  const goal = await lockRow(context, 'goal', id);
  return { goal, object: await objectOf(context, goal.object_kind, goal.object_id) };
};

/** What a goal belongs to; throws `not_found` when it is not there. */
export const objectOf = async (
  { db, gemeente, today }: Context,
  kind: GoalObjectKind,
  id: string | null,
): Promise<GoalObject> => {
  const object = await readGoalObject(db, gemeente, today, kind, id);
  if (!object) throw notFound();
  return object;
};

/**
 * Whether somebody's reach contains a goal: of a focuspunt by its area and trekker, and always its own owner; a goal of
 * the municipality belongs to no area, so that only a reach over everything sets it.
 */
export const reachesGoal =
  (context: Pick<Context, 'principal'>, kind: GoalObjectKind, facts: ObjectFacts, ownerId: string | null) =>
  (holding: Holding | null, reach: string): boolean => {
    if (kind === 'gemeente' && reach === 'area') return false;
    const accountIds = [...(facts.accountIds ?? []), ...(ownerId === null ? [] : [ownerId])];
    return reachesObject(context.principal, { ...facts, accountIds })(holding, reach);
  };

/** Columns of a goal that the history keeps; texts stand in the goal and in its definitions. */
const KEPT = [
  'kind',
  'direction',
  'target_value',
  'target_on',
  'baseline_due_on',
  'next_due_on',
  'definition_version',
] as const;

/** Both sides of a change of a goal, of the columns that the history keeps. */
export const sidesOf = (before: Partial<Goal>, after: Partial<Goal> | Insertable<GoalTable>) => {
  const columns = KEPT.filter((column) => column in after);
  return {
    before: Object.fromEntries(columns.map((column) => [column, before[column] ?? null])),
    after: Object.fromEntries(columns.map((column) => [column, after[column] ?? null])),
  };
};

/** Stores a change of a goal and its history. Throws `changed_meanwhile`. */
export const storeGoal = async (
  context: Context,
  goal: Goal,
  action: string,
  change: RowChange<'goal'>,
): Promise<Goal> => {
  const stored = await storeRow(context, 'goal', goal, change);
  context.record({ noun: 'goal', objectId: goal.id, action, ...sidesOf(goal, stored) });
  return stored;
};

/** The day on which the next measurement of a goal is due, by its own schedule and its last row. */
export const dueOf = (
  goal: Pick<Goal, 'baseline_due_on' | 'measure_every_months' | 'target_on'>,
  lastOn: string | null,
): string | null =>
  nextDueOn(
    {
      baselineDueOn: goal.baseline_due_on,
      measureEveryMonths: goal.measure_every_months,
      targetOn: goal.target_on,
    },
    lastOn,
  );

/** Ends what was asked and starts the term of the next measurement; without a day nothing is asked. */
export const restartDue = async (context: Context, goalId: string, dueOn: string | null): Promise<void> => {
  await endTerms(context, [goalId], 'all', 'met');
  if (dueOn === null) return;
  await startTerm(context, 'measurement_due', { kind: 'goal', id: goalId }, endOfDay(dueOn));
};
