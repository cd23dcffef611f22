import { type Context, defineCommand } from '#platform/command/command.ts';
import { mustBeVersion } from '#platform/command/rows.ts';
import { isId, newId } from '#platform/database/ids.ts';
import { notFound } from '#platform/errors.ts';
import { endTerms } from '#platform/terms.ts';
import { guardTexts } from '../../focuspunt/guarded.ts';
import { changeFocuspunt, moveFocuspunt } from '../../focuspunt/store.ts';
import { refuse, refuseField } from '../errors.ts';
import { planMachine } from '../rules/states.ts';
import { type OpenedPlan, openPlan, stateAfter, storePlan } from '../store.ts';

interface OnPlan {
  readonly planId: string;
  /** The version that the form showed. */
  readonly version: number;
}

/** What a plan says (S6). */
export interface PlanTexts extends OnPlan {
  readonly approach: string;
  readonly socialDomain: boolean;
  /** Who does what: wijkteam or care network (rapport L371-374). */
  readonly roleSplit: string;
  /** How residents take part. */
  readonly participation: string;
}

/** Writes the plan; its trekker, its wijkregisseur or who acts for them (C3, D20). Throws `changed_meanwhile`. */
export const editPlan = defineCommand<PlanTexts, void>({
  name: 'plan.edit',
  action: 'plan.edit',
  run: async (context, input) => {
    const { plan } = await openPlan(context, input.planId);
    guardTexts({ approach: input.approach, roleSplit: input.roleSplit, participation: input.participation });
    mustBeVersion(plan, input.version);
    const roleSplit = input.roleSplit.trim() || null;
    if (plan.state !== 'draft' && input.socialDomain && roleSplit === null)
      throw refuseField('roleSplit', 'role_split_missing');
    await storePlan(context, plan, 'edited', {
      approach: input.approach.trim(),
      social_domain: input.socialDomain,
      role_split: roleSplit,
      participation: input.participation.trim(),
    });
  },
});

/** Asks partners of the wijkteam what they think of it; who was asked before stays asked. Throws `member_unknown`. */
export const askPartners = defineCommand<{ planId: string; memberIds: readonly string[] }, void>({
  name: 'plan.ask_partners',
  action: 'plan.edit',
  run: async (context, { planId, memberIds }) => {
    const { plan, focuspunt } = await openPlan(context, planId);
    const { db, gemeente, now, today } = context;
    if (memberIds.length === 0) throw refuseField('member', 'member_unknown');
    const members = await db
      .selectFrom('wijkteam_member')
      .select('id')
      .where('gemeente', '=', gemeente)
      .where('area_id', '=', focuspunt.area_id)
      .where('id', 'in', [...memberIds])
      .where('valid_from', '<=', today)
      .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', today)]))
      .execute();
    if (members.length !== new Set(memberIds).size) throw refuseField('member', 'member_unknown');
    await db
      .insertInto('plan_view')
      .values(
        members.map(({ id }) => ({ gemeente, id: newId(), plan_id: plan.id, member_id: id, asked_at: now })),
      )
      .onConflict((conflict) => conflict.columns(['gemeente', 'plan_id', 'member_id']).doNothing())
      .execute();
    context.record({ noun: 'plan', objectId: plan.id, action: 'asked', after: { members: members.length } });
  },
});

/** What a partner says of a plan; by himself, or written down by who heard it. Later words replace earlier ones. */
export const sayView = defineCommand<
  { planId: string; memberId: string; view: 'yes' | 'no' | null; comment: string },
  void
>({
  name: 'plan.say_view',
  action: 'plan.view',
  run: async (context, input) => {
    const { db, gemeente, now, principal } = context;
    if (!isId(input.planId)) throw notFound();
    if (!isId(input.memberId)) throw refuseField('member', 'member_unknown');
    const member = await db
      .selectFrom('plan_view')
      .innerJoin('wijkteam_member', (join) =>
        join
          .onRef('wijkteam_member.gemeente', '=', 'plan_view.gemeente')
          .onRef('wijkteam_member.id', '=', 'plan_view.member_id'),
      )
      .select(['plan_view.id', 'wijkteam_member.account_id', 'plan_view.view'])
      .where('plan_view.gemeente', '=', gemeente)
      .where('plan_view.plan_id', '=', input.planId)
      .where('plan_view.member_id', '=', input.memberId)
      .executeTakeFirst();
    const { plan } = await openPlan(context, input.planId, {
      accountIds: member?.account_id ? [member.account_id] : [],
    });
    if (!member) throw refuseField('member', 'member_unknown');
    if (input.view === null) throw refuseField('view', 'view_missing');
    guardTexts({ comment: input.comment });
    await db
      .updateTable('plan_view')
      .set({ view: input.view, comment: input.comment.trim() || null, said_by: principal.id, said_at: now })
      .where('gemeente', '=', gemeente)
      .where('id', '=', member.id)
      .execute();
    const [before, after] = [{ view: member.view }, { view: input.view, member_id: input.memberId }];
    context.record({ noun: 'plan', objectId: plan.id, action: 'view_said', before, after });
  },
});

