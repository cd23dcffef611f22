import { readSettings } from '#gemeente/index.ts';
import { startOfDay, TIME_ZONE } from '#platform/calendar/index.ts';
import { type Context, defineCommand, execute } from '#platform/command/command.ts';
import { everyTenant } from '#platform/database/every-tenant.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import type { RecurringJob } from '#platform/jobs/jobs.ts';
import { enqueue } from '#platform/mail/outbox.ts';
import { systemPrincipal } from '#platform/policy/principal.ts';
import type { World } from '#platform/world.ts';
import { tidyFollows } from './commands.ts';
import { type NewsItem, newsBetween } from './news.ts';
import { newsHour } from './settings.ts';

/** The template of the mail with the news of a day. */
export const NEWS_OF_DAY = 'follow.news';
/** More items than this do not stand in one mail; it says that there is more. */
export const MOST_IN_MAIL = 20;

const BATCH = 100;
/** News that nobody could be told for so long is old; in milliseconds. */
const LOOK_BACK = 14 * 86_400_000;

/** Whoever follows what there is news of, has not heard it, and had no mail today. */
const FOLLOWERS = `select f.correspondent_id as "correspondentId", array_agg(distinct f.id) as follows,
    array_agg(distinct n.item) as items
  from unnest($2::text[], $3::uuid[], $4::timestamptz[], $5::int[]) as n (kind, object_id, at, item)
  join follow f on f.gemeente = $1 and f.object_kind = n.kind and f.object_id = n.object_id
    and f.ended_at is null and f.rhythm = 'news' and f.correspondent_id is not null
    and f.created_at < n.at and (f.last_told_at is null or f.last_told_at < n.at)
  where not exists (select 1 from follow g where g.gemeente = $1 and g.correspondent_id = f.correspondent_id
    and g.last_told_at >= $6)
  group by f.correspondent_id order by f.correspondent_id limit ${BATCH}`;

interface Follower {
  readonly correspondentId: string;
  readonly follows: readonly string[];
  readonly items: readonly number[];
}

const followersOf = (context: Context, items: readonly NewsItem[]): Promise<Follower[]> => {
  const { db, gemeente, today } = context;
  const rows = items.flatMap(({ areaIds, focuspuntId, at }, item) => [
    ...areaIds.map((id) => ({ kind: 'area', id, at, item })),
    ...(focuspuntId === null ? [] : [{ kind: 'focuspunt', id: focuspuntId, at, item }]),
  ]);
  if (rows.length === 0) return Promise.resolve([]);
  return runSql<Follower>(db, FOLLOWERS, [
    gemeente,
    rows.map(({ kind }) => kind),
    rows.map(({ id }) => id),
    rows.map(({ at }) => at),
    rows.map(({ item }) => item),
    startOfDay(today),
  ]);
};

const hourOf = (now: Date): number =>
  Number(new Intl.DateTimeFormat('en-GB', { timeZone: TIME_ZONE, hour: '2-digit' }).format(now));

/**
 * Mails the news to whoever follows it: one mail a day for each, with everything that he follows (C4). One batch in one
 * transaction; a lock keeps two processes from telling the same person twice.
 */
export const tellNews = defineCommand<void, { readonly told: number }>({
  name: 'follow.tell',
  action: 'term.sweep',
  run: async (context) => {
    context.allow();
    const { db, gemeente, now, today } = context;
    const settings = await readSettings(db, gemeente, today);
    if (hourOf(now) < settings.get(newsHour)) return { told: 0 };
    await runSql(db, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [`follow news ${gemeente}`]);
    const period = { after: new Date(now.getTime() - LOOK_BACK), until: now, day: today };
    const items = await newsBetween(db, gemeente, period);
    const followers = await followersOf(context, items);
    for (const follower of followers) await tellOne(context, follower, items);
    return { told: followers.length };
  },
});

const tellOne = async (context: Context, follower: Follower, items: readonly NewsItem[]): Promise<void> => {
  const { db, gemeente, now } = context;
  const shown = [...follower.items].sort((a, b) => a - b).flatMap((index) => items[index] ?? []);
  await enqueue(context, {
    template: NEWS_OF_DAY,
    recipientKind: 'correspondent',
    recipientId: follower.correspondentId,
    channel: 'mail',
    variables: {
      items: shown
        .slice(0, MOST_IN_MAIL)
        .map(({ kind, id }) => `${kind}:${id}`)
        .join(' '),
      more: Math.max(0, shown.length - MOST_IN_MAIL),
    },
  });
  await runSql(db, 'update follow set last_told_at = $3 where gemeente = $1 and id = any ($2::uuid[])', [
    gemeente,
    follower.follows,
    now,
  ]);
  for (const id of follower.follows) {
    context.record({ noun: 'follow', objectId: id, action: 'told', after: { items: shown.length } });
  }
};

/** Mails the news of one municipality to all its followers; gives how many. */
export const sendFollowNews = async (world: World, gemeente: string): Promise<number> => {
  for (let total = 0; ; ) {
    const { told } = await execute(world, gemeente, systemPrincipal, tellNews, undefined);
    total += told;
    if (told < BATCH) return total;
  }
};

/** Wipes the addresses in one municipality that were never shown to be anybody's. */
export const tidyAddresses = async (world: World, gemeente: string): Promise<void> => {
  for (let wiped = BATCH; wiped >= BATCH; ) {
    ({ wiped } = await execute(world, gemeente, systemPrincipal, tidyFollows, undefined));
  }
};

/** Each hour: whether there is news, and whether an address waits too long, is asked of the injected clock. */
export const followNews: RecurringJob = {
  queue: 'thread.follow-news',
  cron: '11 * * * *',
  run: (world) =>
    everyTenant(world, async (gemeente) => {
      await sendFollowNews(world, gemeente);
      await tidyAddresses(world, gemeente);
    }),
};
