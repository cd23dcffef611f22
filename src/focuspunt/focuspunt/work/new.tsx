import { z } from 'zod';
import { noMistakes, storedFields } from '#gemeente/index.ts';
import { send, typedForm } from '#monitor/index.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { proposeFocuspunt } from '../commands/propose.ts';
import { FOCUSPUNTEN, workHref } from '../paths.ts';
import { focuspuntTexts } from '../texts.ts';
import { proposalIn } from './new-input.ts';
import { fromKnelpunt } from './new-model.ts';
import { NEW, newPage } from './new-page.tsx';

const show = defineRoute({
  method: 'GET',
  path: NEW,
  policy: 'focuspunt.propose',
  query: z.object({ knelpunt: z.string().max(40).catch('').default('') }),
  handle: async (rq, { query }) => newPage(rq, await fromKnelpunt(rq, query.knelpunt), noMistakes),
});

const save = defineRoute({
  method: 'POST',
  path: NEW,
  policy: 'focuspunt.propose',
  form: typedForm,
  maxBody: 100_000,
  handle: async (rq, { form }) => {
    if (!form.ok) return newPage(rq, storedFields({}), noMistakes);
    const sent = await send(rq, focuspuntTexts, () => rq.run(proposeFocuspunt, proposalIn(form.value)));
    if (!sent.ok) return newPage(rq, form.value, sent.mistakes);
    return rq.redirect(
      rq.may('focuspunt.read')
        ? `${workHref(sent.value)}?gedaan=voorgesteld`
        : `${FOCUSPUNTEN}?gedaan=voorgesteld`,
    );
  },
});

/** Proposing a focuspunt. */
export const newRoutes: readonly Route[] = [show, save];
