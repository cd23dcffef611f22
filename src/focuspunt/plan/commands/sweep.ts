import { endOfTerm } from '#gemeente/index.ts';
import { notify } from '#people/index.ts';
import { endOfDay, isoDate } from '#platform/calendar/index.ts';
import { type Context, defineCommand } from '#platform/command/command.ts';
import { startTerm, TERM_BATCH, takePassedTerms } from '#platform/terms.ts';
import { reportKnot } from '#regie/index.ts';
import { factsOf, lockFocuspunt, settingsOf } from '../../focuspunt/store.ts';
import { prepareTest, testIsLate } from '../../test/prepare.ts';
import { lastDayOf, quarterAfter, quarterBefore, quarterOf } from '../rules/quarter.ts';
import { planTerms } from '../settings.ts';
import { carriersOf, lockAction, lockCommitment, lockPlan, type OpenedPlan, regisseursOf } from '../store.ts';
import { graceOf, saidQuarters } from './quarter.ts';

type PlanTerm =
  | 'plan_reminder'
  | 'plan_due'
  | 'quarter_ask'
  | 'quarter_late'
  | 'test_prepare'
  | 'test_due'
  | 'action_due'
  | 'action_late'
  | 'commitment_missing';

/** Focuspunten that still ask something of their people. */
const LIVE = new Set(['set', 'council_informed', 'running', 'yearly_test']);

/**
 * Takes the passed terms of plans, actions, commitments and yearly tests and does what each asks: a named person sees it,
 * the next quarter is asked, a test is prepared, a missing co-payer becomes a knot (C4, S21). One batch a transaction.
 */
export const sweepPlanTerms = defineCommand<void, { more: boolean }>({
  name: 'plan.sweep_terms',
  action: 'term.sweep',
  run: async (context) => {
    context.allow();
    const kinds = ['plan', 'plan_action', 'commitment', 'yearly_test'] as const;
    const passed = await takePassedTerms<PlanTerm, (typeof kinds)[number]>(context, kinds);
    for (const { kind, object_kind: noun, object_id: id } of passed) {
      context.record({ noun, objectId: id, action: 'term_passed', after: { kind } });
      await act[kind](context, id);
    }
    return { more: passed.length === TERM_BATCH };
  },
});

const both = async (context: Context, { focuspunt, facts }: OpenedPlan): Promise<string[]> => [
  ...(await carriersOf(context, focuspunt, facts)),
  ...(await regisseursOf(context, facts)),
];

const isLive = ({ focuspunt }: Pick<OpenedPlan, 'focuspunt'>): boolean => LIVE.has(focuspunt.state);

const tellOfPlan =
  (kind: 'plan_reminder' | 'plan_due') =>
  async (context: Context, id: string): Promise<void> => {
    const opened = await lockPlan(context, id);
    if (opened.plan.state !== 'draft' || opened.focuspunt.plan_waiver !== null || !isLive(opened)) return;
    await notify(context, await both(context, opened), kind, 'plan', id);
  };

/** The quarter is over: when nobody has said how it went the trekker is asked, and the next quarter begins. */
const askQuarter = async (context: Context, id: string): Promise<void> => {
  const opened = await lockPlan(context, id);
  if (!isLive(opened)) return;
  const ended = quarterBefore(quarterOf(context.today));
  const next = endOfDay(lastDayOf(quarterAfter(ended)));
  await startTerm(context, 'quarter_ask', { kind: 'plan', id }, next);
  if ((await saidQuarters(context, opened.focuspunt.id)).includes(ended)) return;
  await notify(context, await carriersOf(context, opened.focuspunt, opened.facts), 'quarter_ask', 'plan', id);
  const grace = endOfDay(graceOf(await settingsOf(context), ended));
  await startTerm(context, 'quarter_late', { kind: 'plan', id }, grace);
};

const quarterIsLate = async (context: Context, id: string): Promise<void> => {
  const opened = await lockPlan(context, id);
  if (isLive(opened))
    await notify(context, await regisseursOf(context, opened.facts), 'quarter_late', 'plan', id);
};

const actionIsDue = async (context: Context, id: string): Promise<void> => {
  const action = await lockAction(context, id);
  if (action.state !== 'open' && action.state !== 'busy') return;
  const { focuspunt, facts } = await lockPlan(context, action.plan_id);
  const owners = action.owner_account_id
    ? [action.owner_account_id]
    : await carriersOf(context, focuspunt, facts);
  await notify(context, owners, 'action_due', 'plan', action.plan_id);
  const late = endOfTerm(await settingsOf(context), planTerms.actionLate, endOfDay(action.due_on));
  await startTerm(context, 'action_late', { kind: 'plan_action', id }, late);
};

const actionIsLate = async (context: Context, id: string): Promise<void> => {
  const action = await lockAction(context, id);
  if (action.state !== 'open' && action.state !== 'busy') return;
  const { facts } = await lockPlan(context, action.plan_id);
  await notify(context, await regisseursOf(context, facts), 'action_late', 'plan', action.plan_id);
};

/** A co-payer has not confirmed in time: that is a knot between who waits and who pays (S21). */
const payerIsMissing = async (context: Context, id: string): Promise<void> => {
  const row = await lockCommitment(context, id);
  if (row.state !== 'promised') return;
  const focuspunt = await lockFocuspunt(context, row.focuspunt_id);
  const facts = await factsOf(context, focuspunt);
  await reportKnot(context, {
    objectKind: 'focuspunt',
    objectId: focuspunt.id,
    cause: 'payer_missing',
    title: focuspunt.title,
    areaId: focuspunt.area_id,
    buurtId: facts.buurtIds?.[0] ?? null,
    sideA: focuspunt.trekker_department_id,
    sideB: row.department_id,
    note: `${row.payer}: € ${row.euro}, ${isoDate(endOfDay(row.due_on))}`,
  });
  const people = [...(await carriersOf(context, focuspunt, facts)), ...(await regisseursOf(context, facts))];
  await notify(context, people, 'commitment_missing', 'focuspunt', focuspunt.id);
};

const act: Readonly<Record<PlanTerm, (context: Context, id: string) => Promise<void>>> = {
  plan_reminder: tellOfPlan('plan_reminder'),
  plan_due: tellOfPlan('plan_due'),
  quarter_ask: askQuarter,
  quarter_late: quarterIsLate,
  test_prepare: prepareTest,
  test_due: testIsLate,
  action_due: actionIsDue,
  action_late: actionIsLate,
  commitment_missing: payerIsMissing,
};
