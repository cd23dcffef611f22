import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processIdentity } from './processes.ts';
import { LauncherError, sentences } from './sentences.ts';

/** Who holds a folder: the process and what tells its run from a later one with the same number. */
interface Holder {
  readonly pid: number;
  readonly identity: string;
}

export interface FolderLock {
  /** Gives the folder free. May be called in an exit handler, and more than once. */
  release(): void;
}

const ATTEMPTS = 20;

/**
 * Takes the folder for this process alone. Throws {@link LauncherError} when a living process has it.
 *
 * Each holder makes the next number in `lock/`; the highest number counts and is never removed, only
 * superseded. A hard link is made whole or not at all, so of two processes that find the same dead
 * holder one wins, and a slow one that makes a number since passed sees the higher one and gives way.
 */
export const lockFolder = (folder: string): FolderLock => {
  const locks = join(folder, 'lock');
  mkdirSync(locks, { recursive: true });
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const highest = highestNumber(locks);
    const holder = livingHolder(locks, highest);
    if (holder !== undefined) throw new LauncherError(sentences.inUse(folder, holder.pid));
    const own = highest + 1;
    if (!takeNumber(locks, own)) continue;
    if (highestNumber(locks) !== own) {
      rmSync(join(locks, String(own)), { force: true });
      continue;
    }
    removeBelow(locks, own);
    return { release: () => releaseNumber(locks, own) };
  }
  throw new LauncherError(sentences.inUse(folder, livingHolder(locks, highestNumber(locks))?.pid ?? 0));
};

/** The process that has the folder now, if it lives. */
export const folderHolder = (folder: string): number | undefined => {
  const locks = join(folder, 'lock');
  return livingHolder(locks, highestNumber(locks))?.pid;
};

const numbersIn = (locks: string): readonly number[] => {
  try {
    return readdirSync(locks)
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
};

const highestNumber = (locks: string): number => Math.max(0, ...numbersIn(locks));

/** A file that is unreadable as a holder (torn by a power cut, or released) belongs to nobody. */
const livingHolder = (locks: string, number: number): Holder | undefined => {
  if (number === 0) return undefined;
  const holder = readHolder(join(locks, String(number)));
  return holder && processIdentity(holder.pid) === holder.identity ? holder : undefined;
};

const readHolder = (file: string): Holder | undefined => {
  try {
    const { pid, identity } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Holder>;
    return typeof pid === 'number' && typeof identity === 'string' ? { pid, identity } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

const takeNumber = (locks: string, number: number): boolean => {
  const draft = join(locks, `draft-${randomUUID()}`);
  const holder: Holder = { pid: process.pid, identity: processIdentity(process.pid) ?? '' };
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
  try {
    linkSync(draft, join(locks, String(number)));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
};

const removeBelow = (locks: string, own: number): void => {
  for (const number of numbersIn(locks)) {
    if (number < own) rmSync(join(locks, String(number)), { force: true });
  }
};

const releaseNumber = (locks: string, own: number): void => {
  if (!numbersIn(locks).includes(own)) return;
  const draft = join(locks, `draft-${randomUUID()}`);
  writeFileSync(draft, '{}', { mode: 0o600 });
  renameSync(draft, join(locks, String(own)));
};
