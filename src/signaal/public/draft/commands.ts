import { readSettings } from '#gemeente/index.ts';
import { type Context, defineCommand, runInside } from '#platform/command/command.ts';
import { isId, newId } from '#platform/database/ids.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import type { Photo } from '#platform/files/photo.ts';
import { countUse } from '#platform/rate-count.ts';
import type { Lang } from '#platform/texts/catalogue.ts';
import { giveSignaal } from '../../commands/give.ts';
import type { GiveSignaal, Receipt } from '../../commands/give-input.ts';
import { refuse } from '../../errors.ts';
import { joinSignaal } from '../../neighbours/join.ts';
import { findOffers, type Telling } from '../../neighbours/offer.ts';
import type { AnswerChannel, Contact } from '../../store/contact.ts';
import { dueAt, settingsOf } from '../../store/terms.ts';
import { sendsPerHour } from '../settings.ts';
import type { DraftContent, DraftPlace } from './content.ts';
import { dropPhotos, insertPhotos, MOST_PHOTOS } from './photos.ts';
import { type Draft, type DraftKeys, draftHash, findDraft, NO_CONTENT, sealDraft } from './store.ts';

// A draft is the visitor's own scrap of paper, gone after a day: it has no history. What is sent from it has.

/** The first page: a text that the guard let through, and photos that were made anew. */
interface KeptText {
  /** The draft that is changed; null, unknown or expired makes a new one. */
  readonly draftId: string | null;
  readonly browserKey: string;
  readonly text: Pick<DraftContent, 'kind' | 'text' | 'gate'>;
  readonly photos: readonly Photo[];
  readonly droppedPhotos: readonly string[];
}

/** Keeps the first page. Throws `photo_too_many`. Gives the id of the draft. */
export const keepText = defineCommand<KeptText, string>({
  name: 'draft.keep_text',
  action: 'signaal.give',
  run: async (context, input) => {
    context.allow();
    const known = input.draftId ? await locked(context, input.browserKey, input.draftId) : null;
    const draft = known?.content ? known : null;
    const content = { ...input.text, place: draft?.content?.place ?? null, joins: null };
    const dropped = input.droppedPhotos.filter(isId);
    const staying = (draft?.photos ?? []).filter((id) => !dropped.includes(id));
    if (staying.length + input.photos.length > MOST_PHOTOS) {
      throw refuse('photo_too_many', { fields: { foto: 'photo_too_many' } });
    }
    const id = draft?.id ?? newId();
    if (draft) await replaceContent(context, id, content);
    else await insertDraft(context, { draftId: id, browserKey: input.browserKey }, content);
    await dropPhotos(context.db, context.gemeente, id, dropped);
    await insertPhotos(context, id, input.photos);
    return id;
  },
});

/** Keeps the second page. Throws `draft_gone`. */
export const keepPlace = defineCommand<DraftKeys & { place: DraftPlace }, void>({
  name: 'draft.keep_place',
  action: 'signaal.give',
  run: async (context, { place, draftId, browserKey }) => {
    context.allow();
    const draft = await mustFind(context, { draftId, browserKey });
    if (draft.content) await replaceContent(context, draft.id, { ...draft.content, place, joins: null });
  },
});

/**
 * Keeps which report of somebody else this one joins, or that it joins none. Only what was offered can be chosen.
 * Throws `draft_gone`, `duplicate_unknown`.
 */
export const keepJoining = defineCommand<DraftKeys & { originalId: string | null }, void>({
  name: 'draft.keep_joining',
  action: 'signaal.join',
  run: async (context, { originalId, draftId, browserKey }) => {
    context.allow();
    const draft = await mustFind(context, { draftId, browserKey });
    const { content } = draft;
    if (!content?.place) return;
    const offers = originalId === null ? [] : await findOffers(context, tellingOf(content, content.place));
    if (originalId !== null && !offers.some(({ id }) => id === originalId)) {
      throw refuse('duplicate_unknown', { fields: { aansluiten: 'duplicate_unknown' } });
    }
    await replaceContent(context, draft.id, { ...content, joins: originalId });
  },
});

/** Throws a draft away with its photos: nothing of a case about a person stays (0.2 D8). */
export const forgetDraft = defineCommand<DraftKeys, void>({
  name: 'draft.forget',
  action: 'care.refer',
  run: async (context, keys) => {
    context.allow();
    const draft = await locked(context, keys.browserKey, keys.draftId);
    if (!draft || draft.resultId) return;
    await dropPhotos(context.db, context.gemeente, draft.id, draft.photos);
    await runSql(context.db, 'delete from draft where gemeente = $1 and id = $2', [
      context.gemeente,
      draft.id,
    ]);
  },
});

