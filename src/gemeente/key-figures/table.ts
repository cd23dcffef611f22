import { z } from 'zod';
import { readCsv, type TableRow } from '../tables/csv.ts';
import { isRegionColumn } from './mapping.ts';

/** A cell as it stands in the file. */
export type Cell = string | number | null;

/** A table of figures, one region a row, before anybody knows what its columns mean. */
export interface FigureTable {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly Cell[] }[];
  /** What the file says of itself: the number of the table and its title; null where it is silent. */
  readonly tableId: string | null;
  readonly title: string | null;
}

/** Why a file is no table of figures. */
export type TableProblem = 'not_a_table' | 'no_rows';

/** Lines of title that StatLine puts above a table. */
const TITLE_LINES = 10;

/** Reads CSV (StatLine's own, its OData form, and renamed copies) or JSON (OData 3 and 4). Never throws on its content. */
export const readFigureTable = (text: string): FigureTable | TableProblem => {
  const start = text
    .slice(0, 50)
    .replace(/^\uFEFF/, '')
    .trimStart();
  return start.startsWith('{') || start.startsWith('[') ? readJson(text) : readLines(text);
};

const readLines = (text: string): FigureTable | TableProblem => {
  const lines = readCsv(text);
  if (lines === 'unreadable') return 'not_a_table';
  const at = headerIn(lines.slice(0, TITLE_LINES));
  const header = lines[at];
  if (!header) return 'not_a_table';
  // Below the table StatLine writes its source, in one cell.
  const rows = lines.slice(at + 1).filter(({ cells }) => cells.length > 1);
  if (rows.length === 0) return 'no_rows';
  const title = at > 0 ? (lines[0]?.cells[0] ?? null) : null;
  return { columns: header.cells, rows, tableId: tableIdIn(title ?? ''), title };
};

/** The line with the names of the columns: one that names a code, else the first with more than one cell; -1 without any. */
const headerIn = (lines: readonly TableRow[]): number => {
  const named = lines.findIndex(({ cells }) => cells.length > 1 && cells.some(isRegionColumn));
  return named >= 0 ? named : lines.findIndex(({ cells }) => cells.length > 1);
};

const record = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
const feed = z.object({
  'odata.metadata': z.string().optional(),
  '@odata.context': z.string().optional(),
  title: z.string().nullish(),
  value: z.array(record),
});

const readJson = (text: string): FigureTable | TableProblem => {
  const json = jsonIn(text);
  const parsed = feed.safeParse(Array.isArray(json) ? { value: json } : json);
  if (!parsed.success) return 'not_a_table';
  const { value } = parsed.data;
  const id = tableIdIn(parsed.data['odata.metadata'] ?? parsed.data['@odata.context'] ?? '');
  return tableOf(
    value.some((row) => 'Measure' in row) ? pivoted(value) : value,
    id,
    parsed.data.title ?? null,
  );
};

type Row = Readonly<Record<string, string | number | boolean | null>>;

/** A table from rows of named cells, as OData sends them. */
export const tableOf = (
  rows: readonly Row[],
  tableId: string | null,
  title: string | null = null,
): FigureTable | TableProblem => {
  if (rows.length === 0) return 'no_rows';
  const columns = [...new Set(rows.slice(0, 1_000).flatMap((row) => Object.keys(row)))];
  const cells = rows.map((row, at) => ({
    line: at + 1,
    cells: columns.map((column) => cellOf(row[column])),
  }));
  return { columns, rows: cells, tableId, title };
};

const cellOf = (value: Row[string] | undefined): Cell => {
  if (value === undefined || value === null) return null;
  return typeof value === 'boolean' ? String(value) : value;
};

/** The fourth OData has one figure a row; here they come beside one another again, under the code of their measure. */
const pivoted = (rows: readonly Row[]): Row[] => {
  const regions = new Map<string, Record<string, string | number | boolean | null>>();
  for (const row of rows) {
    const column = Object.keys(row).find(isRegionColumn);
    const region = column === undefined ? '' : String(row[column] ?? '').trim();
    const measure = String(row.Measure ?? '');
    if (column === undefined || region === '' || measure === '') continue;
    const wide = regions.get(region) ?? { [column]: region };
    wide[measure] = row.Value ?? (row.ValueAttribute === 'Confidential' ? 'x' : '.');
    regions.set(region, wide);
  }
  return [...regions.values()];
};

/** A table that was fetched as the text of a file, so that it can be looked at before it is read in. */
export const tableAsJson = ({ columns, rows, tableId, title }: FigureTable): string =>
  JSON.stringify({
    'odata.metadata': tableId ?? '',
    title,
    value: rows.map(({ cells }) =>
      Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? null])),
    ),
  });

/** The number of a table of CBS, such as 85984NED. */
const tableIdIn = (text: string): string | null => /\b(\d{5}[A-Z]{3})\b/.exec(text)?.[1] ?? null;

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
};
