import { isoDate, plusDays, startOfDay } from '#platform/calendar/index.ts';
import type { Context } from '#platform/command/command.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import type { Sign } from './rules/patterns.ts';
import type { StoredSuggestion } from './rules/reconcile.ts';

type Place = Pick<Context, 'db' | 'gemeente' | 'today'>;

/** More signalen than this in one window are not looked through at once: the latest are. */
const MOST = 20_000;

const ENDED_ELSEWHERE = `array['withdrawn', 'handed_over']`;

const COLUMNS = `s.id, s.buurt_id, s.lat, s.lon, s.street, s.street_search, s.channel, s.state, s.reopenings, s.urgent,
  s.received_at, s.kind, s.place_kind, s.outcome, s.duplicate_of`;

/** Of one category `c`, through its index: what came in since `$2`, and what is open again. */
const OF_CATEGORY = `
    (select ${COLUMNS} from signaal s
      where s.gemeente = $1 and s.category_id = c.id and s.received_at >= $2
      order by s.received_at desc, s.id desc limit ${MOST})
    union
    (select ${COLUMNS} from signaal s where s.gemeente = $1 and s.category_id = c.id and s.state = 'reopened'
      order by s.received_at desc, s.id desc limit ${MOST})`;

const SIGNS = `
  with recent as (
    select s.*, coalesce(c.parent_id, c.id) as theme_id from category c cross join lateral (${OF_CATEGORY}) s
    where c.gemeente = $1 and ($3::uuid[] is null or c.id = any ($3::uuid[]))
    order by s.state = 'reopened' desc, s.received_at desc, s.id desc limit ${MOST})
  select s.id, s.theme_id as "themeId", coalesce(s.buurt_id, o.buurt_id) as "buurtId",
    coalesce(s.lat, o.lat) as lat, coalesce(s.lon, o.lon) as lon, coalesce(s.street, o.street) as street,
    coalesce(s.street_search, o.street_search) as "streetSearch", s.channel,
    s.state = any (array['received', 'reopened', 'assigned', 'planned']) as "isOpen",
    s.reopenings > 0 as "isReopened", s.urgent, s.received_at as "receivedAt"
  from recent s
  left join lateral (select x.buurt_id, x.lat, x.lon, x.street, x.street_search from signaal x
    where x.gemeente = $1 and x.id = s.duplicate_of limit 1) o on true
  where s.kind <> 'complaint' and s.place_kind <> 'outside'
    and (s.outcome is null or s.outcome <> all (${ENDED_ELSEWHERE}))
    and not exists (select 1 from knelpunt_signaal ks where ks.gemeente = $1 and ks.removed_at is null
      and ks.signaal_id = case when s.duplicate_of is null then s.id else s.duplicate_of end)
  order by s.received_at, s.id`;

/** The categories of a theme: the group itself and what lies below it. */
const categoriesOf = async ({ db, gemeente }: Place, themeId: string): Promise<string[]> => {
  const rows = await runSql<{ id: string }>(
    db,
    'select id from category where gemeente = $1 and (id = $2 or parent_id = $2) order by id limit 500',
    [gemeente, themeId],
  );
  return rows.map(({ id }) => id);
};

/**
 * The signalen among which patterns are sought: received in the last `days`, or open again, of one theme or of all.
 * Joined voices count each; what is bundled, was withdrawn, or was not ours does not.
 */
export const readSigns = async (place: Place, days: number, themeId: string | null): Promise<Sign[]> => {
  const since = startOfDay(plusDays(place.today, -days));
  const categories = themeId === null ? null : await categoriesOf(place, themeId);
  const rows = await runSql<Omit<Sign, 'day'>>(place.db, SIGNS, [place.gemeente, since, categories]);
  return rows.map((row) => ({ ...row, day: isoDate(row.receivedAt) }));
};

const STORED = `
  select p.id, p.state, p.category_id as "themeId", coalesce((p.facts->>'urgent')::boolean, false) as urgent,
    array(select x.signaal_id::text from pattern_suggestion_signaal x
      where x.gemeente = $1 and x.suggestion_id = p.id) as "signaalIds"
  from pattern_suggestion p
  where p.gemeente = $1 and p.id = any (array(
      (select o.id from pattern_suggestion o where o.gemeente = $1 and o.state = 'open'
        and ($3::uuid is null or o.category_id = $3::uuid) limit 2000)
      union
      (select d.id from pattern_suggestion_signaal m
        join pattern_suggestion d on d.gemeente = $1 and d.id = m.suggestion_id and d.state = 'dismissed'
        where m.gemeente = $1 and m.signaal_id = any ($2::uuid[]) limit 2000)))
  order by p.id`;

/** The suggestions that stand, and those put away that share one of these signalen. */
export const readStored = (
  { db, gemeente }: Place,
  signaalIds: readonly string[],
  themeId: string | null,
): Promise<StoredSuggestion[]> => runSql<StoredSuggestion>(db, STORED, [gemeente, [...signaalIds], themeId]);
