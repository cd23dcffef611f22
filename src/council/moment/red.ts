import type { RedReason as GoalRed } from '#monitor/index.ts';

/** Why a focuspunt stands red on the page of the raad (product.md C7 tone, D4; rapport L1067-1073, L1094-1101). */
export type RedReason =
  | 'no_goal'
  | 'no_indicator'
  | 'no_baseline'
  | 'no_end_date'
  | 'no_target'
  | 'baseline_promised'
  | 'baseline_late'
  | 'not_measured'
  | 'measurement_late'
  | 'not_tested'
  | 'plan_late';

/** What the rule must know of a focuspunt; days are `YYYY-MM-DD`. */
export interface Standing {
  readonly goals: readonly { readonly reds: readonly GoalRed[] }[];
  readonly withoutBaselineUntil: string | null;
  readonly nextTestOn: string | null;
  readonly planDueOn: string | null;
  /** The plan was agreed on, or it was said why there is none. */
  readonly hasPlan: boolean;
}

const OF_GOAL: Record<Exclude<GoalRed, 'no_baseline'>, RedReason> = {
  no_target: 'no_target',
  no_date: 'no_end_date',
  not_measured: 'not_measured',
  overdue: 'measurement_late',
};

/** "Vastgesteld zonder nulmeting, uiterlijk": red until the baseline is there, also while its day has yet to come (D4). */
const baselineReason = ({ withoutBaselineUntil }: Standing, today: string): RedReason => {
  if (withoutBaselineUntil === null) return 'no_baseline';
  return withoutBaselineUntil < today ? 'baseline_late' : 'baseline_promised';
};

const goalReasons = (standing: Standing, today: string): RedReason[] => {
  if (standing.goals.length === 0)
    return ['no_goal', 'no_indicator', baselineReason(standing, today), 'no_end_date'];
  const reds = standing.goals.flatMap((goal) => goal.reds);
  const lacksBaseline = reds.includes('no_baseline');
  return reds.flatMap((red) => {
    if (red === 'no_baseline') return [baselineReason(standing, today)];
    // Without a baseline nothing was measured: one reason is enough.
    return red === 'not_measured' && lacksBaseline ? [] : [OF_GOAL[red]];
  });
};

/** Why a focuspunt that runs is red on `today`; empty means green: complete and in time. */
export const redReasons = (standing: Standing, today: string): RedReason[] => {
  const reasons = goalReasons(standing, today);
  if (standing.nextTestOn !== null && standing.nextTestOn < today) reasons.push('not_tested');
  if (!standing.hasPlan && standing.planDueOn !== null && standing.planDueOn < today)
    reasons.push('plan_late');
  return [...new Set(reasons)];
};
