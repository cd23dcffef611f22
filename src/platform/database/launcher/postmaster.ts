import { spawn } from 'node:child_process';
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
  /** Whether it lets people in, as opposed to starting, recovering or stopping. */
  readonly isReady: boolean;
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
  // A page asks for little and is asked often: starting helpers costs more than they bring.
  max_parallel_workers_per_gather: '0',
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
const START_ATTEMPTS = 10;
const TELL_EVERY = 5_000;
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
  if (!isAlive(pid) || !commandLine(pid).includes(cluster)) return undefined;
  return { pid, socketFolder, isReady: lines[7]?.trim() === 'ready' };
};

/** Whether a running server was started from these programs; after an upgrade the old one must go. */
export const runsFrom = (server: Postmaster, binaries: Binaries): boolean =>
  commandLine(server.pid).includes(binaries.postgres);

/**
 * Starts PostgreSQL and waits until it lets people in. After a crash its children may hold the shared
 * memory for a moment, so an early end is tried again for a few seconds; a server that is already there
 * is taken over, unless it is just dying. A server that is started again under a running program gets the
 * same `socketFolder`, so its addresses stay good.
 */
export const startPostmaster = async (
  options: StartOptions,
  socketFolder: string = freshSocketFolder(options.places),
): Promise<Postmaster> => {
  const { places, log } = options;
  for (let attempt = 1; attempt <= START_ATTEMPTS; attempt += 1) {
    const pid =
      findPostmaster(places)?.pid ?? (await spawnPostgres(options, makePrivateFolder(socketFolder)));
    const ready = await untilReady(places, pid, log);
    if (ready !== undefined) return ready;
    log.warn('PostgreSQL ended at once, trying again', { attempt });
    await sleep(Math.min(1_000, 50 * 2 ** attempt));
  }
  throw new LauncherError(sentences.startFailed(places.log, logTail(places.log)));
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

/** Waits while the server recovers, however long that takes; `undefined` when it ended before it was ready. */
const untilReady = async (places: Places, pid: number, log: Logger): Promise<Postmaster | undefined> => {
  for (let told = performance.now(); isAlive(pid); await sleep(5)) {
    const { pid: found, socketFolder, isReady } = findPostmaster(places) ?? {};
    if (found === pid && socketFolder && isReady) return { pid, socketFolder, isReady };
    if (performance.now() - told < TELL_EVERY) continue;
    told = performance.now();
    log.info('waiting for PostgreSQL, it is recovering');
  }
  return undefined;
};

const spawnPostgres = async (
  { places, binaries, durable }: StartOptions,
  socketFolder: string,
): Promise<number> => {
  overlookReusedPid(places);
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
    await once(child, 'spawn');
    return child.pid ?? 0;
  } catch (error) {
    throw explainSpawn(binaries.postgres, error as Error);
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
