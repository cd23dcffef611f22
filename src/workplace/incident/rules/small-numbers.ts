/** A count as it may be shown; null for one that is hidden because it is small. */
export type Shown = number | null;

/**
 * Hides counts from 1 up to `least` (product.md C5.7), and as many others as are needed so that nobody finds them back
 * from the sum: at least two are hidden, and together they are `least` or more. Nothing is never hidden.
 */
export const hideSmall = (counts: readonly number[], least: number): Shown[] => {
  const hidden = new Set(counts.flatMap((count, index) => (count > 0 && count < least ? [index] : [])));
  const isSafe = (): boolean =>
    hidden.size === 0 || (hidden.size > 1 && sumOf([...hidden].map((index) => counts[index] ?? 0)) >= least);
  const others = counts
    .map((count, index) => ({ count, index }))
    .filter(({ count, index }) => count > 0 && !hidden.has(index))
    .sort((one, other) => one.count - other.count || one.index - other.index);
  for (const { index } of others) {
    if (isSafe()) break;
    hidden.add(index);
  }
  return counts.map((count, index) => (hidden.has(index) ? null : count));
};

/**
 * Hides small counts of places beside each other: as soon as one is small, nothing is hidden with it, so that neither a
 * sum nor an empty row tells which place it is; at least two are hidden.
 */
export const hideSmallPlaces = (counts: readonly number[], least: number): Shown[] => {
  if (!counts.some((count) => count > 0 && count < least)) return [...counts];
  const hidden = new Set(counts.flatMap((count, index) => (count < least ? [index] : [])));
  const [smallest] = counts
    .map((count, index) => ({ count, index }))
    .filter(({ index }) => !hidden.has(index))
    .sort((one, other) => one.count - other.count);
  if (hidden.size < 2 && smallest) hidden.add(smallest.index);
  return counts.map((count, index) => (hidden.has(index) ? null : count));
};

/** Months taken together, so that fewer numbers are too small to show. */
const PERIODS = [1, 3, 6, 12] as const;
export type Period = (typeof PERIODS)[number];

/**
 * The shortest period of which at least half of what was told can be shown; a whole year when none can. Gives how many
 * months one bar stands for.
 */
export const periodFor = (months: readonly number[], least: number): Period => {
  const total = sumOf(months);
  const found = PERIODS.find((period) => {
    const shown = hideSmall(perPeriod(months, period), least).map((count) => count ?? 0);
    return sumOf(shown) * 2 >= total;
  });
  return found ?? 12;
};

/** Sums of so many months. */
export const perPeriod = (months: readonly number[], period: number): number[] =>
  Array.from({ length: Math.ceil(months.length / period) }, (_, index) =>
    sumOf(months.slice(index * period, (index + 1) * period)),
  );

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
