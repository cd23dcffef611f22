import { departments } from '#gemeente/index.ts';
import { type Context, defineCommand } from '#platform/command/command.ts';
import { secret } from '#platform/command/history.ts';
import { newId } from '#platform/database/ids.ts';
import { keyedHash } from '#platform/secrets/index.ts';
import { refuse } from '../errors.ts';
import { inspectText } from '../guard.ts';
import { keepOverride } from '../overrides/keep.ts';
import { identifiesPerson } from '../rules/identifies.ts';
import { type AnswerChannel, insertReporter, isGiven } from '../store/contact.ts';
import { insertNote } from '../store/feedback.ts';
import { insertSignaal, type NewSignaal, takeFiles } from '../store/insert.ts';
import { enqueueForReporter } from '../store/messages.ts';
import { findPlace } from '../store/place.ts';
import { type ResolvedRoute, resolveOwner, resolveRoute } from '../store/routing.ts';
import { settingsOf, startTerms } from '../store/terms.ts';
import type { GiveSignaal, Receipt } from './give-input.ts';
import { startAssignment } from './offer.ts';

/**
 * Gives a signaal, by the resident or by staff on his behalf (S1, S2). The guard runs before anything is stored.
 * Throws `text_missing`, `text_has_person`, `contact_missing_for_channel` and the errors of {@link findPlace}.
 */
export const giveSignaal = defineCommand<GiveSignaal, Receipt>({
  name: 'signaal.give',
  action: 'signaal.give',
  run: async (context, input) => {
    context.allow();
    mustHaveText(input);
    const flags = guardText(context, input);
    mustBeAnswerable(input);
    await mustBeOrganisation(context, input);
    const id = newId();
    const earlier = await claimOnce(context, input, id);
    if (earlier) return { signaalId: earlier, repeated: true };
    const settings = await settingsOf(context);
    const place = await findPlace(context, settings, input.place);
    const route = await routeGift(context, input, place.buurt_id, place.place_kind === 'outside');
    const signaal: NewSignaal = { id, input, place, route, flags };
    await insertSignaal(context, signaal);
    await keepDeskWords(context, signaal);
    await takeFiles(context, id, input.draftId);
    await storePeople(context, id, input);
    await startTerms(context, settings, firstTerms(input, route), { kind: 'signaal', id });
    recordGift(context, signaal);
    if (route.queue === 'department') {
      await startAssignment(context, settings, {
        signaalId: id,
        departmentId: route.departmentId,
        offeredBy: 'rule',
      });
    }
    context.emit('signaal.received', id);
    return { signaalId: id, repeated: false };
  },
});

const mustHaveText = ({ text }: GiveSignaal): void => {
  if (text.trim() === '') throw refuse('text_missing', { fields: { text: 'text_missing' } });
};

/** Texts that identify a person never get further than this line, unless the desk says why it must be kept. */
export const guardText = (context: Context, input: GiveSignaal): string[] => {
  const { note, street } = input.place;
  const overridden = input.override !== null && context.principal.kind === 'staff';
  if (identifiesPerson(input.text, note, street) && !overridden) {
    throw refuse('text_has_person', { fields: { text: 'text_has_person' } });
  }
  const findings = [input.text, note, street].flatMap((text) => inspectText(text));
  return [...new Set(findings.map((finding) => finding.kind))];
};

/** An answer by a channel needs something to answer to; "geen antwoord" needs nothing. */
export const mustBeAnswerable = ({ answerChannel, contact }: GiveSignaal): void => {
  const missing =
    (answerChannel === 'mail' && contact.mail === '') ||
    (answerChannel === 'phone' && contact.phone === '') ||
    (answerChannel === 'letter' && (contact.street === '' || contact.houseNumber === ''));
  if (missing) {
    throw refuse('contact_missing_for_channel', {
      fields: { [fieldOf(answerChannel)]: 'contact_missing_for_channel' },
    });
  }
};

/** An organisation for which somebody else speaks is a partner of today. Throws `partner_unknown`. */
export const mustBeOrganisation = async (
  { db, gemeente, today, principal }: Context,
  { sourceDepartmentId, partnerLinkId }: GiveSignaal,
): Promise<void> => {
  const own = principal.holdings.some(({ departmentId }) => departmentId === sourceDepartmentId);
  if (!sourceDepartmentId || partnerLinkId || own) return;
  const partners = await departments(db, gemeente, today, 'partner');
  if (!partners.some(({ id }) => id === sourceDepartmentId)) {
    throw refuse('partner_unknown', { fields: { partner: 'partner_unknown' } });
  }
};

