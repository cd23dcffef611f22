import { type Context, defineCommand } from '#platform/command/command.ts';
import { mustBeVersion } from '#platform/command/rows.ts';
import { newId } from '#platform/database/ids.ts';
import { refuse as refusePlatform } from '#platform/errors.ts';
import { refuse, refuseField } from '../errors.ts';
import {
  dueOf,
  type Goal,
  lockGoal,
  objectOf,
  reachesGoal,
  restartDue,
  sidesOf,
  storeGoal,
} from '../store.ts';
import { checkedGoal, type GoalInput } from './goal-input.ts';

/**
 * Sets or changes a goal: of a focuspunt by its wijkregisseur or trekker, of the municipality by the raad (C3, 0.2 D20).
 * Another definition, unit or source makes a new version, after which figures are not compared any more. Gives its id.
 * Throws refusals of `MonitorError` by field, and `changed_meanwhile`.
 */
export const setGoal = defineCommand<GoalInput, string>({
  name: 'goal.set',
  action: 'goal.set',
  run: (context, input) => saveGoal(context, input, true),
});

/** Proposes a goal of the municipality, or changes one that is still proposed; the raad sets it (C3). Gives its id. */
export const proposeGoal = defineCommand<GoalInput, string>({
  name: 'goal.propose',
  action: 'goal.propose',
  run: (context, input) => saveGoal(context, input, false),
});

/** The raad makes a proposed goal its own. Throws `already_set`, `changed_meanwhile`. */
export const confirmGoal = defineCommand<{ goalId: string; version: number }, void>({
  name: 'goal.confirm',
  action: 'goal.set',
  run: async (context, { goalId, version }) => {
    const { goal, object } = await lockGoal(context, goalId);
    context.allow(reachesGoal(context, goal.object_kind, object.facts, null));
    mustBeVersion(goal, version);
    if (goal.set_at !== null) throw refuse('already_set', { status: 409 });
    await storeGoal(context, goal, 'confirmed', { set_at: context.now, set_by: authorOf(context) });
  },
});

const saveGoal = async (context: Context, input: GoalInput, sets: boolean): Promise<string> => {
  const before = input.goalId === null ? null : (await lockGoal(context, input.goalId)).goal;
  const kind = before?.object_kind ?? input.objectKind;
  const objectId = before ? before.object_id : kind === 'gemeente' ? null : input.objectId;
  const object = await objectOf(context, kind, objectId);
  context.allow(reachesGoal(context, kind, object.facts, null));
  const goal = checkedGoal({ ...input, objectKind: kind, objectId });
  if (!sets && (kind !== 'gemeente' || before?.set_at)) throw refuse('already_set', { status: 409 });
  await mustBeKnown(context, goal.ownerAccountId);
  if (!before) return insertGoal(context, goal, sets);
  if (before.kind !== goal.kind) throw refuseField('kind', 'kind_fixed');
  mustBeVersion(before, input.version);
  return changeGoal(context, before, goal);
};

const mustBeKnown = async ({ db, gemeente }: Context, accountId: string | null): Promise<void> => {
  if (accountId === null) return;
  const found = await db
    .selectFrom('account')
    .select('id')
    .where('gemeente', '=', gemeente)
    .where('id', '=', accountId)
    .where('active', '=', true)
    .executeTakeFirst();
  if (!found) throw refuseField('ownerAccountId', 'owner_unknown');
};

const columnsOf = (goal: GoalInput) => ({
  title: goal.title,
  definition: goal.definition,
  unit: goal.unit,
  source: goal.source,
  direction: goal.direction,
  target_value: goal.targetValue,
  target_text: goal.targetText,
  target_on: goal.targetOn,
  baseline_due_on: goal.baselineDueOn,
  measure_every_months: goal.measureEveryMonths,
  judge: goal.judge,
  owner_account_id: goal.ownerAccountId,
  owner_function: goal.ownerFunction,
});

const insertGoal = async (context: Context, goal: GoalInput, sets: boolean): Promise<string> => {
  const { db, gemeente, now } = context;
  const id = newId();
  const author = authorOf(context);
  const columns = columnsOf(goal);
  const row = {
    gemeente,
    id,
    object_kind: goal.objectKind,
    object_id: goal.objectId,
    kind: goal.kind,
    ...columns,
    next_due_on: dueOf(columns, null),
    made_by: author,
    created_at: now,
    set_at: sets ? now : null,
    set_by: sets ? author : null,
    replaced_at: null,
  };
  await db.insertInto('goal').values(row).execute();
  await keepDefinition(context, id, 1, goal);
  await restartDue(context, id, row.next_due_on);
  context.record({
    noun: 'goal',
    objectId: id,
    action: sets ? 'set' : 'proposed',
    after: sidesOf({}, row).after,
  });
  context.emit('goal.set', id);
  return id;
};

const changeGoal = async (context: Context, before: Goal, goal: GoalInput): Promise<string> => {
  const columns = columnsOf(goal);
  const isNew = (['definition', 'unit', 'source'] as const).some(
    (column) => before[column] !== columns[column],
  );
  const definitionVersion = before.definition_version + (isNew ? 1 : 0);
  const nextDue = dueOf(columns, await lastMeasuredOn(context, before.id));
  if (isNew) await keepDefinition(context, before.id, definitionVersion, goal);
  await storeGoal(context, before, isNew ? 'redefined' : 'changed', {
    ...columns,
    definition_version: definitionVersion,
    next_due_on: nextDue,
  });
  if (nextDue !== before.next_due_on) await restartDue(context, before.id, nextDue);
  return before.id;
};

const keepDefinition = async (
  context: Context,
  goalId: string,
  version: number,
  goal: GoalInput,
): Promise<void> => {
  const { db, gemeente, now } = context;
  const { definition, unit, source } = goal;
  await db
    .insertInto('goal_definition')
    .values({
      gemeente,
      goal_id: goalId,
      version,
      definition,
      unit,
      source,
      made_by: authorOf(context),
      made_at: now,
    })
    .execute();
};

const lastMeasuredOn = async ({ db, gemeente }: Context, goalId: string): Promise<string | null> => {
  const last = await db
    .selectFrom('measurement')
    .select('measured_on')
    .where('gemeente', '=', gemeente)
    .where('goal_id', '=', goalId)
    .orderBy('measured_on', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.measured_on ?? null;
};

/** Whoever sets a goal has an account: a goal without an author would be nobody's. */
const authorOf = ({ principal }: Context): string => {
  if (principal.id === null) throw refusePlatform('sign_in_needed', { status: 401 });
  return principal.id;
};
