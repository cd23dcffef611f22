import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';

/** The buurten of an area on a day (`YYYY-MM-DD`), by id; empty when the area is not known. At most 1,000. */
export const areaBuurten = async (
  db: TenantDb,
  gemeente: string,
  day: string,
  areaId: string,
): Promise<string[]> => {
  const rows = await runSql<{ id: string }>(
    db,
    `select buurt_id as id from area_buurt
     where gemeente = $1 and area_id = $3 and valid_from <= $2 and (valid_to is null or valid_to > $2)
     order by buurt_id limit 1000`,
    [gemeente, day, areaId],
  );
  return rows.map(({ id }) => id);
};
