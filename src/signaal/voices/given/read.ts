import { isId } from '#platform/database/ids.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { type Cursor, type ListPage, listPage } from '#platform/paging.ts';
import type { HolderFacts } from '../../public/parts/holder.ts';
import type { Signaal } from '../../store/load.ts';

/** Whose own list it is: that of an account in one role, or of a partner's link. */
export type Giver =
  | { readonly accountId: string; readonly source: Signaal['source'] }
  | { readonly linkId: string };

/** How something that was given stands: field by field, never its words and never who told it (C3, "e state"). */
export interface GivenRow extends HolderFacts {
  readonly id: string;
  readonly number: number;
  readonly state: Signaal['state'];
  readonly outcome: Signaal['outcome'];
  readonly category: string | null;
  readonly categoryEn: string | null;
  readonly street: string | null;
  readonly buurt: string | null;
  readonly plannedOn: string | null;
  readonly hearBy: string | null;
  readonly receivedAt: Date;
  readonly stateSince: Date;
}

const COLUMNS = `
  select s.id, s.number::int as number, s.state, s.outcome, s.queue, d.name as "departmentName", c.name as category,
    c.name_en as "categoryEn", s.street, b.name as buurt, s.planned_on as "plannedOn", s.hear_by as "hearBy",
    s.received_at as "receivedAt", s.state_since as "stateSince"
  from signaal s
  join department d on d.gemeente = $1 and d.id = s.owner_department_id
  left join category c on c.gemeente = $1 and c.id = s.category_id
  left join buurt b on b.gemeente = $1 and b.id = s.buurt_id
  where s.gemeente = $1`;

const BY_ACCOUNT = 's.registered_by = $2 and s.source = $3';
const BY_LINK = 's.partner_link_id = $2 and $3::text is null';

const whose = (giver: Giver): { sql: string; values: [string, string | null] } =>
  'linkId' in giver
    ? { sql: BY_LINK, values: [giver.linkId, null] }
    : { sql: BY_ACCOUNT, values: [giver.accountId, giver.source] };

/** What a giver gave, newest first, one page of it. */
export const readGiven = async (
  db: TenantDb,
  gemeente: string,
  giver: Giver,
  after: Cursor | null,
  size: number,
): Promise<ListPage<GivenRow>> => {
  const { sql, values } = whose(giver);
  const rows = await runSql<GivenRow>(
    db,
    `${COLUMNS} and ${sql} ${after ? 'and (s.received_at, s.id) < ($5, $6::uuid)' : ''}
     order by s.received_at desc, s.id desc limit $4`,
    [gemeente, ...values, size + 1, ...(after ? [after.at, after.id] : [])],
  );
  return listPage(rows, size, ({ receivedAt, id }) => ({ at: receivedAt, id }));
};

/** One of the things that a giver gave; null when it is not his. */
export const readOneGiven = async (
  db: TenantDb,
  gemeente: string,
  giver: Giver,
  id: string,
): Promise<GivenRow | null> => {
  if (!isId(id)) return null;
  const { sql, values } = whose(giver);
  const [row] = await runSql<GivenRow>(db, `${COLUMNS} and ${sql} and s.id = $4`, [gemeente, ...values, id]);
  return row ?? null;
};
