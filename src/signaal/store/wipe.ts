import type { Context } from '#platform/command/command.ts';
import { identifiesPerson } from '../rules/identifies.ts';

/** What stands where a text was. */
export const WIPED_TEXT = '';

interface Wiping {
  /** The text goes with the contact when the guard had marked something in it (C5.6). */
  readonly alsoText: boolean;
  readonly action: 'wiped' | 'erased_on_request';
}

/**
 * Wipes the contact data of a signaal, and its words when they were marked; messages that still waited are cancelled.
 * The thread keeps working without, and the history is not touched. Gives how many contacts were wiped.
 */
export const wipeReporters = async (context: Context, signaalId: string, wiping: Wiping): Promise<number> => {
  const { db, gemeente, now } = context;
  const wiped = await db
    .updateTable('reporter')
    .set({
      sealed: null,
      name_index: null,
      mail_index: null,
      phone_index: null,
      postcode_index: null,
      wiped_at: now,
    })
    .where('gemeente', '=', gemeente)
    .where('signaal_id', '=', signaalId)
    .where('wiped_at', 'is', null)
    .returning('id')
    .execute();
  await db
    .updateTable('message')
    .set({ state: 'cancelled', settled_at: now })
    .where('gemeente', '=', gemeente)
    .where('object_id', '=', signaalId)
    .where('recipient_kind', '=', 'reporter')
    .where('state', 'in', ['queued', 'failed'])
    .execute();
  if (wiping.alsoText) await wipeWords(context, signaalId);
  context.record({
    noun: 'reporter',
    objectId: signaalId,
    action: wiping.action,
    after: { wiped: wiped.length, text_wiped: wiping.alsoText },
  });
  return wiped.length;
};

/** Wipes what a reporter wrote: the text, the note on the place, a street that names a person, and the words to search by. */
export const wipeWords = async ({ db, gemeente, now }: Context, signaalId: string): Promise<void> => {
  const place = await db
    .selectFrom('signaal')
    .select('street')
    .where('gemeente', '=', gemeente)
    .where('id', '=', signaalId)
    .executeTakeFirst();
  // A street may stay, unless the desk kept a person's name or house in it.
  const street = identifiesPerson(place?.street ?? '') ? { street: null, street_search: null } : {};
  await db
    .updateTable('signaal')
    .set({ text: null, text_wiped_at: now, place_note: null, ...street })
    .where('gemeente', '=', gemeente)
    .where('id', '=', signaalId)
    .execute();
  await db
    .updateTable('feedback')
    .set({ text: WIPED_TEXT, text_wiped_at: now })
    .where('gemeente', '=', gemeente)
    .where((row) =>
      row.or([
        row.and([row('signaal_id', '=', signaalId), row('voice_id', 'is', null)]),
        row('voice_id', '=', signaalId),
      ]),
    )
    .where('direction', '=', 'from_reporter')
    .execute();
  await db
    .deleteFrom('signaal_word')
    .where('gemeente', '=', gemeente)
    .where('signaal_id', '=', signaalId)
    .execute();
};
