import type { Selectable, Updateable } from 'kysely';
import type { Context } from '#platform/command/command.ts';
import type { TechnicalQuestionTable } from '#platform/database/schema.gen.ts';
import { notFound, refuse as refusePlatform } from '#platform/errors.ts';
import { afterStep } from '#platform/state-machine.ts';
import { refuse } from '../errors.ts';
import { type QuestionStep, questionMachine } from '../rules/question-states.ts';

/** A technical question as stored. */
export type Question = Selectable<TechnicalQuestionTable>;

/** Loads it and keeps others from changing it meanwhile. Throws `not_found`. */
export const lockQuestion = async ({ db, gemeente }: Context, id: string): Promise<Question> => {
  const row = await db
    .selectFrom('technical_question')
    .selectAll()
    .where('gemeente', '=', gemeente)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
};

/** Takes one step: asks the table, stores, writes the history. Throws `changed_meanwhile`, `step_not_allowed`. */
export const moveQuestion = async (
  context: Context,
  question: Question,
  seen: number,
  step: QuestionStep,
  change: Omit<Updateable<TechnicalQuestionTable>, 'gemeente' | 'id' | 'state' | 'version'> = {},
): Promise<void> => {
  if (question.version !== seen) throw refusePlatform('changed_meanwhile', { status: 409 });
  const state = afterStep(questionMachine, question.state, step);
  if (!state) throw refuse('step_not_allowed', { status: 409 });
  await context.db
    .updateTable('technical_question')
    .set({ ...change, state, version: question.version + 1 })
    .where('gemeente', '=', context.gemeente)
    .where('id', '=', question.id)
    .execute();
  context.record({
    noun: 'technical_question',
    objectId: question.id,
    action: step,
    before: { state: question.state, department_id: question.department_id },
    after: { state, department_id: change.department_id ?? question.department_id },
  });
};
