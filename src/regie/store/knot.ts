import type { Selectable, Updateable } from 'kysely';
import { areaBuurten } from '#gemeente/index.ts';
import { type ObjectFacts, reachesObject } from '#people/index.ts';
import type { Context } from '#platform/command/command.ts';
import { isId } from '#platform/database/ids.ts';
import type { KnotTable } from '#platform/database/schema.gen.ts';
import { notFound, refuse as refusePlatform } from '#platform/errors.ts';
import { afterStep } from '#platform/state-machine.ts';
import { refuse } from '../errors.ts';
import type { Reading } from '../objects.ts';
import { type KnotStep, knotMachine } from '../rules/knot-states.ts';

/** A knot as it is stored. */
export type Knot = Selectable<KnotTable>;

type KnotChange = Omit<Updateable<KnotTable>, 'gemeente' | 'id' | 'state' | 'version'>;

/** Columns whose values may stand in the history; texts never do. */
const FREE_TEXT = new Set(['dropped_reason', 'cause_note']);

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
  if (!isId(knotId)) throw notFound();
  const knot = await context.db
    .selectFrom('knot')
    .selectAll()
    .where('gemeente', '=', context.gemeente)
    .where('id', '=', knotId)
    .forUpdate()
    .executeTakeFirst();
  if (!knot) throw notFound();
  context.allow(reachesObject(context.principal, await knotFacts(context, knot)));
  if (version !== undefined && knot.version !== version)
    throw refusePlatform('changed_meanwhile', { status: 409 });
  return knot;
};

/** Takes one step in the life of a knot: asks the table, stores, writes the history. Throws `step_not_allowed`. */
export const moveKnot = async (
  context: Context,
  knot: Knot,
  step: KnotStep,
  change: KnotChange = {},
): Promise<Knot> => {
  const state = afterStep(knotMachine, knot.state, step);
  if (!state) throw refuse('step_not_allowed', { status: 409 });
  const changed = { ...change, state, state_since: context.now };
  const stored = await context.db
    .updateTable('knot')
    .set({ ...changed, version: knot.version + 1 })
    .where('gemeente', '=', context.gemeente)
    .where('id', '=', knot.id)
    .where('version', '=', knot.version)
    .returningAll()
    .executeTakeFirst();
  if (!stored) throw refusePlatform('changed_meanwhile', { status: 409 });
  const columns = Object.keys(changed).filter((column) => !FREE_TEXT.has(column));
  const before: Readonly<Record<string, unknown>> = knot;
  const after: Readonly<Record<string, unknown>> = changed;
  context.record({
    noun: 'knot',
    objectId: knot.id,
    action: step,
    before: Object.fromEntries(columns.map((column) => [column, before[column] ?? null])),
    after: Object.fromEntries(columns.map((column) => [column, after[column] ?? null])),
  });
  return stored;
};
