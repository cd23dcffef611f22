import type { Selectable } from 'kysely';
import { accountsHolding, type ObjectFacts, reachesObject } from '#people/index.ts';
import type { Context } from '#platform/command/command.ts';
import { lockRow, type RowChange, storeRow } from '#platform/command/rows.ts';
import type { CommitmentTable, PlanActionTable, PlanTable } from '#platform/database/schema.gen.ts';
import { refuse as refusePlatform } from '#platform/errors.ts';
import { afterStep, type StateMachine } from '#platform/state-machine.ts';
import { type Focuspunt, factsOf, lockFocuspunt } from '../focuspunt/store.ts';
import { refuse, refuseField } from './errors.ts';

/** A plan as it is stored. */
export type Plan = Selectable<PlanTable>;
/** An action of a plan as it is stored. */
export type PlanAction = Selectable<PlanActionTable>;
/** A co-payer's commitment as it is stored. */
export type Commitment = Selectable<CommitmentTable>;

/** A plan with its focuspunt and who reaches them. */
export interface OpenedPlan {
  readonly plan: Plan;
  readonly focuspunt: Focuspunt;
  readonly facts: ObjectFacts;
}

/** Loads a plan and holds its row, with its focuspunt. Throws `not_found`. */
export const lockPlan = async (context: Context, id: string): Promise<OpenedPlan> => {
  const plan = await lockRow(context, 'plan', id);
  const focuspunt = await lockFocuspunt(context, plan.focuspunt_id);
  return { plan, focuspunt, facts: await factsOf(context, focuspunt) };
};

/** Loads a plan for a command of its trekker, its wijkregisseur or who acts for them; `more` are others who may. */
export const openPlan = async (context: Context, id: string, more: ObjectFacts = {}): Promise<OpenedPlan> => {
  const opened = await lockPlan(context, id);
  context.allow(reachesPlan(context, opened.facts, more));
  return opened;
};

/** Whether a reach contains a plan, or a part of it that also belongs to others. */
export const reachesPlan = (
  { principal }: Pick<Context, 'principal'>,
  facts: ObjectFacts,
  more: ObjectFacts = {},
) =>
  reachesObject(principal, {
    buurtIds: facts.buurtIds ?? [],
    departmentIds: [...(facts.departmentIds ?? []), ...(more.departmentIds ?? [])],
    accountIds: [...(facts.accountIds ?? []), ...(more.accountIds ?? [])],
  });

/** The state after a step. Throws `step_not_allowed`. */
export const stateAfter = <State extends string, Step extends string>(
  machine: StateMachine<State, Step>,
  state: State,
  step: Step,
): State => {
  const next = afterStep(machine, state, step);
  if (!next) throw refuse('step_not_allowed', { status: 409 });
  return next;
};

/** Stores a change of a plan; the history keeps its state, texts stand in the plan. Throws `changed_meanwhile`. */
export const storePlan = async (
  context: Context,
  plan: Plan,
  action: string,
  change: RowChange<'plan'>,
): Promise<Plan> => {
  const stored = await storeRow(context, 'plan', plan, change);
  const side = ({ state, social_domain }: Plan) => ({ state, social_domain });
  context.record({ noun: 'plan', objectId: plan.id, action, before: side(plan), after: side(stored) });
  return stored;
};

/** Loads an action and holds its row. Throws `not_found`. */
export const lockAction = (context: Context, id: string): Promise<PlanAction> =>
  lockRow(context, 'plan_action', id);

/** Stores a change of an action. Throws `changed_meanwhile`. */
export const storeAction = async (
  context: Context,
  before: PlanAction,
  action: string,
  change: RowChange<'plan_action'>,
): Promise<void> => {
  const stored = await storeRow(context, 'plan_action', before, change);
  const side = ({ state, due_on, owner_account_id }: PlanAction) => ({ state, due_on, owner_account_id });
  context.record({
    noun: 'plan_action',
    objectId: before.id,
    action,
    before: side(before),
    after: side(stored),
  });
};

/** Loads a commitment and holds its row. Throws `not_found`. */
export const lockCommitment = (context: Context, id: string): Promise<Commitment> =>
  lockRow(context, 'commitment', id);

/** The wijkregisseurs of a focuspunt's area; at the last the administrator, so that nothing is seen by nobody. */
export const regisseursOf = async (
  { db, gemeente, today }: Pick<Context, 'db' | 'gemeente' | 'today'>,
  { buurtIds }: ObjectFacts,
): Promise<string[]> => {
  const [buurtId] = buurtIds ?? [];
  const near = buurtId ? await accountsHolding(db, gemeente, today, { role: 'wijkregisseur', buurtId }) : [];
  return near.length > 0 ? near : accountsHolding(db, gemeente, today, { role: 'functional_admin' });
};

/** Who carries a focuspunt; without an account its wijkregisseurs. */
export const carriersOf = async (
  context: Pick<Context, 'db' | 'gemeente' | 'today'>,
  focuspunt: Pick<Focuspunt, 'trekker_account_id'>,
  facts: ObjectFacts,
): Promise<string[]> =>
  focuspunt.trekker_account_id === null ? regisseursOf(context, facts) : [focuspunt.trekker_account_id];

/** The author of a row; a job or a visitor writes none of these. */
export const authorOf = ({ principal }: Context): string => {
  if (principal.id === null) throw refusePlatform('sign_in_needed', { status: 401 });
  return principal.id;
};

/** Refuses a department that this municipality does not have. */
export const mustBeDepartment = async (
  { db, gemeente }: Context,
  id: string | null,
  field: string,
): Promise<void> => {
  if (id === null) return;
  const found = await db
    .selectFrom('department')
    .select('id')
    .where('gemeente', '=', gemeente)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!found) throw refuseField(field, 'owner_unknown');
};
