import { endOfTerm, readSettings } from '#gemeente/index.ts';
import { endOfDay } from '#platform/calendar/index.ts';
import type { Context } from '#platform/command/command.ts';
import { startTerm } from '#platform/terms.ts';
import { knelpuntTerms } from '../settings.ts';

/** What a term of this room is about. */
export interface KnelpuntTermObject {
  readonly kind: 'knelpunt' | 'knelpunt_placement';
  readonly id: string;
}

/** Starts terms of the settings about a knelpunt or a placement. */
export const startKnelpuntTerms = async (
  context: Context,
  kinds: readonly (keyof typeof knelpuntTerms)[],
  objects: readonly KnelpuntTermObject[],
): Promise<void> => {
  const settings = await readSettings(context.db, context.gemeente, context.today);
  for (const kind of kinds) {
    const due = endOfTerm(settings, knelpuntTerms[kind], context.now);
    for (const object of objects) await startTerm(context, kind, object, due);
  }
};

/** Starts the term that ends with the day that a department promised, `YYYY-MM-DD`. */
export const startPlannedTerm = (context: Context, placementId: string, day: string): Promise<void> =>
  startTerm(context, 'knelpunt_planned', { kind: 'knelpunt_placement', id: placementId }, endOfDay(day));
