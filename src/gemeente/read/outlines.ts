import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import type { Shape } from '#platform/geo/index.ts';

/** A buurt as a map of one day draws it. */
export interface DrawnBuurt {
  readonly id: string;
  readonly name: string;
  readonly outline: Shape;
  /** Whose drawing it is. */
  readonly source: string;
}

const MOST = 1_000;

/** The outline of a buurt itself, or the one that held on that day before it. */
const heldOn = (which: string): string => `select id::text, name, outline, source from (
    select b.id, b.code, b.name, b.outline, b.outline_source as source from buurt b
    where b.gemeente = $1 and b.outline is not null and (b.outline_from is null or b.outline_from <= $2) and ${which}
    union all
    select b.id, b.code, b.name, o.outline, o.outline_source as source from buurt_outline o
    join buurt b on b.gemeente = o.gemeente and b.id = o.buurt_id
    where o.gemeente = $1 and b.gemeente = $1 and o.valid_from <= $2 and o.valid_to > $2 and ${which}) held
  order by code limit ${MOST}`;

const OF_THE_DAY = heldOn('b.valid_from <= $2 and (b.valid_to is null or b.valid_to > $2)');
const OF_THESE = heldOn('b.id = any ($3::uuid[])');

/** The outlines that hold on a day, by code; an outline of a day to come is not drawn before it. At most 1,000. */
export const outlinesOn = (db: TenantDb, gemeente: string, day: string): Promise<DrawnBuurt[]> =>
  runSql<DrawnBuurt>(db, OF_THE_DAY, [gemeente, day]);

/** Those of some buurten, also of those that ended; without those that have no outline. At most 1,000. */
export const outlinesOfBuurten = (
  db: TenantDb,
  gemeente: string,
  day: string,
  buurtIds: readonly string[],
): Promise<DrawnBuurt[]> => runSql<DrawnBuurt>(db, OF_THESE, [gemeente, day, [...new Set(buurtIds)]]);

/** What changes in the division on one day to come. */
export interface ComingChange {
  readonly day: string;
  readonly outlines: number;
  readonly added: number;
  readonly ended: number;
}

const COMING = `select day, sum(outlines)::int as outlines, sum(added)::int as added, sum(ended)::int as ended from (
    select outline_from as day, 1 as outlines, 0 as added, 0 as ended from buurt where gemeente = $1 and outline_from > $2
    union all
    select valid_from, 0, 1, 0 from buurt where gemeente = $1 and valid_from > $2
    union all
    select valid_to, 0, 0, 1 from buurt where gemeente = $1 and valid_to > $2) coming
  group by day order by day limit 20`;

/** What was read in already and begins on a later day; at most 20 days. */
export const comingChanges = (db: TenantDb, gemeente: string, today: string): Promise<ComingChange[]> =>
  runSql<ComingChange>(db, COMING, [gemeente, today]);
