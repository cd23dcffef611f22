import { z } from 'zod';
import { newId } from '#platform/database/ids.ts';
import { notFound } from '#platform/errors.ts';
import { readCursor } from '#platform/paging.ts';
import { attempt, renamed } from '#platform/web/attempt.ts';
import { IDEMPOTENCY_FIELD } from '#platform/web/components/index.ts';
import { filledForm } from '#platform/web/forms.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { PHOTO_FORM_BYTES } from '../../public/draft/photos.ts';
import { tick } from '../../public/parts/fields.ts';
import { noErrors } from '../../public/parts/form-words.ts';
import { contactForm, reachableBy } from '../../public/report/contact-form.ts';
import { type Giver, readGiven, readOneGiven } from '../given/read.ts';
import { FIELD_NAMES, tellShape } from '../tell/form.ts';
import { type Again, receive, referAway } from '../tell/receive.ts';
import { passOn } from './command.ts';
import { PASS_ON, passedOnPage, passOnPage } from './page.tsx';

const policy = 'signaal.pass_on';
const SIZE = 20;

const giverOf = (rq: Rq): Giver => {
  if (rq.principal.id === null) throw notFound();
  return { accountId: rq.principal.id, source: 'councillor' };
};

const answer = async (
  rq: Rq,
  again: Again,
  { na, klaar = '' }: { na?: string | undefined; klaar?: string | undefined } = {},
): Promise<Response> => {
  const giver = giverOf(rq);
  const found = await rq.read(async (db) => ({
    page: await readGiven(db, rq.gemeente, giver, readCursor(na), SIZE),
    done: klaar === '' ? null : await readOneGiven(db, rq.gemeente, giver, klaar),
  }));
  const once = again.raw.text(IDEMPOTENCY_FIELD) || newId();
  return rq.page(passOnPage(rq, { again, once, ...found }));
};

const show = defineRoute({
  method: 'GET',
  path: PASS_ON,
  policy,
  query: z.object({
    na: z.string().max(100).optional().catch(undefined),
    klaar: z.string().max(100).optional().catch(undefined),
    // What the page that leads here knows already: the beginning of a sentence, and a street.
    tekst: z.string().max(200).catch(''),
    straat: z.string().max(200).catch(''),
  }),
  handle: (rq, { query: { tekst, straat, ...query } }) =>
    answer(rq, { raw: filledForm({ tekst, plek_straat: straat }), errors: noErrors }, query),
});

const passOnForm = z.intersection(z.object({ ...tellShape, akkoord: tick }), contactForm);

const send = defineRoute({
  method: 'POST',
  path: PASS_ON,
  policy,
  maxBody: PHOTO_FORM_BYTES,
  form: passOnForm,
  handle: async (rq, { form }) => {
    const received = await receive(form);
    if (received.kind === 'person') return referAway(rq);
    const consented = form.raw.text('akkoord') !== '';
    if (received.kind === 'again') return answer(rq, withConsent(received.again, consented));
    const { told, value } = received;
    if (!consented) return answer(rq, withConsent({ raw: form.raw, errors: noErrors }, consented));
    const { contact, answerChannel } = reachableBy(value);
    const given = await attempt(() =>
      rq.run(passOn, { told, consent: value.akkoord, contact, answerChannel, lang: rq.lang }),
    );
    if (given.ok) return rq.redirect(`${PASS_ON}?klaar=${given.value.signaalId}`);
    return answer(rq, { raw: form.raw, errors: renamed(given.errors, FIELD_NAMES) });
  },
});

/** A councillor in a hurry hears at once all that is missing. */
const withConsent = (again: Again, consented: boolean): Again =>
  consented || again.masked ? again : { ...again, errors: { ...again.errors, akkoord: 'consent_missing' } };

const showOne = defineRoute({
  method: 'GET',
  path: `${PASS_ON}/:id`,
  policy,
  params: z.object({ id: z.string() }),
  handle: async (rq, { params }) => {
    const row = await rq.read((db) => readOneGiven(db, rq.gemeente, giverOf(rq), params.id));
    if (!row) throw notFound();
    return rq.page(passedOnPage(rq, row, await rq.redThread({ kind: 'signaal', id: row.id })));
  },
});

/** The councillor's door. */
export const councillorRoutes: readonly Route[] = [show, send, showOne];
