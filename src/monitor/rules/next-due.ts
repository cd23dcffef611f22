import { plusMonths } from '#platform/calendar/index.ts';

/** What decides when a goal is measured next. */
export interface Schedule {
  readonly baselineDueOn: string | null;
  readonly measureEveryMonths: number | null;
  readonly targetOn: string | null;
}

/**
 * The day on which the next measurement is due: the baseline first, then every so many months after the last row, else
 * the day of the target; null when none of these is known. "Niet gemeten" counts as a row: it was said, with its reason.
 */
export const nextDueOn = (
  { baselineDueOn, measureEveryMonths, targetOn }: Schedule,
  lastOn: string | null,
): string | null => {
  if (lastOn === null) return baselineDueOn ?? targetOn;
  if (measureEveryMonths !== null) return plusMonths(lastOn, measureEveryMonths);
  return targetOn !== null && targetOn > lastOn ? targetOn : null;
};
