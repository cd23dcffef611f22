import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { removeTemporaryFolder } from '#platform/temporary-folder.ts';
import { copyOfHouse } from './house.ts';

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
  /** Kills both at one moment, as a machine that falls does, and starts the program again. Gives the milliseconds until it was ready. */
  readonly killBoth: () => Promise<number>;
  /** Process id of the program that runs now. */
  readonly pid: () => number;
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

const postmasterMustRun = (dataDir: string): number => {
  const pid = postmasterOf(dataDir);
  if (pid === undefined) throw new Error('PostgreSQL does not run');
  return pid;
};

/** Everything the program is told; what it says goes to the terminal, so that a run shows what an operator would read. */
const environment = (dataDir: string, port: number, settings: PatientSettings): NodeJS.ProcessEnv => ({
  ...process.env,
  DATA_DIR: dataDir,
  PORT: String(port),
  HOST: '127.0.0.1',
  DEMO: '1',
  LOG_LEVEL: 'error',
  TRUST_PROXY: '1',
  ...settings,
});

/** Starts the demonstration on its own data folder, to be killed at will. */
export const admit = async (dataDir: string, settings: PatientSettings = {}): Promise<Patient> => {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const house = copyOfHouse();
  const env = environment(dataDir, port, settings);
  const launch = (): ChildProcess =>
    spawn(
      process.execPath,
      ['--max-semi-space-size=8', '--max-old-space-size=512', join(house, 'dist', 'server.js')],
      {
        env,
        stdio: ['ignore', 'inherit', 'inherit'],
      },
    );
  let child = launch();
  const isReady = () => answersReady(origin);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  };
  try {
    await waitFor('the first start', isReady);
  } catch (error) {
    child.kill('SIGKILL');
    removeTemporaryFolder(house);
    throw error;
  }
  const again = (): Promise<number> => {
    child = launch();
    return waitFor('a start after a kill', isReady);
  };
  return {
    origin,
    dataDir,
    isReady,
    pid: () => child.pid ?? 0,
    killApp: async () => {
      await end('SIGKILL');
      return again();
    },
    killPostgres: async () => {
      const pid = postmasterMustRun(dataDir);
      process.kill(pid, 'SIGKILL');
      const gone = await waitFor(
        'a new PostgreSQL',
        async () => ![undefined, pid].includes(postmasterOf(dataDir)),
      );
      return gone + (await waitFor('readiness after PostgreSQL was killed', isReady));
    },
    killBoth: async () => {
      process.kill(postmasterMustRun(dataDir), 'SIGKILL');
      await end('SIGKILL');
      return again();
    },
    stop: async () => {
      await end('SIGTERM');
      removeTemporaryFolder(house);
    },
  };
};
