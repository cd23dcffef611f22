import { type Context, defineCommand } from '#platform/command/command.ts';
import { isId } from '#platform/database/ids.ts';
import { Refusal, refuse as refusePlatform } from '#platform/errors.ts';
import { refuse } from '../errors.ts';
import { moveVoices } from '../neighbours/voices.ts';
import { lockRoot, type Signaal } from '../store/load.ts';
import { endWith } from './end.ts';
import { openSignaal } from './open.ts';
import { reopen } from './reopen.ts';

/**
 * Merges a signaal into an earlier one: its reporter hears so and follows that one, and so does everybody who had joined
 * it. What was itself merged leads to its root, so that nobody follows a dead end.
 * Throws `duplicate_of_itself`, `duplicate_unknown` (a stranger, a complaint), `duplicate_circle`, `answer_missing`.
 */
export const markDuplicate = defineCommand<{ signaalId: string; originalId: string; text: string }, void>({
  name: 'signaal.duplicate',
  action: 'signaal.duplicate',
  run: async (context, input) => {
    const opened = await openSignaal(context, input.signaalId);
    if (input.originalId === input.signaalId) throw refuse('duplicate_of_itself');
    const root = await rootToJoin(context, input.originalId);
    if (root.kind === 'complaint') throw refuse('duplicate_unknown');
    if (root.id === opened.signaal.id) throw refuse('duplicate_circle');
    await moveVoices(context, opened.signaal.id, root.id);
    await endWith(context, opened, {
      step: 'mark_duplicate',
      outcome: 'duplicate',
      text: input.text,
      change: { duplicate_of: root.id, merged_into: root.id },
    });
    context.record({
      noun: 'signaal',
      objectId: root.id,
      action: 'joined_by',
      after: { voice_id: opened.signaal.id },
    });
  },
});

/** Two colleagues who merge two signalen into each other at the same moment wait for one another: one of them was first. */
const DEADLOCK = '40P01';

const rootToJoin = async (context: Context, originalId: string): Promise<Signaal> => {
  if (!isId(originalId)) throw refuse('duplicate_unknown');
  try {
    return await lockRoot(context, originalId);
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) throw refuse('duplicate_unknown');
    if (error instanceof Error && 'code' in error && error.code === DEADLOCK) {
      throw refusePlatform('changed_meanwhile', { status: 409 });
    }
    throw error;
  }
};

/**
 * Takes a merge back: the signaal is open again where it was, with the voices that came with it, and its reporter hears
 * so. What a resident joined himself is not taken back. Throws `step_not_allowed`.
 */
export const unmergeSignaal = defineCommand<{ signaalId: string }, void>({
  name: 'signaal.unmerge',
  action: 'signaal.duplicate',
  run: async (context, input) => {
    const opened = await openSignaal(context, input.signaalId);
    const { duplicate_of, joined } = opened.signaal;
    if (duplicate_of === null || joined) throw refuse('step_not_allowed', { status: 409 });
    await reopen(context, opened, 'staff');
  },
});
