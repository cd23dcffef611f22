import { isPlainDate } from '#platform/calendar/index.ts';
import { refuse } from '../errors.ts';

/** From a day on, until (not including) another; open when `validTo` is null. */
export interface Period {
  readonly validFrom: string;
  readonly validTo: string | null;
}

const EARLIEST = '1900-01-01';
const LATEST = '2200-01-01';

/** Whether a text is a day that exists and that a municipality can mean. */
export const isUsableDay = (text: string): boolean => isPlainDate(text) && text >= EARLIEST && text < LATEST;

/** Throws `impossible_date` or `end_before_start` at the field it is about. */
export const checkPeriod = ({ validFrom, validTo }: Period): void => {
  if (!isUsableDay(validFrom)) throw refuse('impossible_date', { fields: { validFrom: 'impossible_date' } });
  if (validTo === null) return;
  if (!isUsableDay(validTo)) throw refuse('impossible_date', { fields: { validTo: 'impossible_date' } });
  if (validTo <= validFrom) throw refuse('end_before_start', { fields: { validTo: 'end_before_start' } });
};

/** Whether two periods share a day. */
export const overlap = (a: Period, b: Period): boolean =>
  (b.validTo === null || a.validFrom < b.validTo) && (a.validTo === null || b.validFrom < a.validTo);

/** Whether the period has begun and not ended on a day. */
export const holdsOn = ({ validFrom, validTo }: Period, day: string): boolean =>
  validFrom <= day && (validTo === null || validTo > day);
