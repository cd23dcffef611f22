import { readSettings } from '#gemeente/index.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { hoursPot } from '../settings.ts';

/** The pot of one wijkregisseur in one year, in hours. */
export interface Pot {
  readonly pot: number;
  /** Taken on his own word or approved; what has ended counts too. */
  readonly used: number;
  /** Asked above the pot and not decided yet. */
  readonly asked: number;
  readonly left: number;
  /** How many requests the used hours come from. */
  readonly cases: number;
}

const USED = `select coalesce(sum(hours) filter (where state = any (array['within_pot', 'approved', 'ended'])), 0)::float8 as used,
    coalesce(sum(hours) filter (where state = 'asked'), 0)::float8 as asked,
    count(*) filter (where state = any (array['within_pot', 'approved', 'ended']))::int as cases
  from bandwidth where gemeente = $1 and account_id = $2 and year = $3`;

/** Hours used and asked in a year. */
export const hoursOf = async (
  db: TenantDb,
  gemeente: string,
  accountId: string,
  year: number,
): Promise<Omit<Pot, 'pot' | 'left'>> => {
  const [row] = await runSql<Omit<Pot, 'pot' | 'left'>>(db, USED, [gemeente, accountId, year]);
  return row ?? { used: 0, asked: 0, cases: 0 };
};

/**
 * The pot of a person in a year, and what is left of it; two queries. The size of the pot is the one that holds on `day`
 * (the last day of the year unless told otherwise).
 */
export const potOf = async (
  db: TenantDb,
  gemeente: string,
  accountId: string,
  year: number,
  day = `${year}-12-31`,
): Promise<Pot> => {
  const pot = (await readSettings(db, gemeente, day)).get(hoursPot);
  const { used, asked, cases } = await hoursOf(db, gemeente, accountId, year);
  return { pot, used, asked, left: Math.max(0, pot - used), cases };
};

/**
 * Whether a person has hours that run on a day (`YYYY-MM-DD`) for one of these objects: a wijkregisseur is trekker only with
 * them (G3, 0.2 D5).
 */
export const hasBandwidth = async (
  db: TenantDb,
  gemeente: string,
  accountId: string,
  { objectIds, day }: { readonly objectIds: readonly string[]; readonly day: string },
): Promise<boolean> => {
  const rows = await runSql<{ id: string }>(
    db,
    `select id from bandwidth where gemeente = $1 and object_id = any ($2::uuid[]) and account_id = $3
       and state = any (array['within_pot', 'approved']) and ends_on >= $4 limit 1`,
    [gemeente, objectIds, accountId, day],
  );
  return rows.length > 0;
};
