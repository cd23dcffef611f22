import type { Gate, Holding, Principal, Verdict } from '#platform/policy/principal.ts';
import { isAction, matrix, type Reach, reachOf } from './matrix.ts';
import { isRole, type MachineRole, type RoleId } from './roles.ts';

/** One way in which somebody may do something: the holding that gives it (null for what any resident may) and its reach. */
export interface Grant {
  readonly holding: Holding | null;
  readonly reach: Reach;
}

/**
 * All ways in which this person may do this action today, widest rights not merged: lists are the union of them.
 * Throws on an action that the matrix does not know: a forgotten policy must fail, not pass.
 */
export const grantsFor = (principal: Principal, action: string): Grant[] => {
  if (!isAction(action)) throw new Error(`Action ${action} stands in no row of the role matrix`);
  return rolesOf(principal).flatMap(({ role, holding }) => {
    const reach = reachOf(action, role);
    return reach ? [{ holding, reach }] : [];
  });
};

/** The one policy gate of the house (design.md, "Policy"). */
export const gate: Gate = (principal, action, fits): Verdict => {
  const grants = grantsFor(principal, action);
  const grant = grants.find(({ holding, reach }) => !fits || fits(holding, reach));
  if (grant) return { ok: true, holding: grant.holding };
  return { ok: false, code: principal.kind === 'resident' ? 'sign_in_needed' : 'forbidden' };
};

/** Staff are residents too: what anyone may do with a code, they may. */
const rolesOf = (principal: Principal): { role: RoleId | MachineRole; holding: Holding | null }[] => {
  if (principal.kind === 'system' || principal.kind === 'operator')
    return [{ role: principal.kind, holding: null }];
  const held = principal.holdings.flatMap((holding) =>
    isRole(holding.role) ? [{ role: holding.role, holding }] : [],
  );
  return [...held, { role: 'resident', holding: null }];
};

/** Every action, for the role page and the promise tests. */
export const allActions = Object.keys(matrix);
