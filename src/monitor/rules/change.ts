import { differenceInterval, type Estimate } from './interval.ts';

/** Which way is better. */
export type Direction = 'up' | 'down';

/** What two figures of one goal say together. Only `better` and `worse` may carry a traffic light (design.md, law 10). */
export type Change =
  | { readonly kind: 'nothing_to_compare' }
  | { readonly kind: 'definition_changed' }
  | { readonly kind: 'too_few'; readonly n: number }
  | { readonly kind: 'margin_unknown'; readonly difference: number }
  | {
      readonly kind: 'within_margin' | 'better' | 'worse';
      readonly difference: number;
      /** The interval of 95 percent of the difference. */
      readonly low: number;
      readonly high: number;
    };

/** A figure with the version of the definition by which it was made. */
export interface Figure extends Estimate {
  readonly definitionVersion: number;
}

/**
 * Whether the latest figure differs from the baseline by more than chance (C6: "traffic lights only when the change
 * exceeds the margin"): the interval of 95 percent of the difference does not contain 0. Figures of two definitions are
 * never compared, nor is anything better while the goal does not say which way that is; percentages of fewer than `leastN` answers neither (C5.7).
 */
export const changeBetween = (
  baseline: Figure | null,
  latest: Figure | null,
  direction: Direction | null,
  leastN: number,
): Change => {
  if (!baseline || !latest || !direction) return { kind: 'nothing_to_compare' };
  if (baseline.definitionVersion !== latest.definitionVersion) return { kind: 'definition_changed' };
  const few = [baseline, latest].find(
    ({ isShare, n, margin }) => isShare && margin !== 0 && n !== null && n < leastN,
  );
  if (few?.n != null) return { kind: 'too_few', n: few.n };
  const difference = latest.value - baseline.value;
  const interval = differenceInterval(baseline, latest);
  if (!interval) return { kind: 'margin_unknown', difference };
  return { kind: verdictOf(interval.low, interval.high, direction), difference, ...interval };
};

const verdictOf = (low: number, high: number, direction: Direction): 'within_margin' | 'better' | 'worse' => {
  if (low <= 0 && high >= 0) return 'within_margin';
  return low > 0 === (direction === 'up') ? 'better' : 'worse';
};

/** Whether a value is at or beyond its target (C2.3: "Meting >= streefwaarde", in the direction of the goal). */
export const reachesTarget = (value: number, target: number, direction: Direction): boolean =>
  direction === 'up' ? value >= target : value <= target;
