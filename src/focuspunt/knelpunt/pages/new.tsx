import { z } from 'zod';
import { attempt, type Failure, renamed, unreadable } from '#platform/web/attempt.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { makeKnelpunt } from '../commands/make.ts';
import { type NewQuestion, readNew } from '../read/new.ts';
import { numbersIn } from './fields.ts';
import { KNELPUNTEN } from './list.tsx';
import { NEW } from './new-fields.ts';
import { inputOf, NAMES, newForm } from './new-input.ts';
import { newPage } from './new-page.tsx';

const show = defineRoute({
  method: 'GET',
  path: NEW,
  policy: 'knelpunt.make',
  query: z.object({
    patroon: z.string().max(100).optional().catch(undefined),
    meldingen: z.string().max(1_000).catch('').default(''),
  }),
  handle: async (rq, { query: { patroon, meldingen } }) => {
    const asked: NewQuestion = {
      suggestionId: patroon ?? null,
      signaalIds: [],
      numbers: numbersIn(meldingen),
    };
    return rq.page(newPage({ rq, model: await readNew(rq, asked), failed: null }));
  },
});

const send = defineRoute({
  method: 'POST',
  path: NEW,
  policy: 'knelpunt.make',
  form: newForm,
  lists: ['meldingen', 'zorg'],
  handle: async (rq, { form }) => {
    const { raw } = form;
    const chosen = raw.all('meldingen');
    const numbers = numbersIn(raw.text('nummers'));
    const asked = { suggestionId: raw.text('patroon') || null, signaalIds: chosen, numbers };
    const model = await readNew(rq, asked);
    const again = (failure: Failure) => rq.page(newPage({ rq, model, failed: { ...failure, raw } }));
    if (!form.ok) return again(unreadable(form.errors));
    const byNumber = numbers.map((number) => model.signalen.find((row) => row.number === number)?.id);
    if (byNumber.includes(undefined)) return again(unreadable({ nummers: 'signaal_unknown' }));
    const signaalIds = [...new Set([...chosen, ...byNumber.flatMap((id) => id ?? [])])];
    const made = await attempt(() => rq.run(makeKnelpunt, inputOf(form.value, signaalIds)));
    if (!made.ok) return again({ ...made, errors: renamed(made.errors, NAMES) });
    return rq.redirect(`${KNELPUNTEN}/${made.value.knelpuntId}?gedaan=made`);
  },
});

/** The form with which a knelpunt is made: from signalen, a suggestion, or nothing. */
export const newRoutes: readonly Route[] = [show, send];
