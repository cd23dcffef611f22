import { departments } from '#gemeente/index.ts';
import { accountsHolding, notify } from '#people/index.ts';
import { type Context, defineCommand } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { endTerms } from '#platform/terms.ts';
import { refuse } from '../errors.ts';
import { knotOfReturns } from '../knot.ts';
import { HELD_PLACEMENTS } from '../rules/states.ts';
import { openKnelpunt, type Placement } from '../store/load.ts';
import { changeKnelpunt, moveKnelpunt, movePlacement } from '../store/move.ts';
import { startKnelpuntTerms, startPlannedTerm } from '../store/terms.ts';

/** The wijkregisseur's advice: how promising and how useful, one to three, and one sentence (S8, D6). */
export interface Advice {
  readonly promising: number;
  readonly useful: number;
  readonly sentence: string;
}

/**
 * Puts a knelpunt with one or more departments, each with the same advice (journey 3): each accepts or returns in three
 * working days. Throws `placement_department_missing`, `placement_department_unknown`, `placement_advice_missing`,
 * `placement_held_already`.
 */
export const placeKnelpunt = defineCommand<
  { knelpuntId: string; departmentIds: readonly string[]; advice: Advice | null },
  { placementIds: string[] }
>({
  name: 'knelpunt.place',
  action: 'knelpunt.place',
  run: async (context, input) => {
    const { knelpunt, placements } = await openKnelpunt(context, input.knelpuntId);
    const wanted = [...new Set(input.departmentIds)];
    await mustBeDepartments(context, wanted);
    if (!input.advice || input.advice.sentence.trim() === '') {
      throw refuse('placement_advice_missing', { fields: { advice: 'placement_advice_missing' } });
    }
    const held = placements.filter(({ state }) => HELD_PLACEMENTS.includes(state));
    if (held.some(({ department_id }) => wanted.includes(department_id))) {
      throw refuse('placement_held_already', { fields: { departments: 'placement_held_already' } });
    }
    await moveKnelpunt(context, knelpunt, 'place');
    const placementIds = await insertPlacements(context, knelpunt.id, wanted, input.advice);
    await startKnelpuntTerms(
      context,
      ['knelpunt_answer', 'knelpunt_answer_late'],
      placementIds.map((id) => ({ kind: 'knelpunt_placement', id })),
    );
    await endTerms(context, [knelpunt.id], ['knelpunt_look'], 'met');
    for (const departmentId of wanted) {
      const workers = await accountsHolding(context.db, context.gemeente, context.today, {
        role: 'department_worker',
        departmentId,
      });
      await notify(context, workers, 'knelpunt_placed', 'knelpunt', knelpunt.id);
    }
    context.emit('knelpunt.placed', knelpunt.id);
    return { placementIds };
  },
});

const mustBeDepartments = async (context: Context, wanted: readonly string[]): Promise<void> => {
  if (wanted.length === 0) {
    throw refuse('placement_department_missing', { fields: { departments: 'placement_department_missing' } });
  }
  const known = await departments(context.db, context.gemeente, context.today);
  const fits = known.filter(({ kind }) => kind === 'vakafdeling' || kind === 'partner').map(({ id }) => id);
  if (!wanted.every((id) => fits.includes(id))) {
    throw refuse('placement_department_unknown', { fields: { departments: 'placement_department_unknown' } });
  }
};

const insertPlacements = async (
  context: Context,
  knelpuntId: string,
  departmentIds: readonly string[],
  advice: Advice,
): Promise<string[]> => {
  const { db, gemeente, principal, now } = context;
  if (principal.id === null) throw new Error('A knelpunt is placed by a person');
  const offeredBy = principal.id;
  const rows = departmentIds.map((department_id) => ({
    gemeente,
    id: newId(),
    knelpunt_id: knelpuntId,
    department_id,
    promising: advice.promising,
    useful: advice.useful,
    advice: advice.sentence.trim(),
    state: 'offered' as const,
    offered_by: offeredBy,
    offered_at: now,
  }));
  await db.insertInto('knelpunt_placement').values(rows).execute();
  for (const { id, department_id } of rows) {
    context.record({ noun: 'knelpunt_placement', objectId: id, action: 'offered', after: { department_id } });
  }
  return rows.map(({ id }) => id);
};

interface Part {
  readonly knelpuntId: string;
  readonly placementId: string;
}

