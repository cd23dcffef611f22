import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import type { Precision } from '../rules/dated.ts';
import { OPEN_ITEM_STATES } from '../rules/item-states.ts';

/** What was solved beside the focuspunten since a day (0.2 D21; rapport L562-584, L1077-1078). */
export interface Maatwerk {
  /** Meldingen that came in since that day and were solved, in part or whole; complaints are never counted. */
  readonly solved: number;
  /** Of these: part of a knelpunt that belongs to a focuspunt. */
  readonly inFocus: number;
  /** Knelpunten that were resolved and belong to no focuspunt. */
  readonly knelpunten: number;
}

interface OpenItem {
  readonly id: string;
  readonly kind: 'motion' | 'toezegging';
  readonly title: string;
  readonly owner: string;
  readonly dueOn: string | null;
  readonly state: string;
}

interface RecentDocument {
  readonly id: string;
  readonly record: 'document' | 'memo';
  readonly kind: string;
  readonly title: string;
  readonly on: string;
  readonly precision: Precision;
}

/** What stands beside the focuspunten on the page of the raad. */
export interface BesideFocuspunten {
  readonly maatwerk: Maatwerk;
  readonly items: readonly OpenItem[];
  readonly documents: readonly RecentDocument[];
}

const MOST_ITEMS = 50;
const MOST_DOCUMENTS = 10;
const MOST_COUNTED = 100_000;

/** The months are counted one by one, each through the index of the moment; what is older than ten years is not. */
const MOST_MONTHS = 120;

const IN_MONTH = `s.received_at >= $2::timestamptz + month * interval '1 month'
          and s.received_at < $2::timestamptz + (month + 1) * interval '1 month'`;

const SOLVED = `s.state = any (array['done', 'closed']) and s.outcome = any (array['solved', 'partly'])
      and s.kind <> 'complaint' and s.received_at >= $2`;

/** A release of which the raad was told; `$4` says whether that is enough, else everybody must be (0.2 D15). */
const TOLD = '(n.press_told_at is not null or $4 and n.council_told_at is not null)';

const BESIDE = `
  select
    (select count(*)::int from (select 1 from generate_series(0, ${MOST_MONTHS - 1}) month cross join lateral (
        select 1 from signaal s where s.gemeente = $1 and ${IN_MONTH} and ${SOLVED} limit ${MOST_COUNTED}) s
      limit ${MOST_COUNTED}) counted) as solved,
    (select count(*)::int from signaal s where s.gemeente = $1 and ${SOLVED} and s.id = any (array(
      select ks.signaal_id from focuspunt_knelpunt fk
      join knelpunt_signaal ks on ks.gemeente = $1 and ks.knelpunt_id = fk.knelpunt_id and ks.removed_at is null
      where fk.gemeente = $1))) as "inFocus",
    (select count(*)::int from (select 1 from knelpunt k
      where k.gemeente = $1 and k.state = 'resolved' and k.state_since >= $2 and not exists (
        select 1 from focuspunt_knelpunt fk where fk.gemeente = $1 and fk.knelpunt_id = k.id)
      limit ${MOST_COUNTED}) counted) as knelpunten,
    array(select jsonb_build_object('id', i.id, 'kind', i.kind, 'title', i.title, 'owner', i.owner_function,
        'dueOn', i.due_on, 'state', i.state)
      from council_item i where i.gemeente = $1 and i.state = any ($3::text[])
      order by i.due_on nulls last, i.given_on, i.id limit ${MOST_ITEMS}) as items,
    array(select jsonb_build_object('id', r.id, 'record', r.record, 'kind', r.kind, 'title', r.title, 'on', r.day,
        'precision', r.precision)
      from (select 'document' as record, d.id, d.kind, d.title, d.dated_on as day, d.dated_precision as precision
          from document d where d.gemeente = $1 and (d.release_id is null or exists (select 1 from news_release n
            where n.gemeente = $1 and n.id = d.release_id and ${TOLD}))
        union all
        select 'memo', n.id, 'council_memo', coalesce(n.memo_content->>'title', n.memo_number),
          (n.council_told_at at time zone 'Europe/Amsterdam')::date, 'day'
          from news_release n where n.gemeente = $1 and ${TOLD}) r
      order by r.day desc, r.id desc limit ${MOST_DOCUMENTS}) as documents`;

/**
 * Reads what stands beside the focuspunten, in one query; `since` is where the months of maatwerk begin, `withCouncil` shows
 * what the raad was told and others not yet.
 */
export const readBeside = async (
  db: TenantDb,
  gemeente: string,
  since: Date,
  withCouncil: boolean,
): Promise<BesideFocuspunten> => {
  const [row] = await runSql<Maatwerk & Omit<BesideFocuspunten, 'maatwerk'>>(db, BESIDE, [
    gemeente,
    since,
    OPEN_ITEM_STATES,
    withCouncil,
  ]);
  if (!row) throw new Error('A statement without a table gave no row');
  const { solved, inFocus, knelpunten, items, documents } = row;
  return { maatwerk: { solved, inFocus, knelpunten }, items, documents };
};
