import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeBetween, type Figure, reachesTarget } from './change.ts';
import { type GoalState, redReasons } from './gaps.ts';
import { differenceInterval, intervalOf, shareInterval } from './interval.ts';
import { nextDueOn } from './next-due.ts';

const share = (value: number, n: number, version = 1): Figure => ({
  value,
  n,
  margin: null,
  isShare: true,
  definitionVersion: version,
});
const figure = (value: number, margin: number | null, version = 1): Figure => ({
  value,
  margin,
  n: null,
  isShare: false,
  definitionVersion: version,
});
const counts = (a: number, m: number) => share((100 * a) / m, m);

describe('the margin', () => {
  // Newcombe (1998), table II, method 10: a/m - b/n with the bounds of the difference.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('of %i/%i - %i/%i is as published', (a, m, b, n, low, high) => {
    const interval = differenceInterval(counts(b, n), counts(a, m));
    expect((interval?.low ?? 0) / 100).toBeCloseTo(low, 4);
    expect((interval?.high ?? 0) / 100).toBeCloseTo(high, 4);
  });

  it('of two stated margins is the root of the sum of their squares', () => {
    const { low, high } = differenceInterval(figure(50, 3), figure(60, 4)) ?? { low: 0, high: 0 };
    expect([low, high]).toEqual([5, 15]);
  });

  it('of a percentage contains it, stays within 0 and 100, and shrinks with more answers', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.integer({ min: 1, max: 50_000 }),
        (p, n) => {
          const [few, many] = [shareInterval(p, n), shareInterval(p, n * 4)];
          expect(few.low).toBeGreaterThanOrEqual(0);
          expect(few.high).toBeLessThanOrEqual(100);
          expect(few.low).toBeLessThanOrEqual(p + 1e-9);
          expect(few.high).toBeGreaterThanOrEqual(p - 1e-9);
          expect(many.high - many.low).toBeLessThan(few.high - few.low);
        },
      ),
    );
  });

  it('of a difference turns its sign when the two change places, and is never narrower than one of the two', () => {
    const estimates = fc.record({
      value: fc.double({ min: -1e4, max: 1e4, noNaN: true }),
      margin: fc.double({ min: 0, max: 1e3, noNaN: true }),
    });
    fc.assert(
      fc.property(estimates, estimates, (a, b) => {
        const [x, y] = [figure(a.value, a.margin), figure(b.value, b.margin)];
        const [there, back] = [differenceInterval(x, y), differenceInterval(y, x)];
        expect(there?.low).toBeCloseTo(-(back?.high ?? Number.NaN), 6);
        expect((there?.high ?? 0) - (there?.low ?? 0)).toBeGreaterThanOrEqual(
          2 * Math.max(a.margin, b.margin) - 1e-6,
        );
      }),
    );
  });

  it('is not known without a margin or a number of answers', () => {
    expect(intervalOf(figure(12, null))).toBeNull();
    expect(intervalOf({ ...share(12, 10), n: null })).toBeNull();
    expect(differenceInterval(figure(1, 0), figure(2, null))).toBeNull();
  });
});