const partOf = (placements: readonly Placement[], id: string): Placement => {
  const placement = placements.find((one) => one.id === id);
  if (!placement) throw new Error('openKnelpunt found this placement');
  return placement;
};

/** Takes it on, with the day on which it is done or reported: complex is no black hole. Throws `placement_day_missing`, `placement_day_in_past`. */
export const acceptPlacement = defineCommand<Part & { plannedOn: string | null; answer: string }, void>({
  name: 'knelpunt.accept',
  action: 'knelpunt.answer',
  run: async (context, input) => {
    const { knelpunt, placements } = await openKnelpunt(context, input.knelpuntId, input.placementId);
    const { plannedOn } = input;
    if (!plannedOn) {
      throw refuse('placement_day_missing', { fields: { plannedOn: 'placement_day_missing' } });
    }
    if (plannedOn < context.today) {
      throw refuse('placement_day_in_past', { fields: { plannedOn: 'placement_day_in_past' } });
    }
    const placement = partOf(placements, input.placementId);
    await movePlacement(context, placement, 'accept', {
      planned_on: plannedOn,
      answer: input.answer.trim() || null,
      settled_at: context.now,
    });
    await endTerms(context, [placement.id], 'all', 'met');
    await startPlannedTerm(context, placement.id, plannedOn);
    await changeKnelpunt(context, knelpunt, 'placement_accepted');
    context.emit('knelpunt.accepted', knelpunt.id);
  },
});

/** Why a department sends it back. */
export type PlacementReturn = NonNullable<Placement['return_reason']>;

/**
 * Sends it back with a reason in words and, if known, whose it is. The counter goes up; the second return makes a knot
 * (D11). When nobody holds it any more it is the wijkregisseur's again. Throws `knelpunt_reason_missing`.
 */
export const returnPlacement = defineCommand<
  Part & { reason: PlacementReturn; answer: string; suggestedDepartmentId: string | null },
  void
>({
  name: 'knelpunt.return',
  action: 'knelpunt.answer',
  run: async (context, input) => {
    const { knelpunt, placements } = await openKnelpunt(context, input.knelpuntId, input.placementId);
    if (input.answer.trim() === '') {
      throw refuse('knelpunt_reason_missing', { fields: { answer: 'knelpunt_reason_missing' } });
    }
    if (input.suggestedDepartmentId !== null) await mustBeDepartments(context, [input.suggestedDepartmentId]);
    const placement = partOf(placements, input.placementId);
    await movePlacement(context, placement, 'return', {
      return_reason: input.reason,
      answer: input.answer.trim(),
      suggested_department_id: input.suggestedDepartmentId,
      settled_at: context.now,
    });
    await endTerms(context, [placement.id], 'all', 'met');
    const change = { returns: knelpunt.returns + 1 };
    const others = placements.some(({ id, state }) => id !== placement.id && HELD_PLACEMENTS.includes(state));
    const changed = others
      ? await changeKnelpunt(context, knelpunt, 'placement_returned', change)
      : await moveKnelpunt(context, knelpunt, 'send_back', change);
    await knotOfReturns(context, changed, placement, input.suggestedDepartmentId);
    await notify(context, [knelpunt.owner_account_id], 'knelpunt_returned', 'knelpunt', knelpunt.id);
    context.emit('knelpunt.returned', knelpunt.id);
  },
});

/** The department did what it would do; whether that was enough the wijkregisseur decides. Throws `knelpunt_reason_missing` without a word. */
export const completePlacement = defineCommand<Part & { answer: string }, void>({
  name: 'knelpunt.complete',
  action: 'knelpunt.answer',
  run: async (context, input) => {
    const { knelpunt, placements } = await openKnelpunt(context, input.knelpuntId, input.placementId);
    if (input.answer.trim() === '') {
      throw refuse('knelpunt_reason_missing', { fields: { answer: 'knelpunt_reason_missing' } });
    }
    const placement = partOf(placements, input.placementId);
    await movePlacement(context, placement, 'complete', {
      answer: input.answer.trim(),
      settled_at: context.now,
    });
    await endTerms(context, [placement.id], 'all', 'met');
    await changeKnelpunt(context, knelpunt, 'placement_done');
    await notify(context, [knelpunt.owner_account_id], 'knelpunt_done', 'knelpunt', knelpunt.id);
    context.emit('knelpunt.placement_done', knelpunt.id);
  },
});
