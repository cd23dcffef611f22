import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';

/** A buurt as it holds on one day. Residents are a published figure; null where it is kept secret or was never given. */
export interface Buurt {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly officialWijkCode: string | null;
  readonly officialWijkName: string | null;
  readonly residents: number | null;
  /** The day of that figure. */
  readonly residentsAt: string | null;
  readonly hasOutline: boolean;
  readonly outlineSource: string;
}

/** More buurten than any Dutch municipality has; keeps the list bounded. */
const MOST_BUURTEN = 1_000;

const ON_DAY = `select id, code, name, official_wijk_code as "officialWijkCode",
    official_wijk_name as "officialWijkName", residents, residents_at as "residentsAt",
    outline is not null as "hasOutline", outline_source as "outlineSource"
  from buurt
  where gemeente = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2)
  order by code limit ${MOST_BUURTEN}`;

/** The buurten of a day, by code; at most 1,000. */
export const listBuurten = async (db: TenantDb, gemeente: string, day: string): Promise<Buurt[]> =>
  runSql<Buurt>(db, ON_DAY, [gemeente, day]);

/** Names of buurten by id, whenever they held; ids of other municipalities and unknown ones are left out. */
export const buurtNames = async (
  db: TenantDb,
  gemeente: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const different = [...new Set(ids)];
  if (different.length === 0) return new Map();
  const rows = await runSql<{ id: string; name: string }>(
    db,
    'select id, name from buurt where gemeente = $1 and id = any($2::uuid[])',
    [gemeente, different],
  );
  return new Map(rows.map((row) => [row.id, row.name]));
};
