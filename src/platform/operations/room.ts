import { statfs } from 'node:fs/promises';

/**
 * Bytes of room on the disk below which nothing more is taken in: four pieces of PostgreSQL's log of changes. Without room
 * for a next piece PostgreSQL stops altogether, also for those who only read.
 */
const LEAST_ROOM = 64 * 1024 * 1024;
/** Milliseconds that an answer is good for. */
const KEEP = 1_000;

/** Asks whether the disk under a folder has room for what visitors send. Asks the disk once a second at most. */
export const roomOn = (folder: string, least = LEAST_ROOM): (() => Promise<boolean>) => {
  let last: { readonly at: number; readonly answer: Promise<boolean> } | undefined;
  return () => {
    if (!last || performance.now() - last.at > KEEP)
      last = { at: performance.now(), answer: look(folder, least) };
    return last.answer;
  };
};

const look = async (folder: string, least: number): Promise<boolean> => {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize >= least;
};
