// `npm run bench`: figures as JSON lines, each beside the bare limit measured in the same run. Never a timed test.
import { join } from 'node:path';
import { makeTemporaryFolder, removeTemporaryFolder } from '#platform/temporary-folder.ts';
import { bareGiving } from './bare-pg.ts';
import { measureExport, measureImport } from './bulk.ts';
import { writeDocs } from './docs.ts';
import { measureGiving } from './giving.ts';
import { type HouseGround, joinHouse } from './house-ground.ts';
import { type Inside, openInside } from './inside.ts';
import { figuresOfRun } from './measure.ts';
import { readOptions } from './options.ts';
import { measurePages, type PageResult, type Run } from './pages.ts';
import { freePort, memoryOf, type Program, startProgram } from './programs.ts';
import { fillTenant } from './signalen.ts';
import { measureStatements } from './statements.ts';
import { copyTenants, hostOf } from './tenants.ts';
import { measureHomeWeight } from './weight.ts';

const options = readOptions(process.argv.slice(2));
const figures = figuresOfRun();
const root = join(import.meta.dirname, '..');
const folder = makeTemporaryFolder('bench');

const DEMO = 'GM0637';
const OTHERS = Array.from({ length: 20 - options.sizes.length }, (_, n) => `BENCH-SMALL-${n + 1}`);
const SMALL = 500;
const LARGE = 200_000;
const codeOf = (size: number): string => `BENCH-${size}`;

const say = (sentence: string): void => {
  process.stderr.write(`${sentence}\n`);
};

/** As `npm start` has it. */
const NODE_OPTIONS = ['--max-semi-space-size=8', '--max-old-space-size=512'];

const startHouse = async (): Promise<Program> => {
  const port = await freePort();
  const env = {
    DATA_DIR: folder,
    PORT: String(port),
    HOST: '127.0.0.1',
    DEMO: '1',
    LOG_LEVEL: 'error',
    TRUST_PROXY: '1',
    MALLOC_ARENA_MAX: '2',
  };
  return startProgram([...NODE_OPTIONS, join(root, 'dist', 'server.js')], env, port, '/healthz');
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

/** A part that fails is told and does not keep the other figures from us. */
const attempt = async (name: string, part: () => Promise<void>): Promise<void> => {
  try {
    await part();
  } catch (error) {
    say(`${name} was not measured: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
};

const measureSize = async (run: Run, inside: Inside, size: number): Promise<PageResult[]> => {
  const gemeente = codeOf(size);
  const results = await measurePages(run, gemeente, size);
  await attempt('giving', async () => {
    await measureGiving(run, gemeente, size, await bareGiving(run, inside, gemeente));
  });
  await attempt('statements', () => measureStatements(run, inside, gemeente, size));
  return results;
};

const measureAll = async (run: Run): Promise<PageResult[]> => {
  const results: PageResult[] = [];
  const installed = { root, dataDir: folder };
  const [small = '', last = 0] = [OTHERS[0], options.sizes.findLast((size) => size <= LARGE)];
  await attempt('weight', () => measureHomeWeight(run, hostOf(codeOf(last))));
  const inside = await openInside(run.ground);
  for (const size of options.sizes) results.push(...(await measureSize(run, inside, size)));
  await inside.close();
  const memory = memoryOf(run.house.pid);
  figures.report('memory of the program after the run', memory.now, 'MB', { atMost: 250 });
  figures.report('memory of the program at most', memory.most, 'MB');
  if (options.quick) return results;
  await attempt('import', () => measureImport(run, installed, small));
  await attempt('export', () => measureExport(run, installed, codeOf(last)));
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
    const began = performance.now();
    await makeTown(ground);
    const results = await measureAll({ house, bare, ground, figures, options });
    const seconds = Math.round((performance.now() - began) / 1000);
    if (options.writeDocs) writeDocs(join(root, 'docs'), { figures: figures.all, results, options, seconds });
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
