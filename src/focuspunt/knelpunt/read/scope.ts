import type { Area } from '#gemeente/index.ts';
import { grantsFor, reachesObject } from '#people/index.ts';
import type { Principal } from '#platform/policy/principal.ts';

/** Which knelpunten somebody may list: all, or the union of areas, departments and what is his own. */
export interface KnelpuntScope {
  readonly all: boolean;
  readonly areaIds: readonly string[];
  readonly departmentIds: readonly string[];
  readonly accountId: string | null;
}

/** The scope of a person, of the same rights that the gate asks one by one. `areas` are today's areas of every kind. */
export const scopeOf = (
  principal: Principal,
  areas: readonly Pick<Area, 'id' | 'buurtIds'>[],
): KnelpuntScope => {
  const grants = grantsFor(principal, 'knelpunt.read');
  const inArea = grants.flatMap(({ holding, reach }) => (reach === 'area' && holding ? [holding] : []));
  return {
    all: grants.some(({ reach }) => reach === 'all') || inArea.some(({ buurtIds }) => buurtIds === null),
    areaIds: areas
      .filter(({ buurtIds }) =>
        inArea.some((holding) => holding.buurtIds?.some((id) => buurtIds.includes(id)) ?? false),
      )
      .map(({ id }) => id),
    departmentIds: grants.flatMap(({ holding, reach }) =>
      reach === 'department' && holding?.departmentId ? [holding.departmentId] : [],
    ),
    accountId: grants.some(({ reach }) => reach === 'own') ? principal.id : null,
  };
};

/** What the gate asks of one knelpunt, for a page. */
export const reachOf = (
  principal: Principal,
  knelpunt: { readonly buurtIds: readonly string[]; readonly departmentIds: readonly string[] },
) => reachesObject(principal, knelpunt);
