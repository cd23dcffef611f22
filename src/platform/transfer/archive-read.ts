import { constants, type Stats } from 'node:fs';
import { type FileHandle, lstat, open } from 'node:fs/promises';
import { join } from 'node:path';
import { systemCode, TransferProblem } from './problem.ts';
import { BLOCK, paddingAfter, readTarHeader } from './tar.ts';

/** A folder or a tar that somebody brings: nothing in it is believed. */
export interface ArchiveReader {
  /** The whole content of a file. Throws when it is missing, larger than `most` bytes, or no plain file inside the archive. */
  readonly read: (path: string, most: number) => Promise<Buffer>;
  readonly close: () => Promise<void>;
}

/** Opens a folder or a tar. */
export const openArchive = async (path: string): Promise<ArchiveReader> => {
  const found = await look(path);
  if (found.isDirectory()) return folderReader(path);
  if (found.isFile()) return tarReader(path);
  throw new TransferProblem('unsafe_file', { path });
};

const look = async (path: string, shown = path): Promise<Stats> => {
  try {
    return await lstat(path);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') throw new TransferProblem('missing_file', { path: shown }, error);
    throw new TransferProblem('unreadable', { path: shown, reason: systemCode(error) }, error);
  }
};

const SAFE_PART = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/;

/** The parts of a path that stays inside; throws on `..`, a path from the root, and signs that no export of ours has. */
const partsOf = (path: string): string[] => {
  const parts = path.split('/');
  if (!parts.every((part) => SAFE_PART.test(part))) throw new TransferProblem('unsafe_file', { path });
  return parts;
};

const folderReader = (folder: string): ArchiveReader => ({
  read: async (path, most) => {
    let here = folder;
    const parts = partsOf(path);
    for (const [place, part] of parts.entries()) {
      here = join(here, part);
      const found = await look(here, path);
      const fits = place === parts.length - 1 ? found.isFile() : found.isDirectory();
      if (!fits) throw new TransferProblem('unsafe_file', { path });
    }
    // Whoever puts a link in its place between looking and opening is refused too.
    const file = await open(here, constants.O_RDONLY | constants.O_NOFOLLOW);
    try {
      return await contentOf(file, 0, (await file.stat()).size, most, path);
    } finally {
      await file.close();
    }
  },
  close: async () => undefined,
});

const contentOf = async (
  file: FileHandle,
  from: number,
  size: number,
  most: number,
  path: string,
): Promise<Buffer> => {
  if (size > most) throw new TransferProblem('too_large', { path });
  const content = Buffer.alloc(size);
  for (let done = 0; done < size; ) {
    const { bytesRead } = await file.read(content, done, size - done, from + done);
    if (bytesRead === 0) throw new TransferProblem('broken_archive', { path });
    done += bytesRead;
  }
  return content;
};

interface Place {
  readonly from: number;
  readonly size: number;
}

const tarReader = async (path: string): Promise<ArchiveReader> => {
  const file = await open(path, 'r');
  try {
    const index = await indexOf(file);
    return {
      read: async (name, most) => {
        const place = index.get(partsOf(name).join('/'));
        if (!place) throw new TransferProblem('missing_file', { path: name });
        return contentOf(file, place.from, place.size, most, name);
      },
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
};

/** Where each file lies. A name that stands twice is refused: it could be one thing to a checker and another to us. */
const indexOf = async (file: FileHandle): Promise<ReadonlyMap<string, Place>> => {
  const index = new Map<string, Place>();
  const { size: end } = await file.stat();
  for (let at = 0; at + BLOCK <= end; ) {
    const block = await contentOf(file, at, BLOCK, BLOCK, '');
    const entry = readTarHeader(block);
    if (!entry) return index;
    if (entry.kind === 'file') {
      if (index.has(entry.path)) throw new TransferProblem('unsafe_file', { path: entry.path });
      index.set(entry.path, { from: at + BLOCK, size: entry.size });
    }
    at += BLOCK + entry.size + paddingAfter(entry.size);
  }
  throw new TransferProblem('broken_archive');
};
