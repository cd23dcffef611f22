import { departmentOfKind, readSettings } from '#gemeente/index.ts';
import { reachesObject } from '#people/index.ts';
import { type Context, defineCommand } from '#platform/command/command.ts';
import { mustBeVersion } from '#platform/command/rows.ts';
import { afterStep } from '#platform/state-machine.ts';
import { refuse } from '../errors.ts';
import { groupMoveMachine } from '../rules/other-states.ts';
import { showTo } from '../seers.ts';
import { returnLimit } from '../settings.ts';
import { changeGroup, type Group, type GroupMove, insertMove, lockGroup, openGroup } from '../store/group.ts';
import { mustBeHome } from './group.ts';
import { mustBeSentence } from './raise.ts';
import { reportKnot } from './report.ts';

interface Seen {
  readonly groupId: string;
  readonly version: number;
}

/**
 * Offers a group to a department. Its home moves only with its own consent (product.md A2, BG): who of the group agreed,
 * by function, and when. When the group says no, that is kept and nothing moves. Throws `consent_missing`, `already_home`.
 */
export const offerGroup = defineCommand<
  Seen & { departmentId: string; agreed: boolean; consent: string; reason: string },
  { moveId: string }
>({
  name: 'group.offer',
  action: 'group.manage',
  run: async (context, input) => {
    const group = await openGroup(context, input.groupId, input.version);
    await mustBeHome(context, input.departmentId);
    if (group.home_department_id === input.departmentId)
      throw refuse('already_home', { fields: { department: 'already_home' } });
    const offered = await movesOf(context, group.id, 'offered');
    if (offered.length > 0 || group.ended_at !== null) throw refuse('step_not_allowed', { status: 409 });
    if (input.consent.trim() === '')
      throw refuse('consent_missing', { fields: { consent: 'consent_missing' } });
    const consent = mustBeSentence(input.consent, 'consent');
    const reason = mustBeSentence(input.reason, 'reason');
    const state = input.agreed ? 'offered' : 'refused_by_group';
    const moveId = await insertMove(context, group, { to: input.departmentId, state, reason, consent });
    await changeGroup(context, group, 'offered', {});
    if (input.agreed)
      await showTo(
        context,
        [{ role: 'department_head', departmentId: input.departmentId }],
        'group_offered',
        {
          kind: 'residents_group',
          id: group.id,
        },
      );
    context.emit(input.agreed ? 'group.offered' : 'group.refused', group.id);
    return { moveId };
  },
});

const movesOf = (
  { db, gemeente }: Context,
  groupId: string,
  state: GroupMove['state'],
): Promise<GroupMove[]> =>
  db
    .selectFrom('group_move')
    .selectAll()
    .where('gemeente', '=', gemeente)
    .where('group_id', '=', groupId)
    .where('state', '=', state)
    .orderBy('offered_at', 'desc')
    .limit(50)
    .execute();

/** The group as a department sees it that was offered it, or has it. */
const openFor = async (
  context: Context,
  { groupId, version }: Seen,
  departmentOf: (group: Group, offered: GroupMove | undefined) => string | null,
): Promise<{ group: Group; offered: GroupMove | undefined; departmentId: string }> => {
  const group = await lockGroup(context, groupId);
  const [offered] = await movesOf(context, groupId, 'offered');
  const departmentId = departmentOf(group, offered);
  context.allow(reachesObject(context.principal, { departmentIds: departmentId ? [departmentId] : [] }));
  mustBeVersion(group, version);
  if (departmentId === null) throw refuse('step_not_allowed', { status: 409 });
  return { group, offered, departmentId };
};

/** The department takes the group: from now on it is its home. Throws `step_not_allowed`, `changed_meanwhile`. */
export const acceptGroup = defineCommand<Seen, void>({
  name: 'group.accept',
  action: 'group.answer',
  run: async (context, input) => {
    const { group, offered, departmentId } = await openFor(
      context,
      input,
      (_, move) => move?.to_department_id ?? null,
    );
    if (!offered) throw refuse('step_not_allowed', { status: 409 });
    await settle(context, offered, 'accept', null);
    await changeGroup(context, group, 'home_accepted', {
      home_department_id: departmentId,
      home_since: context.now,
    });
    context.emit('group.accepted', group.id);
  },
});

/**
 * The department sends back what it was offered, or the group that had its home there (rapport L715-719). The counter goes
 * up; without a home the wijkregisseur has it. The second return makes a knot on the group (0.2 D18). Throws
 * `reason_missing`, `step_not_allowed`, `changed_meanwhile`.
 */
export const returnGroup = defineCommand<Seen & { reason: string }, { knotId: string | null }>({
  name: 'group.return',
  action: 'group.answer',
  run: async (context, input) => {
    const { group, offered, departmentId } = await openFor(
      context,
      input,
      (held, move) => move?.to_department_id ?? held.home_department_id,
    );
    if (input.reason.trim() === '') throw refuse('reason_missing', { fields: { reason: 'reason_missing' } });
    const reason = mustBeSentence(input.reason, 'reason');
    await takeBack(context, group, { offered, departmentId, reason });
    const returns = group.returns + 1;
    const isHome = group.home_department_id === departmentId;
    await changeGroup(context, group, 'returned', {
      returns,
      ...(isHome ? { home_department_id: null, home_since: null } : {}),
    });
    context.emit('group.returned', group.id);
    const settings = await readSettings(context.db, context.gemeente, context.today);
    if (returns < settings.get(returnLimit)) return { knotId: null };
    return { knotId: await knotOn(context, group, departmentId) };
  },
});

const takeBack = async (
  context: Context,
  group: Group,
  { offered, departmentId, reason }: { offered: GroupMove | undefined; departmentId: string; reason: string },
): Promise<void> => {
  if (offered) return settle(context, offered, 'return', reason);
  const accepted = (await movesOf(context, group.id, 'accepted')).find(
    ({ to_department_id }) => to_department_id === departmentId,
  );
  if (accepted) return settle(context, accepted, 'return', reason);
  await insertMove(context, group, { to: departmentId, state: 'returned', reason });
};

const settle = async (
  { db, gemeente, now, record }: Context,
  move: GroupMove,
  step: 'accept' | 'return',
  reason: string | null,
): Promise<void> => {
  const state = afterStep(groupMoveMachine, move.state, step);
  if (!state) throw refuse('step_not_allowed', { status: 409 });
  await db
    .updateTable('group_move')
    .set({ state, settled_at: now, ...(reason === null ? {} : { reason }) })
    .where('gemeente', '=', gemeente)
    .where('id', '=', move.id)
    .execute();
  record({
    noun: 'group_move',
    objectId: move.id,
    action: step,
    before: { state: move.state },
    after: { state, to_department_id: move.to_department_id },
  });
};

/**
 * The other side is the home it has, the last other department that had it or sent it back, or else the wijkregisseur's own
 * department: without a home the wijkregisseur has the group (rapport L715-719).
 */
const knotOn = async (context: Context, group: Group, departmentId: string): Promise<string> => {
  const home = group.home_department_id === departmentId ? null : group.home_department_id;
  const returned = await movesOf(context, group.id, 'returned');
  const other = returned.find(({ to_department_id }) => to_department_id !== departmentId)?.to_department_id;
  const { db, gemeente, today } = context;
  const sideB = home ?? other ?? (await departmentOfKind(db, gemeente, today, 'wijkregie'))?.id ?? null;
  return reportKnot(context, {
    objectKind: 'group',
    objectId: group.id,
    cause: 'returned_twice',
    title: group.name,
    areaId: group.area_id,
    buurtId: null,
    sideA: departmentId,
    sideB,
  });
};
