import type { FigureKey } from './figures.ts';
import { figureOf } from './figures.ts';
import type { Mapping } from './mapping.ts';
import type { Cell, FigureTable } from './table.ts';
import { cellValue, decimalSignOf } from './values.ts';

/** One figure of one region, or why there is none. */
export interface Figure {
  readonly region: string;
  readonly figure: FigureKey;
  readonly value: number | null;
  readonly missing: 'secret' | 'unknown' | null;
}

/** Why a row or a cell is left out. */
export type FigureReason = 'no_code' | 'duplicate_code' | 'unknown_region' | 'bad_number' | 'other_year';

/** A remark about a line of the file; with the column when it is about one cell. */
export interface FigureRemark {
  readonly line: number;
  readonly code: string | null;
  readonly column: string | null;
  readonly reason: FigureReason;
}

/** What a table holds of this municipality. */
export interface FiguresPlan {
  readonly figures: readonly Figure[];
  readonly regions: number;
  /** Rows of other municipalities and of the country; no fault of anybody. */
  readonly elsewhere: number;
  readonly remarks: readonly FigureRemark[];
}

/** Which regions are of this municipality. */
export interface Regions {
  readonly known: ReadonlySet<string>;
  /** Whether a code is of a region elsewhere. */
  readonly isElsewhere: (code: string) => boolean;
}

/** Reads the figures of the municipality's own regions from a table; whatever is odd is told by its line. */
export const planFigures = (
  table: FigureTable,
  mapping: Mapping,
  regions: Regions,
  year: number,
): FiguresPlan => {
  const at = (role: string): number => table.columns.findIndex((column) => mapping[column] === role);
  const [regionAt, yearAt] = [at('region'), at('year')];
  const columns = table.columns.flatMap((column, index) => {
    const figure = figureOf(mapping[column] ?? '');
    return figure ? [{ column, index, figure }] : [];
  });
  const sign = decimalSignOf(
    cellsOf(
      table,
      columns.map(({ index }) => index),
    ),
  );
  const seen = new Set<string>();
  const figures: Figure[] = [];
  const remarks: FigureRemark[] = [];
  let elsewhere = 0;
  for (const { line, cells } of table.rows) {
    const code = String(cells[regionAt] ?? '').trim();
    if (regions.isElsewhere(code)) {
      elsewhere += 1;
      continue;
    }
    const told = yearAt < 0 ? null : yearIn(cells[yearAt] ?? null);
    const reason = reasonAgainst(code, seen, regions, told !== null && told !== year);
    if (reason) {
      remarks.push({ line, code: code || null, column: null, reason });
      continue;
    }
    seen.add(code);
    for (const { column, index, figure } of columns) {
      const value = cellValue(cells[index] ?? null, figure.kind, sign);
      if (value === 'bad') remarks.push({ line, code, column, reason: 'bad_number' });
      else if (typeof value === 'number')
        figures.push({ region: code, figure: figure.key, value, missing: null });
      else figures.push({ region: code, figure: figure.key, value: null, missing: value });
    }
  }
  return { figures, regions: seen.size, elsewhere, remarks };
};

const reasonAgainst = (
  code: string,
  seen: ReadonlySet<string>,
  { known }: Regions,
  isOtherYear: boolean,
): FigureReason | null => {
  if (code === '') return 'no_code';
  if (isOtherYear) return 'other_year';
  if (seen.has(code)) return 'duplicate_code';
  return known.has(code) ? null : 'unknown_region';
};

function* cellsOf(table: FigureTable, indexes: readonly number[]): Generator<Cell> {
  for (const { cells } of table.rows) for (const index of indexes) yield cells[index] ?? null;
}

/** The year in a cell such as 2024 or 2024JJ00. */
export const yearIn = (cell: Cell): number | null => {
  const year = /(?<!\d)(19|20)\d{2}(?!\d)/.exec(String(cell ?? ''))?.[0];
  return year === undefined ? null : Number(year);
};

/** The year that a whole table is of: the one in its column, when that is the same everywhere, else the one in its title. */
export const yearOf = (table: FigureTable, mapping: Mapping): number | null => {
  const at = table.columns.findIndex((column) => mapping[column] === 'year');
  const years = new Set(at < 0 ? [] : table.rows.map(({ cells }) => yearIn(cells[at] ?? null)));
  const [only, ...more] = years;
  if (only && more.length === 0) return only;
  return yearIn(table.title);
};
