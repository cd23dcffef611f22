import { departments, endOfTerm, readSettings } from '#gemeente/index.ts';
import { accountsHolding, inspectText, mustRemove, notify, reachesObject } from '#people/index.ts';
import { type Context, defineCommand } from '#platform/command/command.ts';
import { secret } from '#platform/command/history.ts';
import { newId } from '#platform/database/ids.ts';
import { endTerms, startTerm } from '#platform/terms.ts';
import { refuseField } from '../errors.ts';
import { storeAbout } from '../register/about.ts';
import { mustFit } from '../register/documents.ts';
import type { About } from '../register/types.ts';
import { questionTerm } from '../settings.ts';
import { lockQuestion, moveQuestion } from './store.ts';

interface Seen {
  readonly questionId: string;
  readonly version: number;
}

/** A text without anything that identifies a person (C5): a question is about facts. */
const clean = (field: string, typed: string, missing: 'question_missing' | 'answer_missing'): string => {
  const text = mustFit(field, typed);
  if (text === '') throw refuseField(field, missing);
  if (mustRemove(inspectText(text)).length > 0) throw refuseField(field, 'text_has_person');
  return text;
};

const tell = (context: Context, accountIds: readonly string[], kind: string, id: string) =>
  notify(context, accountIds, kind, 'technical_question', id);

const clerks = ({ db, gemeente, today }: Context) =>
  accountsHolding(db, gemeente, today, { role: 'council_clerk' });

/** A councillor asks; the griffie sees it and passes it on (0.2 D16). Facts are offered, never a gate. Gives its id. */
export const askQuestion = defineCommand<
  { readonly question: string; readonly about: readonly About[] },
  string
>({
  name: 'question.ask',
  action: 'question.ask',
  run: async (context, input) => {
    context.allow();
    const { db, gemeente, principal, now, today } = context;
    const question = clean('question', input.question, 'question_missing');
    const id = newId();
    if (principal.id === null) throw new Error('Only people with an account may ask');
    await db
      .insertInto('technical_question')
      .values({ gemeente, id, asked_by: principal.id, question, state: 'asked', asked_at: now })
      .execute();
    await storeAbout(context, 'question', id, input.about);
    const settings = await readSettings(db, gemeente, today);
    await startTerm(
      context,
      'question_late',
      { kind: 'technical_question', id },
      endOfTerm(settings, questionTerm, now),
    );
    await tell(context, await clerks(context), 'question_asked', id);
    context.record({
      noun: 'technical_question',
      objectId: id,
      action: 'asked',
      after: { question: secret(question) },
    });
    return id;
  },
});

/** The griffie sends it to a department, or to another one. Throws `department_unknown`. */
export const forwardQuestion = defineCommand<Seen & { readonly departmentId: string }, void>({
  name: 'question.forward',
  action: 'question.handle',
  run: async (context, { questionId, version, departmentId }) => {
    context.allow();
    const { db, gemeente, today, now } = context;
    const question = await lockQuestion(context, questionId);
    const known = await departments(db, gemeente, today);
    if (!known.some(({ id }) => id === departmentId)) throw refuseField('department', 'department_unknown');
    await moveQuestion(context, question, version, 'forward', {
      department_id: departmentId,
      forwarded_at: now,
    });
    const heads = await accountsHolding(db, gemeente, today, { role: 'department_head', departmentId });
    const workers = await accountsHolding(db, gemeente, today, { role: 'department_worker', departmentId });
    await tell(context, heads.length > 0 ? heads : workers, 'question_forwarded', questionId);
  },
});

/** The department writes the answer; the griffie releases it. Throws `answer_missing`, `text_has_person`. */
export const draftAnswer = defineCommand<Seen & { readonly answer: string }, void>({
  name: 'question.draft',
  action: 'question.answer',
  run: async (context, { questionId, version, answer }) => {
    const question = await lockQuestion(context, questionId);
    const departmentIds = question.department_id === null ? [] : [question.department_id];
    context.allow(reachesObject(context.principal, { departmentIds }));
    const text = clean('answer', answer, 'answer_missing');
    const change = { answer: text, drafted_at: context.now, answered_by: context.principal.id };
    await moveQuestion(context, question, version, 'draft', change);
    await tell(context, await clerks(context), 'question_drafted', questionId);
  },
});

/** The griffie gives the answer to whoever asked, and to the other councillors. Throws `answer_missing`. */
export const releaseAnswer = defineCommand<Seen & { readonly answer: string }, void>({
  name: 'question.release',
  action: 'question.handle',
  run: async (context, { questionId, version, answer }) => {
    context.allow();
    const question = await lockQuestion(context, questionId);
    const text = clean('answer', answer, 'answer_missing');
    await moveQuestion(context, question, version, 'release', { answer: text, answered_at: context.now });
    await endTerms(context, [questionId], 'all', 'met');
    await tell(context, [question.asked_by], 'question_answered', questionId);
  },
});

/** Whoever asked takes it back. */
export const withdrawQuestion = defineCommand<Seen, void>({
  name: 'question.withdraw',
  action: 'question.ask',
  run: async (context, { questionId, version }) => {
    const question = await lockQuestion(context, questionId);
    context.allow(reachesObject(context.principal, { accountIds: [question.asked_by] }));
    await moveQuestion(context, question, version, 'withdraw');
    await endTerms(context, [questionId], 'all', 'cancelled');
  },
});
