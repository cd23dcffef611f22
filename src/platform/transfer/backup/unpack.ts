import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { giveToPostgres } from '#platform/database/launcher/places.ts';
import type { Keyring } from '#platform/secrets/index.ts';
import type { ArchivedFile } from '../archive-write.ts';
import { systemCode, TransferProblem } from '../problem.ts';
import { readTar, type TarSource } from '../tar-stream.ts';
import { type BackupManifest, MANIFEST, readBackupManifest, SIGNATURE } from './backup-manifest.ts';
import { CLUSTER } from './cluster-files.ts';
import { CREDENTIALS } from './take-backup.ts';

const SAFE = /^cluster(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/;
const SMALL = 200_000_000;

/** A backup that was unpacked and found whole and genuine. */
export interface Unpacked {
  readonly manifest: BackupManifest;
  /** The file with the passwords of the database. */
  readonly credentials: string;
}

/**
 * Unpacks a backup into an empty folder of our own making, and checks it against its manifest: nothing missing, nothing
 * more, nothing changed. Throws {@link TransferProblem}; then the folder is worth nothing.
 */
export const unpackBackup = async (from: string, folder: string, keyring: Keyring): Promise<Unpacked> => {
  const found: ArchivedFile[] = [];
  const texts = new Map<string, string>();
  try {
    const stream = createReadStream(from);
    const plain = createGunzip();
    stream.on('error', (error) => plain.destroy(error));
    for await (const entry of readTar(stream.pipe(plain))) await unpackOne(entry, folder, found, texts);
  } catch (error) {
    throw inWords(error, from);
  }
  const [text, signature, credentials] = [MANIFEST, SIGNATURE, CREDENTIALS].map((name) => texts.get(name));
  if (text === undefined || signature === undefined || credentials === undefined) {
    throw new TransferProblem('not_an_export');
  }
  const manifest = readBackupManifest(text, signature, keyring);
  compare(manifest, found);
  return { manifest, credentials };
};

const unpackOne = async (
  entry: TarSource,
  folder: string,
  found: ArchivedFile[],
  texts: Map<string, string>,
): Promise<void> => {
  if ([MANIFEST, SIGNATURE, CREDENTIALS].includes(entry.path)) {
    const content = await wholeText(entry);
    texts.set(entry.path, content);
    if (entry.path === CREDENTIALS) found.push(aboutText(entry, content));
    return;
  }
  if (!SAFE.test(entry.path)) throw new TransferProblem('unsafe_file', { path: entry.path });
  const target = join(folder, ...entry.path.split('/').slice(1));
  if (entry.kind === 'file') found.push(await writeFileOf(entry, target));
  else if (entry.path !== CLUSTER) {
    await mkdir(target);
    giveToPostgres(target, 0o700);
  }
};

const wholeText = async (entry: TarSource): Promise<string> => {
  if (entry.size > SMALL) throw new TransferProblem('too_large', { path: entry.path });
  const chunks: Buffer[] = [];
  for await (const chunk of entry.chunks) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
};

const aboutText = ({ path, size }: TarSource, text: string): ArchivedFile => ({
  path,
  size,
  sha256: createHash('sha256').update(text).digest('hex'),
});

/** Never over something that is there: a name that comes twice is refused. */
const writeFileOf = async ({ path, size, chunks }: TarSource, target: string): Promise<ArchivedFile> => {
  const hash = createHash('sha256');
  const file = await open(target, 'wx', 0o600);
  try {
    for await (const chunk of chunks) {
      hash.update(chunk);
      await file.writeFile(chunk);
    }
  } finally {
    await file.close();
  }
  giveToPostgres(target, 0o600);
  return { path, size, sha256: hash.digest('hex') };
};

const compare = ({ files }: BackupManifest, found: readonly ArchivedFile[]): void => {
  const left = new Map(found.map((file) => [file.path, file]));
  for (const { path, size, sha256 } of files) {
    const file = left.get(path);
    if (!file) throw new TransferProblem('missing_file', { path });
    if (file.size !== size || file.sha256 !== sha256) throw new TransferProblem('changed_file', { path });
    left.delete(path);
  }
  for (const path of left.keys()) throw new TransferProblem('unsafe_file', { path });
};

const inWords = (error: unknown, from: string): unknown => {
  const code = systemCode(error);
  if (code === 'ENOENT') return new TransferProblem('missing_file', { path: from }, error);
  if (code === 'EEXIST') return new TransferProblem('unsafe_file', { path: from }, error);
  if (code.startsWith('Z_') || code === 'ERR_STREAM_PREMATURE_CLOSE')
    return new TransferProblem('broken_archive', {}, error);
  if (/^E[A-Z]+$/.test(code)) return new TransferProblem('unreadable', { path: from, reason: code }, error);
  return error;
};
