import type { GoalView, Measurement } from '#monitor/index.ts';

/** What a yearly test stands on (C2.3: a new measurement, or "niet gemeten" and why). */
export interface Evidence {
  /** Goals that have a new value or judgement since the last test. */
  readonly measured: readonly { readonly goal: GoalView; readonly row: Measurement }[];
  /** Goals without one; with the reason when somebody wrote "niet gemeten". */
  readonly missing: readonly { readonly goal: GoalView; readonly reason: string | null }[];
  /** Every goal has a new measurement that reaches its target; never without goals. */
  readonly isReached: boolean;
}

/** Goals and their rows since a day (`YYYY-MM-DD`), that of the besluit or of the last test; a baseline is never new. */
export const evidenceOf = (goals: readonly GoalView[], since: string): Evidence => {
  const isNew = (row: Measurement | null): row is Measurement =>
    row !== null && row.role !== 'baseline' && row.measuredOn >= since;
  const measured = goals.flatMap((goal) => (isNew(goal.latest) ? [{ goal, row: goal.latest }] : []));
  const missing = goals
    .filter((goal) => !isNew(goal.latest))
    .map((goal) => ({ goal, reason: isNew(goal.notMeasured) ? goal.notMeasured.notMeasuredReason : null }));
  return {
    measured,
    missing,
    isReached:
      goals.length > 0 && missing.length === 0 && measured.every(({ goal }) => goal.isReached === true),
  };
};

/** Whether something must still be said about why was not measured. */
export const asksReason = ({ measured, missing }: Evidence): boolean =>
  measured.length + missing.length === 0 || missing.some(({ reason }) => reason === null);

/** The reasons that were written at the goals, for the record of the test. */
export const writtenReasons = ({ missing }: Evidence): string | null => {
  const reasons = missing.flatMap(({ goal, reason }) =>
    reason === null ? [] : [`${goal.title}: ${reason}`],
  );
  return reasons.length === 0 ? null : reasons.join('\n');
};
