import type { Selectable } from 'kysely';
import type { Context } from '#platform/command/command.ts';
import { lockRow, mustBeVersion, type RowChange, storeRow } from '#platform/command/rows.ts';
import type { TechnicalQuestionTable } from '#platform/database/schema.gen.ts';
import { afterStep } from '#platform/state-machine.ts';
import { refuse } from '../errors.ts';
import { type QuestionStep, questionMachine } from '../rules/question-states.ts';

/** A technical question as stored. */
export type Question = Selectable<TechnicalQuestionTable>;

/** Loads it and keeps others from changing it meanwhile. Throws `not_found`. */
export const lockQuestion = (context: Context, id: string): Promise<Question> =>
  lockRow(context, 'technical_question', id);

/** Takes one step: asks the table, stores, writes the history. Throws `changed_meanwhile`, `step_not_allowed`. */
export const moveQuestion = async (
  context: Context,
  question: Question,
  seen: number,
  step: QuestionStep,
  change: Omit<RowChange<'technical_question'>, 'state'> = {},
): Promise<void> => {
  mustBeVersion(question, seen);
  const state = afterStep(questionMachine, question.state, step);
  if (!state) throw refuse('step_not_allowed', { status: 409 });
  await storeRow(context, 'technical_question', question, { ...change, state });
  context.record({
    noun: 'technical_question',
    objectId: question.id,
    action: step,
    before: { state: question.state, department_id: question.department_id },
    after: { state, department_id: change.department_id ?? question.department_id },
  });
};
