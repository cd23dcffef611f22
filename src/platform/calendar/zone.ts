import { Temporal } from 'temporal-polyfill';
import type { PlainDate } from './plain-date.ts';

/** The zone in which every municipality's days begin and end. */
export const TIME_ZONE = 'Europe/Amsterdam';

const swedish = new Intl.DateTimeFormat('sv-SE', {
  timeZone: TIME_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day on the wall calendar in the Netherlands at this moment. Throws RangeError on an invalid Date. */
export const isoDate = (moment: Date): PlainDate => swedish.format(moment);

/** The first millisecond of a Dutch day. Throws RangeError when the text is not a day. */
export const startOfDay = (date: PlainDate): Date => {
  const start = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: TIME_ZONE });
  return new Date(start.epochMilliseconds);
};

/**
 * The last millisecond of a Dutch day. Not the first of the next day, so that the moment still shows the day it belongs to.
 * Throws RangeError when the text is not a day.
 */
export const endOfDay = (date: PlainDate): Date => {
  const next = Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime({ timeZone: TIME_ZONE });
  return new Date(next.epochMilliseconds - 1);
};
