import type { HeardRow } from './heard.ts';
import { published, publishRow, type Split, STEP } from './small-numbers.ts';

/** One theme as everybody may read it. */
export interface ThemeFigure {
  readonly id: string | null;
  readonly name: string | null;
  readonly nameEn: string | null;
  readonly total: number | null;
  /** By channel and by source; null where the split would tell a small number, and for sensitive themes. */
  readonly channels: ReadonlyMap<string, number | null> | null;
  readonly sources: ReadonlyMap<string, number | null> | null;
}

/** The figures of an area; null means: fewer than five. */
export interface WijkFigures {
  /** At least so many: the sum of what is shown, so that it tells nothing of what is hidden. */
  readonly heard: number | null;
  readonly ended: number | null;
  readonly thanked: number | null;
  readonly tailored: number | null;
  readonly themes: readonly ThemeFigure[];
}

/** Makes the published figures of the counted rows (the rule stands in `small-numbers.ts`). */
export const figuresOf = (rows: readonly HeardRow[]): WijkFigures => {
  const themes = [...grouped(rows).values()].map(themeOf).sort(byMost);
  const heard = themes.reduce((sum, { total }) => sum + (total ?? 0), 0);
  return {
    heard: heard < STEP ? null : heard,
    ended: published(sum(rows, 'ended')),
    thanked: published(sum(rows, 'thanked')),
    tailored: published(sum(rows, 'tailored')),
    themes,
  };
};

const grouped = (rows: readonly HeardRow[]): ReadonlyMap<string, readonly HeardRow[]> =>
  Map.groupBy(rows, ({ themeId }) => themeId ?? '');

const sum = (rows: readonly HeardRow[], key: 'n' | 'ended' | 'thanked' | 'tailored'): number =>
  rows.reduce((total, row) => total + row[key], 0);

const split = (rows: readonly HeardRow[], key: 'channel' | 'source'): Split =>
  new Map([...Map.groupBy(rows, (row) => row[key])].map(([name, of]) => [name, sum(of, 'n')] as const));

const themeOf = (rows: readonly HeardRow[]): ThemeFigure => {
  const [first] = rows;
  const isSensitive = rows.some(({ sensitive }) => sensitive);
  const row = publishRow(sum(rows, 'n'), isSensitive ? [] : [split(rows, 'channel'), split(rows, 'source')]);
  return {
    id: first?.themeId ?? null,
    name: first?.theme ?? null,
    nameEn: first?.themeEn ?? null,
    total: row.total,
    channels: row.splits[0] ?? null,
    sources: row.splits[1] ?? null,
  };
};

/** Hidden themes stand by name, so that their order tells nothing. */
const byMost = (a: ThemeFigure, b: ThemeFigure): number =>
  (b.total ?? 0) - (a.total ?? 0) || (a.name ?? '').localeCompare(b.name ?? '', 'nl');
