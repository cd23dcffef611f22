import type pg from 'pg';
import { isoDate } from '#platform/calendar/index.ts';
import { runSql, type TenantDb, tenantTransaction } from '#platform/database/tenant-transaction.ts';
import type { Lang } from '#platform/texts/catalogue.ts';
import type { TenantFacts } from '#platform/web/request.ts';
import type { World } from '#platform/world.ts';
import { readSettings, type Settings } from '../settings.ts';
import { languages, tileAttribution, tileHostOf, tileHosts, tileTemplate } from '../tenant-settings.ts';
import { readTheme } from './theme.ts';

interface TenantRow {
  readonly gemeente: string;
  readonly name: string;
  readonly demo: boolean;
}

interface Kept {
  readonly facts: TenantFacts;
  readonly day: string;
  /** Machine time in milliseconds: how old a copy is has nothing to do with the clock of the municipality. */
  readonly readAt: number;
  readonly turn: number;
}

const FRESH_MS = 5_000;
const MOST_KEPT = 500;
const kept = new WeakMap<pg.Pool, Map<string, Kept>>();
const turns = new Map<string, number>();

/** Forgets in this process what was read of a municipality; call it after a change was stored. Others follow within 5 seconds. */
export const dropTenantCache = (gemeente: string): void => {
  turns.set(gemeente, turnOf(gemeente) + 1);
};

const turnOf = (gemeente: string): number => turns.get(gemeente) ?? 0;

/** Finds the municipality of a host name (`Host` header, port and all). Bare localhost is the first demo municipality. */
export const tenantByHost =
  (world: Pick<World, 'pool' | 'clock'>) =>
  async (host: string): Promise<TenantFacts | null> => {
    const name = hostName(host);
    const day = isoDate(world.clock.now());
    const store = storeOf(world.pool);
    const known = store.get(name);
    if (known && isFresh(known, day)) return known.facts;
    const row = await findTenant(world.pool, name);
    if (!row) return null;
    const turn = turnOf(row.gemeente);
    const facts = await tenantTransaction(world.pool, row.gemeente, (db) => readFacts(db, row, day));
    store.delete(name);
    store.set(name, { facts, day, readAt: performance.now(), turn });
    const [oldest] = store.keys();
    if (store.size > MOST_KEPT && oldest !== undefined) store.delete(oldest);
    return facts;
  };

const isFresh = ({ facts, day, readAt, turn }: Kept, today: string): boolean =>
  day === today && turn === turnOf(facts.gemeente) && performance.now() - readAt < FRESH_MS;

const storeOf = (pool: pg.Pool): Map<string, Kept> => {
  const store = kept.get(pool) ?? new Map<string, Kept>();
  kept.set(pool, store);
  return store;
};

const hostName = (host: string): string => host.trim().toLowerCase().replace(/:\d*$/, '').replace(/\.$/, '');

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

const findTenant = async (pool: pg.Pool, host: string): Promise<TenantRow | null> => {
  const named = await pool.query<TenantRow>(
    'select t.gemeente, t.name, t.demo from tenant_host h join tenant t on t.gemeente = h.gemeente where h.host = $1',
    [host],
  );
  if (named.rows[0] || !LOOPBACK.includes(host)) return named.rows[0] ?? null;
  const first = await pool.query<TenantRow>(
    'select gemeente, name, demo from tenant where demo order by created_at, gemeente limit 1',
  );
  return first.rows[0] ?? null;
};

const readFacts = async (db: TenantDb, tenant: TenantRow, day: string): Promise<TenantFacts> => {
  const settings = await readSettings(db, tenant.gemeente, day);
  const theme = await readTheme(db, tenant.gemeente, day);
  return {
    gemeente: tenant.gemeente,
    name: tenant.name,
    demo: tenant.demo,
    languages: settings.get(languages),
    overrides: await readOverrides(db, tenant.gemeente, day),
    themeHref: theme.css === '' ? null : `/thema/${theme.hash}.css`,
    ...tilesOf(settings),
  };
};

/** The background of the maps, and every host it may come from. */
const tilesOf = (settings: Settings): Pick<TenantFacts, 'tileHosts' | 'tiles'> => {
  const template = settings.get(tileTemplate);
  const host = tileHostOf(template);
  const hosts = settings.get(tileHosts);
  if (host === null) return { tileHosts: hosts };
  return {
    tileHosts: [...new Set([host, ...hosts])],
    tiles: { template, attribution: settings.get(tileAttribution) },
  };
};

const OVERRIDES = `select distinct on (key, lang) key, lang, text from text_override
  where gemeente = $1 and valid_from <= $2 order by key, lang, valid_from desc`;

const readOverrides = async (
  db: TenantDb,
  gemeente: string,
  day: string,
): Promise<Record<Lang, Map<string, string>>> => {
  const rows = await runSql<{ key: string; lang: Lang; text: string }>(db, OVERRIDES, [gemeente, day]);
  const overrides = { nl: new Map<string, string>(), en: new Map<string, string>() };
  // An empty text takes the wording of the house back from that day on.
  for (const row of rows) if (row.text !== '') overrides[row.lang].set(row.key, row.text);
  return overrides;
};
