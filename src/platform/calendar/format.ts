import { type Lang, translator } from '../texts/catalogue.ts';
import type { Holiday } from './dutch-calendar.ts';
import { dayNumber, type PlainDate } from './plain-date.ts';
import type { Term } from './term.ts';
import { calendarTexts } from './texts.ts';
import { TIME_ZONE } from './zone.ts';

const TEXTS = { nl: translator(calendarTexts, 'nl'), en: translator(calendarTexts, 'en') };
const LOCALES = { nl: 'nl-NL', en: 'en-GB' };

const LONG = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
const SHORT = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;
const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** With its weekday, in Dutch time: `donderdag 12 mei 2016`. A plain date is that day, wherever the clock stands. */
export const formatDate = (date: Date | PlainDate, language: Lang): string => write(date, language, LONG);

/** As {@link formatDate}, for tables: `do 12 mei 2016`. */
export const formatShortDate = (date: Date | PlainDate, language: Lang): string =>
  write(date, language, SHORT);

/** The time on a Dutch clock: `14:05`. */
export const formatTime = (moment: Date, language: Lang): string => write(moment, language, TIME);

/** Day and time: `donderdag 12 mei 2016 om 14:05`. */
export const formatDateTime = (moment: Date, language: Lang): string =>
  `${formatDate(moment, language)} ${TEXTS[language]('at')} ${formatTime(moment, language)}`;

/** A term as people say it: `3 werkdagen`, `1 week`. */
export const termInWords = ({ amount, unit }: Term, language: Lang): string => {
  const word = TEXTS[language](`unit.${unit}.${amount === 1 ? 'one' : 'other'}`);
  return `${amount.toLocaleString(LOCALES[language])} ${word}`;
};

/** The name of a free day: `tweede paasdag`. */
export const holidayName = (holiday: Holiday, language: Lang): string =>
  TEXTS[language](`holiday.${holiday}`);

const write = (date: Date | PlainDate, language: Lang, shape: Intl.DateTimeFormatOptions): string => {
  const isDay = typeof date === 'string';
  const moment = isDay ? dayNumber(date) * 86_400_000 : date;
  return formatter(language, shape, isDay ? 'UTC' : TIME_ZONE).format(moment);
};

/** Making a formatter costs far more than using it, and a list page writes hundreds of dates. */
const made = new Map<string, Intl.DateTimeFormat>();

const formatter = (language: Lang, shape: Intl.DateTimeFormatOptions, zone: string): Intl.DateTimeFormat => {
  const key = `${language} ${zone} ${shape.weekday ?? 'time'}`;
  const known = made.get(key);
  if (known) return known;
  const fresh = new Intl.DateTimeFormat(LOCALES[language], { ...shape, timeZone: zone });
  made.set(key, fresh);
  return fresh;
};
