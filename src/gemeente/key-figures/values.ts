import type { FigureKind } from './figures.ts';

/** What stands in a cell: a number, or why there is none; `bad` is neither. */
export type CellValue = number | 'secret' | 'unknown' | 'bad';

/** How a file writes its numbers: whether a comma stands before the decimals, as in Dutch. */
export type DecimalSign = 'comma' | 'point';

/** "x" in older tables; the numbers in the files of the map of wijken and buurten. */
const SECRET = new Set(['x', 'geheim', '-99997', '-99997.0']);
/** A point for "unknown, not reliable enough, or secret"; a dash and nothing at all; and the numbers that stand for them. */
const UNKNOWN = new Set([
  '',
  '.',
  '-',
  '–',
  'na',
  'n/a',
  'null',
  'nan',
  'onbekend',
  '-99995',
  '-99995.0',
  '-99999999',
  '-99999999.0',
]);

/** Reads one cell. A missing figure never becomes a nought. */
export const cellValue = (cell: string | number | null, kind: FigureKind, sign: DecimalSign): CellValue => {
  const text = cell === null ? '' : String(cell).trim().replace(/\*+$/, '').trim().toLowerCase();
  if (SECRET.has(text)) return 'secret';
  if (UNKNOWN.has(text)) return 'unknown';
  const value = typeof cell === 'number' ? cell : numberIn(text, isThousands(text, kind) ? 'comma' : sign);
  return isPossible(value, kind) ? value : 'bad';
};

/** A count has no decimals, so a point before three digits can only part thousands. */
const isThousands = (text: string, kind: FigureKind): boolean =>
  kind === 'count' && /^\d{1,3}(?:\.\d{3})+$/.test(text);

const numberIn = (text: string, sign: DecimalSign): number => {
  const bare = text.replace(/[\s\u00a0]/g, '');
  const plain =
    sign === 'comma'
      ? bare.replace(/\.(?=\d{3}(?:\D|$))/g, '').replace(',', '.')
      : bare.replace(/,(?=\d{3}(?:\D|$))/g, '');
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
};

const LARGEST = 1e9;

const isPossible = (value: number, kind: FigureKind): boolean => {
  if (!Number.isFinite(value) || value < 0 || value > LARGEST) return false;
  if (kind === 'share') return value <= 100;
  if (kind === 'class') return Number.isInteger(value) && value >= 1 && value <= 5;
  return kind !== 'count' || Number.isInteger(value);
};

/** How a file writes its numbers: one cell with a comma that can only stand before decimals decides. */
export const decimalSignOf = (cells: Iterable<string | number | null>): DecimalSign => {
  for (const cell of cells) {
    if (typeof cell === 'string' && /^\s*-?[\d.]*\d,\d{1,2}\s*$/.test(cell)) return 'comma';
  }
  return 'point';
};
