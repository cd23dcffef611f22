import { createWriteStream } from 'node:fs';
import { readFile, rename, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import type { Keyring } from '#platform/secrets/index.ts';
import { type ArchivedFile, partOf } from '../archive-write.ts';
import { systemCode, TransferProblem } from '../problem.ts';
import { type TarSource, tarBytes } from '../tar-stream.ts';
import { BACKUP_FORMAT, MANIFEST, printBackupManifest, SIGNATURE } from './backup-manifest.ts';
import { CLUSTER, clusterFiles, textFile, walFiles } from './cluster-files.ts';

/** The file with the passwords of the database inside a backup. */
export const CREDENTIALS = 'credentials.json';

/** A running embedded database, and what its backup needs to know. */
export interface BackupSource {
  /** The superuser: only that role may begin a backup. */
  readonly adminUrl: string;
  readonly cluster: string;
  readonly credentials: string;
  /** Reads the keys; asked after the data was copied, so that no key that sealed any of it is missing. */
  readonly keyring: () => Keyring;
  readonly program: string;
  readonly at: Date;
}

/** What came of it. */
export interface BackupDone {
  readonly files: number;
  /** Of the database itself, and of the file that was written. */
  readonly bytes: number;
  readonly packed: number;
  readonly keys: readonly string[];
}

/**
 * Copies a running database to one file, consistent as of the end of the copying, while others go on writing
 * (PostgreSQL's low-level base backup with the log of changes that belongs to it). Only its owner can read the file; it
 * bears its name only when it is whole. Throws {@link TransferProblem}.
 */
export const takeBackup = async (source: BackupSource, to: string): Promise<BackupDone> => {
  const files: ArchivedFile[] = [];
  const keys: string[] = [];
  const entries = backupEntries(source, files, keys);
  const bytes = tarBytes(entries, source.at, (file) => files.push(file));
  const part = partOf(to);
  try {
    await pipeline(
      Readable.from(bytes),
      createGzip({ level: 1 }),
      createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true }),
    );
    await rename(part, to);
    const { size } = await stat(to);
    return {
      files: files.length,
      bytes: files.reduce((sum, file) => sum + file.size, 0),
      packed: size,
      keys,
    };
  } catch (error) {
    const code = systemCode(error);
    if (code === 'EEXIST') throw new TransferProblem('target_exists', { path: part }, error);
    if (/^E[A-Z]+$/.test(code)) throw new TransferProblem('unreadable', { path: to, reason: code }, error);
    throw error;
  }
};

async function* backupEntries(
  source: BackupSource,
  files: readonly ArchivedFile[],
  keys: string[],
): AsyncGenerator<TarSource> {
  const client = new pg.Client({ connectionString: source.adminUrl });
  await client.connect();
  try {
    yield* databaseEntries(client, source.cluster);
    yield textFile(CREDENTIALS, await readFile(source.credentials, 'utf8'));
    const keyring = source.keyring();
    keys.push(...keyring.sealing.keys());
    const { text, signature } = printBackupManifest(
      {
        format: 'wijkregie-backup',
        version: BACKUP_FORMAT,
        madeAt: source.at.toISOString(),
        program: source.program,
        ...(await versionsOf(client)),
        keys: [...keys],
        files: [...files],
      },
      keyring,
    );
    yield textFile(MANIFEST, text);
    yield textFile(SIGNATURE, signature);
  } finally {
    await client.end();
  }
}

/** The slot keeps the log of changes from being thrown away meanwhile, and ends with the connection. */
async function* databaseEntries(client: pg.Client, cluster: string): AsyncGenerator<TarSource> {
  await client.query(
    "select pg_create_physical_replication_slot('wijkregie_backup_' || pg_backend_pid(), true, true)",
  );
  const { rows: started } = await client.query<{ wal: string }>(
    "select pg_walfile_name(pg_backup_start('wijkregie', true)) as wal",
  );
  yield* clusterFiles(cluster);
  const { rows: stopped } = await client.query<{ label: string; wal: string }>(
    'select labelfile as label, pg_walfile_name(lsn) as wal from pg_backup_stop(false)',
  );
  const [first, last] = [started[0]?.wal, stopped[0]];
  if (!first || !last) throw new Error('The database did not say what belongs to the backup');
  yield textFile(`${CLUSTER}/backup_label`, last.label);
  yield* walFiles(cluster, first, last.wal);
}

const versionsOf = async (client: pg.Client): Promise<{ postgres: string; migration: string }> => {
  const { rows } = await client.query<{ postgres: string; migration: string | null }>(
    `select (current_setting('server_version_num')::int / 10000)::text as postgres,
       (select max(name) from schema_migration) as migration`,
  );
  return { postgres: rows[0]?.postgres ?? '', migration: rows[0]?.migration ?? '' };
};
