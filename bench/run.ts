// `npm run bench`: figures as JSON lines, each beside the bare limit measured in the same run. Never a timed test.
import { join } from 'node:path';
import { makeTemporaryFolder, removeTemporaryFolder } from '#platform/temporary-folder.ts';
import { bareGiving } from './bare-pg.ts';
import { measureGiving } from './giving.ts';
import { type HouseGround, joinHouse } from './house-ground.ts';
import { figuresOfRun } from './measure.ts';
import { readOptions } from './options.ts';
import { measurePages, type PageResult, type Run } from './pages.ts';
import { freePort, memoryOf, type Program, startProgram } from './programs.ts';
import { fillTenant } from './signalen.ts';
import { copyTenants } from './tenants.ts';

const options = readOptions(process.argv.slice(2));
const figures = figuresOfRun();
const root = join(import.meta.dirname, '..');
const folder = makeTemporaryFolder('bench');

const DEMO = 'GM0637';
const OTHERS = Array.from({ length: 20 - options.sizes.length }, (_, n) => `BENCH-SMALL-${n + 1}`);
const SMALL = 500;
const codeOf = (size: number): string => `BENCH-${size}`;

const say = (sentence: string): void => {
  process.stderr.write(`${sentence}\n`);
};

const startHouse = async (args: readonly string[] = []): Promise<Program> => {
  const port = await freePort();
  const env = {
    DATA_DIR: folder,
    PORT: String(port),
    HOST: '127.0.0.1',
    DEMO: '1',
    LOG_LEVEL: 'error',
    TRUST_PROXY: '1',
  };
  return startProgram([...args, join(root, 'dist', 'server.js')], env, port, '/healthz');
};

const startBare = async (): Promise<Program> => {
  const port = await freePort();
  const env = { NODE_ENV: 'production' };
  return startProgram([join(import.meta.dirname, 'bare-server.ts'), String(port)], env, port, '/');
};

/** Twenty municipalities: one of each size, the rest small. */
const makeTown = async (ground: HouseGround): Promise<void> => {
  const began = performance.now();
  await copyTenants(ground.admin, DEMO, [...options.sizes.map(codeOf), ...OTHERS]);
  const now = new Date(Math.floor(Date.now() / 86_400_000) * 86_400_000);
  for (const code of OTHERS) await fillTenant(ground, code, SMALL, now);
  for (const size of options.sizes) {
    await fillTenant(ground, codeOf(size), size, now);
    say(`${size} signalen after ${Math.round((performance.now() - began) / 1000)} s`);
  }
  await ground.admin.query('vacuum analyze');
};

const measureAll = async (run: Run): Promise<PageResult[]> => {
  const results: PageResult[] = [];
  for (const size of options.sizes) {
    results.push(...(await measurePages(run, codeOf(size), size)));
    await measureGiving(run, codeOf(size), size, await bareGiving(run, codeOf(size)));
  }
  const memory = memoryOf(run.house.pid);
  figures.report('memory of the program after the run', memory.now, 'MB', { atMost: 250 });
  figures.report('memory of the program at most', memory.most, 'MB');
  return results;
};

const main = async (): Promise<void> => {
  const first = await startHouse();
  figures.report('first start, with migrations and the demo town', first.startMs, 'ms', { atMost: 6_000 });
  await first.stop();
  const house = await startHouse();
  figures.report('second start', house.startMs, 'ms');
  const bare = await startBare();
  const ground = await joinHouse(folder);
  try {
    await makeTown(ground);
    await measureAll({ house, bare, ground, figures, options });
  } finally {
    await ground.close();
    await bare.stop();
    await house.stop();
  }
};

try {
  await main();
} finally {
  removeTemporaryFolder(folder);
}
