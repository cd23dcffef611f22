import { z } from 'zod';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { decideKnot, escalateKnot } from '../commands/decide.ts';
import { hearKnot, takeKnot } from '../commands/hear.ts';
import { dropKnot, executeKnot, renewKnot } from '../commands/outcome.ts';
import { actRoute, doneQuery, type Failed } from '../web/form.tsx';
import { knotPage } from './knot.tsx';
import { readKnotPage } from './knot-model.ts';
import { KNOTS, knotListRoute } from './knots.tsx';

const showKnot = async (rq: Rq, id: string, failed: Failed | null, done?: string): Promise<Response> => {
  const page = await readKnotPage(rq, id, failed, done);
  return rq.page(knotPage(rq, page, await rq.redThread({ kind: 'knot', id })));
};

const again = (rq: Rq, id: string, failed: Failed) => showKnot(rq, id, failed);
const path = (act: string): string => `${KNOTS}/:id/${act}`;
const backWith = (word: string) => (_: unknown, id: string) => `${KNOTS}/${id}?gedaan=${word}`;

const show = defineRoute({
  method: 'GET',
  path: `${KNOTS}/:id`,
  policy: 'knot.read',
  params: z.object({ id: z.string() }),
  query: doneQuery,
  handle: (rq, { params, query }) => showKnot(rq, params.id, null, query.gedaan),
});

const take = actRoute({
  path: path('pakken'),
  policy: 'knot.guard',
  run: (rq, { version }, knotId) => rq.run(takeKnot, { knotId, version }),
  again,
  next: backWith('taken'),
});

const hear = actRoute({
  path: path('horen'),
  policy: 'knot.hear',
  run: (rq, { text }, knotId) => {
    const isGuard = rq.principal.holdings.some(({ role }) => role === 'process_guard');
    const how = isGuard && text('department') !== '' ? 'call' : 'comment';
    return rq.run(hearKnot, { knotId, how, departmentId: text('department') || null, text: text('text') });
  },
  again,
  next: backWith('heard'),
});

const decide = actRoute({
  path: path('besluit'),
  policy: 'knot.decide',
  run: (rq, sent, knotId) =>
    rq.run(decideKnot, {
      knotId,
      version: sent.version,
      departmentId: sent.text('department'),
      budgetLine: sent.text('budget'),
      amountEuro: sent.whole('amount'),
      dueOn: sent.day('due'),
      text: sent.text('text'),
      publicText: sent.text('public'),
      consent: sent.text('consent'),
    }),
  again,
  next: backWith('decided'),
});

const escalate = actRoute({
  path: path('opschalen'),
  policy: 'knot.decide',
  run: (rq, { text, version }, knotId) => rq.run(escalateKnot, { knotId, version, reason: text('reason') }),
  again,
  next: backWith('escalated'),
});

const drop = actRoute({
  path: path('laten-vallen'),
  policy: 'knot.guard',
  run: (rq, { text, version }, knotId) => rq.run(dropKnot, { knotId, version, reason: text('reason') }),
  again,
  next: backWith('dropped'),
});

const executed = actRoute({
  path: path('uitgevoerd'),
  policy: 'knot.execute',
  run: (rq, { version }, knotId) => rq.run(executeKnot, { knotId, version }),
  again,
  next: backWith('executed'),
});

const renew = actRoute({
  path: path('opnieuw'),
  policy: 'knot.execute',
  run: (rq, { text, version }, knotId) => rq.run(renewKnot, { knotId, version, sentence: text('sentence') }),
  again,
  next: ({ knotId }) => `${KNOTS}/${knotId}?gedaan=raised`,
});

/** The list of knots, the page of one, and everything that can be done with it. */
export const knotRoutes: readonly Route[] = [
  knotListRoute,
  show,
  take,
  hear,
  decide,
  escalate,
  drop,
  executed,
  renew,
];
