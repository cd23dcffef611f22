import { areaBuurten, readSettings } from '#gemeente/index.ts';
import type { Context } from '#platform/command/command.ts';
import { isId } from '#platform/database/ids.ts';
import { type LoadObject, registerRegieObject, reportKnot, returnLimit } from '#regie/index.ts';
import type { Knelpunt, Placement } from './store/load.ts';

/** Enough returns of a knelpunt make a knot with a decider and a date (C2.9, D11). */
export const knotOfReturns = async (
  context: Context,
  knelpunt: Knelpunt,
  { department_id }: Placement,
  suggestedDepartmentId: string | null,
): Promise<void> => {
  const settings = await readSettings(context.db, context.gemeente, context.today);
  if (knelpunt.returns < settings.get(returnLimit)) return;
  await reportKnot(context, {
    ...aboutKnelpunt(knelpunt),
    cause: 'returned_twice',
    sideA: department_id,
    sideB: suggestedDepartmentId ?? (await otherReturner(context, knelpunt.id, department_id)),
  });
};

/** Who sent the knelpunt back before, when nobody says whose it is: then those two stand against each other. */
const otherReturner = async (
  { db, gemeente }: Context,
  knelpuntId: string,
  departmentId: string,
): Promise<string | null> => {
  const row = await db
    .selectFrom('knelpunt_placement')
    .select('department_id')
    .where('gemeente', '=', gemeente)
    .where('knelpunt_id', '=', knelpuntId)
    .where('department_id', '<>', departmentId)
    .where('state', '=', 'returned')
    .orderBy('settled_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.department_id ?? null;
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

/** What the room of regie may know of a knelpunt: for knots and for the agenda of the wijkwethouder. */
const loadKnelpunt: LoadObject = async ({ db, gemeente, today }, id) => {
  if (!isId(id)) return null;
  const knelpunt = await db
    .selectFrom('knelpunt')
    .select(['title', 'area_id', 'buurt_id', 'owner_account_id'])
    .where('gemeente', '=', gemeente)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!knelpunt) return null;
  const placements = await db
    .selectFrom('knelpunt_placement')
    .select('department_id')
    .where('gemeente', '=', gemeente)
    .where('knelpunt_id', '=', id)
    .orderBy('offered_at')
    .limit(200)
    .execute();
  return {
    title: knelpunt.title,
    href: `/knelpunten/${id}`,
    areaId: knelpunt.area_id,
    buurtId: knelpunt.buurt_id,
    buurtIds: await areaBuurten(db, gemeente, today, knelpunt.area_id),
    departmentIds: placements.map(({ department_id }) => department_id),
    accountIds: [knelpunt.owner_account_id],
  };
};

registerRegieObject('knelpunt', loadKnelpunt);
