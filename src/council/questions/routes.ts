import { z } from 'zod';
import { departments } from '#gemeente/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import { notFound } from '#platform/errors.ts';
import { readCursor } from '#platform/paging.ts';
import { attempt } from '#platform/web/attempt.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { QUESTIONS } from '../paths.ts';
import type { Failed } from '../web/failed.ts';
import { aboutsIn, version, words } from '../web/fields.ts';
import { recordParams, stepRoutesOf } from '../web/step-route.ts';
import { askPage } from './ask-page.tsx';
import { askQuestion, draftAnswer, forwardQuestion, releaseAnswer, withdrawQuestion } from './commands.ts';
import { questionsPage } from './list-page.tsx';
import { questionPage } from './page.tsx';
import { listQuestions, questionScope, readQuestion } from './read.ts';

const policy = 'question.read';
const maxBody = 20_000;

const list = defineRoute({
  method: 'GET',
  path: QUESTIONS,
  policy,
  query: z.object({ na: z.string().max(100).optional().catch(undefined) }),
  handle: async (rq, { query: { na } }) => {
    const scope = questionScope(rq.principal);
    const page = await rq.read((db) => listQuestions(db, rq.gemeente, scope, readCursor(na)));
    return rq.page(questionsPage(rq, page));
  },
});

const showNew = defineRoute({
  method: 'GET',
  path: `${QUESTIONS}/nieuw`,
  policy: 'question.ask',
  query: z.object({ over: z.string().max(100).catch('') }),
  handle: (rq, { query: { over } }) => rq.page(askPage(rq, over, null)),
});

const ask = defineRoute({
  method: 'POST',
  path: `${QUESTIONS}/nieuw`,
  policy: 'question.ask',
  maxBody,
  form: z.object({ question: words, over: z.string().max(100).catch('') }),
  handle: async (rq, { form }) => {
    if (!form.ok) throw notFound();
    const { question, over } = form.value;
    const done = await attempt(() => rq.run(askQuestion, { question, about: aboutsIn([over]) }));
    if (done.ok) return rq.redirect(`${QUESTIONS}/${done.value}?opgeslagen=ja`);
    return rq.page(
      askPage(rq, over, { form: 'nieuw', raw: form.raw, errors: done.errors, status: done.status }),
    );
  },
});

const pageOf = async (rq: Rq, id: string, failed: Failed | null) => {
  const view = await rq.read(async (db) => ({
    question: await readQuestion(db, rq.gemeente, questionScope(rq.principal), id),
    departments: rq.may('question.handle') ? await departments(db, rq.gemeente, isoDate(rq.now)) : [],
  }));
  if (view.question === null) throw notFound();
  return questionPage(rq, { question: view.question, departments: view.departments }, failed);
};

const show = defineRoute({
  method: 'GET',
  path: `${QUESTIONS}/:id`,
  policy,
  params: recordParams,
  handle: async (rq, { params: { id } }) => rq.page(await pageOf(rq, id, null)),
});

const act = stepRoutesOf(QUESTIONS, pageOf);

const answerForm = z.object({ version, answer: words });

/** Technical questions, there and back through the griffie. */
export const questionRoutes: readonly Route[] = [
  list,
  showNew,
  ask,
  show,
  act(
    'doorsturen',
    forwardQuestion,
    z.object({ version, department: z.uuid('department_unknown') }),
    ({ department, version: seen }, questionId) => ({ questionId, version: seen, departmentId: department }),
  ),
  act('concept', draftAnswer, answerForm, (body, questionId) => ({ ...body, questionId })),
  act('vrijgeven', releaseAnswer, answerForm, (body, questionId) => ({ ...body, questionId })),
  act('intrekken', withdrawQuestion, z.object({ version }), (body, questionId) => ({ ...body, questionId })),
];
