import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readSettings } from '#gemeente/index.ts';
import { execute } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { tenantTransaction } from '#platform/database/tenant-transaction.ts';
import type { Refusal } from '#platform/errors.ts';
import type { Principal } from '#platform/policy/principal.ts';
import { openConnections } from '#testing/at-once.ts';
import { makePerson } from '#testing/people.ts';
import { type SmallTown, staffOf } from '#testing/signaal.ts';
import { type TestSite, testSite } from '#testing/web.ts';
import { asOwner, MONDAY_MORNING, type TestWorld } from '#testing/world.ts';
import type { MeasurementInput } from './commands/enter-measurement.ts';
import {
  confirmGoal,
  enterMeasurement,
  type GoalInput,
  type GoalView,
  goalsOf,
  monitorRoutes,
  proposeGoal,
  setGoal,
  sweepGoals,
} from './index.ts';
import { FOCUSPUNT, figure, goalTown } from './monitor.fixture.ts';

const GEMEENTE = 'GM0637';
let test: TestWorld;
let site: TestSite;
let town: SmallTown;
let regisseur: Principal & { id: string };
let stranger: Principal & { id: string };

beforeAll(async () => {
  ({ test, town, regisseur } = await goalTown(() => true));
  site = testSite(test, monitorRoutes);
  stranger = await staffOf(test, town, 'wijkregisseur', { buurtIds: [town.lonelyBuurt] });
});
afterAll(() => test.close());
beforeEach(() => test.clock.set(MONDAY_MORNING));

const measurement = (goalId: string, change: Partial<MeasurementInput> = {}): MeasurementInput => ({
  goalId,
  role: 'interim',
  value: 50,
  margin: null,
  n: 300,
  judgement: null,
  notMeasuredReason: null,
  measuredOn: '2016-03-07',
  source: '',
  note: null,
  correctsId: null,
  ...change,
});

const set = (input: GoalInput, who: Principal = regisseur) =>
  execute(test.world, GEMEENTE, who, setGoal, input);
const measure = (input: MeasurementInput, who: Principal = regisseur) =>
  execute(test.world, GEMEENTE, who, enterMeasurement, input);
const codeOf = (error: Refusal): string => error.code;

const goalNow = async (id: string): Promise<GoalView> => {
  const today = test.clock.now().toISOString().slice(0, 10);
  const goals = await tenantTransaction(test.world.pool, GEMEENTE, async (db) =>
    goalsOf(db, GEMEENTE, [FOCUSPUNT], { today, settings: await readSettings(db, GEMEENTE, today) }),
  );
  const goal = goals.find((one) => one.id === id);
  if (!goal) throw new Error('No such goal');
  return goal;
};

const noticesOf = (accountId: string) =>
  asOwner<{ kind: string }>(
    test.urls,
    GEMEENTE,
    'select kind from notice where account_id = $1 order by created_at',
    [accountId],
  );

