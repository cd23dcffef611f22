import type { Selectable, Updateable } from 'kysely';
import { accountsHolding, type ObjectFacts, reachesObject } from '#people/index.ts';
import type { Context } from '#platform/command/command.ts';
import { isId } from '#platform/database/ids.ts';
import type { CommitmentTable, PlanActionTable, PlanTable } from '#platform/database/schema.gen.ts';
import { notFound, refuse as refusePlatform } from '#platform/errors.ts';
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
  if (!isId(id)) throw notFound();
  const plan = await context.db
    .selectFrom('plan')
    .selectAll()
    .where('gemeente', '=', context.gemeente)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!plan) throw notFound();
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

/** Refuses when the form showed another version than the one that holds. */
export const mustBeVersion = (row: { readonly version: number }, seen: number): void => {
  if (row.version !== seen) throw refusePlatform('changed_meanwhile', { status: 409 });
};

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

type Change<Table> = Omit<Updateable<Table>, 'gemeente' | 'id' | 'version'>;

/** Stores a change of a plan; the history keeps its state, texts stand in the plan. Throws `changed_meanwhile`. */
export const storePlan = async (
  context: Context,
  plan: Plan,
  action: string,
  change: Change<PlanTable>,
): Promise<Plan> => {
  const stored = await context.db
    .updateTable('plan')
    .set({ ...change, version: plan.version + 1 })
    .where('gemeente', '=', context.gemeente)
    .where('id', '=', plan.id)
    .where('version', '=', plan.version)
    .returningAll()
    .executeTakeFirst();
  if (!stored) throw refusePlatform('changed_meanwhile', { status: 409 });
  const side = ({ state, social_domain }: Plan) => ({ state, social_domain });
  context.record({ noun: 'plan', objectId: plan.id, action, before: side(plan), after: side(stored) });
  return stored;
};

/** Loads an action and holds its row. Throws `not_found`. */
export const lockAction = async (context: Context, id: string): Promise<PlanAction> => {
  if (!isId(id)) throw notFound();
  const action = await context.db
    .selectFrom('plan_action')
    .selectAll()
    .where('gemeente', '=', context.gemeente)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!action) throw notFound();
  return action;
};

/** Stores a change of an action. Throws `changed_meanwhile`. */
export const storeAction = async (
  context: Context,
  before: PlanAction,
  action: string,
  change: Change<PlanActionTable>,
): Promise<void> => {
  const stored = await context.db
    .updateTable('plan_action')
    .set({ ...change, version: before.version + 1 })
    .where('gemeente', '=', context.gemeente)
    .where('id', '=', before.id)
    .where('version', '=', before.version)
    .returningAll()
    .executeTakeFirst();
  if (!stored) throw refusePlatform('changed_meanwhile', { status: 409 });
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
export const lockCommitment = async (context: Context, id: string): Promise<Commitment> => {
  if (!isId(id)) throw notFound();
  const row = await context.db
    .selectFrom('commitment')
    .selectAll()
    .where('gemeente', '=', context.gemeente)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
};

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
