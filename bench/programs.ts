import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A program under measurement. */
export interface Program {
  readonly origin: string;
  readonly pid: number;
  /** Milliseconds from start to the first answer. */
  readonly startMs: number;
  readonly stop: () => Promise<void>;
}

/** A port that is free now on the loopback address. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** Starts a Node program that listens on `port` and waits until `path` answers; at most `patience` milliseconds. */
export const startProgram = async (
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  port: number,
  path: string,
  patience = 60_000,
): Promise<Program> => {
  const began = performance.now();
  const child = spawn(process.execPath, [...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const origin = `http://127.0.0.1:${port}`;
  while (!(await answers(`${origin}${path}`))) {
    if (child.exitCode !== null) throw new Error(`${args.join(' ')} ended with ${child.exitCode}`);
    if (performance.now() - began > patience) {
      await stop(child);
      throw new Error(`${args.join(' ')} did not answer`);
    }
    await pause(20);
  }
  return { origin, pid: child.pid ?? 0, startMs: performance.now() - began, stop: () => stop(child) };
};

/** Megabytes that a program holds now, and the most that it ever held. */
export const memoryOf = (pid: number): { now: number; most: number } => {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const read = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) / 1024;
  return { now: read('VmRSS'), most: read('VmHWM') };
};

/** What a command line showed of itself. */
export interface Ended {
  readonly code: number | null;
  readonly seconds: number;
  /** The most megabytes it held, looked at every 50 ms. */
  readonly mostMemory: number;
  readonly output: string;
}

/** Runs a Node program to its end; at most `seconds`, then it is stopped. */
export const runToEnd = async (
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  seconds: number,
): Promise<Ended> => {
  const began = performance.now();
  const stdio = ['ignore', 'pipe', 'pipe'] as const;
  const child = spawn(process.execPath, [...args], { env: { ...process.env, ...env }, stdio: [...stdio] });
  let output = '';
  const keep = (chunk: Buffer): void => {
    output = (output + chunk.toString()).slice(-4_000);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  let mostMemory = 0;
  const look = setInterval(() => {
    const { pid = 0 } = child;
    if (existsSync(`/proc/${pid}/status`)) mostMemory = Math.max(mostMemory, memoryOf(pid).most);
  }, 50);
  const late = setTimeout(() => child.kill('SIGTERM'), seconds * 1000);
  await once(child, 'exit');
  clearInterval(look);
  clearTimeout(late);
  return { code: child.exitCode, seconds: (performance.now() - began) / 1000, mostMemory, output };
};

const answers = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(url)).ok;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
};

const stop = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
