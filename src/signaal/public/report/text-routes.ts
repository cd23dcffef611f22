import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Form, type RawForm, type Route } from '#platform/web/route.ts';
import { referToCare } from '../../commands/reporter-voice.ts';
import { gateNeeded, inspectText, mustRemove } from '../../guard.ts';
import { browserKeyCookie, browserKeyOf, newBrowserKey } from '../draft/browser-key.ts';
import { forgetDraft, keepText } from '../draft/commands.ts';
import { MOST_PHOTOS, PHOTO_FORM_BYTES, readPhotos } from '../draft/photos.ts';
import type { Draft } from '../draft/store.ts';
import { draftQuery } from '../parts/fields.ts';
import { withoutPersons } from '../parts/found-persons.tsx';
import { goneDraftPage } from './gone-page.tsx';
import { ownDraft } from './own-draft.ts';
import { CARE, NEIGHBOURS, ofDraft, PLACE, RECEIPT, REPORT } from './paths.ts';
import { gateOf, gateValue, type TextForm, textForm } from './text-form.ts';
import { EMPTY_TEXT, type TextPage, textPage } from './text-page.tsx';

/** Photos cost work: no visitor needs more than ten forms a minute. */
const LIMIT = { uses: 600, seconds: 3_600 } as const;

const showText = defineRoute({
  method: 'GET',
  path: REPORT,
  policy: 'signaal.give',
  query: draftQuery,
  handle: async (rq, { query }) => {
    if (query.formulier === '') return rq.page(textPage(rq, EMPTY_TEXT));
    const draft = await ownDraft(rq, query.formulier);
    if (draft?.resultId) return rq.redirect(ofDraft(RECEIPT, draft.id));
    if (!draft?.content) return rq.page(goneDraftPage(rq));
    const { text, kind, gate } = draft.content;
    return rq.page(
      textPage(rq, {
        draftId: draft.id,
        text,
        isQuestion: kind === 'question',
        gate: gateValue(gate),
        photos: draft.photos,
        errors: {},
      }),
    );
  },
});

const sendText = defineRoute({
  method: 'POST',
  path: REPORT,
  policy: 'signaal.give',
  form: textForm,
  lists: ['weg'],
  maxBody: PHOTO_FORM_BYTES,
  limit: LIMIT,
  handle: async (rq, { form }) => {
    const draft = await ownDraft(rq, form.raw.text('formulier'));
    if (draft?.resultId) return rq.redirect(ofDraft(RECEIPT, draft.id));
    if (!form.ok) return rq.page(textPage(rq, { ...typed(form.raw, draft), errors: form.errors }));
    if (form.value.gate === 'persoon') return referAway(rq, draft);
    const stopped = guarded(form, draft);
    return stopped ? rq.page(textPage(rq, stopped)) : keep(rq, form, draft);
  },
});

/** What the visitor typed, with the photos that were kept before. */
const typed = (raw: RawForm, draft: Draft | null): TextPage => ({
  draftId: draft?.id ?? '',
  text: raw.text('tekst'),
  isQuestion: raw.text('vraag') !== '',
  gate: raw.text('gate'),
  photos: draft?.photos ?? [],
  errors: {},
  photosAgain: raw.files.length > 0,
});

/** The guard, before anything is stored: the page to show again, or null when the text may pass. */
const guarded = (form: Form<TextForm> & { ok: true }, draft: Draft | null): TextPage | null => {
  const { value, raw } = form;
  const page = { ...typed(raw, draft), text: value.tekst };
  const findings = inspectText(value.tekst);
  const hasPersons = mustRemove(findings).length > 0;
  if (hasPersons && value.zonder) return { ...page, text: withoutPersons(value.tekst), masked: true };
  const errors = {
    ...(hasPersons ? { tekst: 'text_has_person' } : {}),
    ...(gateNeeded(findings) && value.gate === null ? { gate: 'gate_needed' } : {}),
  };
  return Object.keys(errors).length > 0 ? { ...page, errors } : null;
};

/** "Over een persoon of een gezin": nothing is kept but a count, and what was kept before goes too (0.2 D8). */
const referAway = async (rq: Rq, draft: Draft | null): Promise<Response> => {
  const browserKey = browserKeyOf(rq);
  if (draft && browserKey) await rq.run(forgetDraft, { draftId: draft.id, browserKey });
  await rq.run(referToCare, { buurtId: null, channel: 'web', referredTo: 'card', warm: false });
  return rq.redirect(CARE);
};

const keep = async (rq: Rq, form: Form<TextForm> & { ok: true }, draft: Draft | null): Promise<Response> => {
  const { value, raw } = form;
  const dropped = value.weg.filter((id) => draft?.photos.includes(id));
  const room = MOST_PHOTOS - (draft?.photos.length ?? 0) + dropped.length;
  const { photos, problem } = await readPhotos(raw.files, room);
  const gate = gateOf(value.gate);
  const browserKey = browserKeyOf(rq) ?? newBrowserKey();
  const draftId = await rq.run(keepText, {
    draftId: draft?.id ?? null,
    browserKey,
    text: {
      kind: value.vraag ? 'question' : 'report',
      text: value.tekst,
      gate: gate === 'person' || !gateNeeded(inspectText(value.tekst)) ? null : gate,
    },
    photos,
    droppedPhotos: dropped,
  });
  const cookie = browserKeyCookie(rq, browserKey);
  if (!problem) {
    const next = draft?.content?.place ? NEIGHBOURS : PLACE;
    return rq.redirect(ofDraft(next, draftId), [cookie]);
  }
  const kept = await ownDraft(rq, draftId, browserKey);
  const page = { ...typed(raw, kept), photosAgain: false, errors: { foto: problem } };
  const response = await rq.page(textPage(rq, page));
  response.headers.append('set-cookie', cookie);
  return response;
};

/** "Wat is er aan de hand?" */
export const textRoutes: readonly Route[] = [showText, sendText];