describe('a goal', () => {
  it('is red until it has a baseline, and says honestly what changed', async () => {
    const id = await set(figure());
    expect((await goalNow(id)).reds).toEqual(['no_baseline', 'not_measured']);
    await measure(measurement(id, { role: 'baseline', value: 50 }));
    expect(await goalNow(id)).toMatchObject({ reds: [], nextDueOn: '2017-03-07', isReached: false });
    test.clock.set('2017-03-01T10:00:00+01:00');
    await measure(measurement(id, { value: 55, measuredOn: '2017-03-01' }));
    expect((await goalNow(id)).change.kind).toBe('within_margin');
    const last = (await goalNow(id)).latest;
    await measure(measurement(id, { value: 75, measuredOn: '2017-03-01', correctsId: last?.id ?? '' }));
    const corrected = await goalNow(id);
    expect(corrected).toMatchObject({ change: { kind: 'better', difference: 25 }, isReached: true });
    expect(corrected.measurements).toHaveLength(2);
  });

  it('breaks the comparison when its definition changes, and keeps both', async () => {
    const id = await set(figure());
    await measure(measurement(id, { role: 'baseline' }));
    const { version } = await goalNow(id);
    await set({ ...figure({ definition: 'Vindt u het er schoon of heel schoon?' }), goalId: id, version });
    await measure(measurement(id, { value: 90 }));
    const goal = await goalNow(id);
    expect(goal).toMatchObject({ definitionVersion: 2, change: { kind: 'definition_changed' } });
    const page = await site.client().get(`/doelen/${id}`);
    expect(page.text).toContain('niet met elkaar te vergelijken');
    expect(page.text).toContain('definitie 1, vanaf maandag 7 maart 2016');
    expect(page.text).toContain('<svg');
  });

  it('keeps "niet gemeten" with its reason, and is red for it', async () => {
    const id = await set(figure());
    await measure(measurement(id, { value: null, n: null, notMeasuredReason: 'Geen geld voor de enquête' }));
    expect(await goalNow(id)).toMatchObject({
      reds: ['no_baseline', 'not_measured'],
      notMeasured: { notMeasuredReason: 'Geen geld voor de enquête' },
    });
  });

  it('shows residents no percentage of fewer than thirty answers', async () => {
    const id = await set(figure());
    await measure(measurement(id, { role: 'baseline', value: 41.7, n: 29 }));
    const page = await site.client().get(`/doelen/${id}`);
    expect(page.text).toContain('te weinig antwoorden om te tonen');
    expect(page.text).not.toContain('41,7');
    expect(page.text).not.toContain('<svg viewBox="0 0 400');
    const inside = await site.client().signInAs(regisseur.id);
    expect((await inside.get(`/doelen/${id}`)).text).toContain('41,7%');
    const enough = await set(figure());
    await measure(measurement(enough, { role: 'baseline', value: 41.7, n: 30 }));
    expect((await site.client().get(`/doelen/${enough}`)).text).toContain('41,7%');
  });

  it('of an orchard needs no baseline', async () => {
    const id = await set(figure({ kind: 'milestone', unit: null, title: 'De boomgaard staat er' }));
    expect((await goalNow(id)).reds).toEqual([]);
    await measure(measurement(id, { value: null, n: null, judgement: 'reached' }));
    expect(await goalNow(id)).toMatchObject({ isReached: true, baseline: null });
  });

  it.each([
    ['title_missing', { title: ' ' }],
    ['unit_missing', { unit: null }],
    ['owner_missing', { ownerFunction: null }],
    ['judge_missing', { kind: 'judgement' }],
    ['date_unreadable', { targetOn: '2017-02-29' }],
    ['number_unreadable', { targetValue: Number.NaN }],
    ['months_unreadable', { measureEveryMonths: 0 }],
    ['owner_unknown', { ownerAccountId: newId() }],
  ] as [string, Partial<GoalInput>][])('is refused: %s', async (code, change) => {
    await expect(set(figure(change)).catch(codeOf)).resolves.toBe(code);
  });

  it.each([
    ['value_missing', { value: null }],
    ['share_unreadable', { value: 101 }],
    ['margin_unreadable', { margin: -1 }],
    ['sample_missing', { n: null }],
    ['sample_unreadable', { n: 0 }],
    ['date_in_future', { measuredOn: '2016-03-08' }],
    ['date_unreadable', { measuredOn: '2015-02-29' }],
    ['correction_unknown', { correctsId: newId() }],
    ['reason_missing', { value: null, notMeasuredReason: ' ' }],
  ] as [string, Partial<MeasurementInput>][])('refuses a measurement: %s', async (code, change) => {
    const id = await set(figure());
    await expect(measure(measurement(id, change)).catch(codeOf)).resolves.toBe(code);
  });

  it('has one baseline, also when two enter it at once, and a row is corrected once', async () => {
    const id = await set(figure());
    await openConnections(test);
    const both = await Promise.all(
      [40, 41].map((value) => measure(measurement(id, { role: 'baseline', value })).catch(codeOf)),
    );
    expect(both.filter((answer) => answer === 'baseline_exists')).toHaveLength(1);
    const { baseline } = await goalNow(id);
    const correctsId = baseline?.id ?? '';
    const corrections = await Promise.all(
      [42, 43].map((value) =>
        measure(measurement(id, { role: 'baseline', value, correctsId })).catch(codeOf),
      ),
    );
    expect(corrections.filter((answer) => answer === 'corrected_already')).toHaveLength(1);
  });

  it('changed by two at once keeps the first', async () => {
    const id = await set(figure());
    const { version } = await goalNow(id);
    await openConnections(test);
    const both = await Promise.all(
      ['een', 'twee'].map((title) => set({ ...figure({ title }), goalId: id, version }).catch(codeOf)),
    );
    expect(both.filter((answer) => answer === 'changed_meanwhile')).toHaveLength(1);
  });
});

