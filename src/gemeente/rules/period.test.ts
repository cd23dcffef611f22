import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '#platform/errors.ts';
import { checkPeriod, holdsOn, isUsableDay, overlap, type Period } from './period.ts';

const codeOf = (period: Period): string => {
  try {
    checkPeriod(period);
    return 'ok';
  } catch (error) {
    return error instanceof Refusal ? `${error.code} ${Object.keys(error.fields).join()}` : 'fault';
  }
};

describe('a period', () => {
  it('refuses days that do not exist, at the field where they stand', () => {
    expect(codeOf({ validFrom: '2017-02-29', validTo: null })).toBe('impossible_date validFrom');
    expect(codeOf({ validFrom: '2016-02-29', validTo: '2016-13-01' })).toBe('impossible_date validTo');
    expect(codeOf({ validFrom: '0016-02-28', validTo: null })).toBe('impossible_date validFrom');
    expect(codeOf({ validFrom: "1' or 1=1", validTo: null })).toBe('impossible_date validFrom');
    expect(isUsableDay('2016-2-9')).toBe(false);
  });

  it('refuses an end on or before its first day', () => {
    expect(codeOf({ validFrom: '2016-03-07', validTo: '2016-03-07' })).toBe('end_before_start validTo');
    expect(codeOf({ validFrom: '2016-03-07', validTo: '2016-03-08' })).toBe('ok');
  });

  it('does not overlap the period that begins on its end', () => {
    const first = { validFrom: '2014-01-01', validTo: '2016-03-07' };
    expect(overlap(first, { validFrom: '2016-03-07', validTo: null })).toBe(false);
    expect(overlap(first, { validFrom: '2016-03-06', validTo: null })).toBe(true);
    expect(holdsOn(first, '2016-03-07')).toBe(false);
  });

  it('overlaps another exactly when some day lies in both', () => {
    const days = ['2016-01-01', '2016-01-02', '2016-01-03', '2016-01-04', '2016-01-05'];
    const period = fc
      .tuple(fc.nat(3), fc.option(fc.integer({ min: 1, max: 4 })))
      .filter(([from, length]) => length === null || from + length < days.length)
      .map(([from, length]) => ({
        validFrom: days[from] ?? '',
        validTo: length === null ? null : (days[from + length] ?? null),
      }));
    fc.assert(
      fc.property(period, period, (a, b) => {
        expect(overlap(a, b)).toBe(days.some((day) => holdsOn(a, day) && holdsOn(b, day)));
      }),
    );
  });
});
