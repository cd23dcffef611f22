/** What was found, with its margin of 95 percent or the number of answers from which a margin follows. */
export interface Estimate {
  readonly value: number;
  /** Half the width of the interval of 95 percent, as its source states it; 0 for a full count, null when not stated. */
  readonly margin: number | null;
  /** How many were asked or counted. */
  readonly n: number | null;
  /** The value is a percentage of those who answered. */
  readonly isShare: boolean;
}

/** Within which bounds the value lies with a certainty of 95 percent. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The two-sided point of the standard normal distribution that belongs to 95 percent. */
const Z = 1.959963984540054;

/**
 * The interval of Wilson for a percentage of `n` answers, in percent. Source: E.B. Wilson, "Probable inference, the law
 * of succession, and statistical inference", J. Am. Stat. Assoc. 22 (1927) 209-212. Unlike `p ± 1.96 √(p(1-p)/n)` it
 * stays within 0 and 100 and holds for few answers and near the ends.
 */
export const shareInterval = (percentage: number, n: number): Interval => {
  const p = percentage / 100;
  const square = Z * Z;
  const centre = (p + square / (2 * n)) / (1 + square / n);
  const half = (Z * Math.sqrt((p * (1 - p)) / n + square / (4 * n * n))) / (1 + square / n);
  return { low: Math.max(0, centre - half) * 100, high: Math.min(1, centre + half) * 100 };
};

/** The bounds of an estimate; null when nothing is known of its margin: then nothing may be said of a difference. */
export const intervalOf = ({ value, margin, n, isShare }: Estimate): Interval | null => {
  if (margin !== null) return { low: value - margin, high: value + margin };
  return isShare && n !== null ? shareInterval(value, n) : null;
};

/**
 * The interval of 95 percent of `later - earlier`, two independent estimates. Each side combines the two distances to
 * the bounds as `√(a² + b²)`: for symmetric margins a and b that is `difference ± √(a² + b²)`, for two percentages it is
 * method 10 of R.G. Newcombe, "Interval estimation for the difference between independent proportions: comparison of
 * eleven methods", Statistics in Medicine 17 (1998) 873-890. The same people asked twice are not independent.
 * Null when a margin is not known.
 */
export const differenceInterval = (earlier: Estimate, later: Estimate): Interval | null => {
  const [before, after] = [intervalOf(earlier), intervalOf(later)];
  if (!before || !after) return null;
  const difference = later.value - earlier.value;
  return {
    low: difference - Math.hypot(later.value - after.low, before.high - earlier.value),
    high: difference + Math.hypot(after.high - later.value, earlier.value - before.low),
  };
};
