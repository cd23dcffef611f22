import { type FileHandle, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { systemCode } from '../problem.ts';
import type { TarSource } from '../tar-stream.ts';

/** The folder of the cluster inside a backup. */
export const CLUSTER = 'cluster';
/** Copied last of all: where recovery begins is what it says. */
const CONTROL = 'global/pg_control';
/** Folders of which PostgreSQL wants only that they exist (its documentation on base backups, 25.3.4). */
const EMPTIED = new Set([
  'pg_dynshmem',
  'pg_notify',
  'pg_replslot',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
  'pg_wal',
]);
const LEFT_OUT =
  /^(?:postmaster\.(?:pid|opts)|pg_internal\.init.*|backup_label.*|tablespace_map.*|backup_manifest|current_logfiles|pgsql_tmp.*)$/;
const SEGMENT = /^[0-9A-F]{24}$/;
const CHUNK = 1_000_000;

/** Everything of a cluster that runs, but for its log of changes: folders before what is in them, the control file last. */
export async function* clusterFiles(cluster: string): AsyncGenerator<TarSource> {
  yield folder(CLUSTER);
  yield* filesBelow(cluster, '');
  for (const name of ['archive_status', 'summaries']) yield folder(`${CLUSTER}/pg_wal/${name}`);
  yield* fileOf(join(cluster, CONTROL), `${CLUSTER}/${CONTROL}`);
}

/** The files of the log of changes from one segment to another; together with the rest they make one moment. */
export async function* walFiles(cluster: string, first: string, last: string): AsyncGenerator<TarSource> {
  for (const name of (await readdir(join(cluster, 'pg_wal'))).sort()) {
    const isNeeded = (SEGMENT.test(name) && name >= first && name <= last) || name.endsWith('.history');
    if (isNeeded) yield* fileOf(join(cluster, 'pg_wal', name), `${CLUSTER}/pg_wal/${name}`);
  }
}

/** A text as a file of the backup. */
export const textFile = (path: string, text: string): TarSource => {
  const content = Buffer.from(text);
  return { path, size: content.length, kind: 'file', chunks: [content] };
};

const folder = (path: string): TarSource => ({ path, size: 0, kind: 'folder', chunks: [] });

async function* filesBelow(cluster: string, below: string): AsyncGenerator<TarSource> {
  for (const entry of await entriesOf(join(cluster, below))) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (LEFT_OUT.test(entry.name) || path === CONTROL) continue;
    if (entry.isDirectory()) {
      yield folder(`${CLUSTER}/${path}`);
      if (!EMPTIED.has(path)) yield* filesBelow(cluster, path);
    } else if (entry.isFile()) yield* fileOf(join(cluster, path), `${CLUSTER}/${path}`);
  }
}

/** A table may be dropped while we walk; then its folder or file is gone, and the log of changes knows it. */
const entriesOf = async (path: string) => {
  try {
    return await readdir(path, { withFileTypes: true });
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
};

async function* fileOf(path: string, name: string): AsyncGenerator<TarSource> {
  const file = await openIfThere(path);
  if (!file) return;
  try {
    const { size } = await file.stat();
    yield { path: name, size, kind: 'file', chunks: exactly(file, size) };
  } finally {
    await file.close();
  }
}

const openIfThere = async (path: string): Promise<FileHandle | undefined> => {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
};

/** As many bytes as were promised: what grew meanwhile is cut, what shrank is filled up; recovery sets both right. */
async function* exactly(file: FileHandle, size: number): AsyncGenerator<Buffer> {
  for (let done = 0; done < size; ) {
    const chunk = Buffer.alloc(Math.min(CHUNK, size - done));
    const { bytesRead } = await file.read(chunk, 0, chunk.length, done);
    yield bytesRead > 0 ? chunk.subarray(0, bytesRead) : chunk;
    done += bytesRead > 0 ? bytesRead : chunk.length;
  }
}
