import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plusDays } from '#platform/calendar/index.ts';
import { sumOf } from './commitment-sum.ts';
import { askedQuarter, lastDayOf, quarterAfter, quarterBefore, quarterOf } from './quarter.ts';

describe('a quarter', () => {
  it('ends on its last day, over a leap day and a year end', () => {
    expect(['2016-01-01', '2016-03-31', '2016-04-01', '2016-12-31'].map(quarterOf)).toEqual([
      '2016-Q1',
      '2016-Q1',
      '2016-Q2',
      '2016-Q4',
    ]);
    expect(['2016-Q1', '2016-Q2', '2016-Q3', '2016-Q4'].map(lastDayOf)).toEqual([
      '2016-03-31',
      '2016-06-30',
      '2016-09-30',
      '2016-12-31',
    ]);
    expect([quarterAfter('2016-Q4'), quarterBefore('2017-Q1')]).toEqual(['2017-Q1', '2016-Q4']);
  });

  it('follows the one before without a day between', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
        const quarter = quarterOf(plusDays('2000-01-01', days));
        expect(quarterOf(lastDayOf(quarter))).toBe(quarter);
        expect(quarterOf(plusDays(lastDayOf(quarter), 1))).toBe(quarterAfter(quarter));
        expect(quarterBefore(quarterAfter(quarter))).toBe(quarter);
      }),
    );
  });

  it('is asked when it has just ended and nobody has spoken, until its last day', () => {
    const grace = () => '2016-04-07';
    const asked = (today: string, said: string[] = [], besluit = '2016-03-08') =>
      askedQuarter(today, besluit, said, grace);
    expect(asked('2016-03-31')).toBe('2016-Q1');
    expect(asked('2016-04-01')).toBe('2016-Q1');
    expect(asked('2016-04-07')).toBe('2016-Q1');
    expect(asked('2016-04-08')).toBe('2016-Q2');
    expect(asked('2016-04-01', ['2016-Q1'])).toBe('2016-Q2');
    expect(asked('2016-04-01', [], '2016-04-01')).toBe('2016-Q2');
  });
});

describe('the sum of commitments', () => {
  it('counts what is promised and what is confirmed apart, and never what was withdrawn', () => {
    const sum = sumOf([
      { euro: 10_000, state: 'promised' },
      { euro: 5_000, state: 'confirmed' },
      { euro: 20_000, state: 'withdrawn' },
    ]);
    expect(sum).toEqual({ total: 15_000, confirmed: 5_000, open: 10_000, withdrawn: 20_000 });
    expect(sumOf([]).total).toBe(0);
  });
});
