import { describe, expect, it } from 'vitest';
import {
  formatDate,
  formatDateTime,
  formatShortDate,
  formatTime,
  holidayName,
  termInWords,
} from './format.ts';

const moment = new Date('2016-05-12T12:05:00Z');

describe('dates for people', () => {
  it('carry their weekday, in Dutch and in English', () => {
    expect(formatDate(moment, 'nl')).toBe('donderdag 12 mei 2016');
    expect(formatDate(moment, 'en')).toBe('Thursday, 12 May 2016');
    expect(formatShortDate(moment, 'nl')).toBe('do 12 mei 2016');
    expect(formatShortDate(moment, 'en')).toBe('Thu, 12 May 2016');
  });

  it('are in Dutch time, also just before midnight', () => {
    expect(formatDate(new Date('2016-05-12T21:59:59Z'), 'nl')).toBe('donderdag 12 mei 2016');
    expect(formatDate(new Date('2016-05-12T22:00:00Z'), 'nl')).toBe('vrijdag 13 mei 2016');
  });

  it('show a plain date as itself', () => {
    expect(formatDate('2016-05-12', 'nl')).toBe('donderdag 12 mei 2016');
    expect(formatShortDate('2016-03-27', 'nl')).toBe('zo 27 mrt 2016');
    expect(() => formatDate('2016-02-30', 'nl')).toThrow(RangeError);
  });

  it('say the time with 24 hours, midnight as 00', () => {
    expect(formatTime(moment, 'nl')).toBe('14:05');
    expect(formatTime(new Date('2016-05-12T22:00:00Z'), 'en')).toBe('00:00');
    expect(formatDateTime(moment, 'nl')).toBe('donderdag 12 mei 2016 om 14:05');
    expect(formatDateTime(moment, 'en')).toBe('Thursday, 12 May 2016 at 14:05');
  });

  it('name terms and free days', () => {
    expect(termInWords({ amount: 1, unit: 'workday' }, 'nl')).toBe('1 werkdag');
    expect(termInWords({ amount: 3, unit: 'workday' }, 'nl')).toBe('3 werkdagen');
    expect(termInWords({ amount: 2, unit: 'hour' }, 'nl')).toBe('2 uur');
    expect(termInWords({ amount: 1, unit: 'week' }, 'en')).toBe('1 week');
    expect(holidayName('whit_monday', 'nl')).toBe('tweede pinksterdag');
    expect(holidayName('kings_day', 'en')).toBe("King's Day");
  });
});
