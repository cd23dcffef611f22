import { refuse } from '../errors.ts';
import { csvRows, delimiterIn } from './csv.ts';
import { isJsonLines, jsonLineRows, jsonRows } from './json.ts';
import type { Bytes, FileRow, OpenedFile } from './row.ts';
import { encodingOf, headOf, textOf } from './text.ts';
import { MOST_SHEET_BYTES, xlsxRows } from './xlsx.ts';

const HEAD = 65_536;
const ZIP = 'PK\u0003\u0004';
/** The old binary format of Excel, and any other document of that time. */
const OLD_OFFICE = '\u00d0\u00cf\u0011\u00e0';

/**
 * Finds out what a file is by looking at it, never by its name, and makes it ready to be read row by row. Throws
 * `import_file_empty`, `import_sheet_old` and `import_file_unknown`.
 */
export const openFile = async (bytes: Bytes): Promise<OpenedFile> => {
  const head = await firstBytes(bytes);
  if (head.length === 0) throw refuse('import_file_empty');
  const magic = head.toString('latin1', 0, 4);
  if (magic === OLD_OFFICE) throw refuse('import_sheet_old');
  if (magic === ZIP) {
    const form = { kind: 'xlsx', encoding: 'utf-8', delimiter: '' } as const;
    return { form, rows: () => wholeSheet(bytes) };
  }
  return openText(bytes);
};

const openText = async (bytes: Bytes): Promise<OpenedFile> => {
  const encoding = await encodingOf(bytes);
  const text = () => textOf(bytes, encoding);
  const head = await headOf(text(), HEAD);
  const start = head.trimStart().slice(0, 1);
  if (start === '') throw refuse('import_file_empty');
  if (start === '<' || start === '%') throw refuse('import_file_unknown');
  if (isJsonLines(head)) {
    return { form: { kind: 'json_lines', encoding, delimiter: '' }, rows: () => jsonLineRows(text()) };
  }
  if (start === '[' || start === '{') {
    const isList = start === '[';
    return { form: { kind: 'json', encoding, delimiter: '' }, rows: () => jsonRows(text(), isList) };
  }
  const delimiter = delimiterIn(head);
  return { form: { kind: 'csv', encoding, delimiter }, rows: () => csvRows(text(), delimiter) };
};

const firstBytes = async (bytes: Bytes): Promise<Buffer> => {
  for await (const chunk of bytes.read()) if (chunk.length > 0) return Buffer.from(chunk.subarray(0, 64));
  return Buffer.alloc(0);
};

async function* wholeSheet(bytes: Bytes): AsyncGenerator<FileRow> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes.read()) {
    size += chunk.length;
    chunks.push(chunk);
    if (size > MOST_SHEET_BYTES) break;
  }
  yield* xlsxRows(Buffer.concat(chunks));
}
