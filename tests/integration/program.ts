import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Settings of one run; nothing of this machine's own environment comes along. */
type Settings = Readonly<Record<string, string>>;

/** Brings `dist/` up to date, as each of our npm scripts does; quick when it is. */
export const prepareProgram = (): void => {
  const done = spawnSync(process.execPath, [join(root, 'scripts', 'prepare.mjs')], {
    stdio: ['ignore', 2, 2],
  });
  if (done.status !== 0) throw new Error('The program could not be built');
};

/** What a program that ended said, and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A server of ours as a process of its own. */
export interface Program {
  readonly pid: number;
  readonly port: number;
  /** Milliseconds from its start until it said where it runs. */
  readonly startedIn: number;
  /** Everything it has written to its standard output. */
  readonly output: () => string;
  /** Asks one page, as a visitor of this host name: not every machine finds names that end in `.localhost`. */
  readonly get: (path: string, host?: string) => Promise<Answer>;
  /** Sends a signal and waits for the end. */
  readonly end: (signal: NodeJS.Signals) => Promise<Ended>;
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

const ask = (port: number, path: string, host: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const headers = { host: `${host}:${port}`, connection: 'close' };
    const asking = request({ host: '127.0.0.1', port, path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.once('end', () => resolve({ status: response.statusCode ?? 0, text }));
      response.once('error', reject);
    });
    asking.once('error', reject).end();
  });

interface Running {
  readonly child: ChildProcess;
  readonly said: { out: string; err: string };
  readonly ended: Promise<Ended>;
}

const launch = (entry: 'server' | 'cli', argv: readonly string[], settings: Settings): Running => {
  const child = spawn(process.execPath, [join(root, 'dist', `${entry}.js`), ...argv], {
    env: { PATH: process.env.PATH ?? '', LOG_LEVEL: 'warn', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  const ended = once(child, 'close').then(([code]): Ended => ({ code, ...said }));
  return { child, said, ended };
};

/** Runs the server until it ends by itself, for starts that must be refused. */
export const runServer = (settings: Settings): Promise<Ended> => launch('server', [], settings).ended;

/** Runs one command of the command line. */
export const runCli = (argv: readonly string[], settings: Settings): Promise<Ended> =>
  launch('cli', argv, settings).ended;

const PATIENCE = 60_000;

/** Starts the server and kills it some milliseconds after something can be seen, such as a file that it writes first. */
export const killWhileStarting = async (
  settings: Settings,
  seen: () => boolean,
  after: number,
): Promise<Ended> => {
  const { child, ended } = launch('server', [], { PORT: '0', ...settings });
  for (const begin = performance.now(); !seen() && performance.now() - begin < PATIENCE; ) await wait(10);
  await wait(after);
  child.kill('SIGKILL');
  return ended;
};

/** Starts the server on a port that the system chooses. Throws with what it said when it ends instead. */
export const startProgram = async (settings: Settings): Promise<Program> => {
  const begin = performance.now();
  const { child, said, ended } = launch('server', [], { PORT: '0', ...settings });
  let over: Ended | undefined;
  ended.then((how) => {
    over = how;
  });
  while (!said.out.includes('Stoppen: Ctrl-C.')) {
    if (over) throw new Error(`The server ended (${over.code}): ${over.err}${over.out}`);
    if (performance.now() - begin > PATIENCE)
      throw new Error(`The server did not start: ${said.out}${said.err}`);
    await wait(10);
  }
  const startedIn = performance.now() - begin;
  const port = Number(/:(\d+)/.exec(said.out.slice(said.out.indexOf('Wijkregie draait')))?.[1]);
  return {
    pid: child.pid ?? 0,
    port,
    startedIn,
    output: () => said.out,
    get: (path, host = 'localhost') => ask(port, path, host),
    end: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
};
