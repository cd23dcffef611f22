import { plusMonths } from '#platform/calendar/index.ts';

/** A quarter of a year, as `2016-Q1`. */
export type Quarter = string;

/** The quarter in which a day (`YYYY-MM-DD`) lies. */
export const quarterOf = (day: string): Quarter =>
  `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

const firstDayOf = (quarter: Quarter): string => {
  const month = (Number(quarter.slice(6)) - 1) * 3 + 1;
  return `${quarter.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
};

/** The last day of a quarter. */
export const lastDayOf = (quarter: Quarter): string => {
  const third = plusMonths(firstDayOf(quarter), 2).slice(0, 7);
  return plusMonths(`${third.slice(0, 4)}-01-31`, Number(third.slice(5)) - 1);
};

/** The quarter before. */
export const quarterBefore = (quarter: Quarter): Quarter => quarterOf(plusMonths(firstDayOf(quarter), -1));

/** The quarter after. */
export const quarterAfter = (quarter: Quarter): Quarter => quarterOf(plusMonths(firstDayOf(quarter), 3));

/**
 * Of which quarter a status said on `today` is: of the one that has just ended while it may still be said
 * (`graceUntil`, its last day) and nobody has, else of the present one. Nothing is asked of before the besluit.
 */
export const askedQuarter = (
  today: string,
  besluitOn: string,
  said: readonly Quarter[],
  graceUntil: (quarter: Quarter) => string,
): Quarter => {
  const now = quarterOf(today);
  const before = quarterBefore(now);
  const isOpen = before >= quarterOf(besluitOn) && !said.includes(before) && today <= graceUntil(before);
  return isOpen ? before : now;
};
