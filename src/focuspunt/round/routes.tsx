import { z } from 'zod';
import { endOfTerm, noMistakes, readSettings, type Typed, typedFields } from '#gemeente/index.ts';
import { type Sent, send, typedForm } from '#monitor/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { atVersion } from '../focuspunt/at-version.ts';
import { decideFocuspunt } from '../focuspunt/commands/decide.ts';
import { roundHref } from '../focuspunt/paths.ts';
import { focuspuntTerms } from '../focuspunt/settings.ts';
import { focuspuntTexts } from '../focuspunt/texts.ts';
import { decisionIn, decisionMistakes } from '../focuspunt/work/decision-form.ts';
import { proposeRound } from './commands.ts';
import { overviewRoutes } from './overview.tsx';
import { roundPage } from './page.tsx';
import type { FailedRound } from './point.tsx';
import { readRound } from './read.ts';

const shown = async (rq: Rq, id: string, failed: FailedRound | null): Promise<Response> => {
  const round = await readRound(rq, id);
  const settings = await rq.read((db) => readSettings(db, rq.gemeente, isoDate(rq.now)));
  const baselineDay = isoDate(endOfTerm(settings, focuspuntTerms.baseline, rq.now));
  return rq.page(roundPage({ rq, round, failed, baselineDay }));
};

const show = defineRoute({
  method: 'GET',
  path: roundHref(':id'),
  policy: 'focuspunt.read',
  params: z.object({ id: z.string() }),
  handle: (rq, { params: { id } }) => shown(rq, id, null),
});

const after = (
  rq: Rq,
  id: string,
  form: string,
  typed: Typed,
  sent: Sent<unknown>,
): Response | Promise<Response> => {
  if (sent.ok) return rq.redirect(roundHref(id));
  const mistakes = sent.isStale ? noMistakes : sent.mistakes;
  return shown(rq, id, { form, typed, mistakes, isStale: sent.isStale });
};

const propose = defineRoute({
  method: 'POST',
  path: `${roundHref(':id')}/voorstellen`,
  policy: 'round.manage',
  params: z.object({ id: z.string() }),
  form: typedForm,
  maxBody: 40_000,
  handle: async (rq, { params: { id }, form }) => {
    const typed = form.ok ? form.value : typedFields(form.raw);
    const input = { roundId: id, proposalText: typed.text('proposal_text') };
    return after(
      rq,
      id,
      'voorstel',
      typed,
      await send(rq, focuspuntTexts, () => rq.run(proposeRound, input)),
    );
  },
});

const decide = defineRoute({
  method: 'POST',
  path: `${roundHref(':id')}/punten/:punt`,
  policy: 'focuspunt.decide',
  params: z.object({ id: z.string(), punt: z.string() }),
  form: typedForm,
  maxBody: 40_000,
  handle: async (rq, { params: { id, punt }, form }) => {
    const typed = form.ok ? form.value : typedFields(form.raw);
    const seen = Object.entries(decisionMistakes(typed));
    if (seen.length > 0) {
      const t = rq.texts(focuspuntTexts);
      const mistakes = Object.fromEntries(seen.map(([field, code]) => [field, t.dynamic(`error.${code}`)]));
      return shown(rq, id, { form: punt, typed, mistakes, isStale: false });
    }
    const command = atVersion(decideFocuspunt, typed.text('versie'));
    return after(
      rq,
      id,
      punt,
      typed,
      await send(rq, focuspuntTexts, () => rq.run(command, decisionIn(typed, punt))),
    );
  },
});

/** The rounds of focuspunten and their proposals to the college. */
export const roundRoutes: readonly Route[] = [...overviewRoutes, show, propose, decide];