/** Everybody was asked and the plan says what it must; who has not answered is named with the reason to go on (D4). */
export const agreePlan = defineCommand<OnPlan & { without: string }, void>({
  name: 'plan.agree',
  action: 'plan.edit',
  run: async (context, { planId, version, without }) => {
    const { plan, focuspunt } = await openPlan(context, planId);
    guardTexts({ without });
    mustBeVersion(plan, version);
    const state = stateAfter(planMachine, plan.state, 'agree');
    if (plan.approach === '') throw refuse('approach_missing');
    if (plan.participation === '') throw refuse('participation_missing');
    if (plan.social_domain && !plan.role_split) throw refuse('role_split_missing');
    const unanswered = await unansweredViews(context, plan.id);
    if (unanswered > 0 && without.trim() === '') throw refuseField('without', 'views_missing');
    await storePlan(context, plan, 'agree', {
      state,
      state_since: context.now,
      agreed_without: unanswered > 0 ? without.trim() : null,
    });
    await endTerms(context, [plan.id], ['plan_reminder', 'plan_due'], 'met');
    if (focuspunt.plan_waiver !== null)
      await changeFocuspunt(context, focuspunt, 'plan_made', { plan_waiver: null });
    context.emit('plan.agreed', plan.id);
  },
});

const unansweredViews = async ({ db, gemeente }: Context, planId: string): Promise<number> => {
  const rows = await db
    .selectFrom('plan_view')
    .select('id')
    .where('gemeente', '=', gemeente)
    .where('plan_id', '=', planId)
    .where('view', 'is', null)
    .execute();
  return rows.length;
};

/** The work begins: there is an action with an owner and a date, and the raad has been told (G1). */
export const startPlan = defineCommand<OnPlan, void>({
  name: 'plan.start',
  action: 'plan.edit',
  run: async (context, { planId, version }) => {
    const opened = await openPlan(context, planId);
    const { plan } = opened;
    mustBeVersion(plan, version);
    const state = stateAfter(planMachine, plan.state, 'start');
    if ((await actionStates(context, plan.id)).length === 0) throw refuse('action_missing');
    await runFocuspunt(context, opened);
    await storePlan(context, plan, 'start', { state, state_since: context.now });
    context.emit('plan.started', plan.id);
  },
});

/** All actions are done or have lapsed. Throws `actions_open`. */
export const finishPlan = defineCommand<OnPlan, void>({
  name: 'plan.finish',
  action: 'plan.edit',
  run: async (context, { planId, version }) => {
    const { plan } = await openPlan(context, planId);
    mustBeVersion(plan, version);
    const state = stateAfter(planMachine, plan.state, 'finish');
    const open = (await actionStates(context, plan.id)).filter((one) => one === 'open' || one === 'busy');
    if (open.length > 0) throw refuse('actions_open');
    await storePlan(context, plan, 'finish', { state, state_since: context.now });
  },
});

/** The plan must change: back to its draft; what partners said stays, and they can say it anew. */
export const revisePlan = defineCommand<OnPlan, void>({
  name: 'plan.revise',
  action: 'plan.edit',
  run: async (context, { planId, version }) => {
    const { plan } = await openPlan(context, planId);
    mustBeVersion(plan, version);
    const state = stateAfter(planMachine, plan.state, 'revise');
    await storePlan(context, plan, 'revise', { state, state_since: context.now });
  },
});

/** No plan is needed, and why: "waar nodig" (rapport L331, S6). Throws `has_plan` once it was agreed. */
export const waivePlan = defineCommand<OnPlan & { reason: string }, void>({
  name: 'plan.waive',
  action: 'plan.edit',
  run: async (context, { planId, version, reason }) => {
    const { plan, focuspunt } = await openPlan(context, planId);
    guardTexts({ reason });
    mustBeVersion(plan, version);
    if (plan.state !== 'draft') throw refuse('has_plan');
    if (reason.trim() === '') throw refuseField('reason', 'reason_missing');
    await changeFocuspunt(context, focuspunt, 'plan_waived', { plan_waiver: reason.trim() });
    await storePlan(context, plan, 'waived', {});
    await endTerms(context, [plan.id], ['plan_reminder', 'plan_due'], 'cancelled');
  },
});

const actionStates = async ({ db, gemeente }: Context, planId: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('plan_action')
    .select('state')
    .where('gemeente', '=', gemeente)
    .where('plan_id', '=', planId)
    .execute();
  return rows.map(({ state }) => state);
};

/** The focuspunt runs once the raad was told and the work begins; gives it as it is now. Throws `council_not_informed`. */
export const runFocuspunt = async (
  context: Context,
  { focuspunt }: Pick<OpenedPlan, 'focuspunt'>,
): Promise<OpenedPlan['focuspunt']> => {
  if (focuspunt.state === 'set') throw refuse('council_not_informed');
  return focuspunt.state === 'council_informed' ? moveFocuspunt(context, focuspunt, 'start') : focuspunt;
};
