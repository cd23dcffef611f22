/** Runs the server and, on each change of a source, builds and starts it again. Ctrl-C ends both. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const WATCHED = ['src', 'migrations', 'scripts'];
/** An editor writes several files at once; milliseconds of rest before building. */
const REST = 150;

const run = (...argv: readonly string[]): ChildProcess =>
  spawn(process.execPath, [...argv], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: process.env.NODE_ENV ?? 'development' },
  });

const ending = async (child: ChildProcess): Promise<number | null> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
};

let server = run('dist/server.js');
let rest: NodeJS.Timeout | undefined;
let busy = Promise.resolve();

/** A source that does not build leaves the old server running. */
const restart = async (): Promise<void> => {
  if ((await ending(run('scripts/prepare.mjs'))) !== 0) return;
  server.kill('SIGTERM');
  await ending(server);
  server = run('dist/server.js');
};

for (const folder of WATCHED) {
  watch(join(root, folder), { recursive: true }, (_event, file) => {
    if (file === null || /\.test\.tsx?$/.test(file)) return;
    clearTimeout(rest);
    rest = setTimeout(() => {
      busy = busy.then(restart);
    }, REST);
  });
}

const end = async (): Promise<never> => {
  clearTimeout(rest);
  await busy;
  server.kill('SIGTERM');
  process.exit((await ending(server)) ?? 0);
};
process.once('SIGINT', end);
process.once('SIGTERM', end);
