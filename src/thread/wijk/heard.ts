import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';

/** How many voices a theme had by one channel from one source, and what became of them. */
export interface HeardRow {
  readonly themeId: string | null;
  readonly theme: string | null;
  readonly themeEn: string | null;
  readonly sensitive: boolean;
  readonly channel: string;
  readonly source: string;
  readonly n: number;
  /** With an outcome; what ended in another system before it was taken over has none that we know. */
  readonly ended: number;
  /** Of which the reporter said that it is solved. */
  readonly thanked: number;
  /** Done for the wijk without being part of a focuspunt (0.2 D21). */
  readonly tailored: number;
}

const HEARD = `
  select g.id as "themeId", g.name as theme, g.name_en as "themeEn",
    coalesce(bool_or(g.sensitive or c.sensitive), false) as sensitive, s.channel, s.source, count(*)::int as n,
    (count(*) filter (where s.outcome is not null and s.outcome <> 'unknown_before_import'))::int as ended,
    count(w.id)::int as thanked,
    (count(*) filter (where s.outcome = any (array['solved', 'partly']) and k.id is null))::int as tailored
  from signaal s
  left join category c on c.gemeente = $1 and c.id = s.category_id
  left join category g on g.gemeente = $1 and g.id = coalesce(c.parent_id, c.id)
  -- Each with a limit, so that they are sought for each signaal by their index and never read whole.
  left join lateral (select f.id from feedback f where f.gemeente = $1 and f.signaal_id = s.id
    and f.verdict = 'solved' limit 1) w on true
  left join lateral (select b.signaal_id as id from knelpunt_signaal b
    join focuspunt_knelpunt p on p.gemeente = $1 and p.knelpunt_id = b.knelpunt_id
    where b.gemeente = $1 and b.signaal_id = s.id and b.removed_at is null limit 1) k on true
  where s.gemeente = $1 and s.buurt_id = any ($2::uuid[]) and s.received_at >= $3 and s.received_at < $4
    and s.kind <> 'complaint'
  group by g.id, g.name, g.name_en, s.channel, s.source
  order by g.name, s.channel, s.source`;

/** What was told in these buurten from a moment until before another; complaints about conduct are not counted. */
export const heardIn = (
  db: TenantDb,
  gemeente: string,
  buurtIds: readonly string[],
  from: Date,
  to: Date,
): Promise<HeardRow[]> => runSql<HeardRow>(db, HEARD, [gemeente, [...buurtIds], from, to]);

/** How many voices one buurt had, of themes that are not sensitive. */
export interface BuurtCount {
  readonly id: string;
  readonly name: string;
  readonly n: number;
}

const PER_BUURT = `
  select b.id::text as id, b.name, coalesce(v.n, 0) as n
  from buurt b left join (
    select s.buurt_id, count(*)::int as n
    from signaal s
    left join category c on c.gemeente = $1 and c.id = s.category_id
    left join category g on g.gemeente = $1 and g.id = c.parent_id
    where s.gemeente = $1 and s.buurt_id = any ($2::uuid[]) and s.received_at >= $3 and s.received_at < $4
      and s.kind <> 'complaint' and not coalesce(c.sensitive, false) and not coalesce(g.sensitive, false)
    group by s.buurt_id) v on v.buurt_id = b.id
  where b.gemeente = $1 and b.id = any ($2::uuid[])
  order by b.name collate "nl-x-icu", b.id limit 1000`;

/** The voices of each buurt for the map and its list; sensitive themes are told of a whole area only (C5.7). */
export const heardPerBuurt = (
  db: TenantDb,
  gemeente: string,
  buurtIds: readonly string[],
  from: Date,
  to: Date,
): Promise<BuurtCount[]> => runSql<BuurtCount>(db, PER_BUURT, [gemeente, [...buurtIds], from, to]);
