import { deflateSync, inflateSync } from 'node:zlib';
import type { Context } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { type Keyring, open, seal } from '#platform/secrets/index.ts';
import type { FileRow } from '../file/row.ts';

/** Rows of a file as they wait in the database: packed and sealed, bound to their own row. */
export interface SealedChunk {
  readonly id: string;
  readonly sealed: Buffer;
}

const placeOf = (gemeente: string, id: string) => ({ gemeente, row: `import_chunk/${id}/sealed` });

type Packed = [line: number, problem: FileRow['problem'], values: [string, string][]];

/** Packs and seals rows. */
export const sealChunk = (keyring: Keyring, gemeente: string, rows: readonly FileRow[]): SealedChunk => {
  const id = newId();
  const packed: Packed[] = rows.map(({ line, problem, values }) => [line, problem, [...values]]);
  const text = deflateSync(JSON.stringify(packed), { level: 3 }).toString('base64');
  return { id, sealed: seal(keyring, text, placeOf(gemeente, id)) };
};

/** The rows of {@link sealChunk}. */
export const openChunk = (keyring: Keyring, gemeente: string, { id, sealed }: SealedChunk): FileRow[] => {
  const text = open(keyring, sealed, placeOf(gemeente, id));
  const packed: Packed[] = JSON.parse(inflateSync(Buffer.from(text, 'base64')).toString('utf8'));
  return packed.map(([line, problem, values]) => ({ line, problem, values: new Map(values) }));
};

/** Stores the chunks of an import in their order. */
export const insertChunks = async (
  { db, gemeente }: Context,
  runId: string,
  chunks: readonly SealedChunk[],
): Promise<void> => {
  for (const [sequence, { id, sealed }] of chunks.entries()) {
    await runSql(
      db,
      'insert into import_chunk (gemeente, id, run_id, sequence, sealed) values ($1, $2, $3, $4, $5)',
      [gemeente, id, runId, sequence, sealed],
    );
  }
};

/** One chunk of an import; null when there is none of that number. */
export const readChunk = async (
  { db, gemeente, world }: Pick<Context, 'db' | 'gemeente' | 'world'>,
  runId: string,
  sequence: number,
): Promise<FileRow[] | null> => {
  const [chunk] = await runSql<SealedChunk>(
    db,
    'select id, sealed from import_chunk where gemeente = $1 and run_id = $2 and sequence = $3',
    [gemeente, runId, sequence],
  );
  return chunk ? openChunk(world.keyring, gemeente, chunk) : null;
};
