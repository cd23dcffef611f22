import { expect, it } from 'vitest';
import { isoDate, workdaysBetween } from '#platform/calendar/index.ts';
import { calendarOf } from '#platform/command/command.ts';
import { knotDay } from './knot-day.ts';

const calendar = calendarOf([]);
const workdays = (from: Date, to: Date) => workdaysBetween(isoDate(from), isoDate(to), calendar);
/** Thursday, and five working days later over a weekend. */
const knot = { reportedAt: new Date('2026-11-19T10:00:00Z'), decideBy: new Date('2026-11-26T22:59:59Z') };
const on = (moment: string) => knotDay(workdays, knot, new Date(moment));

it('counts to the last day that was promised and not beyond it', () => {
  expect(on('2026-11-19T15:00:00Z')).toEqual({ day: 1, of: 5, late: false });
  expect(on('2026-11-22T15:00:00Z')).toEqual({ day: 1, of: 5, late: false });
  expect(on('2026-11-26T15:00:00Z')).toEqual({ day: 5, of: 5, late: false });
  expect(on('2026-11-27T09:00:00Z')).toEqual({ day: 6, of: 5, late: true });
});
