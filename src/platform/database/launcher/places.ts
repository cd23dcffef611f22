import {
  chmodSync,
  chownSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmdirSync,
  statSync,
  unlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { sentences } from './sentences.ts';

/** Under root PostgreSQL runs as this user and group ("nobody"), because it refuses to run as root. */
const UNPRIVILEGED_ID = 65_534;

/** As whom the programs of PostgreSQL run: nobody in particular when the program itself is not root. */
export type RunAs = { readonly uid?: number; readonly gid?: number };

export const runAs = (): RunAs =>
  process.getuid?.() === 0 ? { uid: UNPRIVILEGED_ID, gid: UNPRIVILEGED_ID } : {};

/** Where everything of the embedded database lies inside the data folder. */
export interface Places {
  readonly dataDir: string;
  readonly home: string;
  readonly cluster: string;
  readonly credentials: string;
  readonly log: string;
}

export const placesIn = (dataDir: string): Places => {
  const home = join(dataDir, 'postgres');
  return {
    dataDir,
    home,
    cluster: join(home, 'cluster'),
    credentials: join(home, 'credentials.json'),
    log: join(home, 'postgres.log'),
  };
};

/**
 * Makes the folders. Under root the data folder may be passed through (not read) by others, because
 * PostgreSQL runs as another user; every file in it keeps its own rights.
 */
export const makeFolders = ({ dataDir, home }: Places): void => {
  const passable = process.getuid?.() === 0 ? 0o711 : 0o700;
  mkdirSync(dataDir, { recursive: true, mode: passable });
  mkdirSync(home, { recursive: true, mode: passable });
  if (passable === 0o711) {
    for (const folder of [dataDir, home]) chmodSync(folder, statSync(folder).mode | 0o011);
  }
};

/** A new folder only PostgreSQL's user can enter. */
export const makePrivateFolder = (folder: string): string => {
  mkdirSync(folder, { recursive: true });
  return giveToPostgres(folder, 0o700);
};

/** Hands a file or folder to PostgreSQL's user. */
export const giveToPostgres = (path: string, mode: number): string => {
  const { uid, gid } = runAs();
  chmodSync(path, mode);
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
  return path;
};

/** `sun_path` holds 104 bytes on macOS and 108 on Linux, the ending zero counted. */
const LONGEST_SOCKET = 103;
const SOCKET_NAME = '.s.PGSQL.5432';
const SOCKET_FOLDER = 'wijkregie-pg-';

/** A folder for the socket: inside the data folder when its path is short enough, else a fresh one in the temporary folder. */
export const makeSocketFolder = ({ home }: Places): string => {
  const inside = join(home, 'run');
  if (fits(inside)) return makePrivateFolder(inside);
  const base = fits(join(tmpdir(), `${SOCKET_FOLDER}123456`)) ? tmpdir() : '/tmp';
  return giveToPostgres(mkdtempSync(join(base, SOCKET_FOLDER)), 0o700);
};

const fits = (folder: string): boolean => Buffer.byteLength(join(folder, SOCKET_NAME)) <= LONGEST_SOCKET;

/** Removes a socket folder made in the temporary folder; one inside the data folder stays, and so does one that holds anything else. */
export const dropSocketFolder = (folder: string): void => {
  const isOurs =
    /^wijkregie-pg-[A-Za-z0-9]{6}$/.test(basename(folder)) && [tmpdir(), '/tmp'].includes(dirname(folder));
  if (!isOurs || !statSync(folder, { throwIfNoEntry: false })) return;
  for (const name of readdirSync(folder)) if (name.startsWith(SOCKET_NAME)) unlinkSync(join(folder, name));
  if (readdirSync(folder).length === 0) rmdirSync(folder);
};

/** The sentence when PostgreSQL's user cannot get at `path`: names the first folder on the way that stops it. */
export const explainRefusal = (path: string): string => {
  const closed = process.getuid?.() === 0 ? parentsOf(path).find(isClosed) : undefined;
  return closed === undefined ? sentences.notExecutable(path) : sentences.unreachable(closed);
};

const parentsOf = (path: string): readonly string[] => {
  const parent = dirname(path);
  return parent === path ? [] : [...parentsOf(parent), parent];
};

const isClosed = (folder: string): boolean => (statSync(folder).mode & 0o001) === 0;

/** Makes a rename in this folder survive a power cut. */
export const syncFolder = (folder: string): void => {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};
