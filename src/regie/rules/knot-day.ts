/** Which working day it is since a knot was reported, of how many in which it is decided (product.md C2.9). */
export interface KnotDay {
  readonly day: number;
  readonly of: number;
  readonly late: boolean;
}

/**
 * "Dag 3 van 5": the day of reporting and the first working day after it are both the first, so that the last day is not
 * beyond what was promised. `workdays` counts from one moment to another in the municipality's own calendar.
 */
export const knotDay = (
  workdays: (from: Date, to: Date) => number,
  { reportedAt, decideBy }: { readonly reportedAt: Date; readonly decideBy: Date },
  now: Date,
): KnotDay => ({
  day: Math.max(1, workdays(reportedAt, now)),
  of: Math.max(1, workdays(reportedAt, decideBy)),
  late: decideBy < now,
});
