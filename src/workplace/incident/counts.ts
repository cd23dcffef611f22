import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';

/** Which meldingen are meant; null does not narrow. */
export interface SignaalScope {
  /** As `street_search` keeps it. */
  readonly street: string | null;
  readonly buurtIds: readonly string[] | null;
  readonly categoryIds: readonly string[] | null;
  /** Subjects that are shown by area only stay out of a street (C5.7). */
  readonly withoutSensitive: boolean;
}

/** So many meldingen of one subject in one month. */
export interface MonthCount {
  /** `2016-03`. */
  readonly month: string;
  readonly categoryId: string | null;
  readonly count: number;
  /** Of these: whose reporter said last that it was solved. */
  readonly solved: number;
  /** Of these: over before they came from another system, so that nobody knows whether they were solved. */
  readonly unknown: number;
}

/** So many meldingen of the subject in one buurt, and of how many residents. */
export interface BuurtCount {
  readonly buurtId: string;
  readonly count: number;
  readonly residents: number | null;
  readonly residentsAt: string | null;
}

interface Counts {
  readonly months: readonly MonthCount[];
  readonly elsewhere: readonly BuurtCount[];
}

/** Complaints about conduct are never counted (0.2 D17), nor what its reporter took back. */
const COUNTED = `s.gemeente = $1 and s.kind <> 'complaint' and s.state <> 'withdrawn' and s.received_at >= $2`;

/** The conditions of a {@link SignaalScope}, as parameters 3 to 6. */
export const SCOPED = `${COUNTED}
    and ($3::text is null or s.street_search = $3)
    and ($4::uuid[] is null or s.buurt_id = any ($4))
    and ($5::uuid[] is null or s.category_id = any ($5))
    and (not $6::boolean or not exists (select 1 from category h
      where h.gemeente = $1 and h.id = s.category_id and h.sensitive))`;

const COUNTS = `
  select
    array(select jsonb_build_object('month', m.month, 'categoryId', m.category_id, 'count', m.count, 'solved', m.solved,
        'unknown', m.unknown)
      from (select to_char(s.received_at at time zone 'Europe/Amsterdam', 'YYYY-MM') as month, s.category_id,
          count(*)::int as count,
          count(*) filter (where (select f.verdict from feedback f
            where f.gemeente = $1 and f.signaal_id = s.id and f.verdict is not null
            order by f.created_at desc, f.id desc limit 1) = 'solved')::int as solved,
          count(*) filter (where s.outcome = 'unknown_before_import')::int as unknown
        from signaal s where ${SCOPED}
        group by 1, 2 order by 1, 2 limit 10000) m) as months,
    array(select jsonb_build_object('buurtId', b.id, 'count', coalesce(n.count, 0), 'residents', b.residents,
        'residentsAt', b.residents_at)
      from buurt b
      left join (select s.buurt_id, count(*)::int as count from signaal s
        where ${COUNTED} and s.category_id = any ($5::uuid[]) and s.buurt_id is not null
        group by s.buurt_id) n on n.buurt_id = b.id
      where b.gemeente = $1 and $5::uuid[] is not null
        and b.valid_from <= $7 and (b.valid_to is null or b.valid_to > $7)
      order by b.id limit 1000) as elsewhere`;

/** The values of {@link SCOPED}: municipality, first moment, and the scope. */
export const scopeValues = (gemeente: string, since: Date, scope: SignaalScope): unknown[] => [
  gemeente,
  since,
  scope.street,
  scope.buurtIds,
  scope.categoryIds,
  scope.withoutSensitive,
];

/** Counts by month and subject, and of the subject by buurt in the whole municipality; one query. */
export const readCounts = async (
  db: TenantDb,
  gemeente: string,
  since: Date,
  today: string,
  scope: SignaalScope,
): Promise<Counts> => {
  const [row] = await runSql<Counts>(db, COUNTS, [...scopeValues(gemeente, since, scope), today]);
  return row ?? { months: [], elsewhere: [] };
};
