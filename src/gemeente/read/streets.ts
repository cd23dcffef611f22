import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { searchForm } from '#platform/words.ts';

/** A street, or the part of it that lies in one buurt. */
export interface Street {
  readonly name: string;
  readonly buurtId: string;
  readonly buurtName: string;
  readonly lat: number | null;
  readonly lon: number | null;
}

/** The highest character: every text that begins with a prefix sorts before the prefix with this behind it. */
const BEYOND = '\u{10FFFF}';
const MOST = 50;

const BY_PREFIX = `select s.name, s.buurt_id as "buurtId", b.name as "buurtName", s.lat, s.lon
  from street s
  join buurt b on b.gemeente = s.gemeente and b.id = s.buurt_id
  where s.gemeente = $1 and b.gemeente = $1 and s.search_name >= $2 and s.search_name < $3
  order by s.search_name, s.id limit $4`;

/**
 * Streets whose name begins with the text, without regard to capitals and accents; at most `limit` (no more than 50).
 * The column sorts by character ("C"), so the range holds on every database, whatever its language.
 */
export const findStreets = async (
  db: TenantDb,
  gemeente: string,
  text: string,
  limit: number,
): Promise<Street[]> => {
  const prefix = searchForm(text.slice(0, 100));
  if (prefix === '') return [];
  return runSql<Street>(db, BY_PREFIX, [
    gemeente,
    prefix,
    prefix + BEYOND,
    Math.min(Math.max(limit, 1), MOST),
  ]);
};
