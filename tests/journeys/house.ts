import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { discardEmbedded } from '#platform/database/launcher/launcher.ts';
import { makeTemporaryFolder } from '#platform/temporary-folder.ts';

/** Where the journeys find the running program. */
export interface HouseFacts {
  /** Of the demo municipality, without a slash at the end. */
  readonly origin: string;
  /** What the program wrote, for when a journey fails. */
  readonly logFile: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    house: HouseFacts;
  }
}

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
/** Milliseconds for a first start: a new database, the migrations and the whole demo town. */
const START_PATIENCE = 90_000;
const STOP_PATIENCE = 20_000;

/** Brings `dist/` up to date, as each of our npm scripts does; quick when it is. */
const prepare = (): void => {
  const done = spawnSync(process.execPath, [join(root, 'scripts', 'prepare.mjs')], {
    stdio: ['ignore', 2, 2],
  });
  if (done.status !== 0) throw new Error('The program could not be built');
};

/** Starts the program as `npm start` would, on a port that the system chooses. */
const startProgram = (dataDir: string, logFile: string): ChildProcess => {
  const log = openSync(logFile, 'a');
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: dataDir,
    DATA_DIR: dataDir,
    DEMO: '1',
    PORT: '0',
    // Each visitor of a journey comes from an address of its own, as through a proxy.
    TRUST_PROXY: '1',
  };
  const options = { cwd: dataDir, env, stdio: ['ignore', log, log] as ['ignore', number, number] };
  const child = spawn(process.execPath, [join(root, 'dist', 'server.js')], options);
  closeSync(log);
  return child;
};

/** The address that the program tells, as soon as it answers there. */
const addressOf = async (child: ChildProcess, logFile: string): Promise<string> => {
  const deadline = Date.now() + START_PATIENCE;
  while (Date.now() < deadline && child.exitCode === null) {
    const origin = /http:\/\/zoetermeer\.localhost:\d+/.exec(readFileSync(logFile, 'utf8'))?.[0];
    if (origin) {
      const health = await fetch(new URL('/healthz', origin.replace('zoetermeer.', '')));
      if (health.ok) return origin;
    }
    await wait(50);
  }
  throw new Error(`The program did not start:\n${readFileSync(logFile, 'utf8')}`);
};

const stopProgram = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE);
  await ended;
  clearTimeout(late);
};

/** One real program for all journeys; each journey makes its own signalen, so they do not disturb each other. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  prepare();
  const dataDir = makeTemporaryFolder('house');
  const logFile = join(dataDir, 'house.log');
  const child = startProgram(dataDir, logFile);
  const discard = (): void => {
    child.kill('SIGKILL');
    discardEmbedded(dataDir);
  };
  process.once('exit', discard);
  project.provide('house', { origin: await addressOf(child, logFile), logFile });
  return async () => {
    await stopProgram(child);
    discard();
    process.off('exit', discard);
  };
};
