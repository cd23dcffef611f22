/** Three sorts of goal: a figure, something that is there on a day, and a question that somebody judges (0.2 D4). */
export type GoalKind = 'figure' | 'milestone' | 'judgement';

/** What is missing at a goal; each stands red on the page of the raad (report L1094-1101; A3 S36, S37). */
export type RedReason = 'no_baseline' | 'no_target' | 'no_date' | 'not_measured' | 'overdue';

/** What the rule must know of a goal and of its measurements. */
export interface GoalState {
  readonly kind: GoalKind;
  readonly direction: 'up' | 'down' | null;
  readonly targetValue: number | null;
  readonly targetOn: string | null;
  readonly hasBaseline: boolean;
  /** A figure or judgement of any day; "niet gemeten" is none. */
  readonly hasMeasurement: boolean;
  /** The newest row says "niet gemeten" and why. */
  readonly lastIsNotMeasured: boolean;
  readonly nextDueOn: string | null;
  /** The day after which a measurement that did not come is "niet gemeten" in the report (C4: 30 days). */
  readonly missingAfter: string | null;
}

/** Why a goal is red on `today`; empty when it is complete and in time. An orchard needs no baseline: only figures do. */
export const redReasons = (goal: GoalState, today: string): RedReason[] => {
  const reasons: RedReason[] = [];
  if (goal.kind === 'figure' && !goal.hasBaseline) reasons.push('no_baseline');
  if (goal.kind === 'figure' && (goal.targetValue === null || goal.direction === null))
    reasons.push('no_target');
  if (goal.targetOn === null) reasons.push('no_date');
  const missing = goal.missingAfter !== null && goal.missingAfter < today;
  if (goal.lastIsNotMeasured || missing || (goal.kind === 'figure' && !goal.hasMeasurement))
    reasons.push('not_measured');
  if (goal.nextDueOn !== null && goal.nextDueOn < today) reasons.push('overdue');
  return reasons;
};
