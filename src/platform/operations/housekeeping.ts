import { everyTenant } from '../database/every-tenant.ts';
import { runSql, tenantTransaction } from '../database/tenant-transaction.ts';
import type { RecurringJob } from '../jobs/jobs.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Which tables of the ground floor forget, by which moment, and after how many milliseconds. */
const FORGETTING = [
  { table: 'rate_count', column: 'window_start', after: 25 * HOUR },
  { table: 'idempotency', column: 'created_at', after: 2 * DAY },
  // Longer than a stuck job is kept, so that one tried again months later still knows what it did.
  { table: 'handled_event', column: 'at', after: 120 * DAY },
] as const;

/** Throws away what is only of use for a while, once an hour, tenant by tenant. */
export const housekeeping: RecurringJob = {
  queue: 'ground-housekeeping',
  cron: '17 * * * *',
  run: (world) =>
    everyTenant(world, (gemeente) =>
      tenantTransaction(world.pool, gemeente, async (db) => {
        const now = world.clock.now().getTime();
        for (const { table, column, after } of FORGETTING) {
          await runSql(db, `delete from ${table} where gemeente = $1 and ${column} < $2`, [
            gemeente,
            new Date(now - after),
          ]);
        }
      }),
    ),
};
