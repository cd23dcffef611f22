import { isPlainDate } from '#platform/calendar/index.ts';

/** Whether a text is a day (`YYYY-MM-DD`) that a goal or a measurement can mean. */
export const isUsableDay = (text: string): boolean =>
  isPlainDate(text) && text >= '1900-01-01' && text < '2200-01-01';
