import { endOfTerm, readSettings } from '#gemeente/index.ts';
import { accountsHolding, notify } from '#people/index.ts';
import { type Context, defineCommand } from '#platform/command/command.ts';
import { startTerm, TERM_BATCH, takePassedTerms } from '#platform/terms.ts';
import type { GoalObject } from '../objects.ts';
import { measurementMissing } from '../settings.ts';
import { type Goal, lockGoal } from '../store.ts';

/** What may be asked of a goal, and what follows when it does not come. */
type GoalTerm = 'measurement_due' | 'measurement_missing';

/**
 * Takes the passed terms of goals: on the day itself the owner sees it, and when nothing came in the term of the settings
 * the wijkregisseur sees it too and the report says "niet gemeten" (C4, A3 S37). One batch in one transaction.
 */
export const sweepGoalTerms = defineCommand<void, { more: boolean }>({
  name: 'goal.sweep_terms',
  action: 'term.sweep',
  run: async (context) => {
    context.allow();
    const passed = await takePassedTerms<GoalTerm, 'goal'>(context, ['goal']);
    for (const term of passed) {
      const { goal, object } = await lockGoal(context, term.object_id);
      context.record({ noun: 'goal', objectId: goal.id, action: 'term_passed', after: { kind: term.kind } });
      await (term.kind === 'measurement_due' ? ask(context, goal, object) : miss(context, goal, object));
    }
    return { more: passed.length === TERM_BATCH };
  },
});

const ask = async (context: Context, goal: Goal, object: GoalObject): Promise<void> => {
  const owners =
    goal.owner_account_id === null ? [...(object.facts.accountIds ?? [])] : [goal.owner_account_id];
  await notify(context, await orSomebody(context, owners, object), 'measurement_due', 'goal', goal.id);
  const settings = await readSettings(context.db, context.gemeente, context.today);
  const due = endOfTerm(settings, measurementMissing, context.now);
  await startTerm(context, 'measurement_missing', { kind: 'goal', id: goal.id }, due);
};

const miss = async (context: Context, goal: Goal, object: GoalObject): Promise<void> =>
  notify(
    context,
    await orSomebody(context, await wijkregisseurs(context, object), object),
    'measurement_missing',
    'goal',
    goal.id,
  );

const wijkregisseurs = async ({ db, gemeente, today }: Context, { facts }: GoalObject): Promise<string[]> => {
  const [buurtId] = facts.buurtIds ?? [];
  return buurtId === undefined
    ? []
    : accountsHolding(db, gemeente, today, { role: 'wijkregisseur', buurtId });
};

/** A term is never seen by nobody: without an owner the wijkregisseur sees it, at the last the administrator. */
const orSomebody = async (
  context: Context,
  people: readonly string[],
  object: GoalObject,
): Promise<readonly string[]> => {
  if (people.length > 0) return people;
  const near = await wijkregisseurs(context, object);
  if (near.length > 0) return near;
  const { db, gemeente, today } = context;
  return accountsHolding(db, gemeente, today, { role: 'functional_admin' });
};
