import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyGoal, enterMeasurement, type MeasurementInput, setGoal } from '#monitor/index.ts';
import { type Command, execute } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import type { Refusal } from '#platform/errors.ts';
import type { Principal } from '#platform/policy/principal.ts';
import { openConnections } from '#testing/at-once.ts';
import { makeTenant } from '#testing/people.ts';
import { staffOf } from '#testing/signaal.ts';
import { asOwner, MONDAY_MORNING, type TestWorld, testWorld } from '#testing/world.ts';
import { type FocusTown, focusTown } from '../focuspunt/focus-town.fixture.ts';
import { sweepPlans } from '../plan/index.ts';
import { noticesOf, setFocuspunt } from '../plan/plan-town.fixture.ts';
import { type DecideTest, decideTest, type ProposeTest, proposeTest } from './index.ts';

const GEMEENTE = 'GM0637';
let test: TestWorld;
let town: FocusTown;
let trekker: Principal & { id: string };
let director: Principal & { id: string };

beforeAll(async () => {
  test = await testWorld();
  town = await focusTown(test);
  await makeTenant(test, 'GM0106', 'Assen');
  trekker = await staffOf(test, town, 'department_worker', { departmentId: town.green });
  director = await staffOf(test, town, 'director', { departmentId: town.green });
});
afterAll(() => test.close());
beforeEach(() => test.clock.set(MONDAY_MORNING));

const run = <Input, Output>(who: Principal, command: Command<Input, Output>, input: Input): Promise<Output> =>
  execute(test.world, GEMEENTE, who, command, input);
const codeOf = (error: Refusal): string => error.code;
const sweepAt = async (moment: string): Promise<void> => {
  test.clock.set(moment);
  await sweepPlans(test.world, GEMEENTE);
};
const one = async (sql: string, id: string): Promise<Record<string, unknown>> =>
  (await asOwner(test.urls, GEMEENTE, sql, [id]))[0] ?? {};
const testOf = (focuspuntId: string) =>
  one(
    'select *, due_on::text as due_on from yearly_test where focuspunt_id = $1 order by created_at desc limit 1',
    focuspuntId,
  );
const focuspuntOf = (id: string) =>
  one('select *, next_test_on::text as next_test_on from focuspunt where id = $1', id);

/** Set on 7 March 2016, so that the first test is on 7 March 2017 and prepared ten weeks before. */
const tested = async () => {
  test.clock.set(MONDAY_MORNING);
  const made = await setFocuspunt(test, town, { trekker: trekker.id });
  await sweepAt('2016-12-28T00:01:00+01:00');
  const { id } = await testOf(made.focuspuntId);
  return { ...made, testId: String(id) };
};

const withGoal = async () => {
  const made = await tested();
  const goalId = await run(town.wijkregisseur, setGoal, {
    ...emptyGoal,
    objectKind: 'focuspunt',
    objectId: made.focuspuntId,
    kind: 'figure',
    title: 'Schoon',
    unit: '%',
    source: 'enquête',
    direction: 'up',
    targetValue: 70,
    ownerFunction: 'onderzoeker',
  });
  return { ...made, goalId };
};

const measure = (goalId: string, change: Partial<MeasurementInput>) =>
  run(town.wijkregisseur, enterMeasurement, {
    goalId,
    role: 'test',
    value: 75,
    margin: null,
    n: 300,
    judgement: null,
    notMeasuredReason: null,
    measuredOn: '2016-12-28',
    source: '',
    note: null,
    correctsId: null,
    ...change,
  });

const decision = (testId: string, change: Partial<DecideTest> = {}): DecideTest => ({
  testId,
  version: 1,
  result: 'continued',
  reason: 'Het gaat de goede kant op',
  notMeasuredReason: 'De enquête is uitgesteld',
  dissent: '',
  transferredTo: '',
  mandateId: null,
  ...change,
});
const decide = (testId: string, change: Partial<DecideTest> = {}, who: Principal = town.college) =>
  run(who, decideTest, decision(testId, change)).catch(codeOf);
