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

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
