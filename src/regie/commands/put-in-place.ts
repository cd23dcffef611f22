import { type Context, runInside } from '#platform/command/command.ts';
import { systemPrincipal } from '#platform/policy/principal.ts';
import { placeSignaal } from '#signaal/index.ts';
import { refuse } from '../errors.ts';
import { changeGroup, insertMove, lockGroup } from '../store/group.ts';
import type { Knot } from '../store/knot.ts';

/** What a decision says of the place of its object. */
export interface Place {
  readonly departmentId: string;
  readonly dueOn: string;
  readonly publicText: string;
  readonly consent: string;
}

/**
 * Does what a decision says, in its transaction: a signaal goes to its department by the signaal's own command and its
 * reporters hear it; a group gets its home. What a knelpunt or focuspunt does with it, their rooms hear from the event.
 */
export const putInPlace = async (context: Context, knot: Knot, place: Place): Promise<void> => {
  if (knot.object_kind === 'signaal') return placeTheSignaal(context, knot.object_id, place);
  if (knot.object_kind === 'group') return placeTheGroup(context, knot.object_id, place);
};

/** Director and college assign no signalen themselves: the program does it for them, the decision tells who decided. */
const placeTheSignaal = async (context: Context, signaalId: string, place: Place): Promise<void> => {
  const { world, gemeente, principal, db } = context;
  const guard = principal.holdings.some(({ role }) => role === 'process_guard');
  await runInside(world, gemeente, guard ? principal : systemPrincipal, db, placeSignaal, {
    signaalId,
    departmentId: place.departmentId,
    hearBy: place.dueOn,
    publicText: place.publicText,
  });
};

/** A decision binds departments, not the group: a group that has another home must have said yes (product.md A2, BG). */
const placeTheGroup = async (context: Context, groupId: string, place: Place): Promise<void> => {
  const group = await lockGroup(context, groupId);
  if (group.home_department_id === place.departmentId) return;
  const consent = place.consent.trim();
  if (group.home_department_id !== null && consent === '') {
    throw refuse('consent_missing', { fields: { consent: 'consent_missing' } });
  }
  await closeOffers(context, groupId);
  await insertMove(context, group, { to: place.departmentId, state: 'accepted', consent });
  await changeGroup(context, group, 'home_decided', {
    home_department_id: place.departmentId,
    home_since: context.now,
  });
};

/** Whatever was still offered is settled by the decision. */
const closeOffers = async ({ db, gemeente, now }: Context, groupId: string): Promise<void> => {
  await db
    .updateTable('group_move')
    .set({ state: 'returned', settled_at: now })
    .where('gemeente', '=', gemeente)
    .where('group_id', '=', groupId)
    .where('state', '=', 'offered')
    .execute();
};
