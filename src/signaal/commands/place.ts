import { departments } from '#gemeente/index.ts';
import { type Context, defineCommand } from '#platform/command/command.ts';
import { refuse } from '../errors.ts';
import { ACTIVE_STATES } from '../rules/assignment-states.ts';
import { identifiesPerson } from '../rules/identifies.ts';
import { insertFeedback } from '../store/feedback.ts';
import type { Assignment } from '../store/load.ts';
import { tellReporters } from '../store/messages.ts';
import { moveAssignment, moveSignaal } from '../store/move.ts';
import { settleTerms, startTermOnDay } from '../store/terms.ts';
import { startAssignment } from './offer.ts';
import { openVoice } from './open.ts';

/** Where a decision puts a signaal, and what its reporters read about it. */
export interface Placing {
  readonly signaalId: string;
  readonly departmentId: string;
  /** The day before which the reporters hear more, `YYYY-MM-DD`. */
  readonly hearBy: string;
  /** In plain words, without persons: who decided, whose turn it is, whom to call. */
  readonly publicText: string;
}

const NO_LONGER_ASKED = ['triage', 'triage_late', 'question', 'reopened'] as const;

/**
 * Puts a signaal with the department that a decision names (product.md C2.9): the others give back what they still hold,
 * the reporters hear who decided and before which day they hear more. Their part ends without the return counter: nobody
 * sent it back. Of what was merged meanwhile the root is placed. Throws `department_unknown`, `text_has_person`, `step_not_allowed` when the signaal has ended.
 */
export const placeSignaal = defineCommand<Placing, void>({
  name: 'signaal.place',
  action: 'signaal.assign',
  run: async (context, input) => {
    const { root } = await openVoice(context, input.signaalId, false);
    const { signaal, assignments, settings } = root;
    await mustBeDepartment(context, input.departmentId);
    if (identifiesPerson(input.publicText)) throw refuse('text_has_person');
    const held = assignments.filter(({ state }) => ACTIVE_STATES.includes(state));
    await giveBack(
      context,
      held.filter(({ department_id }) => department_id !== input.departmentId),
    );
    const assigned = await moveSignaal(context, signaal, 'assign', {
      queue: 'department',
      owner_department_id: input.departmentId,
      route_reason: 'by_decision',
    });
    await settleTerms(context, [signaal.id], NO_LONGER_ASKED, 'met');
    const kept = held.find(({ department_id }) => department_id === input.departmentId);
    const partId =
      kept?.id ??
      (await startAssignment(context, settings, {
        signaalId: signaal.id,
        departmentId: input.departmentId,
        offeredBy: 'wijkregisseur',
      }));
    await moveSignaal(context, assigned, 'plan', { planned_on: null, hear_by: input.hearBy });
    await settleTerms(context, [partId], ['planned_on', 'hear_by', 'plan_date'], 'cancelled');
    await startTermOnDay(context, 'hear_by', { kind: 'assignment', id: partId }, input.hearBy);
    await tell(context, signaal.id, input);
    context.emit('signaal.assigned', signaal.id);
  },
});

/** A department whose part the decision took away. */
const giveBack = async (context: Context, parts: readonly Assignment[]): Promise<void> => {
  for (const part of parts) await moveAssignment(context, part, 'return', { return_reason: 'not_ours' });
  if (parts.length === 0) return;
  await settleTerms(
    context,
    parts.map(({ id }) => id),
    'all',
    'cancelled',
  );
};

const tell = async (context: Context, signaalId: string, { hearBy, publicText }: Placing): Promise<void> => {
  const feedbackId = await insertFeedback(context, {
    signaalId,
    direction: 'to_reporter',
    kind: 'plan',
    text: publicText,
    channel: 'none',
  });
  await tellReporters(context, signaalId, 'planned', { planned_on: null, hear_by: hearBy, feedbackId });
};

const mustBeDepartment = async (context: Context, departmentId: string): Promise<void> => {
  const known = await departments(context.db, context.gemeente, context.today);
  const found = known.find(({ id }) => id === departmentId);
  if (!found || (found.kind !== 'vakafdeling' && found.kind !== 'partner')) {
    throw refuse('department_unknown', { fields: { department: 'department_unknown' } });
  }
};
