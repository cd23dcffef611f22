import { isPlainDate } from '#platform/calendar/index.ts';
import type { DateParts } from '#platform/web/components/index.ts';
import type { RawForm } from '#platform/web/route.ts';

/** What was typed in a date field of three inputs. */
export const typedParts = (raw: RawForm, name: string): DateParts => ({
  day: raw.text(`${name}-day`).trim(),
  month: raw.text(`${name}-month`).trim(),
  year: raw.text(`${name}-year`).trim(),
});

/** A day in parts, to fill a date field with. */
export const partsOf = (day: string): DateParts => ({
  day: String(Number(day.slice(8, 10))),
  month: String(Number(day.slice(5, 7))),
  year: day.slice(0, 4),
});

/** Empty when nothing was typed, null when it is no day between 1990 and 2099, else `YYYY-MM-DD`. */
export const dayOf = ({ day, month, year }: DateParts): string | null => {
  if (day === '' && month === '' && year === '') return '';
  const isWhole = /^\d{1,2}$/.test(day) && /^\d{1,2}$/.test(month) && /^(?:199|20\d)\d$/.test(year);
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isWhole && isPlainDate(text) ? text : null;
};
