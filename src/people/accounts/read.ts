import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { type Cursor, type ListPage, listPage } from '#platform/paging.ts';
import { PAGE_SIZE } from '../list-address.ts';
import { wordRanges } from './words.ts';

/** An account in the list of the administrator. */
export interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly active: boolean;
  readonly created_at: Date;
  /** Roles of today. */
  readonly roles: readonly string[];
}

/** What the list shows. */
export interface AccountFilter {
  readonly search: string;
  readonly active: boolean | null;
}

const LIST = `
  select a.id, a.name, a.email, a.active, a.created_at, array(
    select distinct h.role from role_holding h
    where h.gemeente = $1 and h.account_id = a.id
      and h.valid_from <= $2 and (h.valid_to is null or h.valid_to > $2)
    order by h.role) as roles
  from account a
  where a.gemeente = $1`;

/** Accounts, newest first, that hold each typed word's beginning; one page. */
export const listAccounts = async (
  db: TenantDb,
  gemeente: string,
  day: string,
  { search, active }: AccountFilter,
  after: Cursor | null,
): Promise<ListPage<AccountRow>> => {
  const values: unknown[] = [gemeente, day];
  const give = (value: unknown): string => `$${values.push(value)}`;
  const conditions = wordRanges(search).map(
    ({ from, to }) => `and exists (select 1 from account_word w where w.gemeente = $1
      and w.account_id = a.id and w.word >= ${give(from)} and w.word < ${give(to)})`,
  );
  if (active !== null) conditions.push(`and a.active = ${give(active)}`);
  if (after) conditions.push(`and (a.created_at, a.id) < (${give(after.at)}, ${give(after.id)})`);
  const sql = `${LIST} ${conditions.join(' ')} order by a.created_at desc, a.id desc limit ${PAGE_SIZE + 1}`;
  return listPage(await runSql<AccountRow>(db, sql, values), PAGE_SIZE, (row) => ({
    at: row.created_at,
    id: row.id,
  }));
};

/** An account on its own page. */
export interface AccountFacts {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly lang: 'nl' | 'en';
  readonly active: boolean;
  readonly invented: boolean;
  readonly created_at: Date;
  readonly totp_confirmed_at: Date | null;
}

/** One account; null when this municipality has none of that id. */
export const readAccount = async (
  db: TenantDb,
  gemeente: string,
  id: string,
): Promise<AccountFacts | null> => {
  const row = await db
    .selectFrom('account')
    .select(['id', 'name', 'email', 'lang', 'active', 'invented', 'created_at', 'totp_confirmed_at'])
    .where('gemeente', '=', gemeente)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
};

/** A role of a person, with the names of its bounds. */
export interface HoldingRow {
  readonly id: string;
  readonly role: string;
  readonly department: string | null;
  readonly area: string | null;
  readonly behalf: string | null;
  readonly from: string;
  readonly to: string | null;
}

const HOLDINGS = `
  select h.id, h.role, d.name as department, ar.name as area, b.name as behalf,
    h.valid_from as "from", h.valid_to as "to"
  from role_holding h
  left join department d on d.gemeente = $1 and d.id = h.department_id
  left join area ar on ar.gemeente = $1 and ar.id = h.area_id
  left join account b on b.gemeente = $1 and b.id = h.on_behalf_of
  where h.gemeente = $1 and h.account_id = $2
  order by h.valid_from desc, h.id desc limit 200`;

/** All roles a person had, has and will have, latest first; at most 200. */
export const readHoldings = (db: TenantDb, gemeente: string, accountId: string): Promise<HoldingRow[]> =>
  runSql<HoldingRow>(db, HOLDINGS, [gemeente, accountId]);

/** One line of what was changed about a person. */
export interface ChangeRow {
  readonly id: string;
  readonly at: Date;
  readonly actor_kind: string;
  readonly actor: string | null;
  readonly noun: string;
  readonly action: string;
  /** The role it was about, for changes of roles. */
  readonly role: string | null;
}

const CHANGES = `
  select h.id, h.at, h.actor_kind, a.name as actor, h.noun, h.action, r.role
  from history h
  left join account a on a.gemeente = $1 and a.id = h.actor_id
  left join role_holding r on r.gemeente = $1 and h.noun = 'role_holding' and r.id::text = h.object_id
    and r.account_id = $2
  where h.gemeente = $1 and (
    (h.noun = 'account' and h.object_id = $2::text)
    or (h.noun = 'role_holding' and h.object_id = any ($3)))
  order by h.at desc, h.id desc limit 50`;

/** What was changed about an account and its roles, latest first; the last 50. */
export const readChanges = (
  db: TenantDb,
  gemeente: string,
  accountId: string,
  holdingIds: readonly string[],
): Promise<ChangeRow[]> => runSql<ChangeRow>(db, CHANGES, [gemeente, accountId, holdingIds]);
