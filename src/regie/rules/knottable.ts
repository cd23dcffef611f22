import type { PartAbout, SignaalAbout } from '#signaal/index.ts';

/**
 * Knots are rare: only what is complex, or comes from a group or with an initiative, becomes one; what is simple goes
 * with the weekly stack of its department (0.2 D11). A complaint about conduct has its own way (0.2 D17).
 */
export const becomesKnot = ({
  complex,
  source,
  kind,
}: Pick<SignaalAbout, 'complex' | 'source' | 'kind'>): boolean =>
  kind !== 'complaint' && (complex || source === 'group' || kind === 'idea');

/** The two sides of a knot: the department it lies with or that sent it back last, and the one before or suggested. */
export interface Sides {
  readonly sideA: string | null;
  readonly sideB: string | null;
}

/** Finds the sides among the parts, which stand in the order of their offers; `latest` is the part it hangs on. */
export const sidesOf = (parts: readonly PartAbout[], latest: PartAbout | null): Sides => {
  const a = latest ?? parts.at(-1) ?? null;
  if (a === null) return { sideA: null, sideB: null };
  const other = parts.findLast(({ departmentId }) => departmentId !== a.departmentId)?.departmentId;
  const suggested = a.suggestedDepartmentId === a.departmentId ? null : a.suggestedDepartmentId;
  return { sideA: a.departmentId, sideB: other ?? suggested };
};

/** What a signaal is called among staff, without a word of its reporter. */
export const titleOf = ({ category, buurt, number }: SignaalAbout): string =>
  [category ?? `#${number}`, buurt].filter((part) => part !== null).join(', ');
