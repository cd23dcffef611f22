import { CsvError, parse } from 'csv-parse/sync';

/** One row of a table, with the line of the file on which it stands, counted from 1. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Far more than all buurten of the Netherlands. */
const MOST_ROWS = 60_000;

/**
 * Reads a table of text: comma, semicolon or tab, with or without quotes and byte order mark, CRLF or LF. Empty lines are passed
 * over. `unreadable` when the quotes do not close or there are more than 60,000 rows.
 */
export const readCsv = (text: string): readonly TableRow[] | 'unreadable' => {
  const rows: TableRow[] = [];
  try {
    parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      to: MOST_ROWS + 1,
      trim: true,
      max_record_size: 200_000,
      on_record: (cells: string[], { lines }) => {
        rows.push({ line: lines, cells });
        return null;
      },
    });
    return rows.length > MOST_ROWS ? 'unreadable' : rows;
  } catch (error) {
    if (error instanceof CsvError) return 'unreadable';
    throw error;
  }
};

/** The sign that stands most often, outside quotes, in the first lines. */
const delimiterOf = (text: string): string => {
  const start = text.slice(0, 5_000).replace(/"[^"]*"/g, '');
  const count = (sign: string): number => start.split(sign).length;
  return [';', '\t', ','].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',');
};
