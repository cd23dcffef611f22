import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { type FileHandle, mkdir, open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { systemCode, TransferProblem } from './problem.ts';
import { paddingAfter, tarEnd, tarHeader } from './tar.ts';

/** A file as it went into an archive. */
export interface ArchivedFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

/** A folder or a tar that is being filled. It bears its own name only when it is whole. */
export interface ArchiveWriter {
  /** Adds a file; its path has forward slashes. */
  readonly put: (path: string, content: Uint8Array) => Promise<ArchivedFile>;
  /** Everything is in: closes it, and gives it its name. */
  readonly finish: () => Promise<void>;
  /** It stays behind under the name `….part`. */
  readonly abandon: () => Promise<void>;
}

/** The name of what is not whole yet. */
export const partOf = (path: string): string => `${path}.part`;

/** Begins a tar where the name ends in `.tar`, else a folder; only its owner can read it. Throws where there is something already. */
export const writeArchive = async (path: string, at: Date): Promise<ArchiveWriter> => {
  if (existsSync(path)) throw new TransferProblem('target_exists', { path });
  const part = partOf(path);
  try {
    const writer = path.endsWith('.tar') ? await tarWriter(part, at) : await folderWriter(part);
    return { ...writer, finish: () => writer.finish().then(() => rename(part, path)) };
  } catch (error) {
    if (systemCode(error) === 'EEXIST') throw new TransferProblem('target_exists', { path: part }, error);
    throw new TransferProblem('unreadable', { path, reason: systemCode(error) }, error);
  }
};

const aboutFile = (path: string, content: Uint8Array): ArchivedFile => ({
  path,
  size: content.byteLength,
  sha256: createHash('sha256').update(content).digest('hex'),
});

const folderWriter = async (folder: string): Promise<ArchiveWriter> => {
  await mkdir(folder, { mode: 0o700 });
  const made = new Set<string>();
  return {
    put: async (path, content) => {
      const target = join(folder, ...path.split('/'));
      const parent = dirname(target);
      if (!made.has(parent)) await mkdir(parent, { recursive: true, mode: 0o700 });
      made.add(parent);
      await withFile(target, (file) => file.writeFile(content).then(() => file.sync()));
      return aboutFile(path, content);
    },
    finish: async () => undefined,
    abandon: async () => undefined,
  };
};

const withFile = async (path: string, work: (file: FileHandle) => Promise<void>): Promise<void> => {
  const file = await open(path, 'wx', 0o600);
  try {
    await work(file);
  } finally {
    await file.close();
  }
};

const tarWriter = async (path: string, at: Date): Promise<ArchiveWriter> => {
  const file = await open(path, 'wx', 0o600);
  return {
    put: async (name, content) => {
      await file.write(tarHeader({ path: name, size: content.byteLength, kind: 'file' }, at));
      await file.writeFile(content);
      await file.write(Buffer.alloc(paddingAfter(content.byteLength)));
      return aboutFile(name, content);
    },
    finish: async () => {
      await file.write(tarEnd());
      await file.sync();
      await file.close();
    },
    abandon: () => file.close(),
  };
};
