/** Fewer voices than this are never published, and more only in steps of it (product.md C5.7). */
export const STEP = 5;

/** A number as it is published: rounded down to fives; null when it is below five, and then "minder dan 5". */
export const published = (count: number): number | null => (count < STEP ? null : count - (count % STEP));

/** One way in which the same voices are split, such as by channel. */
export type Split = ReadonlyMap<string, number>;

/** A row as it is published; a split is null where it would let a hidden number be worked out. */
export interface PublishedRow {
  readonly total: number | null;
  readonly splits: readonly (ReadonlyMap<string, number | null> | null)[];
}

interface Window {
  readonly least: number;
  readonly most: number;
}

const windowOf = (value: number | null): Window => ({
  least: value ?? 0,
  most: (value ?? 0) + STEP - 1,
});

const sumOf = (cells: Iterable<number | null>): Window =>
  [...cells]
    .map(windowOf)
    .reduce((sum, { least, most }) => ({ least: sum.least + least, most: sum.most + most }), {
      least: 0,
      most: 0,
    });

const meet = (one: Window, other: Window): Window => ({
  least: Math.max(one.least, other.least),
  most: Math.min(one.most, other.most),
});

/**
 * A row of published numbers. The rule: all are rounded down to fives, what is below five is hidden, and a split of a total
 * is shown only when each hidden number in the row could still be anything from 0 to 4, for whoever reads all that is shown
 * and knows this rule. The total goes first, then the splits in their order.
 */
export const publishRow = (count: number, splits: readonly Split[]): PublishedRow => {
  const total = published(count);
  if (total === null) return { total, splits: splits.map(() => null) };
  const shown: (ReadonlyMap<string, number | null> | null)[] = [];
  let within = windowOf(total);
  for (const split of splits) {
    const cells = new Map([...split].map(([key, value]) => [key, published(value)]));
    const narrower = meet(within, sumOf(cells.values()));
    const together = [...shown.filter((one) => one !== null), cells];
    const isSafe = together.every((one) => isHiddenWell(one, narrower));
    shown.push(isSafe ? cells : null);
    if (isSafe) within = narrower;
  }
  return { total, splits: shown };
};

/** Whether a hidden cell can be 0 as well as 4 while the sum stays within what is known of it. */
const isHiddenWell = (cells: ReadonlyMap<string, number | null>, { least, most }: Window): boolean => {
  if (![...cells.values()].includes(null)) return true;
  const sum = sumOf(cells.values());
  const others = { least: sum.least, most: sum.most - (STEP - 1) };
  return others.least + STEP - 1 <= most && others.most >= least;
};

/** The larger of what the themes show together and what the buurten show: each is told already, so the larger tells nothing more. */
export const atLeast = (heard: number | null, buurten: readonly number[]): number | null => {
  const inBuurten = buurten.reduce((sum, n) => sum + (published(n) ?? 0), 0);
  const most = Math.max(heard ?? 0, inBuurten);
  return most < STEP ? null : most;
};
