import type pg from 'pg';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { type AreaIndex, areaIndex, isPoint, locate, type Point, type Shape } from '#platform/geo/index.ts';
import type { World } from '#platform/world.ts';
import { outlinesOn } from './outlines.ts';

interface OutlinedBuurt {
  readonly buurtId: string;
  readonly shape: Shape;
}

interface Known {
  readonly version: string;
  readonly day: string;
  readonly index: AreaIndex<OutlinedBuurt>;
}

/** Municipalities whose outlines one process keeps at hand: at most a megabyte each. */
const MOST_KEPT = 60;
const kept = new WeakMap<pg.Pool, Map<string, Known>>();

/** PostgreSQL gives each version of a row another xmin: whoever changed a buurt, in whatever process, this text changes. */
const VERSION = `select coalesce(md5(string_agg(id::text || xmin::text, ',' order by id)), '') as version
  from buurt where gemeente = $1`;

/** The version of a municipality's buurten: another text after every change to any of them. */
export const buurtenVersion = async (db: TenantDb, gemeente: string): Promise<string> => {
  const [row] = await runSql<{ version: string }>(db, VERSION, [gemeente]);
  return row?.version ?? '';
};

/**
 * The buurt in which a point lies on a day. A point just over the border, or in a sliver between two outlines, goes to the
 * nearest buurt within `snapMetres`. Asks one small query; outlines are loaded only when they changed.
 */
export const locatePoint = async (
  world: Pick<World, 'pool'>,
  db: TenantDb,
  gemeente: string,
  day: string,
  point: Point,
  snapMetres: number,
): Promise<FoundBuurt | 'outside'> => (await pointLocator(world, db, gemeente, day, snapMetres))(point);

/** The buurt in which a point was found. */
export interface FoundBuurt {
  readonly buurtId: string;
  /** The point lies just outside it. */
  readonly snapped: boolean;
}

/** Finds the buurten of many points, as {@link locatePoint} does of one; asks the database once. */
export const pointLocator = async (
  world: Pick<World, 'pool'>,
  db: TenantDb,
  gemeente: string,
  day: string,
  snapMetres: number,
): Promise<(point: Point) => FoundBuurt | 'outside'> => {
  const index = await indexOf(world.pool, db, gemeente, day);
  return (point) => {
    const found = isPoint(point) ? locate(point, index, { snapMetres }) : null;
    return found ? { buurtId: found.area.buurtId, snapped: found.snapped } : 'outside';
  };
};

const indexOf = async (
  pool: pg.Pool,
  db: TenantDb,
  gemeente: string,
  day: string,
): Promise<AreaIndex<OutlinedBuurt>> => {
  const store = storeOf(pool);
  const version = await buurtenVersion(db, gemeente);
  const known = store.get(gemeente);
  if (known?.version === version && known.day === day) return known.index;
  const rows = await outlinesOn(db, gemeente, day);
  const index = areaIndex(rows.map((row) => ({ buurtId: row.id, shape: row.outline })));
  store.delete(gemeente);
  store.set(gemeente, { version, day, index });
  const [oldest] = store.keys();
  if (store.size > MOST_KEPT && oldest !== undefined) store.delete(oldest);
  return index;
};

const storeOf = (pool: pg.Pool): Map<string, Known> => {
  const store = kept.get(pool) ?? new Map<string, Known>();
  kept.set(pool, store);
  return store;
};
