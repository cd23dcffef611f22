import { endOfTerm } from '#gemeente/index.ts';
import { endOfDay, isoDate } from '#platform/calendar/index.ts';
import type { Judgement, MeasurementRole } from '../commands/enter-measurement.ts';
import type { GoalObjectKind } from '../objects.ts';
import { type Change, changeBetween, type Figure, reachesTarget } from '../rules/change.ts';
import { type GoalKind, type RedReason, redReasons } from '../rules/gaps.ts';
import { type Interval, intervalOf } from '../rules/interval.ts';
import { isShare } from '../rules/share.ts';
import { leastAnswers, measurementMissing } from '../settings.ts';
import type { Viewpoint } from './goals.ts';

/** One row that counts: what was measured, or why nothing was. Days are `YYYY-MM-DD`. */
export interface Measurement {
  readonly id: string;
  readonly role: MeasurementRole;
  readonly value: number | null;
  /** As its source states it; null when it follows from `n`, or is not known. */
  readonly margin: number | null;
  readonly n: number | null;
  readonly judgement: Judgement | null;
  readonly notMeasuredReason: string | null;
  readonly measuredOn: string;
  readonly source: string;
  readonly definitionVersion: number;
  readonly note: string | null;
  readonly correctsId: string | null;
}

/** A goal as it was set. */
export interface GoalRow {
  readonly id: string;
  readonly objectKind: GoalObjectKind;
  readonly objectId: string | null;
  readonly kind: GoalKind;
  readonly title: string;
  readonly definition: string;
  readonly definitionVersion: number;
  readonly unit: string | null;
  readonly source: string;
  readonly direction: 'up' | 'down' | null;
  readonly targetValue: number | null;
  readonly targetText: string | null;
  readonly targetOn: string | null;
  readonly baselineDueOn: string | null;
  readonly measureEveryMonths: number | null;
  readonly nextDueOn: string | null;
  readonly judge: string | null;
  readonly ownerAccountId: string | null;
  readonly ownerFunction: string | null;
  /** False while it is only proposed. */
  readonly isSet: boolean;
  readonly version: number;
}

/** A goal with how it stands. */
export interface GoalView extends GoalRow {
  /** All rows that count, oldest first. */
  readonly measurements: readonly Measurement[];
  readonly baseline: Measurement | null;
  /** The newest value or judgement, also when it is the baseline. */
  readonly latest: Measurement | null;
  /** The newest row, when that says "niet gemeten". */
  readonly notMeasured: Measurement | null;
  readonly change: Change;
  /** Whether the latest reaches the target; null when that cannot be said. */
  readonly isReached: boolean | null;
  readonly reds: readonly RedReason[];
  /** Percentages of fewer answers are compared with nothing, and not shown to residents (C5.7). */
  readonly leastAnswers: number;
}

/** The figure in a row; null for a judgement or "niet gemeten". */
export const figureIn = (goal: Pick<GoalRow, 'unit'>, row: Measurement | null): Figure | null =>
  row === null || row.value === null
    ? null
    : {
        value: row.value,
        margin: row.margin,
        n: row.n,
        isShare: isShare(goal.unit),
        definitionVersion: row.definitionVersion,
      };

/** The interval of 95 percent of a row; null when no margin is known, or when it is no figure. */
export const intervalIn = (goal: Pick<GoalRow, 'unit'>, row: Measurement | null): Interval | null => {
  const figure = figureIn(goal, row);
  return figure ? intervalOf(figure) : null;
};

/** Whether a row stands on too few answers to be published (C5.7); a full count of a few is no survey. */
export const isTooSmall = (goal: Pick<GoalView, 'unit' | 'leastAnswers'>, row: Measurement): boolean =>
  isShare(goal.unit) && row.value !== null && row.margin !== 0 && row.n !== null && row.n < goal.leastAnswers;

/** How a goal stands, from its rows (oldest first). */
export const viewOf = (
  goal: GoalRow,
  measurements: readonly Measurement[],
  { today, settings }: Viewpoint,
): GoalView => {
  const real = measurements.filter((row) => row.notMeasuredReason === null);
  const baseline = real.findLast(({ role }) => role === 'baseline') ?? null;
  const latest = real.at(-1) ?? null;
  const newest = measurements.at(-1) ?? null;
  const notMeasured = newest?.notMeasuredReason == null ? null : newest;
  const missing =
    goal.nextDueOn === null
      ? null
      : isoDate(endOfTerm(settings, measurementMissing, endOfDay(goal.nextDueOn)));
  const state = {
    kind: goal.kind,
    direction: goal.direction,
    targetValue: goal.targetValue,
    targetOn: goal.targetOn,
    hasBaseline: baseline !== null,
    hasMeasurement: latest !== null,
    lastIsNotMeasured: notMeasured !== null,
    nextDueOn: goal.nextDueOn,
    missingAfter: missing,
  };
  const later = latest?.id === baseline?.id ? null : latest;
  return {
    ...goal,
    measurements,
    baseline,
    latest,
    notMeasured,
    change: changeBetween(
      figureIn(goal, baseline),
      figureIn(goal, later),
      goal.direction,
      settings.get(leastAnswers),
    ),
    isReached: isReached(goal, latest),
    reds: redReasons(state, today),
    leastAnswers: settings.get(leastAnswers),
  };
};

const isReached = (goal: GoalRow, latest: Measurement | null): boolean | null => {
  if (latest === null) return null;
  if (latest.judgement !== null) return latest.judgement === 'reached';
  if (latest.value === null || goal.targetValue === null || goal.direction === null) return null;
  if (latest.definitionVersion !== goal.definitionVersion) return null;
  return reachesTarget(latest.value, goal.targetValue, goal.direction);
};
