import type { Placed, Zone } from './zone.ts';

/** Which number of `3-4-2016` is the day. */
export type DayOrder = 'dmy' | 'mdy';

/** A date as it was written: on a wall clock, or as a moment of its own. */
interface Written {
  readonly wall: number;
  /** Minutes ahead of UTC, when the text says so. */
  readonly offset: number | null;
  readonly dateOnly: boolean;
}

/** A date that was read. */
export interface ReadDate extends Placed {
  /** Only a day was given; the moment is its beginning. */
  readonly dateOnly: boolean;
}

const MONTHS = [
  'jan',
  'feb',
  'mrt mar maa',
  'apr',
  'mei may',
  'jun',
  'jul',
  'aug',
  'sep',
  'okt oct',
  'nov',
  'dec',
];
const MONTH_OF = new Map(MONTHS.flatMap((names, place) => names.split(' ').map((name) => [name, place + 1])));

const TIME =
  '(?:[T ,]+(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2})(?:[.,]\\d{1,9})?)?\\s*(am|pm|a\\.m\\.|p\\.m\\.|uur)?\\s*(z|utc|gmt|[+-]\\d{2}(?::?\\d{2})?)?)?$';
const YEAR_FIRST = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${TIME}`, 'i');
const YEAR_LAST = new RegExp(`^(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4}|\\d{2})${TIME}`, 'i');
const IN_WORDS = new RegExp(`^(?:[a-z]+[,.]? )?(\\d{1,2})[-. ]+([a-z]{3,9})\\.?[-, ]+(\\d{4})${TIME}`, 'i');
const MONTH_FIRST = new RegExp(`^(?:[a-z]+[,.]? )?([a-z]{3,9})\\.? (\\d{1,2}),? (\\d{4})${TIME}`, 'i');
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(z)?)?$/i;

const LONGEST = 60;
/** Days since 1900 as spreadsheets count them, between 1970 and 2119. */
const SERIAL = /^(2[5-9]|[3-7]\d)\d{3}(?:[.,]\d{1,12})?$/;
const SERIAL_1970 = 25_569;
const DAY = 86_400_000;

/**
 * Reads a date in the forms that systems write: ISO 8601 with or without zone, `3-4-2016 14:05`, `04/03/2016 02:05:00 PM`,
 * `3 april 2016`, `Apr 3, 2016`, `20160403`, seconds or milliseconds since 1970, and the days of a spreadsheet. A time without
 * zone is on the clock of `zone`. Null when it is none of these, or a day that does not exist.
 */
export const readDate = (text: string, order: DayOrder, zone: Zone): ReadDate | null => {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > LONGEST) return null;
  const epoch = readEpoch(trimmed);
  if (epoch) return { at: epoch, clock: 'once', dateOnly: false };
  const written = readSerial(trimmed) ?? readWritten(trimmed, order);
  if (!written) return null;
  const { wall, offset, dateOnly } = written;
  if (offset !== null) return { at: new Date(wall - offset * 60_000), clock: 'once', dateOnly };
  return { ...zone.place(wall), dateOnly };
};

/** The last moment of the day on which a {@link ReadDate} that is only a day falls. */
export const endOfReadDay = ({ at }: ReadDate, text: string, order: DayOrder, zone: Zone): Date => {
  const written = readWritten(text.trim(), order);
  return written ? new Date(zone.place(written.wall + DAY).at.getTime() - 1) : at;
};

const readEpoch = (text: string): Date | null => {
  if (/^\d{10}$/.test(text)) return new Date(Number(text) * 1000);
  if (/^\d{13}$/.test(text)) return new Date(Number(text));
  return null;
};

const readSerial = (text: string): Written | null => {
  if (!SERIAL.test(text)) return null;
  const days = Number(text.replace(',', '.')) - SERIAL_1970;
  return { wall: Math.round((days * DAY) / 1000) * 1000, offset: null, dateOnly: Number.isInteger(days) };
};

const readWritten = (text: string, order: DayOrder): Written | null => {
  const iso = YEAR_FIRST.exec(text);
  if (iso) return written(iso, iso[1], iso[2], iso[3]);
  const last = YEAR_LAST.exec(text);
  if (last) {
    const [, one, two, year] = last;
    return order === 'dmy' ? written(last, year, two, one) : written(last, year, one, two);
  }
  const words = IN_WORDS.exec(text);
  if (words) return written(words, words[3], monthNumber(words[2]), words[1]);
  const first = MONTH_FIRST.exec(text);
  if (first) return written(first, first[3], monthNumber(first[1]), first[2]);
  const compact = COMPACT.exec(text);
  if (!compact) return null;
  const [, year, month, day, hour, minute, second, zulu] = compact;
  return fromParts([year, month, day], [hour, minute, second, undefined, zulu]);
};

const monthNumber = (name = ''): string => String(MONTH_OF.get(name.slice(0, 3).toLowerCase()) ?? 0);

type Part = string | undefined;

/** The five groups of a time stand behind the three of its date. */
const written = (match: RegExpExecArray, year: Part, month: Part, day: Part): Written | null =>
  fromParts([year, month, day], match.slice(4, 9));

const fromParts = ([y, m, d]: readonly Part[], [h, min, s, half, zone]: readonly Part[]): Written | null => {
  const year = y?.length === 2 ? 2000 + Number(y) : Number(y);
  const [month, day] = [Number(m), Number(d)];
  const hour = hourOf(h, half);
  const [minute, second] = [Number(min ?? 0), Number(s ?? 0)];
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  const isDay = new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day && month >= 1 && month <= 12;
  const isTime = hour >= 0 && hour < 24 && minute < 60 && second < 61;
  if (!isDay || !isTime || year < 1) return null;
  return { wall, offset: offsetOf(zone), dateOnly: h === undefined };
};

const hourOf = (text: Part, half: Part): number => {
  const hour = Number(text ?? 0);
  const word = half?.toLowerCase().replaceAll('.', '');
  if (word !== 'am' && word !== 'pm') return hour;
  if (hour < 1 || hour > 12) return -1;
  return (hour % 12) + (word === 'pm' ? 12 : 0);
};

const offsetOf = (zone: Part): number | null => {
  if (!zone) return null;
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
};

/** Which number is the day, from examples: one above twelve tells; without any, as it is written in the Netherlands. */
export const dayOrderOf = (examples: readonly string[]): DayOrder => {
  let isMonthFirst = false;
  for (const text of examples) {
    const [, one, two] = YEAR_LAST.exec(text.trim()) ?? [];
    if (Number(one) > 12) return 'dmy';
    isMonthFirst ||= Number(two) > 12;
  }
  return isMonthFirst ? 'mdy' : 'dmy';
};
