import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';

const COVERED = `
  select distinct ab.buurt_id, h.area_id is null as everywhere
  from role_holding h
  join account a on a.gemeente = h.gemeente and a.id = h.account_id and a.active
  left join area_buurt ab on ab.gemeente = h.gemeente and ab.area_id = h.area_id
    and ab.valid_from <= $2 and (ab.valid_to is null or ab.valid_to > $2)
  where h.gemeente = $1 and h.role = 'wijkregisseur'
    and h.valid_from <= $2 and (h.valid_to is null or h.valid_to > $2)
  limit 2000`;

/** The buurten in which an active wijkregisseur works on a day; `all` when one works for the whole municipality. */
export const coveredBuurten = async (
  db: TenantDb,
  gemeente: string,
  day: string,
): Promise<'all' | readonly string[]> => {
  const rows = await runSql<{ buurt_id: string | null; everywhere: boolean }>(db, COVERED, [gemeente, day]);
  return rows.some(({ everywhere }) => everywhere) ? 'all' : rows.flatMap((row) => row.buurt_id ?? []);
};
