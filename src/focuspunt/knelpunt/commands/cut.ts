import { accountsHolding, notify } from '#people/index.ts';
import { type Context, defineCommand } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { endTerms } from '#platform/terms.ts';
import { HELD_PLACEMENTS } from '../rules/states.ts';
import { lockKnelpunt, placementsOf } from '../store/load.ts';
import { changeKnelpunt, moveKnelpunt, movePlacement } from '../store/move.ts';
import { tellReporters } from '../store/tell.ts';
import { startPlannedTerm } from '../store/terms.ts';

interface Cut {
  readonly knelpunt_id: string;
  readonly department_id: string;
  readonly due_on: string;
  readonly text: string;
  /** What the people who spoke read. */
  readonly public_text: string;
  readonly decided_by: string;
}

const LAST_DECISION = `
  select n.object_id as knelpunt_id, d.owner_department_id as department_id, d.due_on, d.text, d.public_text, d.decided_by
  from knot n join knot_decision d on d.gemeente = $1 and d.knot_id = n.id
  where n.gemeente = $1 and n.id = $2 and n.object_kind = 'knelpunt'
  order by d.decided_at desc, d.id desc limit 1`;

/**
 * What was decided on a knot binds: the knelpunt lies with the department of the decision, accepted, until its day
 * (C2.9), and everybody who spoke reads the decision, once, in the own channel (C1.4). A knot about something else, or a knelpunt that was settled meanwhile, is left alone.
 */
export const obeyKnot = defineCommand<{ knotId: string }, void>({
  name: 'knelpunt.obey_knot',
  action: 'knelpunt.place',
  run: async (context, { knotId }) => {
    context.allow();
    const [cut] = await runSql<Cut>(context.db, LAST_DECISION, [context.gemeente, knotId]);
    if (!cut) return;
    const knelpunt = await lockKnelpunt(context, cut.knelpunt_id);
    if (knelpunt.state !== 'investigated' && knelpunt.state !== 'placed') return;
    await takeBack(context, knelpunt.id);
    await insertCut(context, cut);
    const placed = knelpunt.state === 'placed' ? knelpunt : await moveKnelpunt(context, knelpunt, 'place');
    const said = await changeKnelpunt(context, placed, 'knot_decided', {
      public_sentence: cut.public_text,
      word: knelpunt.word + 1,
    });
    await tellReporters(context, said, 'changed');
    const workers = await accountsHolding(context.db, context.gemeente, context.today, {
      role: 'department_worker',
      departmentId: cut.department_id,
    });
    await notify(context, workers, 'knelpunt_placed', 'knelpunt', knelpunt.id);
  },
});

/** Nobody else holds it any more. */
const takeBack = async (context: Context, knelpuntId: string): Promise<void> => {
  const placements = await placementsOf(context, knelpuntId);
  const held = placements.filter(({ state }) => HELD_PLACEMENTS.includes(state));
  for (const placement of held) {
    await movePlacement(context, placement, 'withdraw', { settled_at: context.now });
  }
  const ids = held.map(({ id }) => id);
  await endTerms(context, ids, 'all', 'cancelled');
};

const insertCut = async (context: Context, cut: Cut): Promise<void> => {
  const id = newId();
  await context.db
    .insertInto('knelpunt_placement')
    .values({
      gemeente: context.gemeente,
      id,
      knelpunt_id: cut.knelpunt_id,
      department_id: cut.department_id,
      // A decision needs no persuasion: it counts as the strongest advice.
      promising: 3,
      useful: 3,
      advice: cut.text,
      state: 'accepted',
      planned_on: cut.due_on,
      offered_by: cut.decided_by,
      offered_at: context.now,
      settled_at: context.now,
    })
    .execute();
  await startPlannedTerm(context, id, cut.due_on);
  context.record({
    noun: 'knelpunt_placement',
    objectId: id,
    action: 'knot_decided',
    after: { department_id: cut.department_id, planned_on: cut.due_on },
  });
};
