import { describe, expect, it } from 'vitest';
import { dutchCalendar, isoDate } from '#platform/calendar/index.ts';
import { datedOf, normalDated, partsOfDated, wordsOfDated } from './dated.ts';
import { externalLink } from './external-link.ts';
import { remindAt } from './reminders.ts';

const parts = (day: string, month: string, year: string) => ({ day, month, year });

describe('a date as exactly as it is known', () => {
  it('is shown as a day, a month or a year, in both languages', () => {
    expect(wordsOfDated({ on: '2016-05-12', precision: 'day' }, 'nl')).toBe('do 12 mei 2016');
    expect(wordsOfDated({ on: '2015-10-01', precision: 'month' }, 'nl')).toBe('okt 2015');
    expect(wordsOfDated({ on: '2015-10-01', precision: 'month' }, 'en')).toBe('Oct 2015');
    expect(wordsOfDated({ on: '2014-01-01', precision: 'year' }, 'nl')).toBe('2014');
  });

  it('is read from what was typed and written back the same', () => {
    for (const typed of [parts('12', '5', '2016'), parts('', '10', '2015'), parts('', '', '2014')]) {
      const dated = datedOf(typed);
      expect(dated && partsOfDated(dated)).toEqual(typed);
    }
    expect(datedOf(parts('', '10', '2015'))).toEqual({ on: '2015-10-01', precision: 'month' });
    for (const wrong of [
      parts('30', '2', '2016'),
      parts('1', '', '2016'),
      parts('', '13', '2016'),
      parts('', '', ''),
      parts('x', '1', '2016'),
      parts('', '', '216'),
    ])
      expect(datedOf(wrong)).toBeNull();
  });

  it('is stored as the first day of what is known', () => {
    expect(normalDated({ on: '2015-10-17', precision: 'month' }).on).toBe('2015-10-01');
    expect(normalDated({ on: '2015-10-17', precision: 'year' }).on).toBe('2015-01-01');
  });
});

describe('a reminder', () => {
  const calendar = dutchCalendar();
  const days = (amount: number) => ({ amount, unit: 'workday' }) as const;

  it('comes so many working days before, over weekends, Easter and Koningsdag', () => {
    expect(isoDate(remindAt('2016-05-20', days(3), calendar))).toBe('2016-05-17');
    // Whit Monday, 16 May 2016, lies between.
    expect(isoDate(remindAt('2016-05-17', days(3), calendar))).toBe('2016-05-11');
    // Koningsdag, Wednesday 27 April 2016.
    expect(isoDate(remindAt('2016-04-29', days(3), calendar))).toBe('2016-04-25');
    expect(isoDate(remindAt('2016-03-25', days(10), calendar))).toBe('2016-03-10');
  });

  it('of a day in the weekend counts back from the Friday before it', () => {
    expect(isoDate(remindAt('2016-05-22', days(3), calendar))).toBe('2016-05-17');
  });
});

it('links only to web pages elsewhere', () => {
  expect(externalLink('https://www.zoetermeer.nl/stuk?id=1')).toEqual({
    href: 'https://www.zoetermeer.nl/stuk?id=1',
    host: 'www.zoetermeer.nl',
  });
  for (const bad of [
    'javascript:alert(1)',
    'data:text/html,x',
    '//zoetermeer.nl',
    '/raad',
    'ftp://a.nl',
    'https://',
    'https://a:b@c.nl/',
    '',
  ])
    expect(externalLink(bad)).toBeNull();
});
