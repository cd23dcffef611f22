import type { Context } from '#platform/command/command.ts';
import { isId } from '#platform/database/ids.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { notFound } from '#platform/errors.ts';
import { reaches } from '../policy.ts';
import { fallbackAreaFor } from '../store/fallback.ts';
import { settingsOf } from '../store/terms.ts';

/** What a room above may know of a signaal that it bundles. */
export interface Bundleable {
  readonly id: string;
  readonly number: number;
  /** The group above its category; its category when that is a group itself. */
  readonly themeId: string | null;
  readonly buurtId: string | null;
  readonly street: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
}

interface Row extends Bundleable {
  readonly kind: string;
  readonly queue: string;
  readonly complex: boolean;
  readonly registeredBy: string | null;
  readonly channel: string;
  readonly departmentIds: readonly string[];
}

const LOCKED = `
  with asked as (
    select coalesce(duplicate_of, id) as id from signaal where gemeente = $1 and id = any ($2::uuid[])),
  held as (
    select s.id from signaal s where s.gemeente = $1 and s.id = any (array(select id from asked))
    order by s.id for update)
  select s.id, s.number, s.kind, s.queue, s.complex, s.registered_by as "registeredBy", s.channel, s.buurt_id as "buurtId",
    s.street, s.lat, s.lon, coalesce(c.parent_id, c.id) as "themeId",
    array(select a.department_id::text from assignment a where a.gemeente = $1 and a.signaal_id = s.id) as "departmentIds"
  from held join signaal s on s.gemeente = $1 and s.id = held.id
  left join category c on c.gemeente = $1 and c.id = s.category_id
  order by s.received_at, s.id`;

/**
 * Holds these signalen until the transaction ends and tells what bundling needs. A voice that joined another counts as
 * that other one. "Not found" when one is unknown, a complaint about conduct (D17), or beyond what this person may read.
 */
export const bundleable = async (context: Context, ids: readonly string[]): Promise<Bundleable[]> => {
  if (!ids.every(isId)) throw notFound();
  if (ids.length === 0) return [];
  const { db, gemeente } = context;
  const wanted = [...new Set(ids)];
  const known = await runSql<{ id: string }>(
    db,
    'select id from signaal where gemeente = $1 and id = any ($2::uuid[])',
    [gemeente, wanted],
  );
  if (known.length !== wanted.length) throw notFound();
  const rows = await runSql<Row>(db, LOCKED, [gemeente, wanted]);
  const fallbacks = await fallbacksOf(context, rows);
  for (const row of rows) {
    const facts = { ...row, fallbackAreaId: fallbacks.get(row.buurtId) ?? null };
    const mayRead = context.world.gate(
      context.principal,
      'signaal.read',
      reaches(context.principal, facts),
    ).ok;
    if (!mayRead || row.kind === 'complaint') throw notFound();
  }
  return rows;
};

const fallbacksOf = async (
  context: Context,
  rows: readonly Row[],
): Promise<ReadonlyMap<string | null, string | null>> => {
  const settings = await settingsOf(context);
  const found = new Map<string | null, string | null>();
  for (const { buurtId } of rows) {
    if (!found.has(buurtId)) found.set(buurtId, await fallbackAreaFor(context, settings, buurtId));
  }
  return found;
};
