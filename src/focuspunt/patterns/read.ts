import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import type { PatternFacts } from './rules/patterns.ts';

/** A suggestion as a list shows it. */
export interface OpenPattern {
  readonly id: string;
  readonly reason: 'many_near' | 'reopened';
  readonly themeId: string;
  readonly theme: string;
  readonly themeEn: string | null;
  readonly buurtId: string | null;
  readonly buurt: string | null;
  readonly facts: PatternFacts;
  readonly foundAt: Date;
  /** Its signalen, newest first: the words stay on their own pages. */
  readonly signalen: readonly {
    readonly id: string;
    readonly number: number;
    readonly street: string | null;
    readonly lat: number | null;
    readonly lon: number | null;
    readonly at: string;
    readonly state: string;
    readonly channel: string;
    readonly text: string | null;
  }[];
}

/** Of which buurten, and how many at most. */
export interface PatternQuestion {
  readonly buurtIds: readonly string[] | 'all';
  readonly limit: number;
}

const OPEN = `
  select p.id, p.reason, p.category_id as "themeId", c.name as theme, c.name_en as "themeEn", p.buurt_id as "buurtId",
    b.name as buurt, p.facts, p.found_at as "foundAt",
    array(select jsonb_build_object('id', s.id, 'number', s.number, 'street', s.street, 'lat', s.lat, 'lon', s.lon,
        'at', s.received_at, 'state', s.state, 'channel', s.channel, 'text', s.text)
      from pattern_suggestion_signaal x join signaal s on s.gemeente = $1 and s.id = x.signaal_id
      where x.gemeente = $1 and x.suggestion_id = p.id order by s.received_at desc, s.id desc limit 50) as signalen
  from pattern_suggestion p
  join category c on c.gemeente = $1 and c.id = p.category_id
  left join buurt b on b.gemeente = $1 and b.id = p.buurt_id
  where p.gemeente = $1 and p.state = 'open' and ($2::uuid[] is null or p.buurt_id = any ($2::uuid[]))
  order by p.found_at desc, p.id desc limit $3`;

/** The patterns that wait for somebody in these buurten, newest first. One query. */
export const openPatterns = (
  db: TenantDb,
  gemeente: string,
  { buurtIds, limit }: PatternQuestion,
): Promise<OpenPattern[]> =>
  runSql<OpenPattern>(db, OPEN, [gemeente, buurtIds === 'all' ? null : [...buurtIds], limit]);
