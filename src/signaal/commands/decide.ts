import { isPlainDate, plusDays } from '#platform/calendar/index.ts';
import { defineCommand } from '#platform/command/command.ts';
import { refuse } from '../errors.ts';
import { postponeDays } from '../settings.ts';
import { insertNote } from '../store/feedback.ts';
import type { Signaal } from '../store/load.ts';
import { tellReporters } from '../store/messages.ts';
import { changeSignaal } from '../store/move.ts';
import { resolveOwner } from '../store/routing.ts';
import { settleTerms, startTermOnDay } from '../store/terms.ts';
import { endWith } from './end.ts';
import { openSignaal } from './open.ts';

const mustWaitHere = ({ state, queue }: Signaal): void => {
  const waits = state === 'received' || state === 'reopened';
  if (!waits || queue !== 'wijkregisseur') throw refuse('step_not_allowed', { status: 409 });
};

/** "Vraag de balie": the wijkregisseur asks the desk one thing; it comes back as any doubt of the desk does. Throws `reason_missing`. */
export const askDesk = defineCommand<{ signaalId: string; line: string }, void>({
  name: 'signaal.ask_desk',
  action: 'signaal.decide',
  run: async (context, input) => {
    const { signaal } = await openSignaal(context, input.signaalId);
    mustWaitHere(signaal);
    if (input.line.trim() === '') throw refuse('reason_missing', { fields: { line: 'reason_missing' } });
    const owner = await resolveOwner(context, { queue: 'desk', reason: 'asked_by_wijkregisseur' });
    await changeSignaal(context, signaal, 'to_desk', {
      queue: owner.queue,
      owner_department_id: owner.departmentId,
      route_reason: owner.reason,
    });
    await insertNote(context, signaal.id, input.line);
  },
});

/** "Nu niet": the reporter hears why, in the wijkregisseur's own words; that is the outcome. Throws `answer_missing`. */
export const declineNow = defineCommand<{ signaalId: string; text: string }, void>({
  name: 'signaal.not_now',
  action: 'signaal.decide',
  run: async (context, input) => {
    const opened = await openSignaal(context, input.signaalId);
    mustWaitHere(opened.signaal);
    await endWith(context, opened, { step: 'answer', outcome: 'not_with_explanation', text: input.text });
  },
});

/**
 * "Uitstellen": off the list until a day, which the reporter hears as "u hoort uiterlijk" (D13). No further than the
 * setting allows. Throws `date_missing`, `date_in_past`, `postponed_too_far`.
 */
export const postponeSignaal = defineCommand<{ signaalId: string; until: string }, void>({
  name: 'signaal.postpone',
  action: 'signaal.decide',
  run: async (context, input) => {
    const { signaal, settings } = await openSignaal(context, input.signaalId);
    mustWaitHere(signaal);
    const { until } = input;
    const last = plusDays(context.today, settings.get(postponeDays));
    if (!isPlainDate(until)) throw refuse('date_missing', { fields: { until: 'date_missing' } });
    if (until <= context.today) throw refuse('date_in_past', { fields: { until: 'date_in_past' } });
    if (until > last) throw refuse('postponed_too_far', { fields: { until: 'postponed_too_far' } });
    await changeSignaal(context, signaal, 'postponed', { postponed_until: until, hear_by: until });
    await settleTerms(context, [signaal.id], ['triage', 'triage_late', 'hear_by'], 'cancelled');
    await startTermOnDay(context, 'hear_by', { kind: 'signaal', id: signaal.id }, until);
    await tellReporters(context, signaal.id, 'planned', {
      planned_on: null,
      hear_by: until,
      feedbackId: null,
    });
  },
});
