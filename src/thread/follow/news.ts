import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { isReleased } from '../sql-columns.ts';

/** What can be told: a knelpunt was made or came to its end, a focuspunt opened for reactions or was tested, words were cleared. */
export type NewsKind = 'knelpunt' | 'knelpunt_ended' | 'consulting' | 'tested' | 'story';

/** One piece of news, and who hears of it: followers of these areas, and of this focuspunt. */
export interface NewsItem {
  readonly kind: NewsKind;
  readonly id: string;
  readonly at: Date;
  readonly areaIds: readonly string[];
  readonly focuspuntId: string | null;
}

/** More news than this in a fortnight is for the pages, not for a mail. */
const MOST = 200;

/** The wijken and areas of which the page shows a thing of this area, or of this one buurt. */
const TOUCHING = (area: string, buurt: string): string => `array(select distinct o.area_id from area_buurt ab
    join area_buurt o on o.gemeente = $1 and o.buurt_id = ab.buurt_id and ${HOLDS('o')}
    where ab.gemeente = $1 and ab.area_id = ${area} and ${HOLDS('ab')}
      and (${buurt} is null or ab.buurt_id = ${buurt}))`;
const HOLDS = (alias: string): string =>
  `${alias}.valid_from <= $4 and (${alias}.valid_to is null or ${alias}.valid_to > $4)`;

/** What became public in a period. Decisions of the college are not among it: their own news tells them, in its order (D15). */
const NEWS = `
  select 'knelpunt' as kind, k.id, k.created_at as at, ${TOUCHING('k.area_id', 'k.buurt_id')} as "areaIds",
    null::uuid as "focuspuntId"
  from knelpunt k where k.gemeente = $1 and k.created_at > $2 and k.created_at <= $3
  union all
  select 'knelpunt_ended', k.id, k.state_since, ${TOUCHING('k.area_id', 'k.buurt_id')}, null
  from knelpunt k where k.gemeente = $1 and k.state = any (array['resolved', 'no_action'])
    and k.state_since > $2 and k.state_since <= $3
  union all
  select 'consulting', f.id, f.consulting_since, ${TOUCHING('f.area_id', 'null::uuid')}, f.id
  from focuspunt f where f.gemeente = $1 and f.public_state <> 'proposed'
    and f.consulting_since > $2 and f.consulting_since <= $3
  union all
  select 'tested', f.id, f.state_since, ${TOUCHING('f.area_id', 'null::uuid')}, f.id
  from focuspunt f where f.gemeente = $1 and ${isReleased('f')} and f.state_since > $2 and f.state_since <= $3
    and exists (select 1 from yearly_test y where y.gemeente = $1 and y.focuspunt_id = f.id and y.state = 'decided'
      and y.decided_on >= ($2::timestamptz)::date)
  union all
  select 'story', s.id, s.cleared_at, array(select ab.area_id from area_buurt ab
    where ab.gemeente = $1 and ab.buurt_id = b.id and ${HOLDS('ab')}), null
  from buurt b
  join lateral (select s.id, s.cleared_at, s.category_id from signaal s
    where s.gemeente = $1 and s.buurt_id = b.id and s.cleared_at > $2 and s.cleared_at <= $3
      and s.kind <> 'complaint' and s.state <> 'withdrawn'
    order by s.cleared_at desc limit 20) s on true
  left join category c on c.gemeente = $1 and c.id = s.category_id
  left join category g on g.gemeente = $1 and g.id = c.parent_id
  where b.gemeente = $1 and not coalesce(c.sensitive, false) and not coalesce(g.sensitive, false)
  order by at desc, id limit ${MOST}`;

/** The latest news of a municipality between two moments, at most 200; `day` is today, `YYYY-MM-DD`. */
export const newsBetween = (
  db: TenantDb,
  gemeente: string,
  period: { readonly after: Date; readonly until: Date; readonly day: string },
): Promise<NewsItem[]> => runSql<NewsItem>(db, NEWS, [gemeente, period.after, period.until, period.day]);
