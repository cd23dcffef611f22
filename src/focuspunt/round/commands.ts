import { isPlainDate, plusMonths, startOfDay } from '#platform/calendar/index.ts';
import { type Context, defineCommand } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { startTerm } from '#platform/terms.ts';
import { guardTexts } from '../focuspunt/guarded.ts';
import { nextNumber } from '../focuspunt/number.ts';
import { roundMonths } from '../focuspunt/settings.ts';
import {
  changeFocuspunt,
  type Focuspunt,
  lockFocuspunt,
  moveFocuspunt,
  settingsOf,
} from '../focuspunt/store.ts';
import { refuse } from './errors.ts';
import { lockRound, moveRound } from './store.ts';

/**
 * Opens a round; the next one is asked for after the months of the settings (0.2 D3). Gives its id. Days are `YYYY-MM-DD`.
 * Throws `round_title_missing`, `round_day_missing`.
 */
export const openRound = defineCommand<
  { readonly title: string; readonly startsOn: string; readonly decisionOn: string | null },
  string
>({
  name: 'round.open',
  action: 'round.manage',
  run: async (context, input) => {
    context.allow();
    const title = input.title.trim();
    if (title === '') throw refuse('round_title_missing', { fields: { title: 'round_title_missing' } });
    if (!isPlainDate(input.startsOn)) {
      throw refuse('round_day_missing', { fields: { starts_on: 'round_day_missing' } });
    }
    guardTexts({ title });
    const id = newId();
    const number = Number(await nextNumber(context, 'focus_round'));
    await context.db
      .insertInto('focus_round')
      .values({
        gemeente: context.gemeente,
        id,
        number,
        title,
        state: 'gathering',
        starts_on: input.startsOn,
        decision_on: input.decisionOn,
      })
      .execute();
    const months = (await settingsOf(context)).get(roundMonths);
    const next = startOfDay(plusMonths(input.startsOn, months));
    await startTerm(context, 'focus_round', { kind: 'focus_round', id }, next);
    context.record({
      noun: 'focus_round',
      objectId: id,
      action: 'open',
      after: { number, state: 'gathering' },
    });
    return id;
  },
});

const INTO_ROUND: readonly Focuspunt['state'][] = ['proposed', 'consulting', 'with_college', 'held'];

/** Puts a focuspunt in a round that is still gathering, or takes it out (`roundId` null). */
export const moveToRound = defineCommand<
  { readonly focuspuntId: string; readonly roundId: string | null },
  void
>({
  name: 'round.gather',
  action: 'round.manage',
  run: async (context, input) => {
    context.allow();
    const focuspunt = await lockFocuspunt(context, input.focuspuntId);
    if (!INTO_ROUND.includes(focuspunt.state)) throw refuse('round_closed', { status: 409 });
    for (const id of new Set([focuspunt.round_id, input.roundId])) {
      if (id === null) continue;
      const round = await lockRound(context, id);
      const isOver = id === focuspunt.round_id && (round.state === 'decided' || round.state === 'released');
      if (round.state !== 'gathering' && !isOver) throw refuse('round_closed', { status: 409 });
    }
    await changeFocuspunt(context, focuspunt, 'gather', { round_id: input.roundId });
  },
});

const pointsOf = async ({ db, gemeente }: Context, roundId: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('focuspunt')
    .select('id')
    .where('gemeente', '=', gemeente)
    .where('round_id', '=', roundId)
    .orderBy('number')
    .limit(100)
    .execute();
  return rows.map(({ id }) => id);
};

/**
 * Makes the collegevoorstel: from now on each point waits for the college. What residents and wijkteam were never asked about
 * is refused, for then the thread would be lost; a term that still runs is only warned of (0.2 D4). Throws `round_empty`,
 * `round_text_missing`, `round_point_not_asked`.
 */
export const proposeRound = defineCommand<{ readonly roundId: string; readonly proposalText: string }, void>({
  name: 'round.propose',
  action: 'round.manage',
  run: async (context, input) => {
    context.allow();
    const text = input.proposalText.trim();
    if (text === '') throw refuse('round_text_missing', { fields: { proposal_text: 'round_text_missing' } });
    guardTexts({ proposal_text: text });
    const ids = await pointsOf(context, input.roundId);
    if (ids.length === 0) throw refuse('round_empty');
    for (const id of ids) {
      const focuspunt = await lockFocuspunt(context, id);
      if (focuspunt.state === 'proposed') throw refuse('round_point_not_asked');
      if (focuspunt.state === 'consulting') await moveFocuspunt(context, focuspunt, 'to_college');
      if (focuspunt.state === 'held')
        await moveFocuspunt(context, focuspunt, 'bring_back', { held_until: null });
    }
    const round = await lockRound(context, input.roundId);
    await moveRound(context, round, 'propose', { proposal_text: text });
    context.emit('focus_round.proposed', round.id);
  },
});
