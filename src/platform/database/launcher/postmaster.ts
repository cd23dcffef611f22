import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '#platform/logging.ts';
import type { Binaries } from './binaries.ts';
import { explainSpawn, POSTGRES_ENV } from './cluster.ts';
import { dropSocketFolder, makePrivateFolder, makeSocketFolder, type Places, runAs } from './places.ts';
import { commandLine, isAlive, signalProcess, waitUntilGone } from './processes.ts';
import { LauncherError, sentences } from './sentences.ts';

/** A running PostgreSQL server: its first process and the folder of its socket. */
export interface Postmaster {
  readonly pid: number;
  readonly socketFolder: string;
}

/**
 * Sized for a small laptop. Errors are told to the program that made them; the server's own log keeps
 * to its own affairs, because a failed statement quotes values and those can be personal.
 */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '',
  port: '5432',
  unix_socket_permissions: '0700',
  shared_buffers: '128MB',
  effective_cache_size: '1GB',
  maintenance_work_mem: '64MB',
  max_wal_size: '512MB',
  max_connections: '100',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'log',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  cluster_name: 'wijkregie',
};

/** For tests only: a power cut may cost everything; the end of a process still costs nothing. */
const NOT_DURABLE = { fsync: 'off', full_page_writes: 'off' };

const LARGEST_LOG = 5_000_000;
const START_ATTEMPTS = 6;
const STOP_PATIENCE = 30_000;
const KILL_PATIENCE = 6_000;

export interface StartOptions {
  readonly places: Places;
  readonly binaries: Binaries;
  readonly log: Logger;
  readonly durable: boolean;
}

/** The server that runs on this cluster now, as its own `postmaster.pid` tells it; a stale file counts as none. */
export const findPostmaster = ({ cluster }: Places): Postmaster | undefined => {
  const lines = readLines(join(cluster, 'postmaster.pid'));
  const [pid, socketFolder] = [Number(lines[0]), lines[4]];
  if (!Number.isInteger(pid) || pid <= 0 || !socketFolder) return undefined;
  return isAlive(pid) && commandLine(pid).includes(cluster) ? { pid, socketFolder } : undefined;
};

/** Whether a running server was started from these programs; after an upgrade the old one must go. */
export const runsFrom = (server: Postmaster, binaries: Binaries): boolean =>
  commandLine(server.pid).includes(binaries.postgres);

/**
 * Starts PostgreSQL and waits until it has written its `postmaster.pid`. After a crash its children may
 * hold the shared memory for a moment, so an early end is tried again for a few seconds. A server that
 * is started again under a running program gets the same `socketFolder`, so its addresses stay good.
 */
export const startPostmaster = async (
  options: StartOptions,
  socketFolder: string = freshSocketFolder(options.places),
): Promise<Postmaster> => {
  const { places, log } = options;
  for (let attempt = 1; ; attempt += 1) {
    const running = findPostmaster(places);
    if (running !== undefined) return running;
    overlookReusedPid(places);
    const pid = await startOnce(options, makePrivateFolder(socketFolder));
    if (pid !== undefined) return { pid, socketFolder };
    if (attempt === START_ATTEMPTS) {
      throw new LauncherError(sentences.startFailed(places.log, logTail(places.log)));
    }
    log.warn('PostgreSQL ended at once, trying again', { attempt });
    await sleep(1000);
  }
};

/** Asks PostgreSQL to end (fast), insists after half a minute, and answers when it is gone. */
export const stopPostmaster = async ({ pid, socketFolder }: Postmaster, log: Logger): Promise<void> => {
  signalProcess(pid, 'SIGINT');
  if (!(await waitUntilGone(pid, STOP_PATIENCE))) {
    log.warn('PostgreSQL does not end, stopping it at once');
    signalProcess(pid, 'SIGQUIT');
    await waitUntilGone(pid, STOP_PATIENCE);
  }
  dropSocketFolder(socketFolder);
};

/**
 * Ends whatever server was left on this cluster at once, and waits until it is gone: synchronously, for
 * exit handlers. Only for data that is thrown away.
 */
export const killPostmaster = (places: Places): void => {
  const server = findPostmaster(places);
  if (server === undefined) return;
  signalProcess(server.pid, 'SIGQUIT');
  const nobody = new Int32Array(new SharedArrayBuffer(4));
  for (let waited = 0; waited < KILL_PATIENCE && isAlive(server.pid); waited += 10)
    Atomics.wait(nobody, 0, 0, 10);
  dropSocketFolder(server.socketFolder);
};

/** The folder of a crashed server's socket is cleared away, unless that server turns out to run. */
const freshSocketFolder = (places: Places): string => {
  const running = findPostmaster(places);
  if (running !== undefined) return running.socketFolder;
  dropSocketFolder(readLines(join(places.cluster, 'postmaster.pid'))[4] ?? '');
  return makeSocketFolder(places);
};

/** The pid when it got as far as its own pid file, `undefined` when it ended before that. */
const startOnce = async (options: StartOptions, socketFolder: string): Promise<number | undefined> => {
  const { places, binaries } = options;
  const child = spawnPostgres(options, socketFolder);
  await once(child, 'spawn').catch((error: Error) => {
    throw explainSpawn(binaries.postgres, error);
  });
  const ended = once(child, 'exit').then(() => true);
  while (child.exitCode === null && child.signalCode === null) {
    if (findPostmaster(places)?.pid === child.pid) return child.pid;
    if (await Promise.race([ended, sleep(5).then(() => false)])) break;
  }
  return undefined;
};

const spawnPostgres = ({ places, binaries, durable }: StartOptions, socketFolder: string): ChildProcess => {
  const settings = { ...SETTINGS, unix_socket_directories: socketFolder, ...(durable ? {} : NOT_DURABLE) };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const output = openLog(places.log);
  try {
    const child = spawn(binaries.postgres, ['-D', places.cluster, ...options], {
      ...runAs(),
      cwd: '/',
      env: POSTGRES_ENV,
      detached: true,
      stdio: ['ignore', output, output],
    });
    child.unref();
    return child;
  } finally {
    closeSync(output);
  }
};

const openLog = (file: string): number => {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_LOG) renameSync(file, `${file}.old`);
  return openSync(file, 'a', 0o600);
};

const logTail = (file: string): string =>
  readLines(file)
    .filter((line) => line !== '')
    .slice(-3)
    .join(' ');

const readLines = (file: string): readonly string[] => {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
};

/**
 * When the number in a left-over pid file now belongs to another program, PostgreSQL would take that
 * for itself and refuse. Its own parent it overlooks, so our number goes in. The file is never removed:
 * it also tells PostgreSQL whether children of the crashed server still hold the shared memory.
 */
const overlookReusedPid = ({ cluster }: Places): void => {
  const file = join(cluster, 'postmaster.pid');
  const [pid, ...rest] = readLines(file);
  if (pid && isAlive(Number(pid))) writeFileSync(file, [process.pid, ...rest].join('\n'));
};
