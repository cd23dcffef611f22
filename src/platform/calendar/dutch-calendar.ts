import { easterSunday } from './easter.ts';
import { isPlainDate, type PlainDate, plusDays, weekdayOf } from './plain-date.ts';

/** A free day of the Dutch calendar; `extra` is a day the municipality added itself. */
export type Holiday =
  | 'new_year'
  | 'good_friday'
  | 'easter_sunday'
  | 'easter_monday'
  | 'kings_day'
  | 'liberation_day'
  | 'ascension_day'
  | 'whit_sunday'
  | 'whit_monday'
  | 'christmas_day'
  | 'second_christmas_day'
  | 'extra';

/** Which days are worked. */
export interface Calendar {
  /** Throws RangeError when the text is not a day. */
  isWorkday(date: PlainDate): boolean;
  /** The holiday on this day, if it is one. An ordinary Saturday or Sunday is not. */
  holiday(date: PlainDate): Holiday | undefined;
}

export interface DutchCalendarOptions {
  /** Days the town hall is closed besides, such as a bridging day set by the college. */
  extraFreeDays?: readonly PlainDate[];
  /** Free by article 3(2) of the Algemene termijnenwet, so free by default; many offices do work on it. */
  goodFriday?: boolean;
  /** 5 May: each year in the Algemene termijnenwet (the default), every fifth year in many collective agreements. */
  liberationDay?: 'yearly' | 'every_fifth_year';
}

/**
 * The Dutch calendar: Saturdays, Sundays and the free days of article 3 of the Algemene termijnenwet are not worked.
 * Throws RangeError when an extra day is not a day.
 */
export const dutchCalendar = (options: DutchCalendarOptions = {}): Calendar => {
  const extra = new Set(options.extraFreeDays ?? []);
  for (const date of extra) if (!isPlainDate(date)) throw new RangeError(`Not a day: ${date}`);

  const years = new Map<number, Map<PlainDate, Holiday>>();
  const holiday = (date: PlainDate): Holiday | undefined => {
    const year = Number(date.slice(0, 4));
    const days = years.get(year) ?? holidaysOf(year, options);
    years.set(year, days);
    return days.get(date) ?? (extra.has(date) ? 'extra' : undefined);
  };
  return { holiday, isWorkday: (date) => weekdayOf(date) < 6 && holiday(date) === undefined };
};

const holidaysOf = (year: number, options: DutchCalendarOptions): Map<PlainDate, Holiday> => {
  const easter = easterSunday(year);
  const days = new Map<PlainDate, Holiday>([
    [fixed(year, '01-01'), 'new_year'],
    [easter, 'easter_sunday'],
    [plusDays(easter, 1), 'easter_monday'],
    [monarchsDay(year), 'kings_day'],
    [plusDays(easter, 39), 'ascension_day'],
    [plusDays(easter, 49), 'whit_sunday'],
    [plusDays(easter, 50), 'whit_monday'],
    [fixed(year, '12-25'), 'christmas_day'],
    [fixed(year, '12-26'), 'second_christmas_day'],
  ]);
  if (options.goodFriday !== false) days.set(plusDays(easter, -2), 'good_friday');
  const liberation = fixed(year, '05-05');
  const liberationIsFree = options.liberationDay !== 'every_fifth_year' || year % 5 === 0;
  // Ascension Day keeps its name when both fall on one day, as in 2016.
  if (liberationIsFree && !days.has(liberation)) days.set(liberation, 'liberation_day');
  return days;
};

/** 27 April since 2014, 30 April before (Koninginnedag); the Saturday before when it falls on a Sunday. */
const monarchsDay = (year: number): PlainDate => {
  const birthday = fixed(year, year < 2014 ? '04-30' : '04-27');
  return weekdayOf(birthday) === 7 ? plusDays(birthday, -1) : birthday;
};

const fixed = (year: number, monthAndDay: string): PlainDate =>
  `${String(year).padStart(4, '0')}-${monthAndDay}`;
