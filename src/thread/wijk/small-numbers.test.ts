import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atLeast, published, publishRow } from './small-numbers.ts';

/** All ways in which so many cells add up to a total. */
const ways = (cells: number, total: number): number[][] =>
  cells === 1
    ? [[total]]
    : Array.from({ length: total + 1 }, (_, first) =>
        ways(cells - 1, total - first).map((rest) => [first, ...rest]),
      ).flat();

const mapOf = (values: readonly number[]) => new Map(values.map((value, index) => [String(index), value]));

const looksLike = (values: readonly number[], shown: ReadonlyMap<string, number | null>): boolean =>
  values.every((value, index) => published(value) === shown.get(String(index)));

/** What each hidden cell may be for somebody who tries everything that fits with what was published. */
const guesses = (count: number, splits: readonly (readonly number[])[]): Map<string, Set<number>> => {
  const row = publishRow(count, splits.map(mapOf));
  const found = new Map<string, Set<number>>();
  for (let total = row.total ?? 0; total < (row.total ?? 0) + 5; total += 1) {
    const fitting = row.splits.map((shown, index) =>
      shown === null ? null : ways(splits[index]?.length ?? 1, total).filter((way) => looksLike(way, shown)),
    );
    if (fitting.some((all) => all?.length === 0)) continue;
    fitting.forEach((all, split) => {
      for (const way of all ?? []) {
        way.forEach((value, cell) => {
          if (row.splits[split]?.get(String(cell)) !== null) return;
          const key = `${split}.${cell}`;
          found.set(key, (found.get(key) ?? new Set()).add(value));
        });
      }
    });
  }
  return found;
};

describe('small numbers', () => {
  it('are hidden below five, and rounded down to fives above', () => {
    expect([0, 1, 4, 5, 9, 10, 14].map(published)).toEqual([null, null, null, 5, 5, 10, 10]);
  });

  it('show a total with its split, when that tells nothing of what is hidden', () => {
    const row = publishRow(23, [mapOf([20, 3])]);
    expect(row.total).toBe(20);
    expect([...(row.splits[0]?.values() ?? [])]).toEqual([20, null]);
  });

  it('hide a split that would tell a small number, and every split of a hidden total', () => {
    // Ten cells that each show 5 say "at least 50": then a total of 60 would tell too much of the hidden one.
    const nines = Array.from({ length: 3 }, () => 9);
    expect(publishRow(31, [mapOf([...nines, 4])]).splits).toEqual([null]);
    expect(publishRow(4, [mapOf([4])])).toEqual({ total: null, splits: [null] });
  });

  it('leave every hidden number anything from 0 to 4, whatever is put together', () => {
    const cell = fc.integer({ min: 0, max: 11 });
    const split = fc.tuple(cell, cell, cell);
    fc.assert(
      fc.property(split, fc.integer({ min: 0, max: 6 }), (channels, moved) => {
        const count = channels.reduce((sum, value) => sum + value, 0);
        const first = Math.min(count, moved);
        const sources = [first, count - first];
        for (const possible of guesses(count, [channels, sources]).values()) {
          expect([...possible].sort()).toEqual([0, 1, 2, 3, 4]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never publish a number from 1 to 4', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { minLength: 1, maxLength: 8 }), (cells) => {
        const row = publishRow(
          cells.reduce((sum, value) => sum + value, 0),
          [mapOf(cells)],
        );
        const shown = [row.total, ...row.splits.flatMap((split) => [...(split?.values() ?? [])])];
        for (const value of shown) expect(value === null || value >= 5).toBe(true);
      }),
    );
  });
});

describe('what was heard at least', () => {
  it('is the larger of what is shown already, and no number below five', () => {
    expect(atLeast(10, [17, 3])).toBe(15);
    expect(atLeast(20, [17, 3])).toBe(20);
    expect(atLeast(null, [4, 4])).toBeNull();
    expect(atLeast(null, [])).toBeNull();
  });
});
