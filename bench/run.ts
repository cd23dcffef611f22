// `npm run bench`: figures as JSON lines, each beside the bare limit measured in the same run. Never a timed test.
import { join } from 'node:path';
import { makeTemporaryFolder, removeTemporaryFolder } from '#platform/temporary-folder.ts';
import { loadOf, report } from './measure.ts';
import { freePort, type Program, startProgram } from './programs.ts';
import { giveThroughTheForm, signInAs } from './visitor.ts';

const SECONDS = Number(process.env.BENCH_SECONDS ?? 5);
const CONNECTIONS = 4;
const root = join(import.meta.dirname, '..');
const folder = makeTemporaryFolder('bench');

const startHouse = async (): Promise<Program> => {
  const port = await freePort();
  const env = {
    DATA_DIR: folder,
    PORT: String(port),
    HOST: '127.0.0.1',
    DEMO: '1',
    LOG_LEVEL: 'error',
    TRUST_PROXY: '1',
  };
  return startProgram([join(root, 'dist', 'server.js')], env, port, '/healthz');
};

const startBare = async (): Promise<Program> => {
  const port = await freePort();
  return startProgram([join(import.meta.dirname, 'bare-server.ts'), String(port)], {}, port, '/');
};

/** A page of ours against a bare page of the same number of bytes. */
const comparePage = async (
  house: Program,
  bare: Program,
  name: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<void> => {
  const load = { headers, connections: CONNECTIONS, seconds: SECONDS };
  const ours = await loadOf({ ...load, url: `${house.origin}${path}` });
  const limit = await loadOf({ ...load, headers: {}, url: `${bare.origin}/?bytes=${ours.bytes}` });
  report(`${name}: requests`, ours.perSecond, '1/s', limit.perSecond);
  report(`${name}: p97.5`, ours.p95, 'ms', limit.p95);
  report(`${name}: size`, ours.bytes / 1000, 'kB');
};

/** Whole visits: three pages filled in and sent, by several visitors at once. */
const measureGiving = async (house: Program): Promise<void> => {
  const visitors = 4;
  const each = 10;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: visitors }, async (_, visitor) => {
      for (let n = 0; n < each; n += 1) await giveThroughTheForm(house.origin, `bench-${visitor}-${n}`);
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  report('giving a signaal: whole visits of three pages', (visitors * each) / seconds, '1/s');
};

const main = async (): Promise<void> => {
  const first = await startHouse();
  report('first start, with migrations and the demo town', first.startMs, 'ms');
  await first.stop();
  const house = await startHouse();
  const bare = await startBare();
  try {
    report('second start', house.startMs, 'ms');
    const code = await giveThroughTheForm(house.origin, 'bench');
    await comparePage(house, bare, 'home', '/');
    await comparePage(house, bare, 'follow', `/volg/${code}`);
    const worker = { cookie: await signInAs(house.origin, 'Gerda Groen') };
    await comparePage(house, bare, 'department list', '/werk', worker);
    await measureGiving(house);
  } finally {
    await bare.stop();
    await house.stop();
  }
};

try {
  await main();
} finally {
  removeTemporaryFolder(folder);
}
