import { everyTenant } from '#platform/database/every-tenant.ts';
import { runSql, type TenantDb, tenantTransaction } from '#platform/database/tenant-transaction.ts';
import type { RecurringJob } from '#platform/jobs/jobs.ts';
import type { World } from '#platform/world.ts';

const BATCH = 500;

/** The photos go in the same statement: those of a report that was sent carry no draft any more, and stay. */
const FORGET = `
  with old as (
    delete from draft where gemeente = $1 and id in (
      select id from draft where gemeente = $1 and expires_at <= $2 order by expires_at limit ${BATCH})
    returning id),
  unused as (delete from file where gemeente = $1 and draft_id in (select id from old))
  select id from old`;

/** Deletes the forms of one municipality that were not finished in time, with the photos nobody sent. Gives how many. */
const expireDrafts = async (world: World, gemeente: string): Promise<number> => {
  for (let total = 0; ; ) {
    const gone = await tenantTransaction(world.pool, gemeente, (db) => forgetSome(db, gemeente, world));
    total += gone;
    if (gone < BATCH) return total;
  }
};

const forgetSome = async (db: TenantDb, gemeente: string, world: World): Promise<number> => {
  const rows = await runSql(db, FORGET, [gemeente, world.clock.now()]);
  return rows.length;
};

/** Every ten minutes: unfinished forms whose time has passed. What was sent forgets its receipt at the same moment. */
export const draftExpiry: RecurringJob = {
  queue: 'signaal.draft-expire',
  cron: '*/10 * * * *',
  run: (world) =>
    everyTenant(world, async (gemeente) => {
      await expireDrafts(world, gemeente);
    }),
};
