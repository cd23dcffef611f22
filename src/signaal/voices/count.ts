import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import type { Signaal } from '../store/load.ts';

/** How many voices came from one source by one channel; joined voices and care patterns are lines of their own. */
export interface VoiceCount {
  /** Null for a care pattern: it is about an area. */
  readonly buurtId: string | null;
  /** `signaal`: told first; `joined`: "ik ook" with another's signaal; `care_pattern`: an accepted collective pattern. */
  readonly kind: 'signaal' | 'joined' | 'care_pattern';
  readonly source: Signaal['source'];
  readonly channel: Signaal['channel'];
  readonly n: number;
}

/** Buurt by buurt, so that each is found by its index, however many there are. */
const COUNT = `
  select b.id as "buurtId", v.kind, v.source, v.channel, v.n
  from unnest($2::uuid[]) b (id)
  cross join lateral (
    select case when s.joined then 'joined' else 'signaal' end as kind, s.source, s.channel, count(*)::int as n
    from signaal s
    where s.gemeente = $1 and s.buurt_id = b.id and s.received_at >= $3 and s.received_at < $4
      and s.kind <> 'complaint'
    group by 1, 2, 3) v
  union all
  select null, 'care_pattern', 'care_network', 'web', count(*)::int
  from care_pattern p
  where p.gemeente = $1 and p.state = 'accepted' and p.created_at >= $3 and p.created_at < $4
    and p.area_id = any (array(select ab.area_id from area_buurt ab
      where ab.gemeente = $1 and ab.buurt_id = any ($2::uuid[])
        and ab.valid_from <= $4::date and (ab.valid_to is null or ab.valid_to > $3::date)))
  having count(*) > 0
  order by 2 desc, 5 desc, 3, 4, 1`;

/**
 * All voices of these buurten from a moment until before another, by buurt, source (who) and channel (how): every door
 * counts in the same totals (rapport L973-974; product.md 0.2 D22). Complaints about conduct are not among them (D17).
 * A pattern is about an area and counts once for each set of buurten that its area touches.
 */
export const countVoices = (
  db: TenantDb,
  gemeente: string,
  buurtIds: readonly string[],
  from: Date,
  to: Date,
): Promise<VoiceCount[]> => runSql<VoiceCount>(db, COUNT, [gemeente, [...buurtIds], from, to]);
