import { type Context, defineCommand } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { refuse } from '../errors.ts';
import { othersOf } from '../neighbours/voices.ts';
import { identifiesPerson } from '../rules/identifies.ts';
import { ENDED_STATES, OPEN_STATES } from '../rules/signaal-states.ts';
import { insertFeedback } from '../store/feedback.ts';
import { insertWords, takeFiles } from '../store/insert.ts';
import { endWith } from './end.ts';
import { type OpenedVoice, openSignaal, openVoice } from './open.ts';
import { reopen } from './reopen.ts';

/** Who speaks for the reporter: himself with his code, or the desk while he stands there. */
interface Speaking {
  readonly signaalId: string;
  readonly hasCode: boolean;
  readonly channel: 'code' | 'desk' | 'phone';
  readonly text: string;
}

/**
 * Adds to a signaal what the reporter forgot; whoever joined adds to the root. Throws `text_missing`, `text_has_person`,
 * `step_not_allowed` when it ended.
 */
export const addToSignaal = defineCommand<Speaking & { draftId: string | null }, void>({
  name: 'signaal.add',
  action: 'signaal.add',
  run: async (context, input) => {
    const heard = await openVoice(context, input.signaalId, input.hasCode);
    const { signaal } = heard.root;
    mustBeSayable(input.text);
    if (signaal.state === 'closed' || signaal.state === 'withdrawn')
      throw refuse('step_not_allowed', { status: 409 });
    await say(context, heard, input, 'addition');
    await insertWords(context, signaal.id, input.text);
    await takeFiles(context, input.signaalId, input.draftId);
    context.emit('signaal.added', signaal.id);
  },
});

/**
 * Takes a signaal back; whoever holds a part sees it end. Where others joined it, the matter stays open for them and only
 * its first reporter leaves.
 */
export const withdrawSignaal = defineCommand<Speaking, void>({
  name: 'signaal.withdraw',
  action: 'signaal.withdraw',
  run: async (context, input) => {
    const opened = await openSignaal(context, input.signaalId, input.hasCode);
    if (input.text.trim() !== '') mustBeSayable(input.text);
    const text = input.text.trim() === '' ? '-' : input.text;
    if (!(await othersOf(context, opened.signaal.id)).some) {
      return endWith(context, opened, { step: 'withdraw', outcome: 'withdrawn', text });
    }
    if (!OPEN_STATES.includes(opened.signaal.state)) throw refuse('step_not_allowed', { status: 409 });
    await say(context, { root: opened, voiceId: null }, input, 'withdrawal');
    await silence(context, opened.signaal.id);
  },
});

/** Who left hears no more of it; the contact is wiped with the others, when the matter is closed. */
const silence = async (context: Context, signaalId: string): Promise<void> => {
  await context.db
    .updateTable('reporter')
    .set({ channel: 'none' })
    .where('gemeente', '=', context.gemeente)
    .where('signaal_id', '=', signaalId)
    .execute();
  context.record({ noun: 'reporter', objectId: signaalId, action: 'left', after: { channel: 'none' } });
};

/** "Opgelost": the verdict of a reporter or a joiner; the figure "opgelost volgens melder" counts it (P4). */
export const confirmSolved = defineCommand<Speaking, void>({
  name: 'signaal.confirm',
  action: 'signaal.object',
  run: async (context, input) => {
    const heard = await openVoice(context, input.signaalId, input.hasCode);
    if (!ENDED_STATES.includes(heard.root.signaal.state)) throw refuse('step_not_allowed', { status: 409 });
    if (input.text.trim() !== '') mustBeSayable(input.text);
    await say(context, heard, input, 'verdict', 'solved');
  },
});

/**
 * "Niet opgelost? Laat het weten": reopens what was ended, once, however many say so at the same moment; whoever joined
 * reopens the root. The reporter of something merged, while that still runs, says with it that his is another matter.
 * After the term only the desk reopens, while the reporter is there (C2.2, 0.2 D7, D10).
 * Throws `objection_too_late`, `text_missing`, `text_has_person`, `step_not_allowed`.
 */
export const objectToClosing = defineCommand<Speaking, void>({
  name: 'signaal.object',
  action: 'signaal.object',
  run: async (context, input) => {
    const heard = await openVoice(context, input.signaalId, input.hasCode);
    mustBeSayable(input.text);
    if (isOtherMatter(heard)) return objectTo(context, { ...heard, root: heard.own, voiceId: null }, input);
    if (await isOpenAgain(context, heard)) {
      await say(context, heard, input, 'objection', 'not_solved');
      await insertWords(context, heard.root.signaal.id, input.text);
      return;
    }
    await objectTo(context, heard, input);
  },
});

const objectTo = async (
  context: Context,
  heard: Pick<OpenedVoice, 'root' | 'voiceId'>,
  input: Speaking,
): Promise<void> => {
  const { signaal } = heard.root;
  if (input.channel === 'code' && (await isTermOver(context, signaal.id))) {
    throw refuse('objection_too_late', { status: 409 });
  }
  await reopen(context, heard.root, 'reporter');
  await say(context, heard, input, 'objection', 'not_solved');
  await insertWords(context, signaal.id, input.text);
};

/** Merged by a colleague, not joined by himself, into something that still runs. */
const isOtherMatter = ({ own, root, voiceId }: OpenedVoice): boolean =>
  voiceId !== null && !own.signaal.joined && OPEN_STATES.includes(root.signaal.state);

/** Another voice was first: this one counts as well, and opens nothing a second time. */
const isOpenAgain = async (context: Context, { root, voiceId }: OpenedVoice): Promise<boolean> => {
  const { id, state, reopenings } = root.signaal;
  if (reopenings === 0 || !OPEN_STATES.includes(state)) return false;
  return voiceId !== null || (await othersOf(context, id)).some;
};

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

const mustBeSayable = (text: string): void => {
  if (text.trim() === '') throw refuse('text_missing', { fields: { text: 'text_missing' } });
  if (identifiesPerson(text)) throw refuse('text_has_person', { fields: { text: 'text_has_person' } });
};

const say = (
  context: Context,
  { root, voiceId }: Pick<OpenedVoice, 'root' | 'voiceId'>,
  input: Speaking,
  kind: 'addition' | 'objection' | 'verdict' | 'withdrawal',
  verdict?: 'solved' | 'not_solved',
): Promise<string> =>
  insertFeedback(context, {
    signaalId: root.signaal.id,
    voiceId,
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
