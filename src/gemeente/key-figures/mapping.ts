import { z } from 'zod';
import { defineSetting, type Setting } from '../settings.ts';
import { tidyText } from '../tables/decode.ts';
import { figureDefinitions, figureOf } from './figures.ts';

/** What a column holds: a figure, the code of the region, the year; or nothing that is wanted. */
export type Mapping = Readonly<Record<string, string>>;

/** What a column may be besides a figure. */
export const columnRoles = ['region', 'year'] as const;

/** Columns with the code of a region, most telling first. */
const REGION = [
  'codering',
  'gwbcode10',
  'gwbcode',
  'regiocode',
  'wijkenenbuurten',
  'code',
  'statcode',
  'buurtcode',
  'wijkcode',
  'gemeentecode',
  'gebiedscode',
  'bucode',
  'wkcode',
  'gmcode',
];
const YEAR = ['jaar', 'perioden', 'periode', 'year'];

/**
 * The names of a column in plain letters and digits: without the topics before it and the unit behind it, and both with and without
 * the number at its end, which is part of the name in one table and put there by CBS, another one every year, in the next.
 */
const plainNames = (column: string): string[] => {
  const leaf = (column.split('/').at(-1) ?? '').replace(/\([^)]*\)\s*$/, '').trim();
  return [leaf, leaf.replace(/_\d{1,3}$/, '')].map((name) => name.toLowerCase().replace(/[^a-z0-9]/g, ''));
};

/** Whether a column may hold the code of a region. */
export const isRegionColumn = (column: string): boolean =>
  plainNames(column).some((name) => REGION.includes(name));

/** The columns that a municipality told apart itself, one a line: `name of the column = figure`. */
export const savedColumns: Setting<string[]> = defineSetting({
  key: 'key_figures.columns',
  schema: z
    .array(
      z
        .string()
        .max(200)
        .regex(/^[^=]+=\s*[a-z0-9_]+\s*$/),
    )
    .max(100),
  standard: [],
  kind: 'list',
});

/** The lines of that setting as a mapping; what names no figure is passed over. */
export const mappingOf = (lines: readonly string[]): Mapping =>
  Object.fromEntries(
    lines.flatMap((line) => {
      const [column = '', role = ''] = line.split('=').map((part) => part.trim());
      return isRole(role) ? [[column, role]] : [];
    }),
  );

/** A mapping as the lines of that setting. */
export const linesOf = (mapping: Mapping): string[] =>
  Object.entries(mapping).map(([column, role]) => `${tidyText(column.replaceAll('=', ' '))} = ${role}`);

/** Whether something may be what a column holds. */
export const isRole = (role: string): boolean =>
  figureOf(role) !== undefined || columnRoles.some((known) => known === role);

/** What each column holds: as told, else as saved, else by its name. Each thing comes from one column only. */
export const guessMapping = (columns: readonly string[], saved: Mapping, told: Mapping): Mapping => {
  const mapping: Record<string, string> = {};
  const taken = new Set<string>();
  const give = (column: string | undefined, role: string): void => {
    if (column === undefined || taken.has(role) || column in mapping) return;
    mapping[column] = role;
    taken.add(role);
  };
  for (const source of [told, saved]) {
    for (const [column, role] of Object.entries(source)) {
      if (isRole(role) && columns.includes(column)) give(column, role);
    }
  }
  // Told to be nothing stays nothing.
  const free = columns.filter((column) => !(column in told && !isRole(told[column] ?? '')));
  const named = (names: readonly string[]): string | undefined =>
    names
      .map((name) => free.find((column) => plainNames(column).includes(name) && !(column in mapping)))
      .find(Boolean);
  give(named(REGION), 'region');
  give(named(YEAR), 'year');
  for (const { key, names } of figureDefinitions) give(named(names), key);
  return mapping;
};
