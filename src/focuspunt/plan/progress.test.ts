import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tenantTransaction } from '#platform/database/tenant-transaction.ts';
import type { Principal } from '#platform/policy/principal.ts';
import { openConnections } from '#testing/at-once.ts';
import { asOwner, MONDAY_MORNING, type TestWorld } from '#testing/world.ts';
import type { FocusTown } from '../focuspunt/focus-town.fixture.ts';
import { latestLights, promiseCommitment, sayQuarter, settleCommitment } from './index.ts';
import { actsIn, codeOf, noticesOf, planTown } from './plan-town.fixture.ts';

const GEMEENTE = 'GM0637';
let test: TestWorld;
let town: FocusTown;
let trekker: Principal & { id: string };

beforeAll(async () => {
  ({ test, town, trekker } = await planTown());
});
afterAll(() => test.close());
beforeEach(() => test.clock.set(MONDAY_MORNING));

const { run, sweepAt, made, row } = actsIn(() => ({ test, town, trekker }));

describe('a quarter', () => {
  it('is asked when it is over, and seen by the wijkregisseur five working days later', async () => {
    const { planId, focuspuntId } = await made();
    await sweepAt('2016-03-31T23:59:00+02:00');
    expect(await noticesOf(test, GEMEENTE, trekker, planId)).not.toContain('quarter_ask');
    await sweepAt('2016-04-01T00:01:00+02:00');
    expect(await noticesOf(test, GEMEENTE, trekker, planId)).toContain('quarter_ask');
    await sweepAt('2016-04-07T23:59:00+02:00');
    expect(await noticesOf(test, GEMEENTE, town.wijkregisseur, planId)).not.toContain('quarter_late');
    await sweepAt('2016-04-08T00:01:00+02:00');
    expect(await noticesOf(test, GEMEENTE, town.wijkregisseur, planId)).toContain('quarter_late');
    expect(await run(trekker, sayQuarter, { focuspuntId, light: 'falters', sentence: '' })).toBe('2016-Q2');
  });

  it('is said in one click, of the one that just ended, and starts the focuspunt', async () => {
    const { focuspuntId, planId } = await made();
    test.clock.set('2016-04-04T10:00:00+02:00');
    expect(await run(trekker, sayQuarter, { focuspuntId, light: 'runs', sentence: 'Gaat goed' })).toBe(
      '2016-Q1',
    );
    expect(await run(town.wijkregisseur, sayQuarter, { focuspuntId, light: 'falters', sentence: '' })).toBe(
      '2016-Q2',
    );
    expect(await row('focuspunt', focuspuntId)).toMatchObject({ state: 'running' });
    const lights = await tenantTransaction(test.world.pool, GEMEENTE, (db) =>
      latestLights(db, GEMEENTE, [focuspuntId]),
    );
    expect(lights.get(focuspuntId)).toMatchObject({ light: 'falters', quarter: '2016-Q2' });
    await sweepAt('2016-04-08T00:01:00+02:00');
    const late = await asOwner(
      test.urls,
      GEMEENTE,
      `select 1 from notice where kind like 'quarter%' and object_id = $1`,
      [planId],
    );
    expect(late).toEqual([]);
    const none = run(trekker, sayQuarter, { focuspuntId, light: null, sentence: '' });
    await expect(none.catch(codeOf)).resolves.toBe('light_missing');
  });

  it('goes on over New Year', async () => {
    const { planId } = await made();
    for (const moment of ['2016-04-01', '2016-07-01', '2016-10-01', '2017-01-01'])
      await sweepAt(`${moment}T00:30:00Z`);
    const [term] = await asOwner<{ due_at: Date }>(
      test.urls,
      GEMEENTE,
      `select due_at from term where object_id = $1 and kind = 'quarter_late' and state = 'open' order by due_at desc limit 1`,
      [planId],
    );
    // 1 January is free and a Sunday: the fifth working day is Friday 6 January.
    expect(term?.due_at.toISOString()).toBe('2017-01-06T22:59:59.999Z');
  });
});

describe('a commitment', () => {
  const promise = (
    focuspuntId: string,
    change: Partial<{ euro: number; payer: string; dueOn: string }> = {},
  ) =>
    run(trekker, promiseCommitment, {
      focuspuntId,
      payer: 'Fonds 1818',
      departmentId: null,
      ownerFunction: 'adviseur van het fonds',
      euro: 10_000,
      dueOn: '2016-04-15',
      note: '',
      ...change,
    });
  const knots = (focuspuntId: string) =>
    asOwner<{ cause: string }>(test.urls, GEMEENTE, 'select cause from knot where object_id = $1', [
      focuspuntId,
    ]);

  it('that is missing after ten working days becomes one knot', async () => {
    const { focuspuntId } = await made();
    await promise(focuspuntId);
    await promise(focuspuntId, { payer: 'Welzijn' });
    // Fifteen April is a Friday; Koningsdag is a Wednesday: the tenth working day is Monday 2 May.
    await sweepAt('2016-05-02T23:59:00+02:00');
    expect(await knots(focuspuntId)).toEqual([]);
    await sweepAt('2016-05-03T00:01:00+02:00');
    expect(await knots(focuspuntId)).toEqual([{ cause: 'payer_missing' }]);
  });

  it('that is confirmed or withdrawn is not', async () => {
    const { focuspuntId } = await made();
    const [first, second] = [await promise(focuspuntId), await promise(focuspuntId)];
    const settle = (commitmentId: string, step: 'confirm' | 'withdraw', reason = '', version = 1) =>
      run(trekker, settleCommitment, { commitmentId, version, step, reason }).catch(codeOf);
    expect(await settle(second, 'withdraw')).toBe('reason_missing');
    await openConnections(test);
    const both = await Promise.all([settle(first, 'confirm'), settle(first, 'withdraw', 'geen geld')]);
    expect(both.filter((answer) => answer === 'changed_meanwhile')).toHaveLength(1);
    await settle(second, 'withdraw', 'geen geld');
    await sweepAt('2016-06-01T10:00:00+02:00');
    expect(await knots(focuspuntId)).toEqual([]);
  });

  it.each([
    ['payer_missing', { payer: ' ' }],
    ['euro_unreadable', { euro: 0 }],
    ['euro_unreadable', { euro: Number.NaN }],
    ['date_unreadable', { dueOn: '2016-02-30' }],
  ])('is refused: %s', async (code, change) => {
    const { focuspuntId } = await made();
    await expect(promise(focuspuntId, change).catch(codeOf)).resolves.toBe(code);
  });
});
