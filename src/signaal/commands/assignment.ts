import { type Context, defineCommand } from '#platform/command/command.ts';
import { refuse } from '../errors.ts';
import { ACTIVE_STATES } from '../rules/assignment-states.ts';
import { executionProblem, promiseProblem } from '../rules/days.ts';
import { insertFeedback, insertNote } from '../store/feedback.ts';
import type { Assignment } from '../store/load.ts';
import { tellReporters } from '../store/messages.ts';
import { changeSignaal, moveAssignment, moveSignaal } from '../store/move.ts';
import { resolveOwner } from '../store/routing.ts';
import { settleTerms, startTermOnDay, startTerms } from '../store/terms.ts';
import { endWith } from './end.ts';
import { type OpenedSignaal, openPart } from './open.ts';

interface Part {
  readonly signaalId: string;
  readonly assignmentId: string;
}

/** Why a holder sends a part back; "eigenaar onbekend" is an answer too (D11). */
export type ReturnReason = NonNullable<Assignment['return_reason']>;

/** The outcomes a holder can give; the others come from triage or from the reporter. */
export type HolderOutcome = 'solved' | 'partly' | 'not_with_explanation' | 'handed_over';

/** Takes a part on; from then on there is a date within ten working days, or a moment to hear more (C4). */
export const acceptAssignment = defineCommand<Part, void>({
  name: 'assignment.accept',
  action: 'assignment.answer',
  run: async (context, input) => {
    const { opened, part } = await openPart(context, input.signaalId, input.assignmentId);
    await accept(context, opened, part);
  },
});

const accept = async (
  context: Context,
  opened: OpenedSignaal,
  assignment: Assignment,
): Promise<Assignment> => {
  const accepted = await moveAssignment(context, assignment, 'accept', { account_id: context.principal.id });
  await settleTerms(context, [assignment.id], ['assignment', 'assignment_late', 'reopened'], 'met');
  await startTerms(context, opened.settings, ['plan_date'], { kind: 'assignment', id: assignment.id });
  return accepted;
};

/**
 * Sends a part back with a reason and, if known, whose it is; the counter goes up. When nobody holds a part any more
 * the wijkregisseur sees the signaal as returned: it is never without an owner (C2.2, 0.2 D1). Throws `reason_missing`.
 */
export const returnAssignment = defineCommand<
  Part & { reason: ReturnReason; note: string; suggestedDepartmentId: string | null },
  void
>({
  name: 'assignment.return',
  action: 'assignment.answer',
  run: async (context, input) => {
    const { opened, part: assignment } = await openPart(context, input.signaalId, input.assignmentId);
    const { signaal, assignments, settings } = opened;
    if (input.reason === 'other' && input.note.trim() === '') {
      throw refuse('reason_missing', { fields: { note: 'reason_missing' } });
    }
    await moveAssignment(context, assignment, 'return', {
      return_reason: input.reason,
      return_note: input.note.trim() === '' ? null : input.note,
      suggested_department_id: input.suggestedDepartmentId,
    });
    await settleTerms(context, [assignment.id], 'all', 'met');
    const returns = signaal.returns + 1;
    const held = assignments.filter(({ id, state }) => id !== assignment.id && ACTIVE_STATES.includes(state));
    const [holder] = held;
    if (holder) {
      await changeSignaal(context, signaal, 'part_returned', {
        returns,
        owner_department_id: holder.department_id,
      });
    } else {
      const owner = await resolveOwner(context, { queue: 'wijkregisseur', reason: 'returned' });
      await moveSignaal(context, signaal, 'send_back', {
        returns,
        queue: owner.queue,
        owner_department_id: owner.departmentId,
        route_reason: owner.reason,
        planned_on: null,
        hear_by: null,
      });
      await startTerms(context, settings, ['triage', 'triage_late'], { kind: 'signaal', id: signaal.id });
    }
    context.emit('assignment.returned', assignment.id);
  },
});

/**
 * Gives a date, or "u hoort uiterlijk" when a date cannot be given yet (0.2 D13); the reporter hears the day once.
 * Throws `date_missing`, `date_in_past`, `date_too_far`.
 */
export const planAssignment = defineCommand<
  Part & { plannedOn: string | null; hearBy: string | null; text: string },
  void
