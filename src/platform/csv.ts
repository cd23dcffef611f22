/** Characters with which a spreadsheet begins a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * One cell: quoted, and never a formula, whoever wrote it. A number keeps its sign, and has a comma before its decimals: a
 * Dutch spreadsheet makes 52991 of 52.991.
 */
const cell = (value: string | number | null): string => {
  if (value === null) return '""';
  if (typeof value === 'number') return `"${String(value).replace('.', ',')}"`;
  const text = FORMULA.test(value.trimStart()) || FORMULA.test(value) ? `'${value}` : value;
  return `"${text.replaceAll('"', '""')}"`;
};

/** Lines of a table without the mark at its beginning: for what is written piece by piece. */
export const csvLines = (rows: readonly (readonly (string | number | null)[])[]): string =>
  rows.map((row) => `${row.map(cell).join(';')}\r\n`).join('');

/** A table for spreadsheets: semicolons and decimal commas, as Dutch programs expect, and a mark that the text is UTF-8. */
export const csvOf = (rows: readonly (readonly (string | number | null)[])[]): string =>
  `\u{FEFF}${csvLines(rows)}`;
