import { readSheet } from 'read-excel-file/node';
import { refuse } from '../errors.ts';
import { columnNames } from './columns.ts';
import { type FileRow, MOST_COLUMNS } from './row.ts';
import { unzip, type ZipEntry, ZipProblem, zipOf } from './zip.ts';

/** A sheet is read whole, not in a stream: larger than this goes as CSV. */
export const MOST_SHEET_BYTES = 15_000_000;
const MOST_UNPACKED = 40_000_000;
export const MOST_SHEET_ROWS = 50_000;

/** The parts of a spreadsheet that hold values; pictures and macros are not even unpacked. */
const isNeeded = (name: string): boolean =>
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(_rels\/workbook\.xml\.rels|workbook\.xml|sharedStrings\.xml|styles\.xml|worksheets\/[\w.-]+\.xml))$/.test(
    name,
  );

/** A cell that lies far away makes a sheet of a thousand million empty ones. */
const mustBeSmall = ({ name, bytes }: ZipEntry): void => {
  if (!name.startsWith('xl/worksheets/')) return;
  for (const [, letters = '', digits] of bytes
    .toString('latin1')
    .matchAll(/\sr\s*=\s*["']([A-Z]{0,9})(\d{1,9})["']/gi)) {
    const column = [...letters.toUpperCase()].reduce(
      (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
      0,
    );
    if (Number(digits) > MOST_SHEET_ROWS + 1 || column > MOST_COLUMNS) throw tooLarge();
  }
};

const tooLarge = () => refuse('import_sheet_too_large', { values: { rows: MOST_SHEET_ROWS } });

const parts = (bytes: Buffer): ZipEntry[] => {
  try {
    return unzip(bytes, isNeeded, MOST_UNPACKED);
  } catch (error) {
    if (error instanceof ZipProblem) throw error.tooLarge ? tooLarge() : refuse('import_sheet_broken');
    throw error;
  }
};

const readFirstSheet = async (entries: readonly ZipEntry[]) => {
  try {
    // Made anew of what was looked at, so that the reader finds nothing else.
    return await readSheet(zipOf(entries), 1);
  } catch (cause) {
    throw Object.assign(refuse('import_sheet_broken'), { cause });
  }
};

/**
 * The rows of the first sheet. Of a formula the value that was stored with it is read, nothing is computed. A date is a
 * moment on the clock of whoever typed it, so it comes as text without a zone. Throws `import_sheet_broken`,
 * `import_sheet_too_large` (15 MB, 40 MB unpacked, 50,000 rows).
 */
export async function* xlsxRows(bytes: Buffer): AsyncGenerator<FileRow> {
  if (bytes.length > MOST_SHEET_BYTES) throw tooLarge();
  const entries = parts(bytes);
  for (const entry of entries) mustBeSmall(entry);
  const [header, ...rows] = await readFirstSheet(entries);
  if (!header) return;
  const columns = columnNames(header.map(cellText));
  for (const [place, row] of rows.entries()) {
    if (row.every((cell) => cell === null)) continue;
    yield rowOf(columns, row.map(cellText), place + 2);
  }
}

const cellText = (cell: unknown): string => {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 19);
  return String(cell);
};

const rowOf = (columns: readonly string[], cells: readonly string[], line: number): FileRow => {
  const values = new Map<string, string>();
  let broken = false;
  for (const [place, column] of columns.entries()) {
    const cell = cells[place] ?? '';
    broken ||= cell.includes('\0');
    if (cell !== '') values.set(column, cell);
  }
  return { line, values, problem: broken ? 'broken_text' : null };
};