const fieldOf = (channel: AnswerChannel): string => (channel === 'letter' ? 'street_contact' : channel);

/**
 * Claims the key of a form; gives the id of the signaal that the same form made before. Waits for a twin under way.
 * Other words are another signaal: who goes back in the browser and types the next visitor's story loses nothing.
 */
export const claimOnce = async (
  context: Context,
  { idempotencyKey, text }: GiveSignaal,
  id: string,
): Promise<string | null> => {
  const { db, gemeente, now, world } = context;
  const key_hash = keyedHash(world.keyring, gemeente, `once ${idempotencyKey} ${text}`);
  const claimed = await db
    .insertInto('idempotency')
    .values({ gemeente, key_hash, result_id: id, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('result_id')
    .executeTakeFirst();
  if (claimed) return null;
  const earlier = await db
    .selectFrom('idempotency')
    .select('result_id')
    .where('gemeente', '=', gemeente)
    .where('key_hash', '=', key_hash)
    .executeTakeFirstOrThrow();
  return earlier.result_id;
};

const routeGift = async (
  context: Context,
  input: GiveSignaal,
  buurtId: string | null,
  outside: boolean,
): Promise<ResolvedRoute> => {
  const { kind, text, categoryId } = input;
  const { street } = input.place;
  const found = await resolveRoute(context, { kind, text, street, categoryId, buurtId, outside });
  if (input.deskUnsure === null || kind === 'complaint') return found;
  const unsure = await resolveOwner(context, { queue: 'wijkregisseur', reason: 'desk_unsure' });
  return { ...unsure, category: found.category };
};

/** The desk's own line to the wijkregisseur, and its reason for keeping a marked text. */
export const keepDeskWords = async (context: Context, { id, input, flags }: NewSignaal): Promise<void> => {
  if (input.deskUnsure) await insertNote(context, id, input.deskUnsure);
  if (input.override) await keepOverride(context, { signaalId: id, kinds: flags, reason: input.override });
};

/** Reporter and helper are stored apart, and each gets the receipt in the channel that was asked. */
export const storePeople = async (context: Context, signaalId: string, input: GiveSignaal): Promise<void> => {
  const { answerChannel: channel, lang } = input;
  if (isGiven(input.contact)) {
    const reporter = { signaalId, part: 'reporter' as const, contact: input.contact, channel, lang };
    const reporterId = await insertReporter(context, reporter);
    if (channel !== 'none') await enqueueForReporter(context, { reporterId, signaalId, channel }, 'receipt');
  }
  if (isGiven(input.helper)) {
    const own = input.helper.mail === '' ? ('phone' as const) : ('mail' as const);
    const helper = { signaalId, part: 'helper' as const, contact: input.helper, channel: own, lang };
    const reporterId = await insertReporter(context, helper);
    await enqueueForReporter(context, { reporterId, signaalId, channel: own }, 'receipt_helper');
  }
};

const firstTerms = (input: GiveSignaal, route: ResolvedRoute) => {
  if (route.queue === 'department') return ['status'] as const;
  if (input.kind === 'question') return ['status', 'question'] as const;
  return ['status', 'triage', 'triage_late'] as const;
};

const recordGift = (context: Context, { id, input, place, route, flags }: NewSignaal): void =>
  context.record({
    noun: 'signaal',
    objectId: id,
    action: 'given',
    after: {
      kind: input.kind,
      source: input.source,
      source_department_id: input.sourceDepartmentId ?? null,
      channel: input.channel,
      consent: input.consent ?? false,
      state: route.queue === 'department' ? 'assigned' : 'received',
      queue: route.queue,
      owner_department_id: route.departmentId,
      route_reason: route.reason,
      category_id: route.category?.id ?? null,
      buurt_id: place.buurt_id,
      place_kind: place.place_kind,
      ...(place.place_snapped ? { place_snapped: true } : {}),
      answer_channel: input.answerChannel,
      guard_flags: flags,
      text: secret(input.text),
    },
  });
