import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dutchCalendar } from './dutch-calendar.ts';
import { plusDays } from './plain-date.ts';
import { addTerm, workdayAfter, workdaysBetween } from './reckon.ts';
import { parseTerm } from './term.ts';
import { endOfDay, isoDate, startOfDay } from './zone.ts';

const calendar = dutchCalendar();

const ends = (start: string, text: string): string => {
  const term = parseTerm(text);
  if (!term) throw new Error(`not a term: ${text}`);
  return addTerm(new Date(start), term, calendar).toISOString();
};

describe('the end of a term', () => {
  it.each([
    [
      'three workdays over Whitsun',
      '2016-05-12T10:00:00+02:00',
      '3 workday',
      '2016-05-18T23:59:59.999+02:00',
    ],
    [
      'one workday from a Saturday',
      '2016-05-21T10:00:00+02:00',
      '1 workday',
      '2016-05-23T23:59:59.999+02:00',
    ],
    [
      'none on a Saturday is Monday',
      '2016-05-21T10:00:00+02:00',
      '0 workday',
      '2016-05-23T23:59:59.999+02:00',
    ],
    ['none on a workday is today', '2016-05-20T10:00:00+02:00', '0 workday', '2016-05-20T23:59:59.999+02:00'],
    ['over New Year', '2015-12-31T16:00:00+01:00', '1 workday', '2016-01-04T23:59:59.999+01:00'],
    [
      'over Koningsdag on a Monday',
      '2026-04-24T16:00:00+02:00',
      '1 workday',
      '2026-04-28T23:59:59.999+02:00',
    ],
    ['14 days', '2016-05-12T10:00:00+02:00', '14 day', '2016-05-26T23:59:59.999+02:00'],
    ['8 weeks', '2016-05-12T10:00:00+02:00', '8 week', '2016-07-07T23:59:59.999+02:00'],
    ['a day into summer time', '2016-03-26T12:00:00+01:00', '1 day', '2016-03-27T23:59:59.999+02:00'],
    ['a day into winter time', '2016-10-29T12:00:00+02:00', '1 day', '2016-10-30T23:59:59.999+01:00'],
    ['an hour over summer time', '2016-03-27T01:30:00+01:00', '1 hour', '2016-03-27T03:30:00+02:00'],
    ['an hour over winter time', '2016-10-30T02:30:00+02:00', '1 hour', '2016-10-30T02:30:00+01:00'],
    ['minutes', '2016-05-12T10:00:00+02:00', '90 minute', '2016-05-12T11:30:00+02:00'],
  ])('%s', (_, start, term, expected) => {
    expect(ends(start, term)).toBe(new Date(expected).toISOString());
  });

  it('counts from the Dutch day, one second before and after midnight', () => {
    expect(ends('2016-05-18T21:59:59Z', '1 day')).toBe('2016-05-19T21:59:59.999Z');
    expect(ends('2016-05-18T22:00:00Z', '1 day')).toBe('2016-05-20T21:59:59.999Z');
  });

  it('refuses nonsense', () => {
    const never = new Date(Number.NaN);
    expect(() => addTerm(new Date(0), { amount: 1.5, unit: 'day' }, calendar)).toThrow(RangeError);
    expect(() => addTerm(never, { amount: 1, unit: 'day' }, calendar)).toThrow(RangeError);
    expect(() => addTerm(never, { amount: 1, unit: 'hour' }, calendar)).toThrow(RangeError);
  });

  it('is quick also for the longest term', () => {
    const began = performance.now();
    expect(ends('2016-05-12T10:00:00Z', '2600 workday')).toMatch(/^2026/);
    expect(performance.now() - began).toBeLessThan(500);
  });
});

describe('a Dutch day', () => {
  it('has 23 hours when summer time begins and 25 when it ends', () => {
    const hours = (date: string) => (endOfDay(date).getTime() + 1 - startOfDay(date).getTime()) / 3_600_000;
    expect([hours('2016-03-27'), hours('2016-10-30'), hours('2016-05-12')]).toEqual([23, 25, 24]);
  });

  it('is the day on the wall here, not in Greenwich', () => {
    expect(isoDate(new Date('2015-12-31T22:59:59.999Z'))).toBe('2015-12-31');
    expect(isoDate(new Date('2015-12-31T23:00:00Z'))).toBe('2016-01-01');
    expect(() => isoDate(new Date(Number.NaN))).toThrow(RangeError);
  });

  it('begins and ends inside itself, on every day', () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((days) => plusDays('2010-01-01', days));
    fc.assert(
      fc.property(day, (date) => {
        expect(isoDate(startOfDay(date))).toBe(date);
        expect(isoDate(endOfDay(date))).toBe(date);
        expect(isoDate(new Date(endOfDay(date).getTime() + 1))).toBe(plusDays(date, 1));
      }),
    );
  });
});

describe('counting workdays', () => {
  it('counts the last day and not the first', () => {
    expect(workdaysBetween('2016-05-12', '2016-05-12', calendar)).toBe(0);
    expect(workdaysBetween('2016-05-12', '2016-05-17', calendar)).toBe(2);
    expect(workdaysBetween('2016-05-17', '2016-05-12', calendar)).toBe(-2);
  });

  it('refuses days that do not exist instead of counting for ever', () => {
    expect(() => workdaysBetween('2016-05-12', '2016-02-30', calendar)).toThrow(RangeError);
  });

  it('undoes what adding workdays did', () => {
    const day = fc.integer({ min: 0, max: 10_000 }).map((days) => plusDays('2010-01-01', days));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (date, count) => {
        const end = workdayAfter(date, count, calendar);
        expect(calendar.isWorkday(end)).toBe(true);
        expect(workdaysBetween(date, end, calendar)).toBe(count);
      }),
    );
  });
});
