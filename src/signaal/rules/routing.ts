/** What the router of a new signaal looks at. */
export interface RoutingFacts {
  readonly kind: 'report' | 'question' | 'complaint' | 'idea';
  /** The point lies in no buurt of this municipality. */
  readonly outside: boolean;
  readonly category: { readonly complex: boolean; readonly departmentId: string | null } | null;
  /** The department of the rule for this category in this area, if there is one. */
  readonly ruleDepartmentId: string | null;
}

/** Why a signaal went where it went; shown as "gaat naar Groen, omdat ...". */
export type RouteReason =
  | 'rule_category_area'
  | 'category_department'
  | 'no_category'
  | 'category_without_department'
  | 'complex'
  | 'question'
  | 'complaint'
  | 'idea'
  | 'outside'
  | 'desk_unsure'
  | 'by_desk'
  | 'by_wijkregisseur'
  | 'asked_by_wijkregisseur'
  | 'returned'
  | 'reopened'
  | 'unmerged'
  | 'joined';

/** Where a new signaal goes: to a department at once, or to the people who route by hand. */
export type Route =
  | { readonly queue: 'department'; readonly departmentId: string; readonly reason: RouteReason }
  | { readonly queue: 'desk' | 'wijkregisseur' | 'complaints'; readonly reason: RouteReason };

/**
 * Rules and desk route the simple; the wijkregisseur sees only what is complex, returned, ownerless or a chance (0.2 D1).
 * A complaint about conduct goes to the complaints coordinator, never to the department it is about (0.2 D17).
 */
export const routeOf = (facts: RoutingFacts): Route => {
  if (facts.kind === 'complaint') return { queue: 'complaints', reason: 'complaint' };
  if (facts.outside) return { queue: 'desk', reason: 'outside' };
  if (facts.kind === 'question') return { queue: 'desk', reason: 'question' };
  if (facts.kind === 'idea') return { queue: 'wijkregisseur', reason: 'idea' };
  if (!facts.category) return { queue: 'desk', reason: 'no_category' };
  if (facts.category.complex) return { queue: 'wijkregisseur', reason: 'complex' };
  if (facts.ruleDepartmentId) {
    return { queue: 'department', departmentId: facts.ruleDepartmentId, reason: 'rule_category_area' };
  }
  if (facts.category.departmentId) {
    return { queue: 'department', departmentId: facts.category.departmentId, reason: 'category_department' };
  }
  return { queue: 'desk', reason: 'category_without_department' };
};
