import type { Selectable } from 'kysely';
import { areaBuurten } from '#gemeente/index.ts';
import { type ObjectFacts, reachesObject } from '#people/index.ts';
import type { Context } from '#platform/command/command.ts';
import { lockRow, moverOf, mustBeVersion } from '#platform/command/rows.ts';
import type { KnotTable } from '#platform/database/schema.gen.ts';
import { refuse } from '../errors.ts';
import type { Reading } from '../objects.ts';
import { knotMachine } from '../rules/knot-states.ts';

/** A knot as it is stored. */
export type Knot = Selectable<KnotTable>;

/** What the gate must know of a knot: its buurten, its sides, and the guard who has it. */
export const knotFacts = async (
  reading: Reading,
  knot: Pick<Knot, 'buurt_id' | 'area_id' | 'side_a_department_id' | 'side_b_department_id' | 'raised_by'>,
): Promise<ObjectFacts> => {
  const { db, gemeente, today } = reading;
  const ofArea = knot.area_id ? await areaBuurten(db, gemeente, today, knot.area_id) : [];
  return {
    buurtIds: knot.buurt_id ? [knot.buurt_id, ...ofArea] : ofArea,
    departmentIds: [knot.side_a_department_id, knot.side_b_department_id].filter((id) => id !== null),
    accountIds: knot.raised_by ? [knot.raised_by] : [],
  };
};

/**
 * Loads a knot, holds its row until the transaction ends, and asks the gate. With `version` it is refused with
 * `changed_meanwhile` when somebody was first: of two deciders one wins. Throws "not found".
 */
export const openKnot = async (context: Context, knotId: string, version?: number): Promise<Knot> => {
  const knot = await lockRow(context, 'knot', knotId);
  context.allow(reachesObject(context.principal, await knotFacts(context, knot)));
  if (version !== undefined) mustBeVersion(knot, version);
  return knot;
};

const knotMover = moverOf({
  table: 'knot',
  machine: knotMachine,
  freeText: ['dropped_reason', 'cause_note'],
  notAllowed: () => refuse('step_not_allowed', { status: 409 }),
});

/** Takes one step in the life of a knot, with its history row. Throws `step_not_allowed`, `changed_meanwhile`. */
export const moveKnot = knotMover.move;
