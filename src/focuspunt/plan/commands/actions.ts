import { endOfDay, isPlainDate } from '#platform/calendar/index.ts';
import { type Context, defineCommand } from '#platform/command/command.ts';
import { mustBeVersion } from '#platform/command/rows.ts';
import { newId } from '#platform/database/ids.ts';
import { endTerms, startTerm } from '#platform/terms.ts';
import { guardTexts } from '../../focuspunt/guarded.ts';
import { refuseField } from '../errors.ts';
import { type ActionStep, actionMachine } from '../rules/states.ts';
import {
  authorOf,
  lockAction,
  mustBeDepartment,
  openPlan,
  type PlanAction,
  stateAfter,
  storeAction,
} from '../store.ts';

/** An action as it is typed. */
export interface NewAction {
  readonly planId: string;
  readonly title: string;
  readonly ownerFunction: string;
  readonly ownerAccountId: string | null;
  readonly ownerDepartmentId: string | null;
  /** `YYYY-MM-DD`. */
  readonly dueOn: string;
}

/** Adds an action with an owner and a date (S6). Gives its id. Throws refusals of `PlanError` by field. */
export const addAction = defineCommand<NewAction, string>({
  name: 'plan_action.add',
  action: 'plan.edit',
  run: async (context, input) => {
    const { plan } = await openPlan(context, input.planId);
    const { db, gemeente, now } = context;
    const [title, ownerFunction] = [input.title.trim(), input.ownerFunction.trim()];
    if (title === '') throw refuseField('title', 'title_missing');
    if (ownerFunction === '') throw refuseField('ownerFunction', 'owner_missing');
    guardTexts({ title, ownerFunction });
    mustBeAhead(context, input.dueOn);
    await mustBeThere(context, input.ownerAccountId);
    await mustBeDepartment(context, input.ownerDepartmentId, 'ownerDepartmentId');
    const id = newId();
    await db
      .insertInto('plan_action')
      .values({
        gemeente,
        id,
        plan_id: plan.id,
        title,
        owner_account_id: input.ownerAccountId,
        owner_function: ownerFunction,
        owner_department_id: input.ownerDepartmentId,
        due_on: input.dueOn,
        state: 'open',
        made_by: authorOf(context),
        created_at: now,
      })
      .execute();
    await startTerm(context, 'action_due', { kind: 'plan_action', id }, endOfDay(input.dueOn));
    const after = { plan_id: plan.id, due_on: input.dueOn, owner_account_id: input.ownerAccountId };
    context.record({ noun: 'plan_action', objectId: id, action: 'added', after });
    return id;
  },
});

const mustBeAhead = ({ today }: Context, day: string): void => {
  if (day === '') throw refuseField('dueOn', 'date_missing');
  if (!isPlainDate(day) || day >= '2200-01-01') throw refuseField('dueOn', 'date_unreadable');
  if (day < today) throw refuseField('dueOn', 'date_in_past');
};

const mustBeThere = async ({ db, gemeente }: Context, accountId: string | null): Promise<void> => {
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

interface MoveAction {
  readonly actionId: string;
  readonly version: number;
  readonly step: ActionStep;
  /** Why it lapses. */
  readonly reason: string;
}

/**
 * Its owner says that an action is begun, done, has lapsed (with a reason) or is open again; so may the trekker and the
 * wijkregisseur (D20). Throws `step_not_allowed`, `reason_missing`, `changed_meanwhile`.
 */
export const moveAction = defineCommand<MoveAction, void>({
  name: 'plan_action.move',
  action: 'plan.act',
  run: async (context, input) => {
    const action = await lockAction(context, input.actionId);
    await openPlan(context, action.plan_id, ownersOf(action));
    mustBeVersion(action, input.version);
    const state = stateAfter(actionMachine, action.state, input.step);
    const reason = input.reason.trim();
    guardTexts({ reason });
    if (state === 'cancelled' && reason === '') throw refuseField('reason', 'reason_missing');
    await storeAction(context, action, input.step, {
      state,
      done_on: state === 'done' ? context.today : null,
      cancel_reason: state === 'cancelled' ? reason : null,
    });
    if (state === 'done' || state === 'cancelled') await endTerms(context, [action.id], 'all', 'met');
    if (input.step === 'reopen')
      await startTerm(context, 'action_due', { kind: 'plan_action', id: action.id }, endOfDay(action.due_on));
  },
});

const ownersOf = (action: PlanAction) => ({
  accountIds: action.owner_account_id ? [action.owner_account_id] : [],
  departmentIds: action.owner_department_id ? [action.owner_department_id] : [],
});

/** Another day for an action. Throws `date_in_past`, `changed_meanwhile`. */
export const redateAction = defineCommand<{ actionId: string; version: number; dueOn: string }, void>({
  name: 'plan_action.redate',
  action: 'plan.edit',
  run: async (context, { actionId, version, dueOn }) => {
    const action = await lockAction(context, actionId);
    await openPlan(context, action.plan_id);
    mustBeVersion(action, version);
    mustBeAhead(context, dueOn);
    await storeAction(context, action, 'redated', { due_on: dueOn });
    await endTerms(context, [actionId], 'all', 'cancelled');
    await startTerm(context, 'action_due', { kind: 'plan_action', id: actionId }, endOfDay(dueOn));
  },
});
