import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { type Cursor, type ListPage, listPage } from '#platform/paging.ts';
import type { Precision } from '../rules/dated.ts';
import type { ItemState } from '../rules/item-states.ts';
import { OPEN_ITEM_STATES } from '../rules/item-states.ts';
import type { About, DocumentKind, DocumentStatus, ItemKind } from './types.ts';

/** One line of the register. */
export interface RegisterRow {
  readonly record: 'item' | 'document' | 'memo';
  readonly id: string;
  readonly kind: ItemKind | DocumentKind;
  readonly number: string | null;
  readonly title: string | null;
  readonly on: string;
  readonly precision: Precision;
  readonly state: ItemState | DocumentStatus;
  readonly owner: string | null;
  readonly dueOn: string | null;
}

/** What narrows the register. */
export interface RegisterFilter {
  readonly record: 'motion' | 'toezegging' | 'document' | null;
  readonly state: 'open' | 'settled' | null;
  readonly year: number | null;
  readonly about: About | null;
}

/** Rows on one page of the register. */
export const REGISTER_PAGE = 25;

const ABOUT = `($4::uuid is null or exists (select 1 from council_link l
    where l.gemeente = $1 and l.from_id = r.id and l.object_kind = $5 and l.object_id = $4))`;
const YEAR = `($6::date is null or r.day >= $6 and r.day < $7::date)`;
const PAGE = `and ($8::date is null or (r.day, r.id) < ($8, $9::uuid)) and ${YEAR} and ${ABOUT}
    order by r.day desc, r.id desc limit $10`;

/** A release of which the raad was told; `$11` says whether that is enough, else everybody must be (0.2 D15). */
const TOLD = '(n.press_told_at is not null or $11 and n.council_told_at is not null)';

/** Newest first: moties and toezeggingen, documents of which the raad was told (0.2 D15), and the raadsmemo's themselves. */
const LIST = `
  select * from (
    (select 'item' as record, r.id, r.kind, r.number, r.title, r.day as "on", r.precision, r.state,
        r.owner_function as owner, r.due_on as "dueOn"
      from (select i.*, i.given_on as day, i.given_precision as precision from council_item i where i.gemeente = $1) r
      where ($2::text is null or r.kind = $2) and ($3::text[] is null or r.state = any ($3)) ${PAGE})
    union all
    (select 'document', r.id, r.kind, r.number, r.title, r.day, r.precision, r.status, null, null
      from (select d.*, d.dated_on as day, d.dated_precision as precision from document d where d.gemeente = $1) r
      where ($2::text is null or $2 = 'document') and $3::text[] is null
        and (r.release_id is null or exists (select 1 from news_release n
          where n.gemeente = $1 and n.id = r.release_id and ${TOLD})) ${PAGE})
    union all
    (select 'memo', r.id, 'council_memo', r.memo_number, r.title, r.day, 'day', 'for_information', null, null
      from (select n.id, n.memo_number, n.memo_content->>'title' as title, (n.council_told_at at time zone 'Europe/Amsterdam')::date as day
        from news_release n where n.gemeente = $1 and ${TOLD}) r
      where ($2::text is null or $2 = 'document') and $3::text[] is null ${PAGE})
  ) found order by "on" desc, id desc limit $10`;

/** One page of the register, newest first; `withCouncil` shows what the raad was told and others not yet. */
export const readRegister = async (
  db: TenantDb,
  gemeente: string,
  { record, state, year, about }: RegisterFilter,
  after: Cursor | null,
  withCouncil: boolean,
): Promise<ListPage<RegisterRow>> => {
  const states = state === null ? null : state === 'open' ? OPEN_ITEM_STATES : ['settled'];
  const rows = await runSql<RegisterRow>(db, LIST, [
    gemeente,
    record,
    states,
    about?.id ?? null,
    about?.kind ?? null,
    year === null ? null : `${year}-01-01`,
    year === null ? null : `${year + 1}-01-01`,
    after?.at.toISOString().slice(0, 10) ?? null,
    after?.id ?? null,
    REGISTER_PAGE + 1,
    withCouncil,
  ]);
  return listPage(rows, REGISTER_PAGE, ({ on, id }) => ({ at: new Date(`${on}T00:00:00Z`), id }));
};
