/**
 * Runs everything that counts, in order: types, lint, then all tests. `--only <pattern>` runs just the
 * test files whose path holds the pattern. The last line is always `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { makeTemporaryFolder, removeTemporaryFolder } from '#platform/temporary-folder.ts';
import { add, type Count, closingLines, countCheck, countReport, NONE, type Report } from './count.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Runs a program of `node_modules/.bin` with its output on ours; answers with its exit code, null when a signal ended it. */
const run = async (name: string, argv: readonly string[]): Promise<number | null> => {
  const program = join(root, 'node_modules', '.bin', name);
  const child = spawn(process.execPath, [program, ...argv], { cwd: root, stdio: 'inherit' });
  const pass = (signal: NodeJS.Signals): void => {
    // A terminal sends Ctrl-C to the whole group; sending it on would count as pressing it twice.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  };
  process.on('SIGINT', pass).on('SIGTERM', pass);
  const [code] = (await once(child, 'exit')) as [number | null];
  process.off('SIGINT', pass).off('SIGTERM', pass);
  return code;
};

const check = async (title: string, name: string, argv: readonly string[]): Promise<Count> => {
  process.stdout.write(`\n${title}\n`);
  const ok = (await run(name, argv)) === 0;
  process.stdout.write(ok ? 'ok\n' : 'failed\n');
  return countCheck(ok);
};

const runTests = async (filters: readonly string[]): Promise<Count> => {
  const folder = makeTemporaryFolder('report');
  const file = join(folder, 'report.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const code = await run('vitest', ['run', ...reporters, ...filters]);
    const report = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : undefined;
    return countReport(report, code);
  } finally {
    removeTemporaryFolder(folder);
  }
};

const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } });
const only = values.only ?? [];
let count = NONE;
if (only.length === 0) {
  count = add(count, await check('Types', 'tsc', ['--noEmit', '--project', '.']));
  count = add(count, await check('Lint', 'biome', ['check', '--error-on-warnings']));
}
count = add(count, await runTests(only));
process.stdout.write(`\n${closingLines(count)}`);
process.exitCode = count.failed > 0 ? 1 : 0;
