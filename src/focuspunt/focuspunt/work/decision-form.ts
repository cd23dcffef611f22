import { optionalDayIn, type Typed } from '#gemeente/index.ts';
import { wordIn } from '#monitor/index.ts';
import { isPlainDate } from '#platform/calendar/index.ts';
import type { DecideFocuspunt } from '../commands/decide.ts';

const OUTCOMES = ['set', 'rejected', 'held'] as const;

/** A decision, as typed; without a choice the form says so itself. */
export const decisionIn = (typed: Typed, focuspuntId: string): DecideFocuspunt => ({
  focuspuntId,
  outcome: wordIn(typed, 'outcome', OUTCOMES) ?? 'held',
  reason: typed.text('reason'),
  heldUntil: optionalDayIn(typed, 'held_until'),
  withoutBaselineUntil: optionalDayIn(typed, 'without_baseline_until'),
});

/** What the form of a decision sees before the college is asked: a choice, and days that exist. */
export const decisionMistakes = (typed: Typed): Record<string, string> => {
  const unreadable = (['held_until', 'without_baseline_until'] as const).filter((field) => {
    const day = optionalDayIn(typed, field);
    return day !== null && !isPlainDate(day);
  });
  return {
    ...(wordIn(typed, 'outcome', OUTCOMES) === null ? { outcome: 'outcome_missing' } : {}),
    ...Object.fromEntries(unreadable.map((field) => [field, 'date_unreadable'])),
  };
};
