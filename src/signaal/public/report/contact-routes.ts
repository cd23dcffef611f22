import { buurtNames, readSettings, type Settings } from '#gemeente/index.ts';
import { isoDate, parseTerm, termInWords } from '#platform/calendar/index.ts';
import { type FieldErrors, Refusal } from '#platform/errors.ts';
import { emptyForm } from '#platform/web/forms.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type RawForm, type Route } from '#platform/web/route.ts';
import { readChosen } from '../../neighbours/offer.ts';
import { termSettings } from '../../settings.ts';
import { browserKeyOf } from '../draft/browser-key.ts';
import { sendReport } from '../draft/commands.ts';
import type { Draft } from '../draft/store.ts';
import { draftQuery } from '../parts/fields.ts';
import { noErrors } from '../parts/form-words.ts';
import { allMistakes, contactForm, type Reachable, reachableBy } from './contact-form.ts';
import { contactPage } from './contact-page.tsx';
import { goneDraftPage } from './gone-page.tsx';
import { ownDraft } from './own-draft.ts';
import { CONTACT, ofDraft, PLACE, RECEIPT } from './paths.ts';

const showContact = defineRoute({
  method: 'GET',
  path: CONTACT,
  policy: 'signaal.give',
  query: draftQuery,
  handle: async (rq, { query }) => {
    const draft = await ownDraft(rq, query.formulier);
    return elsewhere(rq, draft) ?? answer(rq, draft, emptyForm, noErrors);
  },
});

const sendContact = defineRoute({
  method: 'POST',
  path: CONTACT,
  policy: 'signaal.give',
  query: draftQuery,
  form: contactForm,
  handle: async (rq, { query, form }) => {
    const draft = await ownDraft(rq, query.formulier);
    const away = elsewhere(rq, draft);
    if (away) return away;
    if (!form.ok) return answer(rq, draft, form.raw, allMistakes(form.raw.text, form.errors));
    const refusal = await send(rq, query.formulier, reachableBy(form.value));
    if (!refusal) return rq.redirect(ofDraft(RECEIPT, query.formulier));
    if (refusal.code === 'draft_gone') return rq.page(goneDraftPage(rq));
    return answer(rq, draft, form.raw, fieldsOf(refusal), refusal.status);
  },
});

/** A form that was sent shows its receipt, one that is gone says so, and one without a place asks for it. */
const elsewhere = (rq: Rq, draft: Draft | null): Response | Promise<Response> | null => {
  if (draft?.resultId) return rq.redirect(ofDraft(RECEIPT, draft.id));
  if (!draft?.content) return rq.page(goneDraftPage(rq));
  return draft.content.place ? null : rq.redirect(ofDraft(PLACE, draft.id));
};

const send = async (rq: Rq, draftId: string, reachable: Reachable): Promise<Refusal | null> => {
  const keys = { draftId, browserKey: browserKeyOf(rq) ?? '' };
  try {
    await rq.run(sendReport, { ...keys, ...reachable, visitor: rq.visitor, lang: rq.lang });
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
};

/** The command's names for what the summary shows lead to the summary, where the way to change it stands. */
const fieldsOf = (refusal: Refusal): FieldErrors => ({ overzicht: refusal.code });

const inWords = ({ lang }: Rq, settings: Settings): string => {
  const term = parseTerm(settings.get(termSettings.contact_wipe));
  return term ? termInWords(term, lang) : '';
};

const answer = async (
  rq: Rq,
  draft: Draft | null,
  typed: RawForm,
  errors: FieldErrors,
  status?: number,
): Promise<Response> => {
  if (!draft?.content) return rq.page(goneDraftPage(rq));
  const { id, content, photos } = draft;
  const buurtId = content.place?.buurtId;
  const { names, joins, settings } = await rq.read(async (db) => ({
    settings: await readSettings(db, rq.gemeente, isoDate(rq.now)),
    names: buurtId ? await buurtNames(db, rq.gemeente, [buurtId]) : null,
    joins: content.joins ? await readChosen(db, rq.gemeente, content.joins) : null,
  }));
  const summary = { draftId: id, content, photos, joins, buurtName: names?.get(buurtId ?? '') ?? null };
  const wipedAfter = inWords(rq, settings);
  return rq.page(contactPage(rq, { summary, typed, errors, wipedAfter, ...(status ? { status } : {}) }));
};

/** "Hoe kunnen wij u bereiken?" and sending. */
export const contactRoutes: readonly Route[] = [showContact, sendContact];
