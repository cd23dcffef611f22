import { departments } from '#gemeente/index.ts';
import { type Context, defineCommand } from '#platform/command/command.ts';
import { refuse } from '../errors.ts';
import { ACTIVE_STATES } from '../rules/assignment-states.ts';
import { OPEN_STATES } from '../rules/signaal-states.ts';
import { insertFeedback, insertNote } from '../store/feedback.ts';
import type { Signaal } from '../store/load.ts';
import { tellReporters } from '../store/messages.ts';
import { changeSignaal, moveSignaal } from '../store/move.ts';
import { resolveOwner, routableCategories } from '../store/routing.ts';
import { settleTerms } from '../store/terms.ts';
import { endWith } from './end.ts';
import { startAssignment } from './offer.ts';
import { openSignaal } from './open.ts';

const TRIAGE_TERMS = ['triage', 'triage_late', 'question', 'reopened'] as const;

interface Advice {
  readonly promising: number;
  readonly useful: number;
  readonly sentence: string;
}

/**
 * Puts a signaal with a department (S9). Several departments may hold a part. Advice is asked of the wijkregisseur
 * who forwards what is complex, never of desk or rule (0.2 D6). Throws `department_unknown`, `advice_missing`.
 */
export const assignSignaal = defineCommand<
  { signaalId: string; departmentId: string; advice: Advice | null },
  { assignmentId: string }
>({
  name: 'signaal.assign',
  action: 'signaal.assign',
  run: async (context, input) => {
    const opened = await openSignaal(context, input.signaalId);
    const { signaal, assignments, settings } = opened;
    await mustBeDepartment(context, input.departmentId);
    const byWijkregisseur = signaal.queue === 'wijkregisseur';
    if (byWijkregisseur && !input.advice) {
      throw refuse('advice_missing', { fields: { advice: 'advice_missing' } });
    }
    const holds = assignments.some(
      (held) => held.department_id === input.departmentId && ACTIVE_STATES.includes(held.state),
    );
    if (holds) throw refuse('step_not_allowed', { status: 409 });
    await moveSignaal(context, signaal, 'assign', {
      queue: 'department',
      owner_department_id: input.departmentId,
      route_reason: byWijkregisseur ? 'by_wijkregisseur' : 'by_desk',
    });
    await settleTerms(context, [signaal.id], TRIAGE_TERMS, 'met');
    const assignmentId = await startAssignment(context, settings, {
      signaalId: signaal.id,
      departmentId: input.departmentId,
      offeredBy: byWijkregisseur ? 'wijkregisseur' : 'desk',
      ...(input.advice ? { advice: input.advice } : {}),
    });
    context.emit('signaal.assigned', signaal.id);
    return { assignmentId };
  },
});

/** Sets the category right (2.13); does not move what a department already holds. Throws `category_unknown`, `step_not_allowed`. */
export const categoriseSignaal = defineCommand<{ signaalId: string; categoryId: string }, void>({
  name: 'signaal.categorise',
  action: 'signaal.categorise',
  run: async (context, input) => {
    const { signaal } = await openSignaal(context, input.signaalId);
    mustBeOpen(signaal);
    const categories = await routableCategories(context, signaal.buurt_id);
    const category = categories.find(({ id }) => id === input.categoryId);
    if (!category) throw refuse('category_unknown', { fields: { category: 'category_unknown' } });
    await changeSignaal(context, signaal, 'categorised', {
      category_id: category.id,
      complex: category.complex,
    });
  },
});

/** Answers a question or a simple matter at once (S1): the answer is the outcome. Throws `answer_missing`. */
export const answerSignaal = defineCommand<{ signaalId: string; text: string }, void>({
  name: 'signaal.answer',
  action: 'signaal.answer',
  run: async (context, input) => {
    const opened = await openSignaal(context, input.signaalId);
    await endWith(context, opened, { step: 'answer', outcome: 'answered', text: input.text });
  },
});

/** Not ours: handed over warmly to whoever it is of, with a word to the reporter (C2.2). Throws `answer_missing`. */
export const referSignaal = defineCommand<{ signaalId: string; text: string }, void>({
  name: 'signaal.refer',
  action: 'signaal.refer',
  run: async (context, input) => {
    const opened = await openSignaal(context, input.signaalId);
    await endWith(context, opened, { step: 'refer', outcome: 'handed_over', text: input.text });
  },
});

/** "Weet ik niet": the desk passes it to the wijkregisseur with one line, no advice fields. Throws `reason_missing`. */
export const passToWijkregisseur = defineCommand<{ signaalId: string; line: string }, void>({
  name: 'signaal.to_wijkregisseur',
  action: 'signaal.to_wijkregisseur',
  run: async (context, input) => {
    const { signaal } = await openSignaal(context, input.signaalId);
    if (input.line.trim() === '') throw refuse('reason_missing', { fields: { line: 'reason_missing' } });
    if (signaal.state !== 'received' && signaal.state !== 'reopened') {
      throw refuse('step_not_allowed', { status: 409 });
    }
    const owner = await resolveOwner(context, { queue: 'wijkregisseur', reason: 'desk_unsure' });
    await changeSignaal(context, signaal, 'to_wijkregisseur', {
      queue: owner.queue,
      owner_department_id: owner.departmentId,
      route_reason: owner.reason,
    });
    await insertNote(context, signaal.id, input.line);
  },
});

/** A line among staff on a signaal. Throws `text_missing`. */
export const noteSignaal = defineCommand<{ signaalId: string; text: string }, void>({
  name: 'signaal.note',
  action: 'signaal.note',
  run: async (context, input) => {
    const { signaal } = await openSignaal(context, input.signaalId);
    if (input.text.trim() === '') throw refuse('text_missing', { fields: { text: 'text_missing' } });
    await insertNote(context, signaal.id, input.text);
  },
});

/** Asks the reporter for what is missing; the answer comes in by the code (2.5). Throws `text_missing`, `step_not_allowed`. */
export const askReporter = defineCommand<{ signaalId: string; text: string }, void>({
  name: 'signaal.ask',
  action: 'signaal.note',
  run: async (context, input) => {
    const { signaal } = await openSignaal(context, input.signaalId);
    if (input.text.trim() === '') throw refuse('text_missing', { fields: { text: 'text_missing' } });
    mustBeOpen(signaal);
    const said = {
      signaalId: signaal.id,
      direction: 'to_reporter',
      kind: 'question',
      channel: 'none',
    } as const;
    const feedbackId = await insertFeedback(context, { ...said, text: input.text });
    await tellReporters(context, signaal.id, 'question', { feedbackId });
  },
});

/** What has ended is not changed under its reporter, nor asked about. */
const mustBeOpen = ({ state }: Signaal): void => {
  if (!OPEN_STATES.includes(state)) throw refuse('step_not_allowed', { status: 409 });
};

const mustBeDepartment = async (context: Context, departmentId: string): Promise<void> => {
  const known = await departments(context.db, context.gemeente, context.today);
  const found = known.find(({ id }) => id === departmentId);
  if (!found || found.kind === 'desk' || found.kind === 'wijkregie' || found.kind === 'complaints') {
    throw refuse('department_unknown', { fields: { department: 'department_unknown' } });
  }
};
