import {
  addTerm,
  type Calendar,
  endOfDay,
  plusDays,
  startOfDay,
  type Term,
} from '#platform/calendar/index.ts';

const MOST_DAYS = 400;

/**
 * The moment to remind of a day: the latest workday from which the term still ends on or before that day. With ten
 * workdays before a Friday it is the Friday two weeks earlier, earlier still when free days lie between (C4).
 */
export const remindAt = (dueOn: string, before: Term, calendar: Calendar): Date => {
  const due = endOfDay(dueOn);
  for (let back = 0; back < MOST_DAYS; back += 1) {
    const day = plusDays(dueOn, -back);
    if (calendar.isWorkday(day) && addTerm(startOfDay(day), before, calendar) <= due) return startOfDay(day);
  }
  return startOfDay(plusDays(dueOn, -MOST_DAYS));
};
