import type { Settings } from '#gemeente/index.ts';
import type { Context } from '#platform/command/command.ts';
import { notFound, Refusal } from '#platform/errors.ts';
import { factsOf, reaches, reachesPart, type SignaalFacts } from '../policy.ts';
import { fallbackAreaFor } from '../store/fallback.ts';
import { type Assignment, assignmentsOf, lockSignaal, type Signaal } from '../store/load.ts';
import { settingsOf } from '../store/terms.ts';

/** A signaal that this person may act on, with what acting needs. */
export interface OpenedSignaal {
  readonly signaal: Signaal;
  readonly assignments: readonly Assignment[];
  readonly settings: Settings;
}

/**
 * Loads a signaal for a command and asks the gate with what was loaded. Without the right the answer is "not found"
 * for whoever could not even read it, so that numbers and ids teach nothing.
 */
export const openSignaal = async (
  context: Context,
  signaalId: string,
  hasCode = false,
): Promise<OpenedSignaal> => {
  const { facts, ...opened } = await load(context, signaalId);
  ask(context, facts, reaches(context.principal, facts, hasCode), hasCode);
  return opened;
};

/**
 * Loads a signaal for the holder of one of its parts. A department answers its own part only, whatever else it may read
 * of the signaal. Throws "not found" when the part belongs to another signaal.
 */
export const openPart = async (
  context: Context,
  signaalId: string,
  assignmentId: string,
): Promise<{ opened: OpenedSignaal; part: Assignment }> => {
  const { facts, ...opened } = await load(context, signaalId);
  const part = assignmentIn(opened, assignmentId);
  ask(context, facts, reachesPart(context.principal, facts, part));
  return { opened, part };
};

/** A signaal as a member of staff or its reporter reaches it, and the root that it follows when it was joined or merged. */
export interface OpenedVoice {
  readonly own: OpenedSignaal;
  readonly root: OpenedSignaal;
  /** Who speaks on the root; null when it is the root's own reporter. */
  readonly voiceId: string | null;
}

/** Loads a signaal as {@link openSignaal} does, and its root, which whoever may speak for a voice may speak on. */
export const openVoice = async (
  context: Context,
  signaalId: string,
  hasCode: boolean,
): Promise<OpenedVoice> => {
  const own = await openSignaal(context, signaalId, hasCode);
  const rootId = own.signaal.duplicate_of;
  if (rootId === null) return { own, root: own, voiceId: null };
  const { facts: _facts, ...root } = await load(context, rootId);
  return { own, root, voiceId: own.signaal.id };
};

const load = async (
  context: Context,
  signaalId: string,
): Promise<OpenedSignaal & { readonly facts: SignaalFacts }> => {
  const signaal = await lockSignaal(context, signaalId);
  const assignments = await assignmentsOf(context, signaal.id);
  const settings = await settingsOf(context);
  const fallbackAreaId = await fallbackAreaFor(context, settings, signaal.buurt_id);
  return { signaal, assignments, settings, facts: factsOf(signaal, assignments, fallbackAreaId) };
};

type Fits = Parameters<Context['allow']>[0];

const ask = (context: Context, facts: SignaalFacts, fits: Fits, hasCode = false): void => {
  try {
    context.allow(fits);
  } catch (error) {
    const mayRead = context.world.gate(
      context.principal,
      'signaal.read',
      reaches(context.principal, facts, hasCode),
    ).ok;
    throw error instanceof Refusal && !mayRead ? notFound() : error;
  }
};

/** One assignment of an opened signaal; throws "not found" when it belongs to another. */
const assignmentIn = (opened: OpenedSignaal, assignmentId: string): Assignment => {
  const assignment = opened.assignments.find(({ id }) => id === assignmentId);
  if (!assignment) throw notFound();
  return assignment;
};
