import { notify } from '#people/index.ts';
import { startOfDay } from '#platform/calendar/index.ts';
import { type Context, defineCommand, execute } from '#platform/command/command.ts';
import { everyTenant } from '#platform/database/every-tenant.ts';
import { newId } from '#platform/database/ids.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { notFound } from '#platform/errors.ts';
import type { RecurringJob } from '#platform/jobs/jobs.ts';
import { systemPrincipal } from '#platform/policy/principal.ts';
import type { World } from '#platform/world.ts';

/** What can be followed each quarter. */
export type FollowedKind = 'area' | 'focuspunt' | 'category';

const KNOWN: Record<FollowedKind, string> = {
  area: 'select id from area where gemeente = $1 and id = $2',
  category: 'select id from category where gemeente = $1 and id = $2',
  // What the raad was not told yet cannot be found by following it.
  focuspunt: `select id from focuspunt where gemeente = $1 and id = $2
    and state = any (array['consulting', 'council_informed', 'running', 'yearly_test', 'reached', 'stopped', 'transferred'])`,
};

/** Follows an area, a focuspunt or a subject: a word each quarter. Following twice is following once. Throws `not_found`. */
export const followPattern = defineCommand<{ readonly kind: FollowedKind; readonly objectId: string }, void>({
  name: 'pattern.follow',
  action: 'pattern.follow',
  run: async (context, { kind, objectId }) => {
    context.allow();
    const { db, gemeente, principal, now } = context;
    const known = await runSql(db, KNOWN[kind], [gemeente, objectId]);
    if (known.length === 0 || principal.id === null) throw notFound();
    // Two clicks at once wait for each other here.
    await runSql(db, 'select id from account where gemeente = $1 and id = $2 for update', [
      gemeente,
      principal.id,
    ]);
    const before = await ownFollow(context, kind, objectId);
    if (before) return;
    const id = newId();
    const row = {
      object_kind: kind,
      object_id: objectId,
      account_id: principal.id,
      rhythm: 'quarter' as const,
    };
    await db
      .insertInto('follow')
      .values({ gemeente, id, ...row, created_at: now })
      .execute();
    context.record({ noun: 'follow', objectId: id, action: 'began', after: row });
  },
});

const ownFollow = async ({ db, gemeente, principal }: Context, kind: FollowedKind, objectId: string) => {
  const [row] = await runSql<{ id: string }>(
    db,
    `select id from follow where gemeente = $1 and account_id = $2 and object_kind = $3 and object_id = $4
       and rhythm = 'quarter' and ended_at is null limit 1`,
    [gemeente, principal.id, kind, objectId],
  );
  return row;
};

/** Stops following; another's is "not found". Doing it twice is no fault. */
export const stopFollowing = defineCommand<{ readonly followId: string }, void>({
  name: 'pattern.stop',
  action: 'pattern.follow',
  run: async (context, { followId }) => {
    context.allow();
    const { db, gemeente, principal, now } = context;
    const row = await db
      .selectFrom('follow')
      .select(['id', 'account_id', 'ended_at'])
      .where('gemeente', '=', gemeente)
      .where('id', '=', followId)
      .forUpdate()
      .executeTakeFirst();
    if (!row || row.account_id === null || row.account_id !== principal.id) throw notFound();
    if (row.ended_at) return;
    await db
      .updateTable('follow')
      .set({ ended_at: now })
      .where('gemeente', '=', gemeente)
      .where('id', '=', followId)
      .execute();
    context.record({
      noun: 'follow',
      objectId: followId,
      action: 'ended',
      before: { ended: false },
      after: { ended: true },
    });
  },
});

/** The first day of the quarter in which a day lies. */
export const quarterStart = (day: string): string => {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
  return `${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
};

const BATCH = 50;

/** Tells whoever follows that a quarter is over; one batch in one transaction. */
export const tellQuarter = defineCommand<void, { told: number }>({
  name: 'pattern.tell_quarter',
  action: 'term.sweep',
  run: async (context) => {
    context.allow();
    const { db, gemeente, now, today } = context;
    const rows = await runSql<{ id: string; accountId: string }>(
      db,
      `update follow set last_told_at = $2 where gemeente = $1 and id in (
         select id from follow where gemeente = $1 and rhythm = 'quarter' and ended_at is null and account_id is not null
           and created_at < $3 and (last_told_at is null or last_told_at < $3)
         order by created_at, id limit ${BATCH} for update)
       returning id, account_id as "accountId"`,
      [gemeente, now, startOfDay(quarterStart(today))],
    );
    for (const { id, accountId } of rows) {
      await notify(context, [accountId], 'pattern_quarter', 'follow', id);
      context.record({
        noun: 'follow',
        objectId: id,
        action: 'told',
        after: { quarter: quarterStart(today) },
      });
    }
    return { told: rows.length };
  },
});

/** Tells all followers of one municipality; gives how many. */
export const tellFollowers = async (world: World, gemeente: string): Promise<number> => {
  for (let total = 0; ; ) {
    const { told } = await execute(world, gemeente, systemPrincipal, tellQuarter, undefined);
    total += told;
    if (told < BATCH) return total;
  }
};

/** Each hour: whether a quarter is over is asked of the injected clock. */
export const quarterNews: RecurringJob = {
  queue: 'workplace.quarter-news',
  cron: '23 * * * *',
  run: (world) =>
    everyTenant(world, async (gemeente) => {
      await tellFollowers(world, gemeente);
    }),
};
