import { accountsHolding, notify, reachesObject } from '#people/index.ts';
import { plusMonths } from '#platform/calendar/index.ts';
import { type Context, defineCommand } from '#platform/command/command.ts';
import { mustBeVersion, type RowChange, storeRow } from '#platform/command/rows.ts';
import { isId } from '#platform/database/ids.ts';
import { endTerms } from '#platform/terms.ts';
import { guardTexts } from '../focuspunt/guarded.ts';
import { testMonths } from '../focuspunt/settings.ts';
import { moveFocuspunt, settingsOf } from '../focuspunt/store.ts';
import { askTest } from '../plan/commands/begin.ts';
import { runFocuspunt } from '../plan/commands/plan.ts';
import { refuse, refuseField } from '../plan/errors.ts';
import { authorOf, carriersOf, regisseursOf, stateAfter } from '../plan/store.ts';
import { asksReason, type Evidence, writtenReasons } from './evidence.ts';
import { STEP_OF_RESULT, type TestResult, testMachine } from './states.ts';
import { lockTest, type OpenedTest, readEvidence, type YearlyTest } from './store.ts';

/** What trekker and wijkregisseur lay before the college. */
export interface ProposeTest {
  readonly testId: string;
  readonly version: number;
  readonly proposal: TestResult | null;
  readonly reason: string;
  /** Why was not measured, when that is so. */
  readonly notMeasuredReason: string;
}

const KEPT = ['state', 'proposal', 'result', 'measurement_id', 'mandate_id'] as const;

const storeTest = async (
  context: Context,
  test: YearlyTest,
  action: string,
  change: RowChange<'yearly_test'>,
): Promise<void> => {
  const stored = await storeRow(context, 'yearly_test', test, change);
  const { state, proposal, result } = test;
  context.record({
    noun: 'yearly_test',
    objectId: test.id,
    action,
    before: { state, proposal, result },
    after: Object.fromEntries(KEPT.map((column) => [column, stored[column]])),
  });
};

/**
 * Lays a proposal before the college: with a new measurement, or with why nothing was measured. Throws
 * `proposal_missing`, `not_measured_missing`, `reason_missing`, `changed_meanwhile`.
 */
export const proposeTest = defineCommand<ProposeTest, void>({
  name: 'yearly_test.propose',
  action: 'test.propose',
  run: async (context, input) => {
    const { test, focuspunt, facts } = await lockTest(context, input.testId);
    context.allow(reachesObject(context.principal, facts));
    guardTexts({ reason: input.reason, notMeasuredReason: input.notMeasuredReason });
    mustBeVersion(test, input.version);
    if (test.state !== 'prepared') throw refuse('step_not_allowed', { status: 409 });
    if (input.proposal === null) throw refuseField('proposal', 'proposal_missing');
    if (input.reason.trim() === '') throw refuseField('reason', 'reason_missing');
    const evidence = await readEvidence(context, focuspunt);
    const notMeasured = input.notMeasuredReason.trim();
    if (asksReason(evidence) && notMeasured === '')
      throw refuseField('notMeasuredReason', 'not_measured_missing');
    await storeTest(context, test, 'proposed', {
      proposal: input.proposal,
      proposal_reason: input.reason.trim(),
      proposed_by: authorOf(context),
      proposed_at: context.now,
      not_measured_reason: notMeasured || writtenReasons(evidence),
    });
    const { db, gemeente, today } = context;
    const college = await accountsHolding(db, gemeente, today, { role: 'college' });
    await notify(context, college, 'test_proposed', 'yearly_test', test.id);
  },
});

/** What the college decides, or who decides in its name. */
export interface DecideTest {
  readonly testId: string;
  readonly version: number;
  readonly result: TestResult | null;
  readonly reason: string;
  readonly notMeasuredReason: string;
  /** Why "reached" although the measurement does not show it. */
  readonly dissent: string;
  readonly transferredTo: string;
  /** Needed of everybody but the college itself (D16). */
  readonly mandateId: string | null;
}

/**
 * Decides a yearly test (C2.3): the focuspunt runs on, is adjusted, reached, stopped or handed over. "Bereikt" needs
 * measurements at the target, or the words of whoever sees it otherwise; without a new measurement it says why. Throws
 * `result_missing`, `reason_missing`, `not_measured_missing`, `dissent_missing`, `transferred_to_missing`,
 * `mandate_missing`, `council_not_informed`, `step_not_allowed`, `changed_meanwhile`.
 */
