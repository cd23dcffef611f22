import { refuse } from './errors.ts';
import type { FileRow, OpenedFile } from './file/row.ts';
import { type FileFacts, factGatherer } from './rules/facts.ts';

/** More rows than a municipality gathers in thirty years: whoever has more imports them in parts. */
export const MOST_ROWS = 5_000_000;

/**
 * Reads a file once and tells what it holds; `also` sees each row. Throws `import_file_empty`, `import_too_many_rows`, and what
 * its reader throws.
 */
export const analyse = async (
  file: OpenedFile,
  also: (row: FileRow) => Promise<void> = async () => undefined,
  most = MOST_ROWS,
): Promise<FileFacts> => {
  const gatherer = factGatherer();
  let rows = 0;
  for await (const row of file.rows()) {
    rows += 1;
    if (rows > most) throw refuse('import_too_many_rows', { values: { most } });
    gatherer.take(row);
    await also(row);
  }
  if (rows === 0) throw refuse('import_file_empty');
  return gatherer.facts(file.form);
};

/** Rows of a file in batches of `size`. */
export async function* batchesOf(
  rows: AsyncIterable<FileRow>,
  size: number,
): AsyncGenerator<{ rows: readonly FileRow[]; last: boolean }> {
  let batch: FileRow[] = [];
  for await (const row of rows) {
    if (batch.length === size) {
      yield { rows: batch, last: false };
      batch = [];
    }
    batch.push(row);
  }
  yield { rows: batch, last: true };
}

/** The same, with the next one under way while this one is worked on: reading the file does not wait for the database. */
export async function* ahead<Item>(items: AsyncGenerator<Item>): AsyncGenerator<Item> {
  let next = items.next();
  try {
    for (;;) {
      const { value, done } = await next;
      if (done) return;
      next = items.next();
      yield value;
    }
  } finally {
    await Promise.allSettled([next]);
    await items.return(undefined);
  }
}