describe('who may', () => {
  it('set a goal of a focuspunt: its wijkregisseur, not the neighbour, nor another municipality', async () => {
    await expect(set(figure(), stranger).catch(codeOf)).resolves.toBe('forbidden');
    const id = await set(figure());
    await expect(measure(measurement(id), stranger).catch(codeOf)).resolves.toBe('forbidden');
    const far = execute(test.world, 'GM0106', regisseur, enterMeasurement, measurement(id));
    await expect(far.catch(codeOf)).resolves.toBe('not_found');
    const farGoal = execute(test.world, 'GM0106', regisseur, setGoal, figure());
    await expect(farGoal.catch(codeOf)).resolves.toBe('not_found');
  });

  it('measure: its owner, and the administrator', async () => {
    const owner = await staffOf(test, town, 'department_worker', { departmentId: town.green });
    const admin = await staffOf(test, town, 'functional_admin');
    const id = await set(figure({ ownerAccountId: owner.id }));
    await measure(measurement(id), owner);
    await measure(measurement(id), admin);
    await expect(set({ ...figure(), goalId: id, version: 3 }, owner).catch(codeOf)).resolves.toBe(
      'forbidden',
    );
  });

  it('set a goal of the municipality: the raad; others propose', async () => {
    const raad = await staffOf(test, town, 'raad');
    const college = await staffOf(test, town, 'college');
    const whole = figure({ objectKind: 'gemeente', objectId: null });
    await expect(set(whole).catch(codeOf)).resolves.toBe('forbidden');
    const id = await execute(test.world, GEMEENTE, college, proposeGoal, whole);
    expect((await site.client().get('/doelen')).text).not.toContain(whole.title);
    expect((await site.client().get(`/doelen/${id}`)).status).toBe(404);
    const confirm = (who: Principal) =>
      execute(test.world, GEMEENTE, who, confirmGoal, { goalId: id, version: 1 });
    await expect(confirm(college).catch(codeOf)).resolves.toBe('forbidden');
    await confirm(raad);
    await expect(confirm(raad).catch(codeOf)).resolves.toBe('changed_meanwhile');
    expect((await site.client().get('/doelen')).text).toContain(whole.title);
    const again = execute(test.world, GEMEENTE, college, proposeGoal, { ...whole, goalId: id, version: 2 });
    await expect(again.catch(codeOf)).resolves.toBe('already_set');
  });
});

describe('a measurement that does not come', () => {
  it('is asked of its owner on Koningsdag itself, and stands red after thirty days', async () => {
    const owner = await makePerson(test, { holdings: [{ role: 'department_worker' }] });
    const id = await set(figure({ ownerAccountId: owner }));
    test.clock.set('2016-04-27T23:59:00+02:00');
    await sweepGoals(test.world, GEMEENTE);
    expect(await noticesOf(owner)).toEqual([]);
    test.clock.set('2016-04-28T00:01:00+02:00');
    await sweepGoals(test.world, GEMEENTE);
    await sweepGoals(test.world, GEMEENTE);
    expect(await noticesOf(owner)).toEqual([{ kind: 'measurement_due' }]);
    expect((await goalNow(id)).reds).toContain('no_baseline');
    test.clock.set('2016-05-29T00:01:00+02:00');
    await sweepGoals(test.world, GEMEENTE);
    const seen = await noticesOf(regisseur.id);
    expect(seen.map(({ kind }) => kind)).toContain('measurement_missing');
  });

  it('is not asked any more once it was entered', async () => {
    const owner = await makePerson(test, { holdings: [{ role: 'department_worker' }] });
    const id = await set(figure({ ownerAccountId: owner }));
    await measure(measurement(id, { role: 'baseline' }));
    test.clock.set('2016-05-30T10:00:00+02:00');
    await sweepGoals(test.world, GEMEENTE);
    expect(await noticesOf(owner)).toEqual([]);
  });
});
