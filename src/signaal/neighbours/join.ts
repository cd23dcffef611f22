import { type Context, defineCommand, runInside } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { notFound } from '#platform/errors.ts';
import {
  claimOnce,
  giveSignaal,
  guardText,
  keepDeskWords,
  mustBeAnswerable,
  mustBeOrganisation,
  storePeople,
} from '../commands/give.ts';
import type { GiveSignaal, Receipt } from '../commands/give-input.ts';
import { refuse } from '../errors.ts';
import { OPEN_STATES } from '../rules/signaal-states.ts';
import { insertFeedback } from '../store/feedback.ts';
import { insertSignaal, insertWords, type NewSignaal, takeFiles } from '../store/insert.ts';
import { lockRoot, type Signaal } from '../store/load.ts';
import { type FoundPlace, findPlace } from '../store/place.ts';
import type { ResolvedRoute } from '../store/routing.ts';
import { settingsOf } from '../store/terms.ts';

/** "Ik ook": everything a signaal has, its own words may be missing, and what it joins. */
export interface JoinSignaal extends GiveSignaal {
  readonly originalId: string;
}

/** What the joiner gets in hand; `joined` is false when what he meant had ended and this became a new signaal. */
export interface JoinReceipt extends Receipt {
  readonly joined: boolean;
}

/**
 * Joins an open signaal that somebody else told: an own row, code and contact, and from now on the same news. When it was
 * merged meanwhile its root is joined; when it ended, this becomes a new signaal (product.md C1.1, C1.2).
 * Throws what {@link giveSignaal} throws, "not found", and `original_ended` when there are no words for a new one.
 */
export const joinSignaal = defineCommand<JoinSignaal, JoinReceipt>({
  name: 'signaal.join',
  action: 'signaal.join',
  run: async (context, { originalId, ...gift }) => {
    context.allow();
    const root = await lockRoot(context, originalId);
    if (!isJoinable(root)) throw notFound();
    if (!OPEN_STATES.includes(root.state)) return giveAnew(context, gift);
    const flags = guardText(context, gift);
    mustBeAnswerable(gift);
    await mustBeOrganisation(context, gift);
    const id = newId();
    const earlier = await claimOnce(context, gift, id);
    if (earlier) return { signaalId: earlier, repeated: true, joined: true };
    const place = await placeOf(context, gift, root);
    const voice: NewSignaal = { id, input: gift, place, route: routeOf(root), flags, joins: root };
    await insertSignaal(context, voice);
    await keepDeskWords(context, voice);
    await takeFiles(context, id, gift.draftId);
    await keepWords(context, voice, root);
    await storePeople(context, id, gift);
    recordJoining(context, voice, root);
    context.emit('signaal.joined', id);
    return { signaalId: id, repeated: false, joined: true };
  },
});

/** A complaint about conduct and a question are between one person and the municipality. */
const isJoinable = ({ kind }: Signaal): boolean => kind === 'report' || kind === 'idea';

const giveAnew = async (context: Context, gift: GiveSignaal): Promise<JoinReceipt> => {
  if (gift.text.trim() === '') throw refuse('original_ended', { status: 409 });
  const { world, gemeente, principal, db } = context;
  return { ...(await runInside(world, gemeente, principal, db, giveSignaal, gift)), joined: false };
};

/** Whoever only says "ik ook" means the place of the other. */
const placeOf = async (context: Context, { place }: GiveSignaal, root: Signaal): Promise<FoundPlace> => {
  const isTold = place.lat !== null || place.street !== '' || place.buurtId !== null;
  if (isTold) return findPlace(context, await settingsOf(context), place);
  const { place_kind, buurt_id, street, street_search, lat, lon, cell, place_snapped } = root;
  return { place_kind, buurt_id, street, street_search, place_note: null, lat, lon, cell, place_snapped };
};

const routeOf = (root: Signaal): ResolvedRoute => ({
  queue: root.queue,
  departmentId: root.owner_department_id,
  reason: 'joined',
  category: null,
});

/** The street and the rondgang have no channel of their own among what is said. */
const SAID_BY = {
  web: 'web',
  desk: 'desk',
  phone: 'phone',
  paper: 'paper',
  mail: 'mail',
  rondgang: 'desk',
  street: 'desk',
} as const;

/** What the joiner adds reaches whoever works on the root, and is found by its words. */
const keepWords = async (
  context: Context,
  { id, input, flags }: NewSignaal,
  root: Signaal,
): Promise<void> => {
  if (input.text.trim() === '') return;
  await insertFeedback(context, {
    signaalId: root.id,
    direction: 'from_reporter',
    kind: 'addition',
    text: input.text,
    channel: SAID_BY[input.channel],
    voiceId: id,
  });
  if (flags.length === 0) await insertWords(context, root.id, input.text);
};

const recordJoining = (context: Context, { id, input, place, flags }: NewSignaal, root: Signaal): void => {
  context.record({
    noun: 'signaal',
    objectId: id,
    action: 'joined',
    after: {
      kind: input.kind,
      source: input.source,
      channel: input.channel,
      state: 'duplicate',
      duplicate_of: root.id,
      buurt_id: place.buurt_id,
      answer_channel: input.answerChannel,
      guard_flags: flags,
    },
  });
  context.record({ noun: 'signaal', objectId: root.id, action: 'joined_by', after: { voice_id: id } });
};
