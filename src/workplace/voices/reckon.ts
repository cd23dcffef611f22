import type { VoiceCount } from '#signaal/index.ts';
import { hideSmall, hideSmallPlaces, type Shown } from '../incident/rules/small-numbers.ts';

/** One line of a split: what it is called in the lists of sources or channels, and how many. */
export interface Split {
  readonly key: string;
  readonly count: Shown;
}

/** A wijk with the buurten that it holds. */
export interface WijkOf {
  readonly id: string;
  readonly name: string;
  readonly buurtIds: readonly string[];
}

const sum = (rows: readonly VoiceCount[]): number => rows.reduce((total, { n }) => total + n, 0);

type By = 'source' | 'channel';

/** Care patterns are about groups, not voices: they are counted apart. */
const isVoice = ({ kind }: VoiceCount): boolean => kind !== 'care_pattern';

const keysOf = (rows: readonly VoiceCount[], by: By): string[] =>
  [...Map.groupBy(rows, (row) => row[by])]
    .map(([key, own]) => ({ key, count: sum(own) }))
    .toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
    .map(({ key }) => key);

const splitBy = (rows: readonly VoiceCount[], by: By, least: number): Split[] => {
  const voices = rows.filter(isVoice);
  const keys = keysOf(voices, by);
  const shown = hideSmall(
    keys.map((key) => sum(voices.filter((row) => row[by] === key))),
    least,
  );
  return keys.map((key, index) => ({ key, count: shown[index] ?? null }));
};

/** What may be shown of the voices of some buurten; counts from one up to `least` are null (product.md C5.7). */
export interface Reach {
  /** Null when it is small; zero is shown. */
  readonly total: Shown;
  readonly joined: Shown;
  readonly patterns: number;
  readonly sources: readonly Split[];
  readonly channels: readonly Split[];
}

const shownAlone = (count: number, least: number): Shown => (count > 0 && count < least ? null : count);

/**
 * Reckons the voices of some buurten by who spoke and how it came. Of a total that is small nothing is split; who joined is
 * hidden as well when those who did not would be few.
 */
export const reachOfVoices = (rows: readonly VoiceCount[], least: number): Reach => {
  const voices = sum(rows.filter(isVoice));
  const joined = sum(rows.filter(({ kind }) => kind === 'joined'));
  const total = shownAlone(voices, least);
  const isTelling = joined > 0 && voices - joined > 0 && voices - joined < least;
  return {
    total,
    joined: total === null || isTelling ? null : shownAlone(joined, least),
    patterns: sum(rows.filter((row) => !isVoice(row))),
    sources: total === null ? [] : splitBy(rows, 'source', least),
    channels: total === null ? [] : splitBy(rows, 'channel', least),
  };
};

/** How many voices one wijk gave, as far as that may be shown, split the same way. */
export interface WijkReach {
  readonly wijk: WijkOf;
  readonly count: Shown;
  readonly sources: readonly Split[];
  readonly channels: readonly Split[];
}

/** The rows of each wijk, and last those of no wijk, if any. */
const inWijken = (rows: readonly VoiceCount[], wijken: readonly WijkOf[]): VoiceCount[][] => {
  const voices = rows.filter(isVoice);
  const inside = wijken.map(({ buurtIds }) =>
    voices.filter(({ buurtId }) => buurtId !== null && buurtIds.includes(buurtId)),
  );
  const outside = voices.filter((row) => !inside.some((own) => own.includes(row)));
  // Where every buurt lies in a wijk there is no rest in which anything could hide.
  return outside.length === 0 ? inside : [...inside, outside];
};

/**
 * How many voices each wijk gave, in all and split. The totals of the municipality stand on the same page, so of each kind
 * at least two wijken are hidden as soon as one is small, and of each wijk at least two kinds.
 */
export const reachOfWijken = (
  rows: readonly VoiceCount[],
  wijken: readonly WijkOf[],
  least: number,
): WijkReach[] => {
  const parts = inWijken(rows, wijken);
  const counts = hideSmallPlaces(parts.map(sum), least);
  const split = (by: By): Split[][] => {
    const keys = keysOf(rows.filter(isVoice), by);
    const grid = hideGrid(
      parts.map((own) => keys.map((key) => sum(own.filter((row) => row[by] === key)))),
      counts.map((count) => count === null),
      least,
    );
    return grid.map((shown) =>
      keys.map((key, index) => ({ key, count: shown[index] ?? null })).filter(({ count }) => count !== 0),
    );
  };
  const [sources, channels] = [split('source'), split('channel')];
  return wijken.map((wijk, index) => {
    const count = counts[index] ?? null;
    return {
      wijk,
      count,
      sources: count === null ? [] : (sources[index] ?? []),
      channels: count === null ? [] : (channels[index] ?? []),
    };
  });
};

const turned = <Cell>(grid: readonly (readonly Cell[])[]): Cell[][] =>
  (grid[0] ?? []).map((_, column) => grid.flatMap((line) => line.slice(column, column + 1)));

/** Hides a second cell of a line of which only one is hidden: the smallest that is left. */
const hideSecond = (counts: readonly number[], hidden: readonly boolean[]): boolean[] => {
  if (hidden.filter(Boolean).length !== 1) return [...hidden];
  const [next] = counts
    .map((count, index) => ({ count, index }))
    .filter(({ index }) => !hidden[index])
    .toSorted((a, b) => a.count - b.count);
  return hidden.map((isHidden, index) => isHidden || index === next?.index);
};

/**
 * Hides small cells, all of a closed line, and then more until no line across or down has just one hidden cell that the
 * sum of the line would tell. A line across that is small in all its cells stays hidden; it ends because it only ever hides.
 */
export const hideGrid = (
  counts: readonly (readonly number[])[],
  closed: readonly boolean[],
  least: number,
): Shown[][] => {
  let hidden = counts.map((line, row) =>
    line.map((count) => closed[row] === true || (count > 0 && count < least)),
  );
  for (let before = -1, now = 0; before !== now; ) {
    before = hidden.flat().filter(Boolean).length;
    const across = counts.map((line, row) => hideSecond(line, hidden[row] ?? []));
    const down = turned(across);
    hidden = turned(turned(counts).map((line, column) => hideSecond(line, down[column] ?? [])));
    now = hidden.flat().filter(Boolean).length;
  }
  return counts.map((line, row) => line.map((count, column) => (hidden[row]?.[column] ? null : count)));
};