describe('a change', () => {
  it('carries a light only when it exceeds the margin', () => {
    expect(changeBetween(figure(50, 3), figure(55, 4), 'up', 30).kind).toBe('within_margin');
    expect(changeBetween(figure(50, 3), figure(55.01, 4), 'up', 30).kind).toBe('better');
    expect(changeBetween(figure(50, 3), figure(55.01, 4), 'down', 30).kind).toBe('worse');
    expect(changeBetween(figure(14, 0), figure(9, 0), 'down', 30).kind).toBe('better');
    expect(changeBetween(figure(14, 0), figure(14, 0), 'down', 30).kind).toBe('within_margin');
  });

  it('is nothing between two definitions, with few answers, without a margin or with one figure', () => {
    expect(changeBetween(figure(50, 0), figure(90, 0, 2), 'up', 30)).toEqual({ kind: 'definition_changed' });
    expect(changeBetween(share(20, 300), share(60, 29), 'up', 30)).toEqual({ kind: 'too_few', n: 29 });
    expect(changeBetween(share(20, 30), share(90, 30), 'up', 30).kind).toBe('better');
    expect(changeBetween(figure(5, null), figure(9, 1), 'up', 30)).toEqual({
      kind: 'margin_unknown',
      difference: 4,
    });
    expect(changeBetween(null, figure(9, 1), 'up', 30)).toEqual({ kind: 'nothing_to_compare' });
  });

  it('is the opposite in the other direction', () => {
    const shares = fc.record({
      p: fc.double({ min: 0, max: 100, noNaN: true }),
      n: fc.integer({ min: 30, max: 5_000 }),
    });
    fc.assert(
      fc.property(shares, shares, (a, b) => {
        const up = changeBetween(share(a.p, a.n), share(b.p, b.n), 'up', 30).kind;
        const down = changeBetween(share(a.p, a.n), share(b.p, b.n), 'down', 30).kind;
        const opposite = { better: 'worse', worse: 'better', within_margin: 'within_margin' } as const;
        expect(down).toBe(opposite[up as keyof typeof opposite]);
      }),
    );
  });

  it('reaches its target at the value itself, in its own direction', () => {
    expect(reachesTarget(70, 70, 'up')).toBe(true);
    expect(reachesTarget(69.9, 70, 'up')).toBe(false);
    expect(reachesTarget(70, 70, 'down')).toBe(true);
    expect(reachesTarget(70.1, 70, 'down')).toBe(false);
  });
});

const complete: GoalState = {
  kind: 'figure',
  direction: 'up',
  targetValue: 70,
  targetOn: '2018-01-01',
  hasBaseline: true,
  hasMeasurement: true,
  lastIsNotMeasured: false,
  nextDueOn: '2017-03-01',
  missingAfter: '2017-03-31',
};

describe('what is red', () => {
  it('says each gap of a figure', () => {
    expect(redReasons(complete, '2017-03-01')).toEqual([]);
    expect(redReasons(complete, '2017-03-02')).toEqual(['overdue']);
    expect(redReasons(complete, '2017-03-31')).toEqual(['overdue']);
    expect(redReasons(complete, '2017-04-01')).toEqual(['not_measured', 'overdue']);
    expect(redReasons({ ...complete, lastIsNotMeasured: true }, '2017-01-01')).toEqual(['not_measured']);
    const bare = {
      ...complete,
      hasBaseline: false,
      hasMeasurement: false,
      targetValue: null,
      targetOn: null,
      nextDueOn: null,
      missingAfter: null,
    };
    expect(redReasons(bare, '2016-03-07')).toEqual(['no_baseline', 'no_target', 'no_date', 'not_measured']);
  });

  it('asks no baseline of an orchard or a judgement', () => {
    const orchard = { ...complete, kind: 'milestone', hasBaseline: false, hasMeasurement: false } as const;
    expect(redReasons(orchard, '2016-06-01')).toEqual([]);
    expect(redReasons({ ...orchard, kind: 'judgement', targetOn: null }, '2016-06-01')).toEqual(['no_date']);
  });
});

describe('the next measurement', () => {
  const schedule = { baselineDueOn: '2016-06-01', measureEveryMonths: 12, targetOn: '2019-01-01' };
  it('is the baseline, then every so many months, over a leap day and a year end', () => {
    expect(nextDueOn(schedule, null)).toBe('2016-06-01');
    expect(nextDueOn({ ...schedule, baselineDueOn: null }, null)).toBe('2019-01-01');
    expect(nextDueOn(schedule, '2016-02-29')).toBe('2017-02-28');
    expect(nextDueOn({ ...schedule, measureEveryMonths: 6 }, '2016-08-31')).toBe('2017-02-28');
    expect(nextDueOn({ ...schedule, measureEveryMonths: 3 }, '2016-11-30')).toBe('2017-02-28');
    expect(nextDueOn({ ...schedule, measureEveryMonths: null }, '2018-12-31')).toBe('2019-01-01');
    expect(nextDueOn({ ...schedule, measureEveryMonths: null }, '2019-01-01')).toBeNull();
  });
});
