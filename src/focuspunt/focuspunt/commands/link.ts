import { defineCommand } from '#platform/command/command.ts';
import { isId } from '#platform/database/ids.ts';
import { refuse } from '../errors.ts';
import { lockFocuspunt } from '../store.ts';
import { openFocuspunt } from './prepare.ts';

/** A focuspunt that takes in what is found later: from its proposal until it is over. */
const OPEN_STATES: readonly string[] = [
  'proposed',
  'consulting',
  'with_college',
  'held',
  'set',
  'council_informed',
  'running',
  'yearly_test',
];

/** A knelpunt that somebody looked at, and that is not settled yet. */
const OPEN_KNELPUNTEN = ['investigated', 'placed', 'insufficient', 'candidate'] as const;

/**
 * Takes a knelpunt in under a focuspunt that exists already: what residents say later belongs to the same thread (rapport
 * L327-331). Doing it again changes nothing. Throws `knelpunt_not_open`, `step_not_allowed` for a focuspunt that is over.
 */
export const takeKnelpunt = defineCommand<
  { readonly focuspuntId: string; readonly knelpuntId: string },
  void
>({
  name: 'focuspunt.take_knelpunt',
  action: 'focuspunt.prepare',
  run: async (context, { focuspuntId, knelpuntId }) => {
    await openFocuspunt(context, focuspuntId);
    const focuspunt = await lockFocuspunt(context, focuspuntId);
    if (!OPEN_STATES.includes(focuspunt.state)) throw refuse('step_not_allowed', { status: 409 });
    const { db, gemeente } = context;
    const knelpunt = isId(knelpuntId)
      ? await db
          .selectFrom('knelpunt')
          .select('id')
          .where('gemeente', '=', gemeente)
          .where('id', '=', knelpuntId)
          .where('area_id', '=', focuspunt.area_id)
          .where('state', 'in', [...OPEN_KNELPUNTEN])
          .executeTakeFirst()
      : undefined;
    if (!knelpunt) throw refuse('knelpunt_not_open', { fields: { knelpunt: 'knelpunt_not_open' } });
    const added = await db
      .insertInto('focuspunt_knelpunt')
      .values({ gemeente, focuspunt_id: focuspuntId, knelpunt_id: knelpunt.id })
      .onConflict((conflict) => conflict.doNothing())
      .returning('knelpunt_id')
      .executeTakeFirst();
    if (!added) return;
    context.record({
      noun: 'focuspunt',
      objectId: focuspuntId,
      action: 'took_knelpunt',
      after: { knelpunt_id: knelpunt.id },
    });
    context.emit('focuspunt.took_knelpunt', focuspuntId);
  },
});
