import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import type { RoleId } from './roles.ts';

/** Which holders of a role are meant; a department or buurt narrows them. */
export interface HoldingWanted {
  readonly role: RoleId;
  readonly departmentId?: string;
  readonly buurtId?: string;
}

/** More people than this never hold one role in one department: it bounds what one event can set going. */
const AT_MOST = 500;

const HOLDERS = `
  select distinct h.account_id
  from role_holding h
  join account a on a.gemeente = h.gemeente and a.id = h.account_id and a.active
  where h.gemeente = $1 and h.role = $2
    and h.valid_from <= $3 and (h.valid_to is null or h.valid_to > $3)
    and ($4::uuid is null or h.department_id = $4)
    and ($5::uuid is null or h.area_id is null or exists (
      select 1 from area_buurt ab
      where ab.gemeente = h.gemeente and ab.area_id = h.area_id and ab.buurt_id = $5
        and ab.valid_from <= $3 and (ab.valid_to is null or ab.valid_to > $3)))
  order by h.account_id
  limit ${AT_MOST}`;

/**
 * The active accounts that hold a role on `day` (`YYYY-MM-DD`). With a department only its own holders; with a buurt
 * those whose area contains it that day, and those whose role has no area.
 */
export const accountsHolding = async (
  db: TenantDb,
  gemeente: string,
  day: string,
  { role, departmentId, buurtId }: HoldingWanted,
): Promise<string[]> => {
  const values = [gemeente, role, day, departmentId ?? null, buurtId ?? null];
  const rows = await runSql<{ account_id: string }>(db, HOLDERS, values);
  return rows.map((row) => row.account_id);
};

/** The names of accounts by id, also of people who left: what they did stays theirs. */
export const nameOf = async (
  db: TenantDb,
  gemeente: string,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> => {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await db
    .selectFrom('account')
    .select(['id', 'name'])
    .where('gemeente', '=', gemeente)
    .where('id', 'in', wanted)
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
};

/** Somebody to choose in a list. */
export interface Choosable {
  readonly id: string;
  readonly name: string;
}

const CHOOSABLE = `
  select a.id, a.name
  from account a
  where a.gemeente = $1 and a.active and exists (
    select 1 from role_holding h
    where h.gemeente = a.gemeente and h.account_id = a.id and ($3::text is null or h.role = $3)
      and h.valid_from <= $2 and (h.valid_to is null or h.valid_to > $2))
  order by a.name collate "nl-x-icu", a.id
  limit ${AT_MOST}`;

/** Who can be chosen on `day`: people with an active account and a role (this role). Whoever left is not in it. */
export const choosablePeople = (
  db: TenantDb,
  gemeente: string,
  day: string,
  role?: RoleId,
): Promise<Choosable[]> => runSql<Choosable>(db, CHOOSABLE, [gemeente, day, role ?? null]);