const propose = (testId: string, change: Partial<ProposeTest> = {}, who: Principal = trekker) =>
  run(who, proposeTest, {
    testId,
    version: 1,
    proposal: 'continued',
    reason: 'Het loopt',
    notMeasuredReason: 'De enquête is uitgesteld',
    ...change,
  }).catch(codeOf);

describe('a yearly test', () => {
  it('is prepared ten weeks ahead, and seen when it is not held in time', async () => {
    const { focuspuntId } = await setFocuspunt(test, town, { trekker: trekker.id });
    await sweepAt('2016-12-27T23:59:00+01:00');
    expect(await testOf(focuspuntId)).toEqual({});
    await sweepAt('2016-12-28T00:01:00+01:00');
    const prepared = await testOf(focuspuntId);
    expect(prepared).toMatchObject({ state: 'prepared', due_on: '2017-03-07' });
    expect(await focuspuntOf(focuspuntId)).toMatchObject({ state: 'yearly_test' });
    expect(await noticesOf(test, GEMEENTE, trekker, String(prepared.id))).toEqual(['test_prepared']);
    const police = { ...trekker, id: town.policeAccount };
    expect(await noticesOf(test, GEMEENTE, police, String(prepared.id))).toEqual(['test_prepared']);
    await sweepAt('2017-03-07T23:59:00+01:00');
    expect(await noticesOf(test, GEMEENTE, town.wijkregisseur, String(prepared.id))).toEqual([
      'test_prepared',
    ]);
    await sweepAt('2017-03-08T00:01:00+01:00');
    expect(await noticesOf(test, GEMEENTE, town.wijkregisseur, String(prepared.id))).toContain('test_due');
  });

  it('of a leap day falls on the last of February', async () => {
    test.clock.set('2016-02-29T10:00:00+01:00');
    const { focuspuntId } = await setFocuspunt(test, town);
    expect(await focuspuntOf(focuspuntId)).toMatchObject({ next_test_on: '2017-02-28' });
  });

  it('needs a new measurement, or "niet gemeten" and why', async () => {
    const { testId, focuspuntId, goalId } = await withGoal();
    expect(await decide(testId, { notMeasuredReason: ' ' })).toBe('not_measured_missing');
    expect(await propose(testId, { notMeasuredReason: '' })).toBe('not_measured_missing');
    await measure(goalId, { role: 'baseline', measuredOn: '2016-12-01' });
    expect(await decide(testId, { notMeasuredReason: '' })).toBe('not_measured_missing');
    await measure(goalId, { value: null, n: null, notMeasuredReason: 'Geen geld' });
    expect(await decide(testId, { notMeasuredReason: '' })).toBeUndefined();
    expect(await testOf(focuspuntId)).toMatchObject({
      state: 'decided',
      measurement_id: null,
      not_measured_reason: 'Schoon: Geen geld',
    });
    expect(await focuspuntOf(focuspuntId)).toMatchObject({ state: 'running', next_test_on: '2018-03-07' });
  });

  it('is reached at the target, or with the words of who sees it otherwise', async () => {
    const { testId, focuspuntId, goalId } = await withGoal();
    await measure(goalId, { value: 69.9 });
    expect(await decide(testId, { result: 'reached' })).toBe('dissent_missing');
    await measure(goalId, { value: 70 });
    expect(await decide(testId, { result: 'reached', dissent: '' })).toBeUndefined();
    const decided = await testOf(focuspuntId);
    expect(decided).toMatchObject({ result: 'reached', dissent: null, not_measured_reason: null });
    expect(decided.measurement_id).not.toBeNull();
    expect(await focuspuntOf(focuspuntId)).toMatchObject({ state: 'reached', next_test_on: null });
    const open = await asOwner(
      test.urls,
      GEMEENTE,
      `select 1 from term where object_id = $1 and state = 'open'`,
      [testId],
    );
    expect(open).toEqual([]);
    const other = await withGoal();
    expect(
      await decide(other.testId, { result: 'reached', dissent: 'Bewoners zien het zo' }),
    ).toBeUndefined();
    expect(await testOf(other.focuspuntId)).toMatchObject({ dissent: 'Bewoners zien het zo' });
  });

  it('goes on, stops or is handed over, and is adjusted by its people', async () => {
    const adjusted = await tested();
    expect(await decide(adjusted.testId, { result: 'adjusted' })).toBeUndefined();
    expect(await noticesOf(test, GEMEENTE, trekker, adjusted.testId)).toContain('test_adjusted');
    const stopped = await tested();
    expect(await decide(stopped.testId, { result: 'stopped' })).toBeUndefined();
    expect(await focuspuntOf(stopped.focuspuntId)).toMatchObject({ state: 'stopped' });
    const moved = await tested();
    expect(await decide(moved.testId, { result: 'transferred' })).toBe('transferred_to_missing');
    expect(
      await decide(moved.testId, { result: 'transferred', transferredTo: 'Stadsbeheer' }),
    ).toBeUndefined();
    expect(await focuspuntOf(moved.focuspuntId)).toMatchObject({ state: 'transferred' });
  });

  it('comes again a year later, over New Year, with measurements of that year only', async () => {
    const { testId, focuspuntId, goalId } = await withGoal();
    await measure(goalId, {});
    expect(await decide(testId)).toBeUndefined();
    await sweepAt('2017-12-28T00:01:00+01:00');
    const next = await testOf(focuspuntId);
    expect(next).toMatchObject({ state: 'prepared', due_on: '2018-03-07' });
    expect(await propose(String(next.id), { notMeasuredReason: '' })).toBeUndefined();
    const other = await withGoal();
    expect(await propose(other.testId, { notMeasuredReason: '' })).toBe('not_measured_missing');
  });

  it('is decided by the college, or with a mandate that holds for that role', async () => {
    const { testId } = await tested();
    expect(await decide(testId, {}, trekker)).toBe('forbidden');
    expect(await decide(testId, {}, director)).toBe('mandate_missing');
    const [old, own, foreign] = [newId(), newId(), newId()];
    await asOwner(
      test.urls,
      GEMEENTE,
      `insert into mandate (gemeente, id, role, subject, scope, source, valid_from, valid_to) values
       ('GM0637', $1, 'director', 'focuspunt', 'jaartoets', 'besluit', '2014-01-01', '2016-12-28'),
       ('GM0637', $2, 'director', 'focuspunt', 'jaartoets', 'besluit', '2014-01-01', null),
       ('GM0637', $3, 'director', 'knot', 'knopen', 'besluit', '2014-01-01', null)`,
      [old, own, foreign],
    );
    expect(await decide(testId, { mandateId: old }, director)).toBe('mandate_missing');
    expect(await decide(testId, { mandateId: foreign }, director)).toBe('mandate_missing');
    expect(await decide(testId, { mandateId: 'x' }, director)).toBe('mandate_missing');
    expect(await decide(testId, { mandateId: own }, director)).toBeUndefined();
  });

  it('is proposed by its trekker, and decided once', async () => {
    const { testId } = await tested();
    const neighbour = await staffOf(test, town, 'department_worker', { departmentId: town.roads });
    expect(await propose(testId, {}, neighbour)).toBe('forbidden');
    expect(await propose(testId, { proposal: null })).toBe('proposal_missing');
    expect(await propose(testId, { reason: '' })).toBe('reason_missing');
    expect(await propose(testId)).toBeUndefined();
    expect(await noticesOf(test, GEMEENTE, town.college, testId)).toEqual(['test_proposed']);
    await openConnections(test);
    const both = await Promise.all([
      decide(testId, { version: 2 }),
      decide(testId, { version: 2, result: 'stopped' }),
    ]);
    expect(
      both.filter((answer) => answer === 'changed_meanwhile' || answer === 'step_not_allowed'),
    ).toHaveLength(1);
    const far = execute(test.world, 'GM0106', town.college, decideTest, decision(testId));
    await expect(far.catch(codeOf)).resolves.toBe('not_found');
  });

  it('waits for the raad to be told', async () => {
    const { focuspuntId } = await setFocuspunt(test, town, { informed: false });
    await sweepAt('2016-12-28T00:01:00+01:00');
    const { id } = await testOf(focuspuntId);
    expect(await decide(String(id))).toBe('council_not_informed');
  });
});
