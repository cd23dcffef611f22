import type pg from 'pg';
import type { Job, JobResult, PgBoss } from 'pg-boss';
import { runSql, type TenantDb, tenantTransaction } from '../database/tenant-transaction.ts';
import type { Logger } from '../logging.ts';
import type { World } from '../world.ts';
import { bossOnPool } from './boss.ts';
import { bringBack } from './clock-guard.ts';
import type { DomainEvent, EventSink } from './events.ts';
import { jobFault } from './fault.ts';

/** One room's reaction to events of others, with a queue of its own. */
export interface Subscription {
  readonly queue: string;
  readonly events: readonly string[];
  /** Runs inside the tenant's transaction, once per event however often the job is tried. */
  readonly handle: (world: World, db: TenantDb, event: DomainEvent) => Promise<void>;
  /**
   * Where many events ask for the same work: handles those of one municipality that wait together, once a second at most.
   * They succeed or fail together; each counts once.
   */
  readonly handleAll?: (world: World, db: TenantDb, events: readonly DomainEvent[]) => Promise<void>;
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

/** Seconds of silence after which a job under way counts as lost with its process; a worker tells twice as often that it lives. */
const HEARTBEAT = { heartbeatSeconds: 30 } as const;
const RETRY = {
  ...HEARTBEAT,
  retryLimit: 8,
  retryDelay: 5,
  retryBackoff: true,
  expireInSeconds: 120,
} as const;

/**
 * Jobs that a worker takes at once, to do them one after the other. With one it would take one a second and no more; all of
 * them together end before they expire, also when each is a mail to a server that says nothing for half a minute.
 */
const BATCH = 3;
/** Jobs that are done together, where their events ask for the same. */
const GATHERED = 100;

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
  let guard: NodeJS.Timeout | undefined;
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
      guard = setInterval(() => guardClock(pool, log), GUARD_EVERY);
    },
    stop: async () => {
      clearInterval(guard);
      await boss.stop({ graceful: true, timeout: 10_000 });
    },
    drain: async (world) => {
      await open();
      return drainAll(boss, world, subscriptions);
    },
    runRecurring: async (world) => {
      for (const job of recurring) await job.run(world);
    },
  };
};

/** Milliseconds between two looks whether the clock was put back. */
const GUARD_EVERY = 60_000;

const guardClock = (pool: pg.Pool, log: Logger): void => {
  bringBack(pool).then(
    (rows) => {
      if (rows > 0) log.error('the clock was put back: what lay ahead of it is done now', { rows });
    },
    (error: unknown) => log.warn('jobs: clock not looked at', { error }),
  );
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
    await boss.createQueue(queue, { ...HEARTBEAT, policy: 'stately', retryLimit: 0, expireInSeconds: 300 });
  }
  // Queues of an older version keep how they were made, unless they are told.
  const made = await boss.getQueues();
  for (const { name, heartbeatSeconds } of made) {
    const isOurs = [...subscriptions, ...recurring].some(({ queue }) => queue === name);
    if (isOurs && heartbeatSeconds !== HEARTBEAT.heartbeatSeconds) await boss.updateQueue(name, HEARTBEAT);
  }
};

const startWorkers = async (
  boss: PgBoss,
  world: World,
  subscriptions: readonly Subscription[],
  recurring: readonly RecurringJob[],
): Promise<void> => {
  for (const subscription of subscriptions) {
    if (subscription.handleAll) {
      await boss.work(
        subscription.queue,
        { pollingIntervalSeconds: 1, batchSize: GATHERED, perJobResults: true },
        (jobs: Job<DomainEvent>[]) => workTogether(world, subscription, jobs),
      );
      continue;
    }
    await boss.work(
      subscription.queue,
      // While each fetch comes back full there is more, and the next is fetched at once.
      { pollingIntervalSeconds: 1, batchSize: BATCH, burstWhenBatchFull: true, perJobResults: true },
      (jobs: Job<DomainEvent>[]) => workThrough(world, subscription, jobs),
    );
  }
  for (const job of recurring) {
    await boss.work(job.queue, { pollingIntervalSeconds: 2 }, () => recur(world, job));
    await boss.schedule(job.queue, job.cron);
  }
};

/** Does jobs one after the other; one that fails does not take the others along. */
const workThrough = async (
  world: World,
  subscription: Subscription,
  jobs: readonly Job<DomainEvent>[],
): Promise<JobResult[]> => {
  const results: JobResult[] = [];
  for (const { id, data } of jobs) {
    try {
      await workOn(world, subscription, data);
      results.push({ id, status: 'completed' });
    } catch (error) {
      results.push(failed(id, error));
    }
  }
  return results;
};

const failed = (id: string, error: unknown): JobResult => ({
  id,
  status: 'failed',
  output: { message: error instanceof Error ? error.message : '' },
});

/** Does the jobs of each municipality in one go; where that fails, the others go on. */
const workTogether = async (
  world: World,
  subscription: Subscription,
  jobs: readonly Job<DomainEvent>[],
): Promise<JobResult[]> => {
  const results: JobResult[] = [];
  for (const [gemeente, own] of Map.groupBy(jobs, ({ data }) => data.gemeente)) {
    try {
      const events = own.map(({ data }) => data);
      await told(world, subscription, events[0], () => handleTogether(world, subscription, gemeente, events));
      results.push(...own.map(({ id }): JobResult => ({ id, status: 'completed' })));
    } catch (error) {
      results.push(...own.map(({ id }) => failed(id, error)));
    }
  }
  return results;
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
export const workOn = (world: World, subscription: Subscription, event: DomainEvent): Promise<void> =>
  told(world, subscription, event, () => handleOnce(world, subscription, event));

const told = async (
  world: World,
  { queue }: Subscription,
  event: DomainEvent | undefined,
  work: () => Promise<void>,
): Promise<void> => {
  try {
    await work();
  } catch (error) {
    world.log.warn('job failed', { queue, event: event?.name, error });
    throw jobFault(error);
  }
};

/** A job that was tried before, or was sent twice, finds its event handled and does nothing. */
export const handleOnce = (world: World, subscription: Subscription, event: DomainEvent): Promise<void> =>
  handleTogether(world, subscription, event.gemeente, [event]);

/** Events of one municipality in one transaction; those that were handled before are left out. */
const handleTogether = (
  world: World,
  subscription: Subscription,
  gemeente: string,
  events: readonly DomainEvent[],
): Promise<void> =>
  tenantTransaction(world.pool, gemeente, async (db) => {
    const rows = await runSql<{ event_id: string }>(
      db,
      `insert into handled_event (gemeente, queue, event_id, at)
       select $1, $2, id, $4 from unnest($3::uuid[]) as e (id) on conflict do nothing returning event_id`,
      [gemeente, subscription.queue, [...new Set(events.map(({ id }) => id))], world.clock.now()],
    );
    const fresh = new Set(rows.map(({ event_id }) => event_id));
    const left = events.filter(({ id }) => fresh.delete(id));
    if (left.length === 0) return;
    if (subscription.handleAll) await subscription.handleAll(world, db, left);
    else for (const event of left) await subscription.handle(world, db, event);
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
