import type { Selectable } from 'kysely';
import type { Context } from '#platform/command/command.ts';
import { lockRow, type RowChange, storeRow } from '#platform/command/rows.ts';
import type { FocusRoundTable } from '#platform/database/schema.gen.ts';
import { afterStep } from '#platform/state-machine.ts';
import { refuse } from './errors.ts';
import { type RoundStep, roundMachine } from './states.ts';

/** A round as it is stored. */
export type Round = Selectable<FocusRoundTable>;

/** Loads a round and holds its row until the transaction ends. */
export const lockRound = (where: Pick<Context, 'db' | 'gemeente'>, id: string): Promise<Round> =>
  lockRow(where, 'focus_round', id);

/** Takes one step in the life of a round. Throws `round_step_not_allowed`. */
export const moveRound = async (
  context: Context,
  round: Round,
  step: RoundStep,
  change: Omit<RowChange<'focus_round'>, 'state'> = {},
): Promise<Round> => {
  const state = afterStep(roundMachine, round.state, step);
  if (!state) throw refuse('round_step_not_allowed', { status: 409 });
  const stored = await storeRow(context, 'focus_round', round, { ...change, state });
  context.record({
    noun: 'focus_round',
    objectId: round.id,
    action: step,
    before: { state: round.state },
    after: { state },
  });
  return stored;
};

/** The focuspunten of a round that the college has not decided on yet. */
export const undecidedIn = async (
  { db, gemeente }: Pick<Context, 'db' | 'gemeente'>,
  roundId: string,
): Promise<number> => {
  const rows = await db
    .selectFrom('focuspunt')
    .select('id')
    .where('gemeente', '=', gemeente)
    .where('round_id', '=', roundId)
    .where('state', 'in', ['proposed', 'consulting', 'with_college'])
    .limit(100)
    .execute();
  return rows.length;
};

/** When the last point of a proposed round is decided, the round is; whoever decides at the same time waits for the row. */
export const closeWhenDecided = async (context: Context, roundId: string | null): Promise<void> => {
  if (roundId === null) return;
  const round = await lockRound(context, roundId);
  if (round.state !== 'proposed' || (await undecidedIn(context, roundId)) > 0) return;
  await moveRound(context, round, 'decide', { decision_on: context.today });
  context.emit('focus_round.decided', roundId);
};
