import { accountsHolding, notify, type RoleId } from '#people/index.ts';
import { type Context, defineCommand } from '#platform/command/command.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { type PassedTerm, TERM_BATCH, takePassedTerms } from '#platform/terms.ts';
import { knotOfSilence } from '../knot.ts';
import type { KnelpuntNotice } from '../notices.ts';
import type { KnelpuntTermKind } from '../settings.ts';
import { type Knelpunt, lockKnelpunt, type Placement, placementsOf } from '../store/load.ts';

type Passed = PassedTerm<KnelpuntTermKind, 'knelpunt' | 'knelpunt_placement'>;

/**
 * Takes the terms about knelpunten that have passed and puts each before a named person (law 4, C4). One batch in one
 * transaction; tells whether there are more.
 */
export const sweepKnelpunten = defineCommand<void, { more: boolean }>({
  name: 'knelpunt.sweep',
  action: 'term.sweep',
  run: async (context) => {
    context.allow();
    const passed: Passed[] = await takePassedTerms(context, ['knelpunt', 'knelpunt_placement']);
    for (const term of passed) await act(context, term);
    return { more: passed.length === TERM_BATCH };
  },
});

const act = async (context: Context, term: Passed): Promise<void> => {
  const { knelpunt, placement } = await subjectOf(context, term);
  context.record({
    noun: term.object_kind,
    objectId: term.object_id,
    action: 'term_passed',
    after: { kind: term.kind },
  });
  if (term.kind === 'knelpunt_answer_late' && placement) await knotOfSilence(context, knelpunt, placement);
  await show(context, term.kind, knelpunt, placement);
};

const subjectOf = async (
  context: Context,
  term: Passed,
): Promise<{ knelpunt: Knelpunt; placement: Placement | null }> => {
  if (term.object_kind === 'knelpunt') {
    return { knelpunt: await lockKnelpunt(context, term.object_id), placement: null };
  }
  const [row] = await runSql<{ knelpunt_id: string }>(
    context.db,
    'select knelpunt_id from knelpunt_placement where gemeente = $1 and id = $2',
    [context.gemeente, term.object_id],
  );
  const knelpunt = await lockKnelpunt(context, row?.knelpunt_id ?? '');
  const placements = await placementsOf(context, knelpunt.id);
  return { knelpunt, placement: placements.find(({ id }) => id === term.object_id) ?? null };
};

const holders = (context: Context, role: RoleId, bounds: { departmentId?: string; buurtId?: string } = {}) =>
  accountsHolding(context.db, context.gemeente, context.today, { role, ...bounds });

/** Who sees which term pass: the owner always, and who can do something about it. */
const show = async (
  context: Context,
  kind: KnelpuntNotice & KnelpuntTermKind,
  knelpunt: Knelpunt,
  placement: Placement | null,
): Promise<void> => {
  const department = placement ? { departmentId: placement.department_id } : {};
  const area = knelpunt.buurt_id ? { buurtId: knelpunt.buurt_id } : {};
  const beside: Record<KnelpuntTermKind, () => Promise<string[]>> = {
    knelpunt_word: () => holders(context, 'support_officer', area),
    knelpunt_look: async () => [],
    knelpunt_answer: () => holders(context, 'department_head', department),
    knelpunt_answer_late: () => holders(context, 'department_head', department),
    knelpunt_planned: () => holders(context, 'department_worker', department),
  };
  const seers = [knelpunt.owner_account_id, ...(await beside[kind]())];
  await notify(context, seers, kind, 'knelpunt', knelpunt.id);
};
