import { plusDays } from '#platform/calendar/index.ts';
import type { DateParts } from '#platform/web/components/index.ts';
import type { RawForm } from '#platform/web/route.ts';
import { isUsableDay } from '../rules/period.ts';

/** What stands in the fields of a form: as stored, or as typed and not right yet. */
export interface Typed {
  readonly text: (name: string) => string;
  readonly all: (name: string) => readonly string[];
  readonly parts: (name: string) => DateParts;
}

type Stored = Readonly<Record<string, string | number | null | readonly string[]>>;

/** Fields filled with stored values; days are given as `YYYY-MM-DD`. */
export const storedFields = (values: Stored): Typed => {
  const text = (name: string): string => {
    const value = values[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  return {
    text,
    all: (name) => {
      const value = values[name];
      return Array.isArray(value) ? value : [];
    },
    parts: (name) => {
      const [year = '', month = '', day = ''] = text(name).split('-');
      return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year };
    },
  };
};

/** Fields as they were sent. */
export const typedFields = (raw: RawForm): Typed => ({
  text: raw.text,
  all: raw.all,
  parts: (name) => ({
    day: raw.text(`${name}-day`).trim(),
    month: raw.text(`${name}-month`).trim(),
    year: raw.text(`${name}-year`).trim(),
  }),
});

/** The day of a date field as text; empty when nothing was typed. It need not exist: the command says so. */
export const dayIn = (typed: Typed, name: string): string => {
  const { day, month, year } = typed.parts(name);
  if (day === '' && month === '' && year === '') return '';
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};

/** A day that may be left out. */
export const optionalDayIn = (typed: Typed, name: string): string | null => dayIn(typed, name) || null;

/** People name the last day, the tables keep the first day on which it is over. */
export const endAfter = (lastDay: string | null): string | null =>
  lastDay !== null && isUsableDay(lastDay) ? plusDays(lastDay, 1) : lastDay;

/** The last day of something that is over from `validTo` on. */
export const lastDayOf = (validTo: string | null): string | null =>
  validTo === null ? null : plusDays(validTo, -1);

/** A whole number as people type it, with points or spaces between thousands; NaN for anything else, null when empty. */
export const wholeNumberIn = (typed: Typed, name: string): number | null => {
  const text = typed.text(name).trim();
  if (text === '') return null;
  return /^\d{1,3}(?:[. ]?\d{3})*$|^\d+$/.test(text) ? Number(text.replace(/[. ]/g, '')) : Number.NaN;
};
