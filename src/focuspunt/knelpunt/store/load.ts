import type { Selectable } from 'kysely';
import { areaBuurten } from '#gemeente/index.ts';
import { reachesObject } from '#people/index.ts';
import type { Command, Context } from '#platform/command/command.ts';
import { lockRow } from '#platform/command/rows.ts';
import type { KnelpuntPlacementTable, KnelpuntTable } from '#platform/database/schema.gen.ts';
import { notFound, Refusal, refuse } from '#platform/errors.ts';
import type { Holding } from '#platform/policy/principal.ts';

/** A knelpunt as it is stored. */
export type Knelpunt = Selectable<KnelpuntTable>;
/** One department's part of a knelpunt, as it is stored. */
export type Placement = Selectable<KnelpuntPlacementTable>;

/** A knelpunt that this person may act on, held until the transaction ends. */
export interface OpenedKnelpunt {
  readonly knelpunt: Knelpunt;
  readonly placements: readonly Placement[];
  /** The holding of the role matrix that allowed it. */
  readonly holding: Holding | null;
}

/** Loads a knelpunt and holds its row, so that two deciders go one after the other. Throws "not found". */
export const lockKnelpunt = (context: Context, id: string): Promise<Knelpunt> =>
  lockRow(context, 'knelpunt', id);

/** All placements of a knelpunt, in the order in which they were offered; at most 200. */
export const placementsOf = (context: Context, knelpuntId: string): Promise<Placement[]> =>
  context.db
    .selectFrom('knelpunt_placement')
    .selectAll()
    .where('gemeente', '=', context.gemeente)
    .where('knelpunt_id', '=', knelpuntId)
    .orderBy('offered_at')
    .orderBy('id')
    .limit(200)
    .execute();

/**
 * Loads a knelpunt for a command and asks the gate with what was loaded: its area, and the departments with a part in it
 * (only `departmentId` when the act is about one placement). "Not found" for whoever could not even read it.
 */
export const openKnelpunt = async (
  context: Context,
  knelpuntId: string,
  placementId?: string,
): Promise<OpenedKnelpunt> => {
  const knelpunt = await lockKnelpunt(context, knelpuntId);
  const placements = await placementsOf(context, knelpunt.id);
  const buurtIds = await areaBuurten(context.db, context.gemeente, context.today, knelpunt.area_id);
  const facts = { buurtIds, departmentIds: placements.map(({ department_id }) => department_id) };
  const mine = placements.find(({ id }) => id === placementId);
  if (placementId !== undefined && !mine) throw notFound();
  const asked = mine ? { ...facts, departmentIds: [mine.department_id] } : facts;
  try {
    return { knelpunt, placements, holding: context.allow(reachesObject(context.principal, asked)) };
  } catch (error) {
    const fits = reachesObject(context.principal, facts);
    const mayRead = context.world.gate(context.principal, 'knelpunt.read', fits).ok;
    throw error instanceof Refusal && !mayRead ? notFound() : error;
  }
};

/**
 * The same command, refused with `changed_meanwhile` when the knelpunt is no longer as the sender of a form saw it. The
 * command speaks first: whoever may not act learns nothing from a version.
 */
export const atVersion = <Input extends { readonly knelpuntId: string }, Output>(
  command: Command<Input, Output>,
  seen: number,
): Command<Input, Output> => ({
  ...command,
  run: async (context, input) => {
    const { version } = await lockKnelpunt(context, input.knelpuntId);
    const output = await command.run(context, input);
    if (version !== seen) throw refuse('changed_meanwhile', { status: 409 });
    return output;
  },
});
