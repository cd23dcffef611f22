import { execute, runInside } from '#platform/command/command.ts';
import { everyTenant } from '#platform/database/every-tenant.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import type { RecurringJob, Subscription } from '#platform/jobs/jobs.ts';
import { systemPrincipal } from '#platform/policy/principal.ts';
import type { World } from '#platform/world.ts';
import { type Found, searchPatterns, sweepPatterns } from './find.ts';

/** Looks through all themes of one municipality, and tells of what waits to be told. */
export const searchPatternsOf = async (world: World, gemeente: string): Promise<Found> => {
  const found = await execute(world, gemeente, systemPrincipal, searchPatterns, { themeId: null });
  for (let more = true; more; ) {
    ({ more } = await execute(world, gemeente, systemPrincipal, sweepPatterns, undefined));
  }
  return found;
};

/** Every ten minutes: time passes, so patterns come and go without any signaal. */
export const patternSearch: RecurringJob = {
  queue: 'focuspunt.patterns',
  cron: '*/10 * * * *',
  run: (world) =>
    everyTenant(world, async (gemeente) => {
      await searchPatternsOf(world, gemeente);
    }),
};

/** The themes of these signalen; what is not known yet has none. */
const themesOf = async (db: TenantDb, gemeente: string, ids: readonly string[]): Promise<string[]> => {
  const rows = await runSql<{ theme: string }>(
    db,
    `select distinct coalesce(c.parent_id, c.id) as theme from signaal s
     join category c on c.gemeente = $1 and c.id = s.category_id
     where s.gemeente = $1 and s.id = any ($2::uuid[]) order by theme`,
    [gemeente, ids],
  );
  return rows.map(({ theme }) => theme);
};

const lookAgain: NonNullable<Subscription['handleAll']> = async (world, db, events) => {
  const [first] = events;
  if (!first) return;
  const ids = events.map(({ objectId }) => objectId);
  for (const themeId of await themesOf(db, first.gemeente, ids)) {
    await runInside(world, first.gemeente, systemPrincipal, db, searchPatterns, { themeId });
  }
};

/**
 * A signaal that came, or came back, may make a pattern of its theme: that is looked at once. In a busy hour those that came
 * in the same second are looked at together, for each search goes through its whole theme.
 */
export const patternAfter: Subscription = {
  queue: 'focuspunt.patterns-after',
  events: ['signaal.received', 'signaal.reopened'],
  handle: (world, db, event) => lookAgain(world, db, [event]),
  handleAll: lookAgain,
};
