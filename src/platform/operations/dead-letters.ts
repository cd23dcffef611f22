import { type Command, type Context, defineCommand } from '../command/command.ts';
import { secret } from '../command/history.ts';
import { runSql, type TenantDb } from '../database/tenant-transaction.ts';
import { DEAD_LETTERS, type Jobs } from '../jobs/jobs.ts';
import { maskText } from '../redaction.ts';
import { refuseOperation } from './errors.ts';

/** A job that failed too often: which event, of which queue, and what went wrong last. */
export interface DeadLetter {
  readonly id: string;
  readonly queue: string;
  readonly event: string;
  readonly tries: number;
  readonly since: Date;
  readonly error: string;
}

/** How many jobs of a queue wait or run. */
export interface QueueSize {
  readonly queue: string;
  readonly waiting: number;
  readonly active: number;
}

interface DeadLetterRow extends Omit<DeadLetter, 'error'> {
  readonly error: string | null;
}

/** The most stuck jobs on the screen; settling the oldest brings the next ones. */
const SHOWN = 50;

// The job tables hold no municipal data and know no tenants: the event's own gemeente narrows them.
const DEAD = `select id, coalesce(source_name, '') as queue, coalesce(data->>'name', '') as event,
    coalesce(source_retry_count, 0) + 1 as tries, created_on as since,
    coalesce(source_output->>'message', output->>'message') as error
  from jobs.job where name = $1 and state < 'active' and data->>'gemeente' = $2
  order by created_on, id limit ${SHOWN}`;

/** The stuck jobs of one municipality, oldest first; addresses and numbers in their errors are masked. */
export const deadLetters = async (db: TenantDb, gemeente: string): Promise<DeadLetter[]> => {
  const rows = await runSql<DeadLetterRow>(db, DEAD, [DEAD_LETTERS, gemeente]);
  return rows.map((row) => ({ ...row, error: maskText(row.error ?? '').slice(0, 200) }));
};

const SIZES = `select name as queue, count(*) filter (where state < 'active') as waiting,
    count(*) filter (where state = 'active') as active
  from jobs.job where state <= 'active' and name <> $1 group by name order by name limit 200`;

/** What waits and runs now, by queue. */
export const queueSizes = (db: TenantDb): Promise<QueueSize[]> =>
  runSql<QueueSize>(db, SIZES, [DEAD_LETTERS]);

const lockDeadLetter = async (
  { db, gemeente }: Context,
  id: string,
): Promise<{ queue: string; event: string }> => {
  const rows = await runSql<{ queue: string; event: string }>(
    db,
    `select coalesce(source_name, '') as queue, coalesce(data->>'name', '') as event from jobs.job
     where name = $1 and id = $2 and state < 'active' and data->>'gemeente' = $3 for update`,
    [DEAD_LETTERS, id, gemeente],
  );
  if (!rows[0]) throw refuseOperation('job_gone', { status: 409 });
  return rows[0];
};

const inside = ({ db }: Context) => ({
  db: { executeSql: async (text: string, values?: unknown[]) => ({ rows: await runSql(db, text, values) }) },
});

/** Puts a stuck job back in the queue where it failed, with all its tries before it. */
export const redriveCommand = (boss: () => Jobs['boss']): Command<{ id: string }, void> =>
  defineCommand({
    name: 'job.redrive',
    action: 'job.manage',
    run: async (context, { id }) => {
      context.allow();
      const { queue, event } = await lockDeadLetter(context, id);
      const moved = await boss().redrive(DEAD_LETTERS, { ids: [id], ...inside(context) });
      if (moved === 0) throw refuseOperation('job_gone', { status: 409 });
      context.record({ noun: 'job', objectId: id, action: 'job.redriven', after: { queue, event } });
    },
  });

/** Throws a stuck job away: what it had to do does not happen. The history keeps that, and that there was a reason. */
export const dropJobCommand = (boss: () => Jobs['boss']): Command<{ id: string; reason: string }, void> =>
  defineCommand({
    name: 'job.drop',
    action: 'job.manage',
    run: async (context, { id, reason }) => {
      context.allow();
      const { queue, event } = await lockDeadLetter(context, id);
      await boss().deleteJob(DEAD_LETTERS, id, inside(context));
      context.record({
        noun: 'job',
        objectId: id,
        action: 'job.dropped',
        before: { queue, event },
        after: { reason: secret(reason) },
      });
    },
  });
