import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { searchForm } from '#platform/words.ts';
import { namesLike } from '../rules/near-name.ts';

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

/** More streets than these do not begin with one letter, or with the one after a first that was mistyped. */
const MOST_LIKE = 4_000;
const LONGEST_LIKE = 60;

/** Every street whose name begins with this letter: nearly always the first letter is typed right. */
const BY_LETTER = `select name, search_name as search from street
  where gemeente = $1 and search_name >= $2 and search_name < $3 order by search_name, id limit ${MOST_LIKE}`;

/**
 * The names of streets that somebody may have meant who made a typing mistake behind the first letter, the likest first; at
 * most `limit`. Asked only when nothing was found: it compares every street with that letter.
 */
export const streetsLike = async (
  db: TenantDb,
  gemeente: string,
  text: string,
  limit: number,
): Promise<string[]> => {
  const typed = searchForm(text.slice(0, 100)).replace(/ \d.*$/u, '');
  const letter = [...typed][0] ?? '';
  if (letter === '' || typed.length > LONGEST_LIKE) return [];
  const rows = await runSql<{ name: string; search: string }>(db, BY_LETTER, [
    gemeente,
    letter,
    letter + BEYOND,
  ]);
  const names = new Map(rows.map(({ name, search }) => [search, name]));
  return namesLike(typed, [...names.keys()], limit).map((search) => names.get(search) ?? search);
};
