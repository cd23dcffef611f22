import type { Context } from '#platform/command/command.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { notFound } from '#platform/errors.ts';
import { type Keyring, open, seal } from '#platform/secrets/index.ts';
import type { World } from '#platform/world.ts';
import type { FileRow } from '../file/row.ts';
import type { FileFacts } from '../rules/facts.ts';
import type { FileSubject } from '../rules/file-subjects.ts';
import { type Mapping, readMapping } from '../rules/mapping.ts';
import { openChunk } from './chunks.ts';
import { type ImportRun, RUN_COLUMNS } from './runs.ts';

/** What is known of a file whose mapping is being made. */
export interface Waiting {
  readonly facts: FileFacts;
  readonly subjects: readonly FileSubject[];
}

const placeOf = (gemeente: string, id: string) => ({ gemeente, row: `import_run/${id}/sealed` });

/** Seals what a file holds for its own import: examples may name people. */
export const sealWaiting = (keyring: Keyring, gemeente: string, runId: string, waiting: Waiting): Buffer =>
  seal(keyring, JSON.stringify(waiting), placeOf(gemeente, runId));

/** Keeps what a file holds, and the mapping. */
export const storeWaiting = async (
  { db, gemeente, world }: Context,
  runId: string,
  mapping: Mapping,
  waiting: Waiting,
): Promise<void> => {
  await runSql(
    db,
    `update import_run set mapping = $3, system = $4, sealed = $5, version = version + 1
     where gemeente = $1 and id = $2`,
    [
      gemeente,
      runId,
      JSON.stringify(mapping),
      mapping.system,
      sealWaiting(world.keyring, gemeente, runId, waiting),
    ],
  );
};

/** An import with what its page shows of its file; null parts when the file is gone. */
export interface RunPage {
  readonly run: ImportRun;
  readonly waiting: Waiting | null;
  /** The first rows, at most ten. */
  readonly rows: readonly FileRow[];
  readonly mappingNames: readonly string[];
}

interface Row extends ImportRun {
  readonly sealed: Buffer | null;
  readonly chunkId: string | null;
  readonly chunk: Buffer | null;
  readonly names: readonly string[];
}

const PAGE = `
  select ${RUN_COLUMNS}, r.sealed, c.id as "chunkId", c.sealed as chunk,
    array(select m.name from import_mapping m where m.gemeente = $1 order by m.name limit 100) as names
  from import_run r
  left join import_chunk c on c.gemeente = $1 and c.run_id = r.id and c.sequence = 0 and r.state = 'draft'
  where r.gemeente = $1 and r.id = $2`;

const SHOWN = 10;

/** Reads an import for its page, in one query. Throws `not_found`. */
export const readRunPage = async (
  { keyring }: Pick<World, 'keyring'>,
  db: TenantDb,
  gemeente: string,
  id: string,
): Promise<RunPage> => {
  const [row] = await runSql<Row>(db, PAGE, [gemeente, id]);
  if (!row) throw notFound();
  const { sealed, chunkId, chunk, names, ...run } = row;
  const waiting: Waiting | null = sealed ? JSON.parse(open(keyring, sealed, placeOf(gemeente, id))) : null;
  const rows = chunkId && chunk ? openChunk(keyring, gemeente, { id: chunkId, sealed: chunk }) : [];
  return {
    run: { ...run, mapping: readMapping(run.mapping) },
    waiting,
    rows: rows.slice(0, SHOWN),
    mappingNames: names,
  };
};
