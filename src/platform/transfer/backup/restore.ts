import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { installBinaries } from '#platform/database/launcher/binaries.ts';
import { lockFolder } from '#platform/database/launcher/folder-lock.ts';
import { startEmbedded } from '#platform/database/launcher/launcher.ts';
import {
  makeFolders,
  makePrivateFolder,
  type Places,
  placesIn,
  syncFolder,
} from '#platform/database/launcher/places.ts';
import { findPostmaster, stopPostmaster } from '#platform/database/launcher/postmaster.ts';
import { removeInside } from '#platform/database/launcher/remove.ts';
import type { Logger } from '#platform/logging.ts';
import { type Keyring, loadKeyring } from '#platform/secrets/index.ts';
import { TransferProblem } from '../problem.ts';
import type { BackupManifest } from './backup-manifest.ts';
import { unpackBackup } from './unpack.ts';

export interface RestoreWishes<Found> {
  readonly from: string;
  /** The data folder that gets the backup. */
  readonly dataDir: string;
  /** The key file that belongs to the backup, and where the program looks for it. */
  readonly keyFrom: string;
  readonly keyTo: string;
  /** Whether a database that is there may be put aside. */
  readonly replace: boolean;
  readonly at: Date;
  readonly log: Logger;
  readonly durable?: boolean;
  /** Looks at the restored database while it runs. What it throws undoes the restoring. */
  readonly check: (adminUrl: string, keyring: Keyring) => Promise<Found>;
}

/** What came of it. */
export interface Restored<Found> {
  readonly manifest: BackupManifest;
  /** Where the database that was there lies now; null when there was none. */
  readonly kept: string | null;
  readonly found: Found;
}

/**
 * Puts a backup in a data folder: unpacks and checks it first, puts what was there aside, and starts the database once to
 * see that it runs and its secrets open. When that fails everything is as it was. Throws {@link TransferProblem}, a key
 * file's error, or what the database's launcher says.
 */
export const restoreBackup = async <Found>(wishes: RestoreWishes<Found>): Promise<Restored<Found>> => {
  const places = placesIn(wishes.dataDir);
  makeFolders(places);
  try {
    const placed = await placeAlone(places, wishes);
    return { manifest: placed.manifest, kept: placed.kept, found: await lookOrUndo(wishes, placed) };
  } finally {
    forgetDrafts(places, wishes);
  }
};

const placeAlone = async (places: Places, wishes: Omit<RestoreWishes<unknown>, 'check'>): Promise<Placed> => {
  const lock = lockFolder(wishes.dataDir);
  try {
    return await placeLocked(places, wishes);
  } finally {
    lock.release();
  }
};

const lookOrUndo = async <Found>(
  wishes: RestoreWishes<Found>,
  { keyring, moves }: Placed,
): Promise<Found> => {
  try {
    return await look(wishes, keyring);
  } catch (error) {
    undo(moves);
    throw error;
  }
};

interface Placed {
  readonly manifest: BackupManifest;
  readonly keyring: Keyring;
  readonly kept: string | null;
  /** In the order in which they were done. */
  readonly moves: readonly Move[];
}

type Move = readonly [from: string, to: string];

const placeLocked = async (
  places: Places,
  wishes: Omit<RestoreWishes<unknown>, 'check'>,
): Promise<Placed> => {
  refuseToReplace(places, wishes);
  const keyring = loadKeyring(wishes.keyFrom);
  const { major } = installBinaries(places);
  const draft = makePrivateFolder(join(places.home, `cluster-draft-${randomUUID()}`));
  const { manifest, credentials } = await unpackBackup(wishes.from, draft, keyring);
  if (manifest.postgres !== major) {
    throw new TransferProblem('other_postgres', { found: manifest.postgres, here: major });
  }
  const running = findPostmaster(places);
  if (running) await stopPostmaster(running, wishes.log);
  writeFileSync(draftOf(places.credentials), credentials, { mode: 0o600 });
  writeFileSync(draftOf(wishes.keyTo), readFileSync(wishes.keyFrom), { mode: 0o600 });
  const stamp = wishes.at.toISOString().replaceAll(/[^\dTZ]/g, '');
  const aside = movesAside(places, wishes.keyTo, stamp);
  const moves: Move[] = [
    ...aside,
    [draftOf(wishes.keyTo), wishes.keyTo],
    [draftOf(places.credentials), places.credentials],
    [draft, places.cluster],
  ];
  makeMoves(moves);
  syncFolder(places.home);
  return { manifest, keyring, moves, kept: aside.length > 0 ? keptFolder(places, stamp) : null };
};

const draftOf = (path: string): string => `${path}.restore`;
const keptFolder = ({ home }: Places, stamp: string): string => join(home, `kept-${stamp}`);

const refuseToReplace = (
  places: Places,
  {
    keyFrom,
    keyTo,
    replace,
    dataDir,
  }: Pick<RestoreWishes<unknown>, 'keyFrom' | 'keyTo' | 'replace' | 'dataDir'>,
): void => {
  if (replace) return;
  if (existsSync(places.cluster)) throw new TransferProblem('database_there', { path: dataDir });
  const isOther =
    existsSync(keyTo) && existsSync(keyFrom) && !readFileSync(keyTo).equals(readFileSync(keyFrom));
  if (isOther) throw new TransferProblem('database_there', { path: dataDir });
};

/** All that is there goes to one folder; a key file that lies elsewhere stays beside its new one. */
const movesAside = (places: Places, keyTo: string, stamp: string): Move[] => {
  const kept = keptFolder(places, stamp);
  const moves: Move[] = [
    [places.cluster, join(kept, basename(places.cluster))],
    [places.credentials, join(kept, basename(places.credentials))],
    [keyTo, `${keyTo}.kept-${stamp}`],
  ];
  return moves.filter(([from]) => existsSync(from));
};

const makeMoves = (moves: readonly Move[]): void => {
  const done: Move[] = [];
  try {
    for (const [from, to] of moves) {
      mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
      renameSync(from, to);
      done.push([from, to]);
    }
  } catch (error) {
    undo(done);
    throw error;
  }
};

const undo = (moves: readonly Move[]): void => {
  for (const [from, to] of moves.toReversed()) renameSync(to, from);
};

const look = async <Found>(wishes: RestoreWishes<Found>, keyring: Keyring): Promise<Found> => {
  const { dataDir, log, durable = true } = wishes;
  const database = await startEmbedded({ dataDir, log, durable });
  try {
    return await wishes.check(database.adminUrl, keyring);
  } finally {
    await database.stop();
  }
};

/** What was unpacked for nothing. */
const forgetDrafts = (places: Places, { keyTo }: Pick<RestoreWishes<unknown>, 'keyTo'>): void => {
  removeInside(places.home, /^cluster-draft-/);
  for (const path of [draftOf(places.credentials), draftOf(keyTo)]) if (existsSync(path)) unlinkSync(path);
};
