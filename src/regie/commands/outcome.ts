import { defineCommand } from '#platform/command/command.ts';
import { endTerms } from '#platform/terms.ts';
import { refuse } from '../errors.ts';
import { moveKnot, openKnot } from '../store/knot.ts';
import { mustBeSentence } from './raise.ts';
import { reportKnot } from './report.ts';

interface Seen {
  readonly knotId: string;
  /** The version that its reader saw. */
  readonly version: number;
}

/** "Uitgevoerd": the decision was carried out. Throws `step_not_allowed`, `changed_meanwhile`. */
export const executeKnot = defineCommand<Seen, void>({
  name: 'knot.execute',
  action: 'knot.execute',
  run: async (context, { knotId, version }) => {
    const knot = await openKnot(context, knotId, version);
    await moveKnot(context, knot, 'execute');
    await endTerms(context, [knot.id], 'all', 'met');
    context.emit('knot.executed', knot.id);
  },
});

/** "Niet uitgevoerd": the knot ends and a new one begins on the same object. Gives the new one's id. Throws `sentence_missing`. */
export const renewKnot = defineCommand<Seen & { sentence: string }, { knotId: string }>({
  name: 'knot.renew',
  action: 'knot.execute',
  run: async (context, { knotId, version, sentence }) => {
    const knot = await openKnot(context, knotId, version);
    const note = mustBeSentence(sentence, 'sentence');
    await moveKnot(context, knot, 'renew', { dropped_reason: note });
    await endTerms(context, [knot.id], 'all', 'cancelled');
    const renewed = await reportKnot(context, {
      objectKind: knot.object_kind,
      objectId: knot.object_id,
      cause: 'raised',
      title: knot.title,
      areaId: knot.area_id,
      buurtId: knot.buurt_id,
      sideA: knot.side_a_department_id,
      sideB: knot.side_b_department_id,
      note,
    });
    return { knotId: renewed };
  },
});

/** Lets a knot go that is none, with a reason. Throws `reason_missing`, `step_not_allowed`. */
export const dropKnot = defineCommand<Seen & { reason: string }, void>({
  name: 'knot.drop',
  action: 'knot.guard',
  run: async (context, { knotId, version, reason }) => {
    const knot = await openKnot(context, knotId, version);
    if (reason.trim() === '') throw refuse('reason_missing', { fields: { reason: 'reason_missing' } });
    await moveKnot(context, knot, 'drop', { dropped_reason: mustBeSentence(reason, 'reason') });
    await endTerms(context, [knot.id], 'all', 'cancelled');
    context.emit('knot.dropped', knot.id);
  },
});
