import type { Updateable } from 'kysely';
import type { Context } from '#platform/command/command.ts';
import type { SignaalTable } from '#platform/database/schema.gen.ts';
import { refuse } from '../errors.ts';
import { othersOf } from '../neighbours/voices.ts';
import { ACTIVE_STATES } from '../rules/assignment-states.ts';
import type { SignaalStep } from '../rules/signaal-states.ts';
import { insertFeedback } from '../store/feedback.ts';
import { tellReporters } from '../store/messages.ts';
import { moveSignaal } from '../store/move.ts';
import { dueAt, settleTerms, startTermUntil } from '../store/terms.ts';
import type { OpenedSignaal } from './open.ts';

type Outcome = NonNullable<SignaalTable['outcome']>;

interface Ending {
  readonly step: Extract<SignaalStep, 'answer' | 'mark_duplicate' | 'refer' | 'complete' | 'withdraw'>;
  readonly outcome: Outcome;
  /** What the reporter reads: in plain words, in one voice. */
  readonly text: string;
  readonly change?: Omit<Updateable<SignaalTable>, 'gemeente' | 'id' | 'state' | 'version'>;
}

/**
 * Ends a signaal: outcome, feedback and message to the reporter in his channel, all in one transaction; then the
 * reporter has fourteen days, or 28 when he or whoever joined gets a letter, to say "niet opgelost" (C2.2, 0.2 D9). Without a word to the reporter
 * nothing ends: throws `answer_missing`. Parts that other departments still hold end with it.
 */
export const endWith = async (context: Context, opened: OpenedSignaal, ending: Ending): Promise<void> => {
  if (ending.text.trim() === '') throw refuse('answer_missing', { fields: { answer: 'answer_missing' } });
  const { signaal, assignments, settings } = opened;
  const moved = await moveSignaal(context, signaal, ending.step, {
    ...ending.change,
    outcome: ending.outcome,
  });
  const feedbackId = await insertFeedback(context, {
    signaalId: signaal.id,
    direction: 'to_reporter',
    kind: ending.outcome === 'withdrawn' ? 'withdrawal' : 'outcome',
    text: ending.text,
    channel: signaal.answer_channel,
  });
  await settleTerms(context, [signaal.id, ...assignments.map(({ id }) => id)], 'all', 'met');
  await endOpenParts(context, opened, ending);
  const byLetter = signaal.answer_channel === 'letter' || (await othersOf(context, signaal.id)).letter;
  const key = byLetter ? 'objection_letter' : 'objection';
  await startTermUntil(
    context,
    'objection',
    { kind: 'signaal', id: signaal.id },
    dueAt(settings, key, context.now),
  );
  await tellReporters(context, signaal.id, 'outcome', { feedbackId, outcome: moved.outcome });
  context.emit('signaal.ended', signaal.id);
};

/** A part that nobody has to do any more is closed with the outcome of the whole. */
const endOpenParts = async (
  context: Context,
  { signaal, assignments }: OpenedSignaal,
  ending: Ending,
): Promise<void> => {
  const open = assignments.filter(({ state }) => ACTIVE_STATES.includes(state));
  if (open.length === 0 || ending.step === 'complete') return;
  const outcome =
    ending.outcome === 'duplicate' || ending.outcome === 'withdrawn' ? ending.outcome : 'handed_over';
  await context.db
    .updateTable('assignment')
    .set({ state: 'done', outcome, answer: ending.text, state_since: context.now })
    .where('gemeente', '=', context.gemeente)
    .where('signaal_id', '=', signaal.id)
    .where('state', 'in', [...ACTIVE_STATES])
    .execute();
  for (const part of open) {
    context.record({
      noun: 'assignment',
      objectId: part.id,
      action: 'ended_with_signaal',
      before: { state: part.state },
      after: { state: 'done', outcome },
    });
  }
};
