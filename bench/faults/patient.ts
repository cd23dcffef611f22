import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const root = join(import.meta.dirname, '..', '..');
const PATIENCE = 60_000;

/** What the program may be told at its start. */
export type PatientSettings = Readonly<Record<string, string>>;

/** A server of ours that is killed and comes back on the same port and data. */
export interface Patient {
  readonly origin: string;
  readonly dataDir: string;
  /** Kills the program without a word, and starts it again. Gives the milliseconds until it was ready. */
  readonly killApp: () => Promise<number>;
  /** Kills PostgreSQL without a word. Gives the milliseconds until the program was ready again. */
  readonly killPostgres: () => Promise<number>;
  readonly isReady: () => Promise<boolean>;
  readonly stop: () => Promise<void>;
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
};

const waitFor = async (what: string, isSo: () => Promise<boolean>): Promise<number> => {
  const began = performance.now();
  while (!(await isSo())) {
    if (performance.now() - began > PATIENCE) throw new Error(`${what} took longer than a minute`);
    await pause(25);
  }
  return performance.now() - began;
};

/** Whether the program says that visitors may come. */
const answersReady = async (origin: string): Promise<boolean> => {
  try {
    return (await fetch(`${origin}/readyz`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch (error) {
    if (error instanceof TypeError || error instanceof DOMException) return false;
    throw error;
  }
};

/** The process id in PostgreSQL's own file; undefined when it is being made anew. */
const postmasterOf = (dataDir: string): number | undefined => {
  const file = join(dataDir, 'postgres', 'cluster', 'postmaster.pid');
  try {
    return Number(readFileSync(file, 'utf8').split('\n')[0]) || undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
};

/** Starts the demonstration on its own data folder, to be killed at will. */
export const admit = async (dataDir: string, settings: PatientSettings = {}): Promise<Patient> => {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    DATA_DIR: dataDir,
    PORT: String(port),
    HOST: '127.0.0.1',
    DEMO: '1',
    LOG_LEVEL: 'error',
    TRUST_PROXY: '1',
    ...settings,
  };
  const launch = (): ChildProcess =>
    spawn(process.execPath, [join(root, 'dist', 'server.js')], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  let child = launch();
  const isReady = () => answersReady(origin);
  await waitFor('the first start', isReady);
  return {
    origin,
    dataDir,
    isReady,
    killApp: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      child = launch();
      return waitFor('a start after a kill', isReady);
    },
    killPostgres: async () => {
      const pid = postmasterOf(dataDir);
      if (pid === undefined) throw new Error('PostgreSQL does not run');
      process.kill(pid, 'SIGKILL');
      await waitFor('a new PostgreSQL', async () => ![undefined, pid].includes(postmasterOf(dataDir)));
      return waitFor('readiness after PostgreSQL was killed', isReady);
    },
    stop: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
};
