import { createHash } from 'node:crypto';
import type { ArchiveReader } from './archive-read.ts';
import type { Manifest } from './manifest.ts';
import { TransferProblem } from './problem.ts';

/** The largest file of an export that is read, in bytes: a part is 4 MB and one row. */
const LARGEST = 256_000_000;

/** Gives a file of the archive only when it is what the manifest says. */
export type ReadChecked = (path: string) => Promise<Buffer>;

/** Reads files by the manifest: size and SHA-256 first, content after. */
export const checkedFiles = (archive: ArchiveReader, { files }: Pick<Manifest, 'files'>): ReadChecked => {
  const known = new Map(files.map((file) => [file.path, file]));
  return async (path) => {
    const file = known.get(path);
    if (!file) throw new TransferProblem('missing_file', { path });
    const content = await archive.read(path, Math.min(file.size, LARGEST));
    const sha256 = createHash('sha256').update(content).digest('hex');
    if (content.length !== file.size || sha256 !== file.sha256) {
      throw new TransferProblem('changed_file', { path });
    }
    return content;
  };
};

/** A row as it stands in the export: its own text, and what that says. */
export interface ReadRow {
  readonly text: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** What every row of a table must be. */
export interface RowShape {
  readonly table: string;
  readonly gemeente: string;
  readonly columns: ReadonlySet<string>;
}

/** The rows of one file. Throws `bad_row` or `foreign_row` with the number of the line. */
export const rowsIn = function* (content: Buffer, shape: RowShape): Generator<ReadRow> {
  let line = 0;
  for (let from = 0; from < content.length; ) {
    const end = content.indexOf(0x0a, from);
    const until = end < 0 ? content.length : end;
    line += 1;
    yield rowOf(content.toString('utf8', from, until), line, shape);
    from = until + 1;
  }
};

const rowOf = (text: string, line: number, { table, gemeente, columns }: RowShape): ReadRow => {
  const values = objectIn(text);
  const names = values && Object.keys(values);
  if (!names || names.length !== columns.size || !names.every((name) => columns.has(name))) {
    throw new TransferProblem('bad_row', { table, line });
  }
  if (values.gemeente !== gemeente) throw new TransferProblem('foreign_row', { table, line });
  return { text, values };
};

const objectIn = (text: string): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};
