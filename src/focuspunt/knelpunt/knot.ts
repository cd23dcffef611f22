import type { Context } from '#platform/command/command.ts';
import { reportKnot } from '#regie/commands/report.ts';
import type { Knelpunt, Placement } from './store/load.ts';

/** So many returns make a knot (D11: "at the second return"). */
const RETURNS = 2;

/** The second return of a knelpunt makes a knot with a decider and a date (C2.9, D11). */
export const knotOfReturns = async (
  context: Context,
  knelpunt: Knelpunt,
  { department_id }: Placement,
  suggestedDepartmentId: string | null,
): Promise<void> => {
  if (knelpunt.returns < RETURNS) return;
  await reportKnot(context, {
    ...aboutKnelpunt(knelpunt),
    cause: 'returned_twice',
    sideA: department_id,
    sideB: suggestedDepartmentId,
  });
};

/** A department that answers in no way makes a knot too. */
export const knotOfSilence = async (
  context: Context,
  knelpunt: Knelpunt,
  placement: Placement,
): Promise<void> => {
  await reportKnot(context, {
    ...aboutKnelpunt(knelpunt),
    cause: 'overdue',
    sideA: placement.department_id,
    sideB: null,
  });
};

const aboutKnelpunt = ({ id, title, area_id, buurt_id }: Knelpunt) => ({
  objectKind: 'knelpunt' as const,
  objectId: id,
  title,
  areaId: area_id,
  buurtId: buurt_id,
});
