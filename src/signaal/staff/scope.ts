import { fallbackArea, readSettings } from '#gemeente/index.ts';
import { grantsFor } from '#people/index.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import type { Holding, Principal } from '#platform/policy/principal.ts';

/** Which signalen one right contains, as a list can ask for it; `complaints` tells whether complaints about conduct count. */
export type ScopeBranch = Where & { readonly complaints: boolean };

type Where =
  | { readonly kind: 'all' }
  | { readonly kind: 'buurten'; readonly buurtIds: readonly string[]; readonly unplaced: boolean }
  | { readonly kind: 'department'; readonly departmentId: string }
  | { readonly kind: 'registered_by'; readonly accountId: string }
  | { readonly kind: 'desk_queue' }
  | { readonly kind: 'desk_registered' };

/** The area whose wijkregisseur takes what lies in no wijkregisseur's area, and which buurten those are. */
export interface Fallback {
  readonly areaId: string | null;
  readonly buurtIds: readonly string[];
  /** Nobody is wijkregisseur of everything, so a place that is not known yet falls to the same area. */
  readonly unplaced: boolean;
}

/** Nobody takes them: no fallback area was chosen. */
const NO_FALLBACK: Fallback = { areaId: null, buurtIds: [], unplaced: false };

const UNCOVERED = `
  with held as (
    select h.area_id from role_holding h
    where h.gemeente = $1 and h.role = 'wijkregisseur' and h.valid_from <= $2
      and (h.valid_to is null or h.valid_to > $2))
  select not exists (select 1 from held where area_id is null) as unplaced,
    array(select b.id::text from buurt b
      where b.gemeente = $1 and b.valid_from <= $2 and (b.valid_to is null or b.valid_to > $2)
        and not exists (select 1 from held where area_id is null)
        and not exists (select 1 from area_buurt ab join held on held.area_id = ab.area_id
          where ab.gemeente = $1 and ab.buurt_id = b.id
            and ab.valid_from <= $2 and (ab.valid_to is null or ab.valid_to > $2))
      order by b.id limit 1000) as "buurtIds"`;

/** What falls to the fallback area today. Asks nothing of the database for whoever works in no area. */
export const fallbackFor = async (
  db: TenantDb,
  gemeente: string,
  today: string,
  principal: Principal,
): Promise<Fallback> => {
  if (!principal.holdings.some(({ areaId }) => areaId !== null)) return NO_FALLBACK;
  const settings = await readSettings(db, gemeente, today);
  return fallbackWith(db, gemeente, today, principal, settings.get(fallbackArea));
};

/** As {@link fallbackFor}, where the setting is known already; empty when no area was chosen. */
export const fallbackWith = async (
  db: TenantDb,
  gemeente: string,
  today: string,
  principal: Principal,
  areaId: string,
): Promise<Fallback> => {
  if (areaId === '' || !principal.holdings.some((holding) => holding.areaId === areaId)) return NO_FALLBACK;
  const [row] = await runSql<{ unplaced: boolean; buurtIds: string[] }>(db, UNCOVERED, [gemeente, today]);
  return { areaId, buurtIds: row?.buurtIds ?? [], unplaced: row?.unplaced ?? false };
};

/**
 * The signalen that this person may list: the union of the branches. It contains exactly what the gate lets through one
 * by one (`reaches`), which a test compares.
 */
export const scopeOf = (principal: Principal, fallback: Fallback): readonly ScopeBranch[] => {
  const branches = grantsFor(principal, 'signaal.read').flatMap(({ holding, reach }) => {
    const complaints = holding?.role === 'complaints_coordinator' || holding?.role === 'privacy_officer';
    return whereOf(principal, fallback, holding, reach).map((where) => ({ ...where, complaints }));
  });
  return [...new Map(branches.map((branch) => [JSON.stringify(branch), branch])).values()];
};

const whereOf = (
  principal: Principal,
  fallback: Fallback,
  holding: Holding | null,
  reach: string,
): readonly Where[] => {
  switch (reach) {
    case 'all':
      return [{ kind: 'all' }];
    case 'area':
      return areaOf(fallback, holding);
    case 'department':
      return holding?.departmentId ? [{ kind: 'department', departmentId: holding.departmentId }] : [];
    case 'own':
      return principal.id === null ? [] : [{ kind: 'registered_by', accountId: principal.id }];
    case 'desk':
      return [{ kind: 'desk_queue' }, { kind: 'desk_registered' }];
    default:
      return [];
  }
};

const areaOf = (fallback: Fallback, holding: Holding | null): readonly Where[] => {
  if (!holding) return [];
  if (holding.buurtIds === null) return [{ kind: 'all' }];
  const takesRest = fallback.areaId !== null && fallback.areaId === holding.areaId;
  const buurtIds = takesRest ? [...new Set([...holding.buurtIds, ...fallback.buurtIds])] : holding.buurtIds;
  return [{ kind: 'buurten', buurtIds, unplaced: takesRest && fallback.unplaced }];
};
