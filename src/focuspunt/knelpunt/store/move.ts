import type { Updateable } from 'kysely';
import type { Context } from '#platform/command/command.ts';
import type { KnelpuntPlacementTable, KnelpuntTable } from '#platform/database/schema.gen.ts';
import { refuse as refusePlatform } from '#platform/errors.ts';
import { afterStep } from '#platform/state-machine.ts';
import { refuse } from '../errors.ts';
import { type KnelpuntStep, knelpuntMachine, type PlacementStep, placementMachine } from '../rules/states.ts';
import type { Knelpunt, Placement } from './load.ts';

type KnelpuntChange = Omit<Updateable<KnelpuntTable>, 'gemeente' | 'id' | 'state' | 'version'>;
type PlacementChange = Omit<Updateable<KnelpuntPlacementTable>, 'gemeente' | 'id' | 'state' | 'version'>;

/** Columns whose words may not stand in the history. */
const FREE_TEXT = new Set([
  'title',
  'place_note',
  'hypothesis',
  'public_sentence',
  'public_reason',
  'effort',
  'effort_by',
  'effort_why_not',
  'what_is_added',
  'advice',
  'answer',
]);

/**
 * Takes one step in the life of a knelpunt: asks the table, stores the change, writes the history.
 * Throws `knelpunt_step_not_allowed` when the table has no such step from here.
 */
export const moveKnelpunt = (
  context: Context,
  knelpunt: Knelpunt,
  step: KnelpuntStep,
  change: KnelpuntChange = {},
): Promise<Knelpunt> => {
  const state = afterStep(knelpuntMachine, knelpunt.state, step);
  if (!state) throw refuse('knelpunt_step_not_allowed', { status: 409 });
  return storeKnelpunt(context, knelpunt, step, { ...change, state, state_since: context.now });
};

/** Changes a knelpunt without a step, such as its sentence; same history, same version. */
export const changeKnelpunt = (
  context: Context,
  knelpunt: Knelpunt,
  action: string,
  change: KnelpuntChange = {},
): Promise<Knelpunt> => storeKnelpunt(context, knelpunt, action, change);

const storeKnelpunt = async (
  context: Context,
  knelpunt: Knelpunt,
  action: string,
  change: Updateable<KnelpuntTable>,
): Promise<Knelpunt> => {
  const stored = await context.db
    .updateTable('knelpunt')
    .set({ ...change, version: knelpunt.version + 1 })
    .where('gemeente', '=', context.gemeente)
    .where('id', '=', knelpunt.id)
    .where('version', '=', knelpunt.version)
    .returningAll()
    .executeTakeFirst();
  if (!stored) throw refusePlatform('changed_meanwhile', { status: 409 });
  context.record({ noun: 'knelpunt', objectId: knelpunt.id, action, ...sides(knelpunt, change) });
  return stored;
};

/** Takes one step in the life of a placement; throws `knelpunt_step_not_allowed`. */
export const movePlacement = async (
  context: Context,
  placement: Placement,
  step: PlacementStep,
  change: PlacementChange,
): Promise<Placement> => {
  const state = afterStep(placementMachine, placement.state, step);
  if (!state) throw refuse('knelpunt_step_not_allowed', { status: 409 });
  const changed = { ...change, state };
  const stored = await context.db
    .updateTable('knelpunt_placement')
    .set({ ...changed, version: placement.version + 1 })
    .where('gemeente', '=', context.gemeente)
    .where('id', '=', placement.id)
    .where('version', '=', placement.version)
    .returningAll()
    .executeTakeFirst();
  if (!stored) throw refusePlatform('changed_meanwhile', { status: 409 });
  context.record({
    noun: 'knelpunt_placement',
    objectId: placement.id,
    action: step,
    ...sides(placement, changed),
  });
  return stored;
};

/** Both sides of a change, of the columns that may be kept. */
const sides = (before: Readonly<Record<string, unknown>>, change: Readonly<Record<string, unknown>>) => {
  const columns = Object.keys(change).filter((column) => !FREE_TEXT.has(column));
  return {
    before: Object.fromEntries(columns.map((column) => [column, before[column] ?? null])),
    after: Object.fromEntries(columns.map((column) => [column, change[column] ?? null])),
  };
};
