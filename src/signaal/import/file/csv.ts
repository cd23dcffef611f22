import { Readable } from 'node:stream';
import { CsvError, type Options, parse } from 'csv-parse';
import { refuse } from '../errors.ts';
import { columnNames } from './columns.ts';
import { type FileRow, MOST_ROW } from './row.ts';

const DELIMITERS = [';', ',', '\t', '|'];

/** The delimiter of a table: what stands most often in its first line, outside quotes. */
export const delimiterIn = (head: string): string => {
  const counts = new Map(DELIMITERS.map((sign) => [sign, 0]));
  let quoted = false;
  for (const sign of head) {
    if (sign === '"') quoted = !quoted;
    if (quoted) continue;
    if (sign === '\n' || sign === '\r') break;
    counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  const [best = ','] = DELIMITERS.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  return (counts.get(best) ?? 0) === 0 ? ',' : best;
};

interface Read {
  readonly info: { readonly lines: number };
  readonly record: readonly string[];
}

const optionsFor = (delimiter: string): Options => ({
  delimiter,
  bom: true,
  info: true,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
  max_record_size: MOST_ROW,
});

/**
 * The rows of a delimited text, one by one; quoted values may hold ends of lines. Throws `import_row_too_long` on a row
 * that never ends, such as behind a quote that is not closed, and `import_file_broken` on text that no reader follows.
 */
export async function* csvRows(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<FileRow> {
  const parser = parse(optionsFor(delimiter));
  let columns: readonly string[] | null = null;
  let begin = 1;
  try {
    for await (const { info, record } of Readable.from(text).compose(parser) as AsyncIterable<Read>) {
      const line = info.lines - breaksIn(record);
      begin = info.lines + 1;
      if (columns) yield rowOf(columns, record, line);
      else columns = columnNames(record);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const code = error.code === 'CSV_MAX_RECORD_SIZE' ? 'import_row_too_long' : 'import_file_broken';
    throw refuse(code, { values: { line: begin } });
  }
}

/** The ends of lines inside a row: the reader tells on which line a row ends. */
const breaksIn = (record: readonly string[]): number =>
  record.reduce((sum, value) => sum + (value.match(/\r\n|\n|\r/g)?.length ?? 0), 0);

const rowOf = (columns: readonly string[], record: readonly string[], line: number): FileRow => {
  const values = new Map<string, string>();
  let broken = false;
  record.forEach((value, place) => {
    const column = columns[place];
    if (value === '' || column === undefined) return;
    broken ||= value.includes('\0');
    values.set(column, value);
  });
  const isUneven =
    record.length < columns.length || record.slice(columns.length).some((value) => value !== '');
  return { line, values, problem: broken ? 'broken_text' : isUneven ? 'columns' : null };
};
