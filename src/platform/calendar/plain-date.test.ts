import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, isPlainDate, plusDays, plusMonths, weekdayOf } from './plain-date.ts';

describe('a plain date', () => {
  it.each(['2016-05-12', '2016-02-29', '2000-02-29', '1970-01-01', '9999-12-31'])('%s exists', (text) => {
    expect(isPlainDate(text)).toBe(true);
  });

  it.each([
    '2017-02-29',
    '1900-02-29',
    '2016-13-01',
    '2016-00-10',
    '2016-04-31',
    '2016-5-2',
    '12-05-2016',
    '',
    ' 2016-05-12',
    '2016-05-12T00:00',
  ])('"%s" does not', (text) => {
    expect(isPlainDate(text)).toBe(false);
  });

  it('moves by whole months, to the last day of a shorter one', () => {
    expect(plusMonths('2016-01-31', 1)).toBe('2016-02-29');
    expect(plusMonths('2016-02-29', 12)).toBe('2017-02-28');
    expect(plusMonths('2016-11-30', 3)).toBe('2017-02-28');
    expect(plusMonths('2016-12-31', 12)).toBe('2017-12-31');
    expect(plusMonths('2017-01-31', -2)).toBe('2016-11-30');
    expect(() => plusMonths('2017-02-29', 1)).toThrow(RangeError);
  });

  it('knows its weekday, also before 1970', () => {
    expect(weekdayOf('2016-05-12')).toBe(4);
    expect(weekdayOf('1970-01-01')).toBe(4);
    expect(weekdayOf('1945-05-05')).toBe(6);
    expect(weekdayOf('2025-04-27')).toBe(7);
  });

  it('moves over month, year and leap day', () => {
    expect(plusDays('2016-02-28', 1)).toBe('2016-02-29');
    expect(plusDays('2015-12-31', 1)).toBe('2016-01-01');
    expect(plusDays('2016-03-01', -1)).toBe('2016-02-29');
  });

  it('refuses what is not a day', () => {
    expect(() => plusDays('2017-02-29', 1)).toThrow(RangeError);
    expect(() => weekdayOf('vandaag')).toThrow(RangeError);
  });

  it('comes back after going there and back', () => {
    const [start, days] = [
      fc.integer({ min: -20_000, max: 40_000 }),
      fc.integer({ min: -5_000, max: 5_000 }),
    ];
    fc.assert(
      fc.property(start, days, (from, count) => {
        const date = plusDays('1970-01-01', from);
        expect(plusDays(plusDays(date, count), -count)).toBe(date);
        expect(dayNumber(plusDays(date, count)) - dayNumber(date)).toBe(count);
      }),
    );
  });
});
