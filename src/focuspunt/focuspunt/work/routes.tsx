import type { ReactNode } from 'react';
import { z } from 'zod';
import type { Typed } from '#gemeente/index.ts';
import { idIn, send, typedForm } from '#monitor/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { moveToRound } from '../../round/commands.ts';
import { consultFocuspunt } from '../commands/consult.ts';
import { bringToCollege, decideFocuspunt } from '../commands/decide.ts';
import { takeKnelpunt } from '../commands/link.ts';
import { describeFocuspunt, setTrekker } from '../commands/prepare.ts';
import { clearReaction } from '../commands/react.ts';
import { repairGoal } from '../commands/repair.ts';
import type { TrekkerInput } from '../commands/trekker.ts';
import { FOCUSPUNTEN, workHref } from '../paths.ts';
import { focuspuntTexts } from '../texts.ts';
import { actRoute, type Failed, type ShowAgain } from './act.ts';
import { decisionIn, decisionMistakes } from './decision-form.ts';
import { repairIn } from './goal-form.tsx';
import { newRoutes } from './new.tsx';
import { workPage } from './page.tsx';
import { readWork, type Work } from './read.ts';

/** What other parts of the room show on this page. */
export type WorkSlot = (rq: Rq, work: Pick<Work, 'id' | 'state' | 'planId' | 'nextTestOn'>) => ReactNode;

const shown = async (rq: Rq, id: string, failed: Failed | null, slot: WorkSlot, done?: string) => {
  const work = await readWork(rq, id);
  const thread = await rq.redThread({ kind: 'focuspunt', id });
  return rq.page(workPage({ rq, work, failed, thread, done, more: slot(rq, work) }));
};

/** Who carries it, as typed. */
export const trekkerIn = (typed: Typed): TrekkerInput => ({
  trekkerAccountId: idIn(typed, 'trekker'),
  trekkerFunction: typed.text('trekkerFunction'),
  trekkerDepartmentId: idIn(typed, 'trekkerDepartment'),
});

/** What is filled in or changed, in any state. */
const fillActs = (again: ShowAgain): readonly Route[] => [
  actRoute(
    {
      path: 'trekker',
      policy: 'focuspunt.prepare',
      command: setTrekker,
      input: (typed, focuspuntId) => ({ focuspuntId, ...trekkerIn(typed) }),
    },
    again,
  ),
  actRoute(
    {
      path: 'omschrijven',
      policy: 'focuspunt.prepare',
      command: describeFocuspunt,
      input: (typed, focuspuntId) => ({
        focuspuntId,
        publicSummary: typed.text('public_summary'),
        budgetLine: typed.text('budget'),
      }),
    },
    again,
  ),
  actRoute(
    {
      path: 'knelpunt',
      policy: 'focuspunt.prepare',
      command: takeKnelpunt,
      input: (typed, focuspuntId) => ({ focuspuntId, knelpuntId: typed.text('knelpunt') }),
    },
    again,
  ),
  actRoute(
    {
      path: 'ronde',
      policy: 'round.manage',
      command: moveToRound,
      input: (typed, focuspuntId) => ({ focuspuntId, roundId: idIn(typed, 'round') }),
    },
    again,
  ),
];

/** The steps towards a decision. */
const stepActs = (again: ShowAgain): readonly Route[] => [
  actRoute(
    {
      path: 'vragen',
      policy: 'focuspunt.prepare',
      command: consultFocuspunt,
      input: (_, focuspuntId) => ({ focuspuntId }),
    },
    again,
  ),
  actRoute(
    {
      path: 'naar-college',
      policy: 'focuspunt.prepare',
      command: bringToCollege,
      input: (_, focuspuntId) => ({ focuspuntId }),
    },
    again,
  ),
  actRoute(
    { path: 'doel', policy: 'focuspunt.prepare', command: repairGoal, input: repairIn, texts: 'monitor' },
    again,
  ),
  actRoute(
    {
      path: 'besluit',
      policy: 'focuspunt.decide',
      command: decideFocuspunt,
      input: decisionIn,
      check: decisionMistakes,
    },
    again,
  ),
];

const clearRoute = (again: ShowAgain): Route =>
  defineRoute({
    method: 'POST',
    path: `${FOCUSPUNTEN}/:id/reacties/:reactie`,
    policy: 'focuspunt.clear_reaction',
    params: z.object({ id: z.string(), reactie: z.string() }),
    form: typedForm,
    maxBody: 40_000,
    handle: async (rq, { params: { id, reactie }, form }) => {
      if (!form.ok) return rq.redirect(workHref(id));
      const typed = form.value;
      const publicText = typed.text('doe') === 'openbaar' ? typed.text('publicText') : null;
      const sent = await send(rq, focuspuntTexts, () =>
        rq.run(clearReaction, { reactionId: reactie, publicText }),
      );
      if (sent.ok) return rq.redirect(`${workHref(id)}?gedaan=reacties`);
      return again(rq, id, {
        form: `reacties/${reactie}`,
        typed,
        mistakes: sent.mistakes,
        isStale: sent.isStale,
      });
    },
  });

/** The pages of whoever works on a focuspunt; `slot` is what other parts of the room add. */
export const workRoutes = (slot: WorkSlot): readonly Route[] => {
  const again: ShowAgain = (rq, id, failed) => shown(rq, id, failed, slot);
  const show = defineRoute({
    method: 'GET',
    path: workHref(':id'),
    policy: 'focuspunt.read',
    params: z.object({ id: z.string() }),
    query: z.object({ gedaan: z.string().max(30).optional().catch(undefined) }),
    handle: (rq, { params: { id }, query }) => shown(rq, id, null, slot, query.gedaan),
  });
  return [...newRoutes, show, ...fillActs(again), ...stepActs(again), clearRoute(again)];
};
