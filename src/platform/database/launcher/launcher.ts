import type { Logger } from '#platform/logging.ts';
import { removeTemporaryFolder } from '#platform/temporary-folder.ts';
import { type Binaries, installBinaries, removeOtherVersions } from './binaries.ts';
import { ensureCluster } from './cluster.ts';
import { type Credentials, connectionUrl, readCredentials } from './credentials.ts';
import { type FolderLock, folderHolder, lockFolder } from './folder-lock.ts';
import { makeFolders, type Places, placesIn } from './places.ts';
import {
  findPostmaster,
  killPostmaster,
  type Postmaster,
  runsFrom,
  type StartOptions,
  startPostmaster,
  stopPostmaster,
} from './postmaster.ts';
import { connectWhenReady, ensureRoles } from './roles.ts';
import { LauncherError, sentences } from './sentences.ts';
import { watchPostmaster } from './watch.ts';

export { LauncherError } from './sentences.ts';

/** Addresses of the running embedded database, all over a unix socket; it listens on no network. */
export interface EmbeddedDatabase {
  /** Owns the database: migrates, and installs the job tables. Not a superuser. */
  readonly ownerUrl: string;
  /** The app's login role: owns nothing, row security holds for it. */
  readonly appUrl: string;
  /** The superuser, on the same database; for tests that make databases. The program itself never uses it. */
  readonly adminUrl: string;
  /** Ends PostgreSQL and gives the folder free: the last thing a program does. May be called twice. */
  stop(): Promise<void>;
}

export interface LauncherOptions {
  /** Absolute path of the data folder; made when it is missing. */
  readonly dataDir: string;
  readonly log: Logger;
  /** `false` only for data that may be lost, as in tests: quicker, no syncing to disk. */
  readonly durable?: boolean;
}

/**
 * Starts the embedded PostgreSQL on this folder, or takes over the one a killed program left running.
 * Throws {@link LauncherError}, with a sentence for the operator, when another program has the folder or
 * the machine cannot run it.
 */
export const startEmbedded = async (options: LauncherOptions): Promise<EmbeddedDatabase> => {
  const places = placesIn(options.dataDir);
  const lock = explainFolderErrors(places, () => {
    makeFolders(places);
    return lockFolder(options.dataDir);
  });
  try {
    return await startLocked(places, options, lock);
  } catch (error) {
    lock.release();
    throw explainFolderError(places, error);
  }
};

/**
 * The database of a program that runs on this folder now, for a command beside it; `undefined` when
 * nobody has the folder. Its `stop` leaves the database running, because it is not ours.
 */
export const joinEmbedded = async ({
  dataDir,
}: Pick<LauncherOptions, 'dataDir'>): Promise<EmbeddedDatabase | undefined> => {
  const places = placesIn(dataDir);
  const holder = explainFolderErrors(places, () => folderHolder(dataDir));
  if (holder === undefined) return undefined;
  const server = findPostmaster(places);
  if (server === undefined) throw new LauncherError(sentences.inUse(dataDir, holder));
  const credentials = readCredentials(places);
  const client = await connectWhenReady(server, credentials, places);
  if (client === undefined) throw new LauncherError(sentences.inUse(dataDir, holder));
  await client.end();
  return { ...addresses(credentials, server), stop: async () => undefined };
};

/**
 * Throws a data folder made by `makeTemporaryFolder` away, with whatever server was left on it.
 * Synchronous, for exit handlers and for clearing up after killed test runs. False when another living
 * program has the folder; throws RangeError for any folder that is not a temporary one of ours.
 */
export const discardEmbedded = (dataDir: string): boolean => {
  const holder = folderHolder(dataDir);
  if (holder !== undefined && holder !== process.pid) return false;
  killPostmaster(placesIn(dataDir));
  removeTemporaryFolder(dataDir);
  return true;
};

const startLocked = async (
  places: Places,
  { log, durable = true }: LauncherOptions,
  lock: FolderLock,
): Promise<EmbeddedDatabase> => {
  const binaries = installBinaries(places);
  await endOlderServer(places, binaries, log);
  const credentials = await ensureCluster(places, binaries, durable);
  const how = { places, binaries, log, durable };
  const server = await startAndFinish(how, credentials);
  removeOtherVersions(places, binaries);
  const watch = watchPostmaster({ server, start: () => startPostmaster(how, server.socketFolder), log });
  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    const last = await watch.end();
    if (last !== undefined) await stopPostmaster(last, log);
    lock.release();
  };
  return {
    ...addresses(credentials, server),
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
};

/** A server left running from the programs of another version is ended first. */
const endOlderServer = async (places: Places, binaries: Binaries, log: Logger): Promise<void> => {
  const left = findPostmaster(places);
  if (left === undefined) return;
  if (runsFrom(left, binaries)) log.info('taking over the PostgreSQL that was left running');
  else await stopPostmaster(left, log);
};

const SECOND_THOUGHTS = 3;

/** A server found running may have been killed a moment ago and be gone at the first word; then once more. */
const startAndFinish = async (how: StartOptions, credentials: Credentials): Promise<Postmaster> => {
  for (let attempt = 1; attempt <= SECOND_THOUGHTS; attempt += 1) {
    const server = await startPostmaster(how);
    const client = await connectWhenReady(server, credentials, how.places);
    if (client === undefined) continue;
    try {
      await ensureRoles(client, credentials);
      return server;
    } finally {
      await client.end();
    }
  }
  throw new LauncherError(sentences.noAnswer(how.places.log));
};

const addresses = (credentials: Credentials, { socketFolder }: Postmaster) => ({
  ownerUrl: connectionUrl(credentials, 'owner', socketFolder),
  appUrl: connectionUrl(credentials, 'app', socketFolder),
  adminUrl: connectionUrl(credentials, 'admin', socketFolder),
});

/** Rights, a full or a read-only disk: the operator's business, so a sentence instead of a stack. */
const explainFolderError = (places: Places, error: unknown): unknown => {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (
    error instanceof LauncherError ||
    !/^(EACCES|EPERM|EROFS|ENOSPC|ENOTDIR|EDQUOT|EEXIST|ENAMETOOLONG)$/.test(code)
  )
    return error;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new LauncherError(sentences.diskFull(places.dataDir), { cause: error });
  return new LauncherError(sentences.folderRefused(places.dataDir, code), { cause: error });
};

const explainFolderErrors = <Result>(places: Places, act: () => Result): Result => {
  try {
    return act();
  } catch (error) {
    throw explainFolderError(places, error);
  }
};
