import { z } from 'zod';
import { dayIn, typedFields, wholeNumberIn } from '#gemeente/index.ts';
import { idIn, send, wordIn } from '#monitor/index.ts';
import { isId } from '#platform/database/ids.ts';
import { notFound } from '#platform/errors.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { addAction, moveAction, redateAction } from '../commands/actions.ts';
import { promiseCommitment, settleCommitment } from '../commands/commitments.ts';
import {
  agreePlan,
  askPartners,
  editPlan,
  finishPlan,
  revisePlan,
  sayView,
  startPlan,
  waivePlan,
} from '../commands/plan.ts';
import { sayQuarter } from '../commands/quarter.ts';
import { focuspuntOfPlan } from '../read/list.ts';
import { planTexts } from '../texts.ts';
import { anyFields, planAct, showPlan, versionIn } from './act.ts';
import { planListRoute } from './list.tsx';

const show = defineRoute({
  method: 'GET',
  path: '/plannen/:id',
  policy: 'plan.read',
  params: z.object({ id: z.string() }),
  handle: (rq, { params: { id } }) => showPlan(rq, id, null),
});

/** The focuspunt of a plan. Throws `not_found`. */
const focuspuntOf = async (rq: Rq, planId: string): Promise<string> => {
  const found = isId(planId) ? await rq.read((db) => focuspuntOfPlan(db, rq.gemeente, planId)) : null;
  if (found === null) throw notFound();
  return found;
};

const quarter = defineRoute({
  method: 'POST',
  path: '/plannen/:id/kwartaal',
  policy: 'quarter.say',
  params: z.object({ id: z.string() }),
  form: anyFields,
  handle: async (rq, { params: { id }, form }) => {
    const typed = typedFields(form.raw);
    const focuspuntId = await focuspuntOf(rq, id);
    const light = wordIn(typed, 'light', ['runs', 'falters', 'done']);
    const sent = await send(rq, planTexts, () =>
      rq.run(sayQuarter, { focuspuntId, light, sentence: typed.text('sentence') }),
    );
    if (sent.ok) return rq.redirect(`/plannen/${id}?gedaan=said`);
    return showPlan(rq, id, { form: 'kwartaal', typed, mistakes: sent.mistakes, isStale: sent.isStale });
  },
});

const commitment = defineRoute({
  method: 'POST',
  path: '/plannen/:id/bijdragen',
  policy: 'commitment.keep',
  params: z.object({ id: z.string() }),
  form: anyFields,
  handle: async (rq, { params: { id }, form }) => {
    const typed = typedFields(form.raw);
    const focuspuntId = await focuspuntOf(rq, id);
    const input = {
      focuspuntId,
      payer: typed.text('payer'),
      departmentId: idIn(typed, 'departmentId'),
      ownerFunction: typed.text('ownerFunction'),
      euro: wholeNumberIn(typed, 'euro'),
      dueOn: dayIn(typed, 'dueOn'),
      note: typed.text('note'),
    };
    const sent = await send(rq, planTexts, () => rq.run(promiseCommitment, input));
    if (sent.ok) return rq.redirect(`/plannen/${id}?gedaan=promised`);
    return showPlan(rq, id, { form: 'bijdragen', typed, mistakes: sent.mistakes, isStale: sent.isStale });
  },
});

const acts: readonly Route[] = [
  planAct({
    path: 'wijzigen',
    command: editPlan,
    done: 'edited',
    input: (typed, { planId }) => ({
      planId,
      version: versionIn(typed),
      approach: typed.text('approach'),
      socialDomain: typed.text('socialDomain') === 'on',
      roleSplit: typed.text('roleSplit'),
      participation: typed.text('participation'),
    }),
  }),
  planAct({
    path: 'partners',
    command: askPartners,
    done: 'asked',
    lists: ['member'],
    input: (typed, { planId }) => ({ planId, memberIds: typed.all('member').filter(isId) }),
  }),
  planAct({
    path: 'partners/:deel',
    command: sayView,
    done: 'viewed',
    input: (typed, { planId, partId }) => ({
      planId,
      memberId: partId,
      view: wordIn(typed, 'view', ['yes', 'no']),
      comment: typed.text('comment'),
    }),
  }),
  planAct({
    path: 'afstemmen',
    command: agreePlan,
    done: 'agreed',
    input: (typed, { planId }) => ({ planId, version: versionIn(typed), without: typed.text('without') }),
  }),
  planAct({
    path: 'starten',
    command: startPlan,
    done: 'started',
    input: (typed, { planId }) => ({ planId, version: versionIn(typed) }),
  }),
  planAct({
    path: 'afronden',
    command: finishPlan,
    done: 'finished',
    input: (typed, { planId }) => ({ planId, version: versionIn(typed) }),
  }),
  planAct({
    path: 'herzien',
    command: revisePlan,
    done: 'revised',
    input: (typed, { planId }) => ({ planId, version: versionIn(typed) }),
  }),
  planAct({
    path: 'geen-plan',
    command: waivePlan,
    done: 'waived',
    input: (typed, { planId }) => ({ planId, version: versionIn(typed), reason: typed.text('reason') }),
  }),
  planAct({
    path: 'acties',
    command: addAction,
    done: 'added',
    input: (typed, { planId }) => ({
      planId,
      title: typed.text('title'),
      ownerFunction: typed.text('ownerFunction'),
      ownerAccountId: idIn(typed, 'ownerAccountId'),
      ownerDepartmentId: idIn(typed, 'ownerDepartmentId'),
      dueOn: dayIn(typed, 'dueOn'),
    }),
  }),
  planAct({
    path: 'acties/:deel/stap',
    command: moveAction,
    done: 'moved',
    input: (typed, { partId }) => ({
      actionId: partId,
      version: versionIn(typed),
      step: wordIn(typed, 'stap', ['begin', 'finish', 'reopen']) ?? 'finish',
      reason: '',
    }),
  }),
  planAct({
    path: 'acties/:deel/vervalt',
    command: moveAction,
    done: 'moved',
    input: (typed, { partId }) => ({
      actionId: partId,
      version: versionIn(typed),
      step: 'cancel' as const,
      reason: typed.text('reason'),
    }),
  }),
  planAct({
    path: 'acties/:deel/datum',
    command: redateAction,
    done: 'moved',
    input: (typed, { partId }) => ({
      actionId: partId,
      version: versionIn(typed),
      dueOn: dayIn(typed, 'dueOn'),
    }),
  }),
  planAct({
    path: 'bijdragen/:deel/bevestigen',
    command: settleCommitment,
    done: 'settled',
    input: (typed, { partId }) => ({
      commitmentId: partId,
      version: versionIn(typed),
      step: 'confirm' as const,
      reason: '',
    }),
  }),
  planAct({
    path: 'bijdragen/:deel/intrekken',
    command: settleCommitment,
    done: 'settled',
    input: (typed, { partId }) => ({
      commitmentId: partId,
      version: versionIn(typed),
      step: 'withdraw' as const,
      reason: typed.text('reason'),
    }),
  }),
];

/** The pages of plans and everything that is done on them. */
export const planRoutes: readonly Route[] = [planListRoute, show, quarter, commitment, ...acts];
