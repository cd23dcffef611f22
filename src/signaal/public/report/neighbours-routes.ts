import { z } from 'zod';
import { type FieldErrors, Refusal } from '#platform/errors.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { findOffers } from '../../neighbours/offer.ts';
import { browserKeyOf } from '../draft/browser-key.ts';
import { keepJoining, tellingOf } from '../draft/commands.ts';
import type { DraftContent, DraftPlace } from '../draft/content.ts';
import type { Draft } from '../draft/store.ts';
import { draftQuery } from '../parts/fields.ts';
import { goneDraftPage } from './gone-page.tsx';
import { neighboursPage } from './neighbours-page.tsx';
import { ownDraft } from './own-draft.ts';
import { CONTACT, NEIGHBOURS, ofDraft, PLACE, RECEIPT } from './paths.ts';

/** A search costs work: nobody needs more than one a few seconds. */
const LIMIT = { uses: 600, seconds: 3_600 } as const;

const show = defineRoute({
  method: 'GET',
  path: NEIGHBOURS,
  policy: 'signaal.give',
  query: draftQuery,
  handle: async (rq, { query }) => answer(rq, await ownDraft(rq, query.formulier), {}),
});

const choose = defineRoute({
  method: 'POST',
  path: NEIGHBOURS,
  policy: 'signaal.give',
  query: draftQuery,
  form: z.object({ aansluiten: z.string().max(100).catch('') }),
  limit: LIMIT,
  handle: async (rq, { query, form }) => {
    const draft = await ownDraft(rq, query.formulier);
    const browserKey = browserKeyOf(rq);
    if (!draft?.content?.place || draft.resultId || browserKey === null) return answer(rq, draft, {});
    const chosen = form.ok ? form.value.aansluiten : '';
    const problem = await keep(rq, { draftId: draft.id, browserKey, originalId: chosen || null });
    return problem ? answer(rq, draft, problem) : rq.redirect(ofDraft(CONTACT, draft.id));
  },
});

/** What was offered may be gone meanwhile: then the page tells so and offers what there is. */
const keep = async (
  rq: Rq,
  choice: { draftId: string; browserKey: string; originalId: string | null },
): Promise<FieldErrors | null> => {
  try {
    await rq.run(keepJoining, choice);
    return null;
  } catch (error) {
    if (error instanceof Refusal && error.status === 422) return { aansluiten: error.code };
    throw error;
  }
};

/** A form that was sent shows its receipt; without neighbours one goes on. */
const answer = async (rq: Rq, draft: Draft | null, errors: FieldErrors): Promise<Response> => {
  if (draft?.resultId) return rq.redirect(ofDraft(RECEIPT, draft.id));
  if (!draft?.content) return rq.page(goneDraftPage(rq));
  const { content } = draft;
  if (!content.place) return rq.redirect(ofDraft(PLACE, draft.id));
  const offers = await offersFor(rq, content, content.place);
  if (offers.length === 0) return rq.redirect(ofDraft(CONTACT, draft.id));
  return rq.page(neighboursPage(rq, { draftId: draft.id, offers, errors }));
};

/** What others told already near this place. */
export const offersFor = (rq: Rq, content: DraftContent, place: DraftPlace) =>
  rq.read((db) =>
    findOffers({ world: rq.world, db, gemeente: rq.gemeente, now: rq.now }, tellingOf(content, place)),
  );

/** "Dit melden ook anderen." */
export const neighboursRoutes: readonly Route[] = [show, choose];
