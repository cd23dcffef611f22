import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { type Cursor, type ListPage, listPage } from '#platform/paging.ts';
import { wordRanges } from '../accounts/words.ts';
import { PAGE_SIZE } from '../list-address.ts';

/** One line of the access log, with the name of whoever did it. */
export interface AccessRow {
  readonly id: string;
  readonly at: Date;
  readonly kind: string;
  readonly person: string | null;
  readonly object_id: string | null;
  readonly reason: string | null;
}

/** What the log is narrowed to; moments, `until` not included. */
export interface AccessFilter {
  /** Null for everybody; empty when nobody is called so. */
  readonly accountIds: readonly string[] | null;
  readonly kind: string;
  readonly from: Date | null;
  readonly until: Date | null;
}

const LOG = `
  select l.id, l.at, l.kind, a.name as person, l.object_id, l.reason
  from access_log l
  left join account a on a.gemeente = $1 and a.id = l.account_id
  where l.gemeente = $1`;

/** The access log, latest first; one page. */
export const readAccessLog = async (
  db: TenantDb,
  gemeente: string,
  { accountIds, kind, from, until }: AccessFilter,
  after: Cursor | null,
): Promise<ListPage<AccessRow>> => {
  const values: unknown[] = [gemeente];
  const give = (value: unknown): string => `$${values.push(value)}`;
  const conditions: string[] = [];
  if (accountIds) conditions.push(`and l.account_id = any (${give(accountIds)})`);
  if (kind) conditions.push(`and l.kind = ${give(kind)}`);
  if (from) conditions.push(`and l.at >= ${give(from)}`);
  if (until) conditions.push(`and l.at < ${give(until)}`);
  if (after) conditions.push(`and (l.at, l.id) < (${give(after.at)}, ${give(after.id)})`);
  const sql = `${LOG} ${conditions.join(' ')} order by l.at desc, l.id desc limit ${PAGE_SIZE + 1}`;
  return listPage(await runSql<AccessRow>(db, sql, values), PAGE_SIZE, (row) => ({ at: row.at, id: row.id }));
};

/** Accounts, also switched off, whose name or address has each typed word's beginning; at most 100. */
export const accountsCalled = async (db: TenantDb, gemeente: string, typed: string): Promise<string[]> => {
  const ranges = wordRanges(typed);
  if (ranges.length === 0) return [];
  const values: unknown[] = [gemeente];
  const give = (value: unknown): string => `$${values.push(value)}`;
  const each = ranges.map(
    ({ from, to }) => `select account_id from account_word
      where gemeente = $1 and word >= ${give(from)} and word < ${give(to)}`,
  );
  const rows = await runSql<{ account_id: string }>(db, `${each.join(' intersect ')} limit 100`, values);
  return rows.map((row) => row.account_id);
};
