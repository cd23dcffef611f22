import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { gate } from '#people/index.ts';
import { noteChange } from '#platform/changes.ts';
import { type ManualClock, manualClock } from '#platform/clock.ts';
import { createPool } from '#platform/database/pool.ts';
import { createJobs, type Jobs, type RecurringJob, type Subscription } from '#platform/jobs/jobs.ts';
import { createLogger } from '#platform/logging.ts';
import { createKeyFile, loadKeyring } from '#platform/secrets/index.ts';
import type { World } from '#platform/world.ts';
import { copyTemplate, type DatabaseUrls } from './template.ts';

/** A world of one test file: its own database, a clock that stands still, and jobs that run when told to. */
export interface TestWorld {
  readonly world: World;
  readonly clock: ManualClock;
  readonly jobs: Jobs;
  readonly urls: DatabaseUrls;
  /** Every line the program logged. */
  readonly logged: string[];
  /** Handles all jobs that wait, and what they bring about. */
  readonly drain: () => Promise<number>;
  readonly close: () => Promise<void>;
}

interface TestWorldOptions {
  /** The moment at which the clock stands; a Monday morning in March 2016 unless told otherwise. */
  readonly start?: string;
  readonly subscriptions?: readonly Subscription[];
  readonly recurring?: readonly RecurringJob[];
}

/** The moment most tests begin: Monday 7 March 2016, ten in the morning in Zoetermeer. */
export const MONDAY_MORNING = '2016-03-07T10:00:00+01:00';

/** Makes a world on a fresh copy of the migrated database. Close it in `afterAll`. */
export const testWorld = async (options: TestWorldOptions = {}): Promise<TestWorld> => {
  const copy = await copyTemplate(inject('database'));
  const clock = manualClock(options.start ?? MONDAY_MORNING);
  const logged: string[] = [];
  const log = createLogger({ level: 'info', clock, write: (line) => logged.push(line) });
  const pool = createPool(copy.appUrl, 8, (error) => log.error('pool', { error }));
  const jobs = createJobs(pool, log, options.subscriptions ?? [], options.recurring ?? [], false);
  await jobs.open();
  const folder = mkdtempSync(join(tmpdir(), 'wijkregie-key-'));
  createKeyFile(join(folder, 'key'), clock.now());
  const world: World = {
    pool,
    clock,
    log,
    gate,
    events: jobs,
    keyring: loadKeyring(join(folder, 'key')),
    publicUrl: (gemeente) => `http://${gemeente.toLowerCase()}.localhost:3000`,
  };
  return {
    world,
    clock,
    jobs,
    urls: copy,
    logged,
    drain: () => jobs.drain(world),
    close: async () => {
      await jobs.stop();
      await pool.end();
      rmSync(folder, { recursive: true, force: true });
      await copy.drop();
    },
  };
};

/** Runs SQL as the owner of the tables, with a tenant set: for arranging and for looking behind the policies. */
export const asOwner = async <Row extends pg.QueryResultRow>(
  urls: DatabaseUrls,
  gemeente: string,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> => {
  const client = new pg.Client({ connectionString: urls.ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`set local app.gemeente = '${gemeente}'`);
    const { rows } = await client.query<Row>(sql, values);
    await client.query('commit');
    // A test that writes past the commands sees what it wrote, as after a command.
    noteChange(gemeente);
    return rows;
  } finally {
    await client.end();
  }
};
