import { type Context, defineCommand } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { refuse } from '../errors.ts';
import { identifiesPerson } from '../rules/identifies.ts';
import { ENDED_STATES } from '../rules/signaal-states.ts';
import { reopeningLimit } from '../settings.ts';
import { insertFeedback } from '../store/feedback.ts';
import { insertWords, takeFiles } from '../store/insert.ts';
import { tellReporters } from '../store/messages.ts';
import { moveSignaal } from '../store/move.ts';
import { resolveOwner } from '../store/routing.ts';
import { settleTerms, startTerms } from '../store/terms.ts';
import { endWith } from './end.ts';
import { startAssignment } from './offer.ts';
import { type OpenedSignaal, openSignaal } from './open.ts';

/** Who speaks for the reporter: himself with his code, or the desk while he stands there. */
interface Speaking {
  readonly signaalId: string;
  readonly hasCode: boolean;
  readonly channel: 'code' | 'desk' | 'phone';
  readonly text: string;
}

/** Adds to a signaal what the reporter forgot. Throws `text_missing`, `text_has_person`, `step_not_allowed` when it ended. */
export const addToSignaal = defineCommand<Speaking & { draftId: string | null }, void>({
  name: 'signaal.add',
  action: 'signaal.add',
  run: async (context, input) => {
    const { signaal } = await openSignaal(context, input.signaalId, input.hasCode);
    mustBeSayable(input.text);
    if (signaal.state === 'closed' || signaal.state === 'withdrawn')
      throw refuse('step_not_allowed', { status: 409 });
    await say(context, input, 'addition');
    await insertWords(context, signaal.id, input.text);
    await takeFiles(context, signaal.id, input.draftId);
    context.emit('signaal.added', signaal.id);
  },
});

/** Takes a signaal back; whoever holds a part sees it end. */
export const withdrawSignaal = defineCommand<Speaking, void>({
  name: 'signaal.withdraw',
  action: 'signaal.withdraw',
  run: async (context, input) => {
    const opened = await openSignaal(context, input.signaalId, input.hasCode);
    if (input.text.trim() !== '') mustBeSayable(input.text);
    const text = input.text.trim() === '' ? '-' : input.text;
    await endWith(context, opened, { step: 'withdraw', outcome: 'withdrawn', text });
  },
});

/** "Opgelost": the reporter's verdict; the figure "opgelost volgens melder" counts it (P4). */
export const confirmSolved = defineCommand<Speaking, void>({
  name: 'signaal.confirm',
  action: 'signaal.object',
  run: async (context, input) => {
    const { signaal } = await openSignaal(context, input.signaalId, input.hasCode);
    if (!ENDED_STATES.includes(signaal.state)) throw refuse('step_not_allowed', { status: 409 });
    if (input.text.trim() !== '') mustBeSayable(input.text);
    await say(context, input, 'verdict', 'solved');
  },
});

/**
 * "Niet opgelost? Laat het weten": reopens at the department that did the work, which replies in three working days.
 * The reporter may do so twice in the term; a third time goes to the wijkregisseur and the complaint route. After the
 * term only the desk reopens, while the reporter is there (C2.2, 0.2 D7, D10).
 * Throws `objection_too_late`, `text_missing`, `text_has_person`, `step_not_allowed`.
 */
export const objectToClosing = defineCommand<Speaking, void>({
  name: 'signaal.object',
  action: 'signaal.object',
  run: async (context, input) => {
    const opened = await openSignaal(context, input.signaalId, input.hasCode);
    const { signaal, settings } = opened;
    mustBeSayable(input.text);
    if (input.channel === 'code' && (await isTermOver(context, signaal.id))) {
      throw refuse('objection_too_late', { status: 409 });
    }
    const reopenings = signaal.reopenings + 1;
    const tooOften = reopenings > settings.get(reopeningLimit);
    const holder = tooOften ? null : lastHolder(opened);
    const owner = await resolveOwner(
      context,
      holder
        ? { queue: 'department', departmentId: holder, reason: 'reopened' }
        : { queue: tooOften ? 'wijkregisseur' : 'desk', reason: 'reopened' },
    );
    await moveSignaal(context, signaal, 'reopen', {
      reopenings,
      queue: owner.queue,
      owner_department_id: owner.departmentId,
      route_reason: owner.reason,
      outcome: null,
      duplicate_of: null,
      closed_at: null,
      planned_on: null,
      hear_by: null,
    });
    await settleTerms(context, [signaal.id], 'all', 'cancelled');
    await say(context, input, 'objection', 'not_solved');
    await insertWords(context, signaal.id, input.text);
    await startTerms(context, settings, ['status'], { kind: 'signaal', id: signaal.id });
    if (holder) {
      await startAssignment(context, settings, {
        signaalId: signaal.id,
        departmentId: holder,
        offeredBy: 'reopening',
      });
    } else {
      await startTerms(context, settings, ['triage', 'triage_late'], { kind: 'signaal', id: signaal.id });
    }
    await tellReporters(context, signaal.id, 'reopened');
    context.emit('signaal.reopened', signaal.id);
  },
});

/** Whether the days for an objection have passed, to the millisecond and whether or not the sweep has run. */
const isTermOver = async ({ db, gemeente, now }: Context, signaalId: string): Promise<boolean> => {
  const [term] = await runSql<{ due_at: Date }>(
    db,
    `select due_at from term where gemeente = $1 and object_id = $2 and kind = 'objection' and state = 'open'
     order by due_at desc limit 1`,
    [gemeente, signaalId],
  );
  return !term || term.due_at < now;
};

/** The department that did the work last; null when the desk answered it itself. */
const lastHolder = ({ assignments }: OpenedSignaal): string | null =>
  assignments.findLast(({ state }) => state === 'done')?.department_id ?? null;

const mustBeSayable = (text: string): void => {
  if (text.trim() === '') throw refuse('text_missing', { fields: { text: 'text_missing' } });
  if (identifiesPerson(text)) throw refuse('text_has_person', { fields: { text: 'text_has_person' } });
};

const say = (
  context: Context,
  input: Speaking,
  kind: 'addition' | 'objection' | 'verdict',
  verdict?: 'solved' | 'not_solved',
): Promise<string> =>
  insertFeedback(context, {
    signaalId: input.signaalId,
    direction: 'from_reporter',
    kind,
    text: input.text.trim() === '' ? '-' : input.text,
    channel: input.channel,
    ...(verdict ? { verdict } : {}),
  });

/** The gate: an individual case leaves no content, only a count per area and month (C5.1, 0.2 D8). */
export const referToCare = defineCommand<
  { buurtId: string | null; channel: string; referredTo: string; warm: boolean },
  void
>({
  name: 'care.refer',
  action: 'care.refer',
  run: async (context, input) => {
    context.allow();
    const { db, gemeente, today } = context;
    // A place that was not told counts under the nil id: the count stays, the place is honestly unknown.
    const buurtId = input.buurtId ?? '00000000-0000-0000-0000-000000000000';
    await db
      .insertInto('gate_count')
      .values({
        gemeente,
        month: `${today.slice(0, 7)}-01`,
        buurt_id: buurtId,
        channel: input.channel,
        referred_to: input.referredTo,
        warm_handover: input.warm,
        used: 1,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['gemeente', 'month', 'buurt_id', 'channel', 'referred_to', 'warm_handover'])
          .doUpdateSet((row) => ({ used: row('gate_count.used', '+', 1) })),
      )
      .execute();
    context.record({
      noun: 'gate_count',
      objectId: newId(),
      action: 'referred',
      after: { channel: input.channel, referred_to: input.referredTo, warm_handover: input.warm },
    });
  },
});
