import type pg from 'pg';
import { everyTenant } from '../database/every-tenant.ts';
import { runSql, tenantTransaction } from '../database/tenant-transaction.ts';
import type { World } from '../world.ts';
import type { Metrics } from './metrics.ts';

/** Milliseconds that the counts of the database are kept: they cost a query for each tenant. */
const KEEP = 15_000;

/** The figures of this process and of what waits in the database. */
export const measureProcess = (metrics: Metrics, world: World): void => {
  metrics.gauge('wijkregie_pool_connections', 'Connections to the database, by what they do', () =>
    poolReading(world.pool),
  );
  metrics.gauge('wijkregie_memory_bytes', 'Memory in use by this process', () => [
    { labels: {}, value: process.memoryUsage.rss() },
  ]);
  const queues = kept(() => queueSizes(world.pool));
  metrics.gauge('wijkregie_queue_jobs', 'Jobs that wait, run or failed, by queue', queues);
  const outbox = kept(() => outboxSizes(world));
  metrics.gauge('wijkregie_outbox_messages', 'Messages that wait or failed, over all municipalities', outbox);
};

const poolReading = (pool: pg.Pool) => [
  { labels: { state: 'busy' }, value: pool.totalCount - pool.idleCount },
  { labels: { state: 'idle' }, value: pool.idleCount },
  { labels: { state: 'waiting_for' }, value: pool.waitingCount },
];

type Reading = { labels: Record<string, string>; value: number }[];

const kept = (read: () => Promise<Reading>): (() => Promise<Reading>) => {
  let last: { at: number; reading: Promise<Reading> } | undefined;
  return () => {
    if (!last || performance.now() - last.at > KEEP) last = { at: performance.now(), reading: read() };
    return last.reading;
  };
};

const QUEUES = `select name, state::text as state, count(*) as jobs from jobs.job
  where state in ('created', 'retry', 'active', 'failed') group by name, state order by name, state`;

const queueSizes = async (pool: pg.Pool): Promise<Reading> => {
  const { rows } = await pool.query<{ name: string; state: string; jobs: number }>(QUEUES);
  return rows.map(({ name, state, jobs }) => ({ labels: { queue: name, state }, value: jobs }));
};

const OUTBOX = `select channel, state, count(*) as messages from message
  where gemeente = $1 and state = any('{queued,failed}') group by channel, state`;

const outboxSizes = async (world: World): Promise<Reading> => {
  const sums = new Map<string, { labels: { channel: string; state: string }; value: number }>();
  for (const channel of ['mail', 'letter', 'phone']) {
    for (const state of ['queued', 'failed']) {
      sums.set(`${channel} ${state}`, { labels: { channel, state }, value: 0 });
    }
  }
  await everyTenant(world, async (gemeente) => {
    const rows = await tenantTransaction(world.pool, gemeente, (db) =>
      runSql<{ channel: string; state: string; messages: number }>(db, OUTBOX, [gemeente]),
    );
    for (const { channel, state, messages } of rows) {
      const sum = sums.get(`${channel} ${state}`);
      if (sum) sum.value += messages;
    }
  });
  return [...sums.values()];
};
