import type { Holding, Principal } from '#platform/policy/principal.ts';

/** What the gate must know of an object other than a signaal to say whether somebody's reach contains it. */
export interface ObjectFacts {
  /** The buurten it is about; without any it belongs to nobody's area but the whole municipality's. */
  readonly buurtIds?: readonly string[];
  /** The departments and organisations that have a part in it. */
  readonly departmentIds?: readonly string[];
  /** The accounts that made it, own it or carry it. */
  readonly accountIds?: readonly string[];
}

/**
 * Whether a reach of the role matrix contains an object: `all` always, `area` when one of its buurten lies in the
 * holding's area, `department` when the holding's department has a part, `own` when this person has. For `Context.allow`.
 */
export const reachesObject =
  (principal: Principal, facts: ObjectFacts) =>
  (holding: Holding | null, reach: string): boolean => {
    switch (reach) {
      case 'all':
        return true;
      case 'area':
        return holding !== null && liesInArea(holding, facts.buurtIds ?? []);
      case 'department':
        return holding?.departmentId != null && (facts.departmentIds ?? []).includes(holding.departmentId);
      case 'own':
        return principal.id !== null && (facts.accountIds ?? []).includes(principal.id);
      default:
        return false;
    }
  };

const liesInArea = ({ buurtIds }: Holding, objectBuurten: readonly string[]): boolean =>
  buurtIds === null || objectBuurten.some((id) => buurtIds.includes(id));
