import { formatShortDate, isPlainDate } from '#platform/calendar/index.ts';
import type { Lang } from '#platform/texts/catalogue.ts';
import type { DateParts } from '#platform/web/components/index.ts';

/** How exactly a day is known: the papers often tell only the month or the year (product.md A5). */
export type Precision = 'day' | 'month' | 'year';

/** A day as it is known; of a month or a year it is the first. */
export interface Dated {
  readonly on: string;
  readonly precision: Precision;
}

const LOCALES = { nl: 'nl-NL', en: 'en-GB' } as const;
const MONTHS = {
  nl: new Intl.DateTimeFormat(LOCALES.nl, { month: 'short', year: 'numeric', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat(LOCALES.en, { month: 'short', year: 'numeric', timeZone: 'UTC' }),
};

/** As exactly as it is known: `do 12 mei 2016`, `okt 2015` or `2014`. */
export const wordsOfDated = ({ on, precision }: Dated, lang: Lang): string => {
  if (precision === 'day') return formatShortDate(on, lang);
  if (precision === 'year') return on.slice(0, 4);
  return MONTHS[lang].format(new Date(`${on}T00:00:00Z`));
};

/** The first day of what is known, so that equal knowledge is stored equally. */
export const normalDated = ({ on, precision }: Dated): Dated => {
  if (precision === 'year') return { on: `${on.slice(0, 4)}-01-01`, precision };
  return precision === 'month' ? { on: `${on.slice(0, 7)}-01`, precision } : { on, precision };
};

/** What was typed in three inputs: without a day it is the month, without a month the year. Null when it is none. */
export const datedOf = ({ day, month, year }: DateParts): Dated | null => {
  const precision: Precision = month === '' ? 'year' : day === '' ? 'month' : 'day';
  if (month === '' && day !== '') return null;
  const isWhole = /^\d{0,2}$/.test(day) && /^\d{0,2}$/.test(month) && /^(?:19|20)\d\d$/.test(year);
  const on = `${year}-${(month || '1').padStart(2, '0')}-${(day || '1').padStart(2, '0')}`;
  return isWhole && isPlainDate(on) ? { on, precision } : null;
};

/** A known day in parts, to fill a date field with. */
export const partsOfDated = ({ on, precision }: Dated): DateParts => ({
  day: precision === 'day' ? String(Number(on.slice(8, 10))) : '',
  month: precision === 'year' ? '' : String(Number(on.slice(5, 7))),
  year: on.slice(0, 4),
});
