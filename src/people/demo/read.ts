import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';

/** An invented person with one role of today. */
export interface InventedPerson {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly department: string | null;
  readonly area: string | null;
}

const INVENTED = `
  select a.id, a.name, h.role, min(d.name) as department, string_agg(distinct ar.name, ', ') as area
  from account a
  join role_holding h on h.gemeente = $1 and h.account_id = a.id
    and h.valid_from <= $2 and (h.valid_to is null or h.valid_to > $2)
  left join department d on d.gemeente = $1 and d.id = h.department_id
  left join area ar on ar.gemeente = $1 and ar.id = h.area_id
  where a.gemeente = $1 and a.active and a.invented
  group by a.id, a.name, h.role
  order by a.name collate "nl-x-icu", a.id, h.role limit 300`;

/**
 * The invented people with a role today by the part of their address before the at sign, for the tour through the
 * demonstration; at most 300.
 */
export const demoCast = async (
  db: TenantDb,
  gemeente: string,
  day: string,
): Promise<ReadonlyMap<string, { readonly id: string; readonly name: string }>> => {
  const rows = await runSql<{ id: string; name: string; email: string }>(
    db,
    `select a.id, a.name, a.email from account a
     where a.gemeente = $1 and a.active and a.invented and exists (select 1 from role_holding h
       where h.gemeente = $1 and h.account_id = a.id and h.valid_from <= $2 and (h.valid_to is null or h.valid_to > $2))
     order by a.created_at, a.id limit 300`,
    [gemeente, day],
  );
  return new Map(rows.map(({ id, name, email }) => [email.split('@', 1)[0] ?? '', { id, name }]));
};

/** The invented people with a role today, each role once; at most 300. */
export const inventedPeople = (db: TenantDb, gemeente: string, day: string): Promise<InventedPerson[]> =>
  runSql<InventedPerson>(db, INVENTED, [gemeente, day]);
