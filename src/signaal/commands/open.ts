import type { Settings } from '#gemeente/index.ts';
import type { Context } from '#platform/command/command.ts';
import { notFound, Refusal } from '#platform/errors.ts';
import { factsOf, reaches } from '../policy.ts';
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
  const signaal = await lockSignaal(context, signaalId);
  const assignments = await assignmentsOf(context, signaal.id);
  const settings = await settingsOf(context);
  const fallbackAreaId = await fallbackAreaFor(context, settings, signaal.buurt_id);
  const fits = reaches(context.principal, factsOf(signaal, assignments, fallbackAreaId), hasCode);
  try {
    context.allow(fits);
  } catch (error) {
    const mayRead = context.world.gate(context.principal, 'signaal.read', fits).ok;
    throw error instanceof Refusal && !mayRead ? notFound() : error;
  }
  return { signaal, assignments, settings };
};

/** One assignment of an opened signaal; throws "not found" when it belongs to another. */
export const assignmentIn = (opened: OpenedSignaal, assignmentId: string): Assignment => {
  const assignment = opened.assignments.find(({ id }) => id === assignmentId);
  if (!assignment) throw notFound();
  return assignment;
};
