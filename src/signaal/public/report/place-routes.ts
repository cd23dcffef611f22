import { listBuurten } from '#gemeente/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import type { FieldErrors } from '#platform/errors.ts';
import { filledForm } from '#platform/web/forms.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type RawForm, type Route } from '#platform/web/route.ts';
import { identifiesPerson } from '../../rules/identifies.ts';
import { browserKeyOf } from '../draft/browser-key.ts';
import { keepPlace } from '../draft/commands.ts';
import type { DraftPlace } from '../draft/content.ts';
import { draftQuery } from '../parts/fields.ts';
import { noErrors } from '../parts/form-words.ts';
import { withoutPersons } from '../parts/found-persons.tsx';
import { goneDraftPage } from './gone-page.tsx';
import { offersFor } from './neighbours-routes.ts';
import { ownDraft } from './own-draft.ts';
import { CONTACT, NEIGHBOURS, ofDraft, PLACE, RECEIPT } from './paths.ts';
import { placeForm, placeOf } from './place-form.ts';
import { placePage } from './place-page.tsx';

const showPlace = defineRoute({
  method: 'GET',
  path: PLACE,
  policy: 'signaal.give',
  query: draftQuery,
  handle: async (rq, { query }) => {
    const draft = await ownDraft(rq, query.formulier);
    if (draft?.resultId) return rq.redirect(ofDraft(RECEIPT, draft.id));
    if (!draft?.content) return rq.page(goneDraftPage(rq));
    return answer(
      rq,
      draft.id,
      filledForm(draft.content.place ? asTyped(draft.content.place) : {}),
      noErrors,
    );
  },
});

const sendPlace = defineRoute({
  method: 'POST',
  path: PLACE,
  policy: 'signaal.give',
  query: draftQuery,
  form: placeForm,
  handle: async (rq, { query, form }) => {
    const draft = await ownDraft(rq, query.formulier);
    const browserKey = browserKeyOf(rq);
    if (draft?.resultId) return rq.redirect(ofDraft(RECEIPT, draft.id));
    if (!draft?.content || browserKey === null) return rq.page(goneDraftPage(rq));
    const errors = form.ok ? await refused(rq, placeOf(form.value)) : form.errors;
    if (form.raw.text('zonder') !== '' && hasPersons(form.raw)) return answerMasked(rq, draft.id, form.raw);
    if (!form.ok || Object.keys(errors).length > 0) return answer(rq, draft.id, form.raw, errors);
    await rq.run(keepPlace, { draftId: draft.id, browserKey, place: placeOf(form.value) });
    const offers = await offersFor(rq, draft.content, placeOf(form.value));
    return rq.redirect(ofDraft(offers.length > 0 ? NEIGHBOURS : CONTACT, draft.id));
  },
});

const FREE_TEXTS = ['straat', 'toelichting'];
const FIELDS = [...FREE_TEXTS, 'buurt', 'heel', 'lat', 'lon'];

const hasPersons = (raw: RawForm): boolean => FREE_TEXTS.some((field) => identifiesPerson(raw.text(field)));

/** "Verder zonder deze gegevens": dots in their place, to be read again before anything is kept. */
const answerMasked = (rq: Rq, draftId: string, raw: RawForm): Promise<Response> => {
  const values = FIELDS.map((field) => {
    const text = raw.text(field);
    return [field, FREE_TEXTS.includes(field) ? withoutPersons(text) : text] as const;
  });
  return answer(rq, draftId, filledForm(Object.fromEntries(values)), noErrors, true);
};

/** What a form alone cannot see: data of persons, and a buurt that is not one of ours. */
const refused = async (rq: Rq, place: DraftPlace): Promise<FieldErrors> => {
  const errors = {
    ...(identifiesPerson(place.street) ? { straat: 'text_has_person' } : {}),
    ...(identifiesPerson(place.note) ? { toelichting: 'text_has_person' } : {}),
  };
  const { buurtId } = place;
  if (buurtId === null || Object.keys(errors).length > 0) return errors;
  const buurten = await buurtenOf(rq);
  return buurten.some(({ id }) => id === buurtId) ? noErrors : { buurt: 'buurt_unknown' };
};

const buurtenOf = (rq: Rq) => rq.read((db) => listBuurten(db, rq.gemeente, isoDate(rq.now)));

const byName = new Intl.Collator('nl');

const answer = async (
  rq: Rq,
  draftId: string,
  typed: RawForm,
  errors: FieldErrors,
  masked = false,
): Promise<Response> => {
  const buurten = (await buurtenOf(rq)).toSorted((a, b) => byName.compare(a.name, b.name));
  return rq.page(placePage(rq, { draftId, typed, buurten, errors, masked }));
};

/** A kept place as it was typed. */
const asTyped = ({ street, note, buurtId, wholeBuurt, lat, lon }: DraftPlace): Record<string, string> => ({
  straat: street,
  toelichting: note,
  buurt: buurtId ?? '',
  heel: wholeBuurt ? 'ja' : '',
  lat: lat === null ? '' : String(lat),
  lon: lon === null ? '' : String(lon),
});

/** "Waar is het?" */
export const placeRoutes: readonly Route[] = [showPlace, sendPlace];