export const decideTest = defineCommand<DecideTest, void>({
  name: 'yearly_test.decide',
  action: 'test.decide',
  run: async (context, input) => {
    const opened = await lockTest(context, input.testId);
    const holding = context.allow();
    const { test, focuspunt } = opened;
    guardTexts({
      reason: input.reason,
      notMeasuredReason: input.notMeasuredReason,
      dissent: input.dissent,
      transferredTo: input.transferredTo,
    });
    mustBeVersion(test, input.version);
    const state = stateAfter(testMachine, test.state, 'decide');
    const mandateId = await mandateOf(context, holding?.role ?? '', input.mandateId);
    const evidence = await readEvidence(context, focuspunt);
    const { result, ...said } = checkedDecision(input, evidence, test);
    await storeTest(context, test, 'decided', {
      ...said,
      state,
      result,
      mandate_id: mandateId,
      measurement_id: evidence.measured[0]?.row.id ?? null,
      decided_on: context.today,
      decided_by: authorOf(context),
    });
    await endTerms(context, [test.id], 'all', 'met');
    await takeResult(context, opened, result);
    context.emit('yearly_test.decided', test.id);
  },
});

const checkedDecision = (input: DecideTest, evidence: Evidence, test: YearlyTest) => {
  const { result } = input;
  if (result === null) throw refuseField('result', 'result_missing');
  const reason = input.reason.trim();
  if (reason === '') throw refuseField('reason', 'reason_missing');
  const notMeasured = input.notMeasuredReason.trim() || test.not_measured_reason || writtenReasons(evidence);
  if (asksReason(evidence) && notMeasured === null)
    throw refuseField('notMeasuredReason', 'not_measured_missing');
  const dissent = input.dissent.trim() || null;
  if (result === 'reached' && !evidence.isReached && dissent === null)
    throw refuseField('dissent', 'dissent_missing');
  const transferredTo = input.transferredTo.trim() || null;
  if (result === 'transferred' && transferredTo === null)
    throw refuseField('transferredTo', 'transferred_to_missing');
  return {
    result,
    reason,
    dissent: result === 'reached' ? dissent : null,
    transferred_to: result === 'transferred' ? transferredTo : null,
    not_measured_reason: evidence.missing.length > 0 || evidence.measured.length === 0 ? notMeasured : null,
  };
};

/** The college gives mandates and needs none; anybody else cites one of his own role that holds today (D16). */
const mandateOf = async (
  { db, gemeente, today }: Context,
  role: string,
  mandateId: string | null,
): Promise<string | null> => {
  if (role === 'college') return null;
  if (mandateId === null || !isId(mandateId)) throw refuseField('mandateId', 'mandate_missing');
  const mandate = await db
    .selectFrom('mandate')
    .select('id')
    .where('gemeente', '=', gemeente)
    .where('id', '=', mandateId)
    .where('role', '=', role)
    .where('subject', '=', 'focuspunt')
    .where('valid_from', '<=', today)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', today)]))
    .executeTakeFirst();
  if (!mandate) throw refuseField('mandateId', 'mandate_missing');
  return mandate.id;
};

/** The focuspunt takes the step of the result; what goes on gets its next test, what ends asks nothing any more. */
const takeResult = async (
  context: Context,
  { test, focuspunt, facts }: OpenedTest,
  result: TestResult,
): Promise<void> => {
  const tested = await inTest(context, focuspunt);
  const plan = await context.db
    .selectFrom('plan')
    .select('id')
    .where('gemeente', '=', context.gemeente)
    .where('focuspunt_id', '=', focuspunt.id)
    .executeTakeFirstOrThrow();
  const step = STEP_OF_RESULT[result];
  if (step !== 'continue') {
    await moveFocuspunt(context, tested, step, { next_test_on: null });
    await endTerms(context, [plan.id], 'all', 'cancelled');
    return;
  }
  const months = (await settingsOf(context)).get(testMonths);
  const planned = plusMonths(test.due_on, months);
  const next = planned > context.today ? planned : plusMonths(context.today, months);
  await moveFocuspunt(context, tested, step, { next_test_on: next });
  await askTest(context, plan.id, next);
  if (result !== 'adjusted') return;
  const people = [...(await carriersOf(context, focuspunt, facts)), ...(await regisseursOf(context, facts))];
  await notify(context, people, 'test_adjusted', 'yearly_test', test.id);
};

/** The focuspunt in its test, also when the raad was told only after the test was prepared. */
const inTest = async (context: Context, focuspunt: OpenedTest['focuspunt']) => {
  const running = await runFocuspunt(context, { focuspunt });
  return running.state === 'running' ? moveFocuspunt(context, running, 'test') : running;
};
