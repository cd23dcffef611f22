import { isPlainDate } from '#platform/calendar/index.ts';
import type { DateParts } from '#platform/web/components/index.ts';
import type { RawForm } from '#platform/web/route.ts';

/** What was typed in a date field of three inputs. */
export const typedDay = (raw: Pick<RawForm, 'text'>, name: string): DateParts => ({
  day: raw.text(`${name}-day`).trim(),
  month: raw.text(`${name}-month`).trim(),
  year: raw.text(`${name}-year`).trim(),
});

/** A day in parts, to fill a date field with. */
export const dayInParts = (day: string): DateParts => ({
  day: String(Number(day.slice(8, 10))),
  month: String(Number(day.slice(5, 7))),
  year: day.slice(0, 4),
});

/** Null when nothing was typed, `unreadable` when it is no day of this century, else `YYYY-MM-DD`. */
export const readDay = ({ day, month, year }: DateParts): string | null | 'unreadable' => {
  if (day === '' && month === '' && year === '') return null;
  const full = year.length === 2 ? `20${year}` : year;
  const text = `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return /^20\d\d$/.test(full) && isPlainDate(text) ? text : 'unreadable';
};
