import type { Context } from '#platform/command/command.ts';
import { keepVoices, takeBackVoices } from '../neighbours/voices.ts';
import { reopeningLimit } from '../settings.ts';
import type { Signaal } from '../store/load.ts';
import { tellReporters } from '../store/messages.ts';
import { moveSignaal } from '../store/move.ts';
import { type ResolvedRoute, resolveOwner } from '../store/routing.ts';
import { settleTerms, startTerms } from '../store/terms.ts';
import { startAssignment } from './offer.ts';
import type { OpenedSignaal } from './open.ts';

/** Who opens it again: its reporters, who may do so a few times, or a colleague who takes a merge back. */
type By = 'reporter' | 'staff';

/**
 * Opens a signaal again at the department that did the work, which replies in three working days. The reporters may do so
 * twice; a third time goes to the wijkregisseur and the complaint route (C2.2). What was merged stands on its own again,
 * with the voices that came with it.
 */
export const reopen = async (context: Context, opened: OpenedSignaal, by: By): Promise<void> => {
  const { signaal, settings } = opened;
  const reopenings = signaal.reopenings + (by === 'reporter' ? 1 : 0);
  const tooOften = by === 'reporter' && reopenings > settings.get(reopeningLimit);
  const holder = tooOften ? null : lastHolder(opened);
  const owner = await ownerOf(context, signaal, { by, holder, tooOften });
  await moveSignaal(context, signaal, 'reopen', {
    reopenings,
    queue: owner.queue,
    owner_department_id: owner.departmentId,
    route_reason: owner.reason,
    outcome: null,
    duplicate_of: null,
    merged_into: null,
    closed_at: null,
    planned_on: null,
    hear_by: null,
  });
  if (signaal.duplicate_of) await takeBackVoices(context, signaal.duplicate_of, signaal.id);
  await keepVoices(context, signaal.id);
  await startOver(context, opened, holder);
  await tellReporters(context, signaal.id, by === 'reporter' ? 'reopened' : 'unmerged');
  context.emit('signaal.reopened', signaal.id);
};

interface Opening {
  readonly by: By;
  readonly holder: string | null;
  readonly tooOften: boolean;
}

const ownerOf = async (
  context: Context,
  { queue, owner_department_id }: Signaal,
  { by, holder, tooOften }: Opening,
): Promise<Omit<ResolvedRoute, 'category'>> => {
  if (holder) return { queue: 'department', departmentId: holder, reason: 'reopened' };
  const isWaiting = by === 'staff' && queue !== 'department';
  if (isWaiting) return { queue, departmentId: owner_department_id, reason: 'unmerged' };
  return resolveOwner(context, { queue: tooOften ? 'wijkregisseur' : 'desk', reason: 'reopened' });
};

const startOver = async (
  context: Context,
  { signaal, settings }: OpenedSignaal,
  holder: string | null,
): Promise<void> => {
  await settleTerms(context, [signaal.id], 'all', 'cancelled');
  await startTerms(context, settings, ['status'], { kind: 'signaal', id: signaal.id });
  if (holder) {
    await startAssignment(context, settings, {
      signaalId: signaal.id,
      departmentId: holder,
      offeredBy: 'reopening',
    });
    return;
  }
  await startTerms(context, settings, ['triage', 'triage_late'], { kind: 'signaal', id: signaal.id });
};

/** The department that did the work last; null when the desk answered it itself. */
const lastHolder = ({ assignments }: OpenedSignaal): string | null =>
  assignments.findLast(({ state }) => state === 'done')?.department_id ?? null;
