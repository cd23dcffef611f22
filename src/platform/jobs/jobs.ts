import type pg from 'pg';
import type { Job, PgBoss } from 'pg-boss';
import { runSql, type TenantDb, tenantTransaction } from '../database/tenant-transaction.ts';
import type { Logger } from '../logging.ts';
import type { World } from '../world.ts';
import { bossOnPool } from './boss.ts';
import type { DomainEvent, EventSink } from './events.ts';
import { jobFault } from './fault.ts';

/** One room's reaction to events of others, with a queue of its own. */
export interface Subscription {
  readonly queue: string;
  readonly events: readonly string[];
  /** Runs inside the tenant's transaction, once per event however often the job is tried. */
  readonly handle: (world: World, db: TenantDb, event: DomainEvent) => Promise<void>;
}

/** Work that comes back by the wall clock; what is due is decided by the injected clock inside. */
export interface RecurringJob {
  readonly queue: string;
  /** Five-field cron in UTC. */
  readonly cron: string;
  readonly run: (world: World) => Promise<void>;
}

/** The job side of the house. */
export interface Jobs extends EventSink {
  /** Opens the queues, so that events can be sent. May be called again. */
  open(): Promise<void>;
  /** Opens the queues and starts the workers of this process. */
  start(world: World): Promise<void>;
  /** Lets running jobs end, takes no new ones. */
  stop(): Promise<void>;
  /** Handles everything that waits now, and what that brings about; for tests. Gives how many jobs ran. */
  drain(world: World): Promise<number>;
  /** Runs all recurring work once; for tests and for the demo's clock. */
  runRecurring(world: World): Promise<void>;
  readonly boss: PgBoss;
}

/** What failed too often ends up here, where the administrator sees it. */
export const DEAD_LETTERS = 'dead-letters';

const RETRY = { retryLimit: 8, retryDelay: 5, retryBackoff: true, expireInSeconds: 120 } as const;

/** Joins all rooms' reactions and recurring work on pg-boss. `installJobs` must have run on this database before. */
export const createJobs = (
  pool: pg.Pool,
  log: Logger,
  subscriptions: readonly Subscription[],
  recurring: readonly RecurringJob[],
  background = true,
): Jobs => {
  const boss = bossOnPool(pool, log, background);
  let opened: Promise<void> | undefined;
  const open = (): Promise<void> => {
    opened ??= boss.start().then(() => createQueues(boss, subscriptions, recurring));
    return opened;
  };
  return {
    boss,
    open,
    send: async (db, events) => {
      const inTransaction = {
        db: {
          executeSql: async (text: string, values?: unknown[]) => ({ rows: await runSql(db, text, values) }),
        },
      };
      for (const event of events) {
        const interested = subscriptions.filter((subscription) => subscription.events.includes(event.name));
        for (const { queue } of interested) await boss.send(queue, event, inTransaction);
      }
    },
    start: async (world) => {
      await open();
      await startWorkers(boss, world, subscriptions, recurring);
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
    drain: async (world) => {
      await open();
      return drainAll(boss, world, subscriptions);
    },
    runRecurring: async (world) => {
      for (const job of recurring) await job.run(world);
    },
  };
};

const createQueues = async (
  boss: PgBoss,
  subscriptions: readonly Subscription[],
  recurring: readonly RecurringJob[],
): Promise<void> => {
  await boss.createQueue(DEAD_LETTERS, { retentionSeconds: 90 * 86_400 });
  for (const { queue } of subscriptions)
    await boss.createQueue(queue, { ...RETRY, deadLetter: DEAD_LETTERS });
  for (const { queue } of recurring) {
    await boss.createQueue(queue, { policy: 'stately', retryLimit: 0, expireInSeconds: 300 });
  }
};

const startWorkers = async (
  boss: PgBoss,
  world: World,
  subscriptions: readonly Subscription[],
  recurring: readonly RecurringJob[],
): Promise<void> => {
  for (const subscription of subscriptions) {
    await boss.work<DomainEvent>(
      subscription.queue,
      // One job a second would be the pace of the polling; while there is more, the next is fetched at once.
      { pollingIntervalSeconds: 1, batchSize: 1, burstWhenBatchFull: true },
      async (jobs) => {
        for (const job of jobs) await workOn(world, subscription, job.data);
      },
    );
  }
  for (const job of recurring) {
    await boss.work(job.queue, { pollingIntervalSeconds: 2 }, () => recur(world, job));
    await boss.schedule(job.queue, job.cron);
  }
};

const recur = async (world: World, job: RecurringJob): Promise<void> => {
  try {
    await job.run(world);
  } catch (error) {
    world.log.warn('job failed', { queue: job.queue, error });
    throw jobFault(error);
  }
};

/** Does one job; what goes wrong is written down here in full, and rises without anything personal. */
export const workOn = async (world: World, subscription: Subscription, event: DomainEvent): Promise<void> => {
  try {
    await handleOnce(world, subscription, event);
  } catch (error) {
    world.log.warn('job failed', { queue: subscription.queue, event: event.name, error });
    throw jobFault(error);
  }
};

/** A job that was tried before, or was sent twice, finds its event handled and does nothing. */
export const handleOnce = (world: World, subscription: Subscription, event: DomainEvent): Promise<void> =>
  tenantTransaction(world.pool, event.gemeente, async (db) => {
    const fresh = await runSql(
      db,
      `insert into handled_event (gemeente, queue, event_id, at) values ($1, $2, $3, $4)
       on conflict do nothing returning event_id`,
      [event.gemeente, subscription.queue, event.id, world.clock.now()],
    );
    if (fresh.length > 0) await subscription.handle(world, db, event);
  });

const drainAll = async (
  boss: PgBoss,
  world: World,
  subscriptions: readonly Subscription[],
): Promise<number> => {
  let handled = 0;
  for (let before = -1; before !== handled; ) {
    before = handled;
    for (const subscription of subscriptions) {
      const jobs: Job<DomainEvent>[] = await boss.fetch<DomainEvent>(subscription.queue, { batchSize: 100 });
      for (const job of jobs) {
        await handleOnce(world, subscription, job.data);
        await boss.complete(subscription.queue, job.id);
        handled += 1;
      }
    }
  }
  return handled;
};
