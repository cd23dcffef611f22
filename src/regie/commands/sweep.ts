import { notify } from '#people/index.ts';
import { type Context, defineCommand } from '#platform/command/command.ts';
import { type PassedTerm, TERM_BATCH, takePassedTerms } from '#platform/terms.ts';
import { showTo } from '../seers.ts';
import type { KnotTermKind } from '../settings.ts';
import type { Knot } from '../store/knot.ts';
import { endWhenOver } from './bandwidth.ts';

type Passed = PassedTerm<
  KnotTermKind | 'bandwidth_end' | 'group_check',
  'knot' | 'bandwidth' | 'residents_group'
>;

/**
 * Takes the terms of knots, groups and hours that have passed; each is seen by a named person (law 4): first the process
 * guard, then the director, then the secretary of the college; on its check date a decision asks "uitgevoerd?".
 */
export const sweepRegie = defineCommand<void, { more: boolean }>({
  name: 'knot.sweep',
  action: 'term.sweep',
  run: async (context) => {
    context.allow();
    const passed: Passed[] = await takePassedTerms(context, ['knot', 'bandwidth', 'residents_group']);
    for (const term of passed) await act(context, term);
    return { more: passed.length === TERM_BATCH };
  },
});

const act = async (context: Context, term: Passed): Promise<void> => {
  context.record({
    noun: term.object_kind,
    objectId: term.object_id,
    action: 'term_passed',
    after: { kind: term.kind },
  });
  if (term.kind === 'bandwidth_end') return endWhenOver(context, term.object_id);
  if (term.kind === 'group_check') return askForCheck(context, term.object_id);
  const knot = await context.db
    .selectFrom('knot')
    .selectAll()
    .where('gemeente', '=', context.gemeente)
    .where('id', '=', term.object_id)
    .executeTakeFirstOrThrow();
  return showKnot(context, knot, term.kind);
};

const showKnot = async (context: Context, knot: Knot, kind: KnotTermKind): Promise<void> => {
  const object = { kind: 'knot', id: knot.id };
  switch (kind) {
    case 'take':
      return showTo(context, [{ role: 'process_guard' }, { role: 'director' }], 'knot_take_late', object);
    case 'decide':
      return showTo(context, [{ role: 'process_guard' }, { role: 'director' }], 'knot_decide_late', object);
    case 'director':
      return showTo(
        context,
        [{ role: 'director' }, { role: 'municipal_secretary' }],
        'knot_decide_late',
        object,
      );
    case 'college':
      return showTo(
        context,
        [{ role: 'municipal_secretary' }, { role: 'mayor' }],
        'knot_decide_late',
        object,
      );
    case 'check':
      return askWhetherDone(context, knot);
  }
};

const askWhetherDone = async (context: Context, knot: Knot): Promise<void> => {
  const { db, gemeente } = context;
  const decision = await db
    .selectFrom('knot_decision')
    .select('owner_department_id')
    .where('gemeente', '=', gemeente)
    .where('knot_id', '=', knot.id)
    .orderBy('decided_at', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  if (knot.guard_account_id) await notify(context, [knot.guard_account_id], 'knot_check', 'knot', knot.id);
  await showTo(
    context,
    [
      { role: 'department_head', departmentId: decision.owner_department_id },
      ...(knot.buurt_id ? [{ role: 'wijkregisseur' as const, buurtId: knot.buurt_id }] : []),
    ],
    'knot_check',
    { kind: 'knot', id: knot.id },
  );
};

/** Once a year somebody looks whether what is written of a group is still so (D18). */
const askForCheck = async (context: Context, groupId: string): Promise<void> => {
  const { db, gemeente, today } = context;
  const group = await db
    .selectFrom('residents_group as g')
    .leftJoin('area_buurt as b', (join) =>
      join
        .onRef('b.gemeente', '=', 'g.gemeente')
        .onRef('b.area_id', '=', 'g.area_id')
        .on('b.valid_from', '<=', today),
    )
    .select(['g.id', 'b.buurt_id'])
    .where('g.gemeente', '=', gemeente)
    .where('g.id', '=', groupId)
    .where('g.ended_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  if (!group) return;
  const buurt = group.buurt_id ? { buurtId: group.buurt_id } : {};
  await showTo(context, [{ role: 'wijkregisseur', ...buurt }], 'group_check', {
    kind: 'residents_group',
    id: groupId,
  });
};
