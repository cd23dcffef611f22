import { everyTenant } from '#platform/database/every-tenant.ts';
import { runSql, tenantTransaction } from '#platform/database/tenant-transaction.ts';
import type { RecurringJob } from '#platform/jobs/jobs.ts';
import type { World } from '#platform/world.ts';
import { destructionJob } from './archive/execute.ts';
import { idleSince, plus } from './session-rules.ts';

const DAY = 24 * 3_600_000;

const FORGET = [
  'delete from session where gemeente = $1 and expires_at <= $2',
  'delete from session where gemeente = $1 and last_seen_at <= $2',
  'delete from sign_in_link where gemeente = $1 and expires_at <= $2',
] as const;

/** Removes sessions that ended and links a day after they expired: what no longer works need not be kept. */
const forgetEnded = (world: World): Promise<void> =>
  everyTenant(world, async (gemeente) => {
    const now = world.clock.now();
    const moments = [now, idleSince(now), plus(now, -DAY)];
    await tenantTransaction(world.pool, gemeente, async (db) => {
      for (const [index, sql] of FORGET.entries()) await runSql(db, sql, [gemeente, moments[index]]);
    });
  });

/** The work of this room that comes back. */
export const peopleRecurring: readonly RecurringJob[] = [
  { queue: 'people-forget', cron: '17 * * * *', run: forgetEnded },
  destructionJob,
];