/** The last page, sent at once with the two before it. */
interface SendReport extends DraftKeys {
  readonly visitor: string;
  readonly contact: Contact;
  readonly helper: Contact;
  readonly answerChannel: AnswerChannel;
  readonly lang: Lang;
}

const HOUR = 3_600;

/**
 * Sends a draft: one draft gives one signaal, however often and however fast the button is pressed. What was sent leaves the
 * draft, which only remembers what became of it. Throws `draft_gone`, `place_missing`, `sent_too_often` and the
 * refusals of {@link giveSignaal}.
 */
export const sendReport = defineCommand<SendReport, Receipt>({
  name: 'draft.send',
  action: 'signaal.give',
  run: async (context, input) => {
    context.allow();
    const draft = await mustFind(context, input);
    if (draft.resultId) return { signaalId: draft.resultId, repeated: true };
    const { content } = draft;
    if (!content?.place) throw refuse('place_missing', { fields: { straat: 'place_missing' } });
    await mustBeCalm(context, input.visitor);
    const { world, gemeente, principal, db } = context;
    const gift = giftOf(content, content.place, input);
    const receipt = content.joins
      ? await runInside(world, gemeente, principal, db, joinSignaal, { ...gift, originalId: content.joins })
      : await runInside(world, gemeente, principal, db, giveSignaal, gift);
    await db
      .updateTable('draft')
      .set({ content: NO_CONTENT, result_id: receipt.signaalId })
      .where('gemeente', '=', gemeente)
      .where('id', '=', draft.id)
      .execute();
    return receipt;
  },
});

const giftOf = (content: DraftContent, place: DraftPlace, input: SendReport): GiveSignaal => ({
  kind: content.kind,
  source: 'resident',
  channel: 'web',
  text: content.text,
  place: toldPlace(place),
  categoryId: null,
  urgent: false,
  contact: input.contact,
  helper: input.helper,
  answerChannel: input.answerChannel,
  lang: input.lang,
  draftId: input.draftId,
  idempotencyKey: `draft ${input.draftId}`,
  override: null,
  deskUnsure: null,
});

/** A draft as the search for neighbours looks at it. */
export const tellingOf = ({ kind, text }: DraftContent, place: DraftPlace): Telling => ({
  kind,
  text,
  place: toldPlace(place),
});

/** "De hele buurt" is the buurt; a street that was named beside it still helps to find the spot. */
const toldPlace = ({ wholeBuurt, street, note, buurtId, lat, lon }: DraftPlace) =>
  wholeBuurt
    ? { street: '', note: [street, note].filter(Boolean).join(', '), buurtId, lat: null, lon: null }
    : { street, note, buurtId, lat, lon };

/** Somebody who sends many reports an hour is asked to call instead; only what was really sent counts. */
const mustBeCalm = async (context: Context, visitor: string): Promise<void> => {
  const { db, gemeente, now, today } = context;
  const settings = await readSettings(db, gemeente, today);
  const used = await countUse(db, gemeente, `melding:${visitor}`, now, HOUR);
  if (used > settings.get(sendsPerHour)) throw refuse('sent_too_often', { status: 429 });
};

const locked = (context: Context, browserKey: string, draftId: string): Promise<Draft | null> =>
  findDraft({ ...context, keyring: context.world.keyring }, { draftId, browserKey }, true);

const mustFind = async (context: Context, { draftId, browserKey }: DraftKeys): Promise<Draft> => {
  const draft = await locked(context, browserKey, draftId);
  if (!draft) throw refuse('draft_gone', { status: 410 });
  return draft;
};

const replaceContent = async (context: Context, id: string, content: DraftContent): Promise<void> => {
  const { db, gemeente, world } = context;
  await db
    .updateTable('draft')
    .set({ content: sealDraft(world.keyring, gemeente, id, content) })
    .where('gemeente', '=', gemeente)
    .where('id', '=', id)
    .execute();
};

const insertDraft = async (context: Context, keys: DraftKeys, content: DraftContent): Promise<void> => {
  const { db, gemeente, world, now } = context;
  const settings = await settingsOf(context);
  await db
    .insertInto('draft')
    .values({
      gemeente,
      id: keys.draftId,
      key_hash: draftHash(keys),
      form: 'report',
      content: sealDraft(world.keyring, gemeente, keys.draftId, content),
      result_id: null,
      created_at: now,
      expires_at: dueAt(settings, 'draft', now),
    })
    .execute();
};
