import { plusDays } from '#platform/calendar/index.ts';

/** Why a day cannot be promised or reported. */
export type DayProblem = 'date_in_past' | 'date_in_future' | 'date_too_far';

const YEAR = 366;

/** A promise lies today or later, and not more than a year ahead: a date that far is no date. */
export const promiseProblem = (day: string, today: string): DayProblem | null => {
  if (day < today) return 'date_in_past';
  if (day > plusDays(today, YEAR)) return 'date_too_far';
  return null;
};

/** Work was done today or before, and not longer than a year ago. */
export const executionProblem = (day: string, today: string): DayProblem | null => {
  if (day > today) return 'date_in_future';
  if (day < plusDays(today, -YEAR)) return 'date_too_far';
  return null;
};
