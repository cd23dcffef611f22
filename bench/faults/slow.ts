import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { systemClock } from '#platform/clock.ts';
import { discardEmbedded, startEmbedded } from '#platform/database/launcher/launcher.ts';
import { createLogger } from '#platform/logging.ts';
import { createKeyFile } from '#platform/secrets/index.ts';
import { makeTemporaryFolder, removeTemporaryFolder } from '#platform/temporary-folder.ts';
import { openSlowLine, type SlowLine } from '#testing/slow-line.ts';
import { figuresOfRun, percentile } from '../measure.ts';
import { admit } from './patient.ts';
import { type Probe, probe, tryToTell } from './probe.ts';

/** Milliseconds that each state of the line lasts, and how many people ask meanwhile. */
const LASTS = 30_000;
const VISITORS = 12;
const PATIENCE = 60_000;

const figures = figuresOfRun();

type Told = Awaited<ReturnType<typeof tryToTell>>;

const load = async (origin: string) => {
  const told: Told[] = [];
  const read: Probe[] = [];
  const health: Probe[] = [];
  const ready: Probe[] = [];
  const until = performance.now() + LASTS;
  const goOn = () => performance.now() < until;
  const visitor = async (who: number): Promise<void> => {
    while (goOn()) {
      if (who % 2 === 0) told.push(await tryToTell(origin));
      else read.push(await probe(origin, '/focuspunten'));
      await pause(100);
    }
  };
  const watcher = async (): Promise<void> => {
    while (goOn()) {
      const [alive, may] = await Promise.all([probe(origin, '/healthz'), probe(origin, '/readyz')]);
      health.push(alive);
      ready.push(may);
      await pause(1_000);
    }
  };
  await Promise.all([watcher(), ...Array.from({ length: VISITORS }, (_, who) => visitor(who))]);
  return { told, read, health, ready };
};

const tell = (name: string, { told, read, health, ready }: Awaited<ReturnType<typeof load>>): void => {
  for (const [what, probes] of Object.entries({
    form: told,
    page: read,
    '/healthz': health,
    '/readyz': ready,
  })) {
    const times = probes.map(({ milliseconds }) => milliseconds);
    const statuses = Map.groupBy(probes, ({ status }) => status);
    for (const [status, some] of [...statuses].sort(([a], [b]) => a - b))
      figures.report(`slow: ${name}: ${what} answered ${status}`, some.length, 'times');
    figures.report(`slow: ${name}: ${what}, median`, percentile(times, 0.5), 'ms');
    figures.report(`slow: ${name}: ${what}, longest`, Math.max(0, ...times), 'ms');
  }
  const refused = told.filter(({ status }) => status === 503);
  figures.report(
    `slow: ${name}: 503 without what was typed`,
    refused.filter(({ kept }) => !kept).length,
    'wrong',
  );
};

const throughAll = async (origin: string, line: SlowLine): Promise<void> => {
  tell('usual', await load(origin));
  for (const delay of [300, 5_000]) {
    line.delay(delay);
    tell(`each answer ${delay} ms later`, await load(origin));
  }
  line.delay(0);
  await pause(5_000);
  line.hang();
  tell('hangs', await load(origin));
  line.flow();
  const began = performance.now();
  while ((await probe(origin, '/readyz')).status !== 200 && performance.now() - began < PATIENCE)
    await pause(50);
  figures.report('slow: ready again after the line came back', performance.now() - began, 'ms');
  tell('afterwards', await load(origin));
};

/** Puts a slow line between the program and an external PostgreSQL, and shows what visitors and watchers meet. */
export const slowRun = async (): Promise<boolean> => {
  const databaseDir = makeTemporaryFolder('faults-database');
  const dataDir = makeTemporaryFolder('faults-slow');
  const log = createLogger({ level: 'error', clock: systemClock });
  const database = await startEmbedded({ dataDir: databaseDir, log });
  const line = await openSlowLine(database.appUrl);
  const KEY_FILE = join(dataDir, 'keys.json');
  createKeyFile(KEY_FILE, new Date());
  chmodSync(KEY_FILE, 0o600);
  try {
    const settings = { DATABASE_URL: line.url, DATABASE_OWNER_URL: database.ownerUrl, KEY_FILE };
    const program = await admit(dataDir, settings);
    try {
      await throughAll(program.origin, line);
      return true;
    } finally {
      line.flow();
      line.delay(0);
      await program.stop();
    }
  } finally {
    await line.close();
    await database.stop();
    discardEmbedded(databaseDir);
    removeTemporaryFolder(dataDir);
  }
};
