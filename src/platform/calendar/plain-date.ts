/** A day without a time, as ISO 8601 text such as `2016-05-12`. */
export type PlainDate = string;

const DAY_MS = 86_400_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether the text is a day that exists: `2016-02-29` does, `2017-02-29` and `2017-2-9` do not. */
export const isPlainDate = (text: string): boolean => {
  if (!SHAPE.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
};

/** Moves a day by whole days. Throws RangeError when the text is not a day. */
export const plusDays = (date: PlainDate, days: number): PlainDate => fromDayNumber(dayNumber(date) + days);

/** Moves a day by whole months; a day that the month does not have becomes its last. Throws RangeError when the text is not a day. */
export const plusMonths = (date: PlainDate, months: number): PlainDate => {
  const day = new Date(dayNumber(date) * DAY_MS);
  const first = Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, 1);
  const next = new Date(first);
  const last = Date.UTC(next.getUTCFullYear(), next.getUTCMonth() + 1, 0) / DAY_MS;
  return fromDayNumber(Math.min(first / DAY_MS + day.getUTCDate() - 1, last));
};

/** Day of the week, 1 (Monday) to 7 (Sunday), as in ISO 8601. Throws RangeError when the text is not a day. */
export const weekdayOf = (date: PlainDate): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;

/** Days since 1 January 1970, so that days can be counted without a time zone. Throws RangeError when the text is not a day. */
export const dayNumber = (date: PlainDate): number => {
  if (!isPlainDate(date)) throw new RangeError(`Not a day: ${date}`);
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
};

const fromDayNumber = (day: number): PlainDate => new Date(day * DAY_MS).toISOString().slice(0, 10);
