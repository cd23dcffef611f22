import pg from 'pg';
import { type Db, PgBoss } from 'pg-boss';
import { troubleOf } from '../database/trouble.ts';
import type { Logger } from '../logging.ts';
import { seldom } from '../seldom.ts';

/** The schema of pg-boss's own tables: global, holding only ids and tenant codes. */
export const JOBS_SCHEMA = 'jobs';

/** Makes or upgrades the job tables as their owner, and lets the application's role work with them. */
export const installJobs = async (ownerUrl: string, appRole: string): Promise<void> => {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: JOBS_SCHEMA,
    max: 1,
    supervise: false,
    schedule: false,
  });
  await boss.start();
  await boss.stop({ graceful: false });
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const role = pg.escapeIdentifier(appRole);
  try {
    await client.query(
      `grant usage on schema ${JOBS_SCHEMA} to ${role};
       grant select, insert, update, delete on all tables in schema ${JOBS_SCHEMA} to ${role};
       grant usage on all sequences in schema ${JOBS_SCHEMA} to ${role};
       grant execute on all functions in schema ${JOBS_SCHEMA} to ${role};`,
    );
  } finally {
    await client.end();
  }
};

/** Seconds between looks for jobs whose process died: with their heartbeat, the time until somebody takes them up. */
const LOOK_EVERY = 15;
/** Milliseconds between two lines about a database that is away. */
const TELL_EVERY = 5_000;

/** pg-boss on our own pool: it never migrates, for it signs in as the application's role. */
export const bossOnPool = (pool: pg.Pool, log: Logger, background: boolean): PgBoss => {
  const boss = new PgBoss({
    db: overPool(pool),
    schema: JOBS_SCHEMA,
    migrate: false,
    createSchema: false,
    supervise: background,
    schedule: background,
    superviseIntervalSeconds: LOOK_EVERY,
    monitorIntervalSeconds: LOOK_EVERY,
  });
  const tell = seldom(TELL_EVERY);
  boss.on('error', (error) => {
    // Every queue asks again each second: a database that is away would fill the log.
    // What it tells is no Error any more, but has its fields.
    const trouble = troubleOf(Object.assign(new Error(error.message), error));
    const say = (unsaid: number) => log.error('jobs: background fault', { error, unsaid });
    if (trouble) tell(trouble, say);
    else say(0);
  });
  return boss;
};

const overPool = (pool: pg.Pool): Db => ({
  // Whole, not only its rows: some of pg-boss's texts hold several statements, which answer as a list.
  executeSql: (text, values) => pool.query(text, values),
});
