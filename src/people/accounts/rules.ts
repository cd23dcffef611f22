import { plusDays } from '#platform/calendar/index.ts';
import { matrix } from '../matrix.ts';
import type { RoleId } from '../roles.ts';
import { roles } from '../roles.ts';

/** A holding's days: `from` counts, `to` is the first day without it. */
export interface Span {
  readonly from: string;
  readonly to: string | null;
}

/** Whether a holding gives rights on a day. */
export const holdsOn = ({ from, to }: Span, day: string): boolean => from <= day && (to === null || to > day);

/** The first day without a role whose last day is given. */
export const dayAfterLast = (lastDay: string): string => plusDays(lastDay, 1);

/** The last day of a role, as people say it; null when it has no end. */
export const lastDayOf = ({ to }: Span): string | null => (to === null ? null : plusDays(to, -1));

/** Roles somebody can be given: those with an account. A resident needs none. */
const givableRoles: readonly RoleId[] = roles.filter((role) => role.signsIn).map((role) => role.id);

/** Whether a role can be given at all. */
export const isGivable = (role: string): role is RoleId => givableRoles.some((givable) => givable === role);

/**
 * Whether a role must name its department. A right over "what its department holds" without a department would reach
 * the whole municipality (product.md C3), so such a role is never given without one.
 */
export const needsDepartment = (role: RoleId): boolean =>
  Object.values<Partial<Record<string, string>>>(matrix).some(
    (row) => row[role] === 'department' || row[role] === 'desk',
  );

/** Why a role cannot end on this last day, as a code; null when it can. It may end yesterday (now), never longer ago. */
export const whyNotEnd = (
  span: Span,
  lastDay: string,
  today: string,
): 'already_ended' | 'ends_before_start' | 'ends_in_past' | null => {
  if (span.to !== null && span.to <= today) return 'already_ended';
  if (lastDay < span.from) return 'ends_before_start';
  return dayAfterLast(lastDay) < today ? 'ends_in_past' : null;
};
