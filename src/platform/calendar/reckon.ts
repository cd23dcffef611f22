import type { Calendar } from './dutch-calendar.ts';
import { dayNumber, type PlainDate, plusDays } from './plain-date.ts';
import { formatTerm, isTerm, type Term } from './term.ts';
import { endOfDay, isoDate } from './zone.ts';

const MINUTE_MS = 60_000;

/**
 * The last moment that is still in time: late is any moment after it.
 * Minutes and hours are exact. Days, weeks and workdays end with the last millisecond of their last Dutch day, so a
 * message sent at nine and one sent at five have the same last day, and the moment shows that day when formatted.
 * The day of `start` does not count; `0 workday` is today, or the first workday after it.
 * Throws RangeError on an invalid Date or a term over ten years.
 */
export const addTerm = (start: Date, term: Term, calendar: Calendar): Date => {
  if (!isTerm(term)) throw new RangeError(`Not a term: ${formatTerm(term)}`);
  if (term.unit === 'minute') return addMinutes(start, term.amount);
  if (term.unit === 'hour') return addMinutes(start, term.amount * 60);
  const today = isoDate(start);
  if (term.unit === 'day') return endOfDay(plusDays(today, term.amount));
  if (term.unit === 'week') return endOfDay(plusDays(today, term.amount * 7));
  return endOfDay(workdayAfter(today, term.amount, calendar));
};

/** The `count`-th workday after `date`; with 0 the day itself, or the first workday after it when it is free. */
export const workdayAfter = (date: PlainDate, count: number, calendar: Calendar): PlainDate => {
  let day = date;
  let left = count;
  while (left > 0 || !calendar.isWorkday(day)) {
    day = plusDays(day, 1);
    if (calendar.isWorkday(day)) left -= 1;
  }
  return day;
};

/** Workdays after `from` up to and including `to`; negative when `to` lies before `from`. */
export const workdaysBetween = (from: PlainDate, to: PlainDate, calendar: Calendar): number => {
  if (dayNumber(to) < dayNumber(from)) return -workdaysBetween(to, from, calendar);
  let count = 0;
  for (let day = from; day !== to; ) {
    day = plusDays(day, 1);
    if (calendar.isWorkday(day)) count += 1;
  }
  return count;
};

const addMinutes = (start: Date, minutes: number): Date => {
  const end = new Date(start.getTime() + minutes * MINUTE_MS);
  if (Number.isNaN(end.getTime())) throw new RangeError('Not a moment in time');
  return end;
};