>({
  name: 'assignment.plan',
  action: 'assignment.answer',
  run: async (context, input) => {
    const { opened, part: offered } = await openPart(context, input.signaalId, input.assignmentId);
    const { signaal } = opened;
    const day = input.plannedOn ?? input.hearBy;
    const field = input.plannedOn ? 'planned_on' : 'hear_by';
    if (!day) throw refuse('date_missing', { fields: { planned_on: 'date_missing' } });
    const problem = promiseProblem(day, context.today);
    if (problem) throw refuse(problem, { fields: { [field]: problem } });
    const assignment = offered.state === 'offered' ? await accept(context, opened, offered) : offered;
    const promise = { planned_on: input.plannedOn, hear_by: input.plannedOn ? null : input.hearBy };
    await moveAssignment(context, assignment, 'plan', promise);
    await settleTerms(context, [assignment.id], ['plan_date', 'planned_on', 'hear_by'], 'met');
    await startTermOnDay(context, field, { kind: 'assignment', id: assignment.id }, day);
    await moveSignaal(context, signaal, 'plan', promise);
    const text = input.text.trim();
    const feedbackId = text === '' ? null : await sayPlan(context, signaal.id, text);
    await tellReporters(context, signaal.id, 'planned', { ...promise, feedbackId });
    context.emit('signaal.planned', signaal.id);
  },
});

const sayPlan = (context: Context, signaalId: string, text: string): Promise<string> =>
  insertFeedback(context, { signaalId, direction: 'to_reporter', kind: 'plan', text, channel: 'none' });

/**
 * "Gedaan": writes all steps that were skipped at once, history complete (0.2 D7). The signaal ends when the last part
 * does, in the words of that last holder. Throws `answer_missing`, `date_missing` for "opgelost" without a day of work.
 */
export const completeAssignment = defineCommand<
  Part & { outcome: HolderOutcome; executedOn: string | null; answer: string; note: string },
  { ended: boolean }
>({
  name: 'assignment.complete',
  action: 'assignment.answer',
  run: async (context, input) => {
    const { opened, part: offered } = await openPart(context, input.signaalId, input.assignmentId);
    const { signaal, assignments } = opened;
    mustBeComplete(context, input);
    const assignment = offered.state === 'offered' ? await accept(context, opened, offered) : offered;
    const done = await moveAssignment(context, assignment, 'complete', {
      outcome: input.outcome,
      executed_on: input.executedOn,
      answer: input.answer,
    });
    if (input.note.trim() !== '') await insertNote(context, signaal.id, input.note);
    await settleTerms(context, [assignment.id], 'all', 'met');
    const others = assignments.filter(({ id, state }) => id !== done.id && ACTIVE_STATES.includes(state));
    const [next] = others;
    if (next) {
      await changeSignaal(context, signaal, 'part_done', { owner_department_id: next.department_id });
      context.emit('assignment.done', done.id);
      return { ended: false };
    }
    const parts = [...assignments.filter(({ id }) => id !== done.id), done];
    await endWith(
      context,
      { ...opened, assignments: parts },
      {
        step: 'complete',
        outcome: jointOutcome(parts),
        text: input.answer,
      },
    );
    return { ended: true };
  },
});

const mustBeComplete = (
  context: Context,
  input: { outcome: HolderOutcome; executedOn: string | null; answer: string },
): void => {
  if (input.answer.trim() === '') throw refuse('answer_missing', { fields: { answer: 'answer_missing' } });
  if (input.outcome === 'solved' && !input.executedOn) {
    throw refuse('date_missing', { fields: { executed_on: 'date_missing' } });
  }
  const problem = input.executedOn ? executionProblem(input.executedOn, context.today) : null;
  if (problem) throw refuse(problem, { fields: { executed_on: problem } });
};

/** One outcome of several parts: all solved is solved, some solved is partly, else what the last holder said. */
const jointOutcome = (parts: readonly Assignment[]): HolderOutcome => {
  const outcomes = parts.flatMap(({ state, outcome }) => (state === 'done' && outcome ? [outcome] : []));
  if (outcomes.every((outcome) => outcome === 'solved')) return 'solved';
  if (outcomes.some((outcome) => outcome === 'solved' || outcome === 'partly')) return 'partly';
  return outcomes.at(-1) === 'handed_over' ? 'handed_over' : 'not_with_explanation';
};
