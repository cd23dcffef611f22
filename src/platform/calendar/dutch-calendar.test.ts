import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { dutchCalendar } from './dutch-calendar.ts';
import { easterSunday } from './easter.ts';
import { plusDays, weekdayOf } from './plain-date.ts';

/** Typed over from a printed table, not computed. */
const EASTER = [
  '2016-03-27',
  '2017-04-16',
  '2018-04-01',
  '2019-04-21',
  '2020-04-12',
  '2021-04-04',
  '2022-04-17',
  '2023-04-09',
  '2024-03-31',
  '2025-04-20',
  '2026-04-05',
  '2027-03-28',
  '2028-04-16',
  '2029-04-01',
  '2030-04-21',
  '2031-04-13',
  '2032-03-28',
  '2033-04-17',
  '2034-04-09',
  '2035-03-25',
];

const calendar = dutchCalendar();

describe('Easter', () => {
  it.each(EASTER)('falls on %s', (day) => {
    expect(easterSunday(Number(day.slice(0, 4)))).toBe(day);
  });
});

describe('the Dutch calendar', () => {
  it.each([
    ['2025-04-26', 'kings_day'],
    ['2026-04-27', 'kings_day'],
    ['2014-04-26', 'kings_day'],
    ['2013-04-30', 'kings_day'],
    ['2016-01-01', 'new_year'],
    ['2016-03-25', 'good_friday'],
    ['2016-03-28', 'easter_monday'],
    ['2016-05-05', 'ascension_day'],
    ['2017-05-05', 'liberation_day'],
    ['2016-05-16', 'whit_monday'],
    ['2016-12-26', 'second_christmas_day'],
  ] as const)('is free on %s for %s', (date, holiday) => {
    expect(calendar.holiday(date)).toBe(holiday);
    expect(calendar.isWorkday(date)).toBe(false);
  });

  it('does not celebrate the King on a Sunday', () => {
    expect(calendar.holiday('2025-04-27')).toBeUndefined();
    expect(calendar.isWorkday('2025-04-28')).toBe(true);
  });

  it('works on days that only look free', () => {
    for (const date of ['2016-05-04', '2016-12-24', '2015-12-31', '2016-12-05', '2016-04-30']) {
      expect(calendar.isWorkday(date), date).toBe(weekdayOf(date) < 6);
      expect(calendar.holiday(date), date).toBeUndefined();
    }
  });

  it('lets Good Friday and Liberation Day be worked when the municipality says so', () => {
    const busy = dutchCalendar({ goodFriday: false, liberationDay: 'every_fifth_year' });
    expect(busy.isWorkday('2026-04-03')).toBe(true);
    expect(busy.isWorkday('2026-05-05')).toBe(true);
    expect(busy.isWorkday('2025-05-05')).toBe(false);
    expect(busy.isWorkday('2016-05-05')).toBe(false);
  });

  it('adds the free days of the municipality, but never renames a holiday', () => {
    const bridged = dutchCalendar({ extraFreeDays: ['2016-05-06', '2016-01-01'] });
    expect(bridged.isWorkday('2016-05-06')).toBe(false);
    expect(bridged.holiday('2016-05-06')).toBe('extra');
    expect(bridged.holiday('2016-01-01')).toBe('new_year');
    expect(calendar.isWorkday('2016-05-06')).toBe(true);
  });

  it('refuses a free day that does not exist, and a question about none', () => {
    expect(() => dutchCalendar({ extraFreeDays: ['2017-02-29'] })).toThrow('2017-02-29');
    expect(() => calendar.isWorkday('morgen')).toThrow(RangeError);
  });

  it('agrees with an independent table on every day of 1980 to 2060', () => {
    const other = new Holidays('NL');
    const free = new Set(['Goede Vrijdag', 'Bevrijdingsdag']);
    let compared = 0;
    for (let year = 1980; year <= 2060; year += 1) {
      const holidays = other
        .getHolidays(year)
        .filter(({ type, name }) => type === 'public' || free.has(name));
      const expected = new Set(holidays.map(({ date }) => date.slice(0, 10)));
      for (let date = `${year}-01-01`; date.startsWith(`${year}`); date = plusDays(date, 1)) {
        expect(calendar.holiday(date) !== undefined, date).toBe(expected.has(date));
        compared += 1;
      }
    }
    expect(compared).toBe(29_586);
  });
});
