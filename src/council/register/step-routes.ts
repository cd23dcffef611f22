import { z } from 'zod';
import { hearsWithCouncil } from '#focuspunt/index.ts';
import { notFound } from '#platform/errors.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { REGISTER } from '../paths.ts';
import type { Failed } from '../web/failed.ts';
import { datedIn, dateFields, dayIn, version, words } from '../web/fields.ts';
import { recordParams, stepRoutesOf } from '../web/step-route.ts';
import { documentPage } from './document-page.tsx';
import { itemPage } from './item-page.tsx';
import { beginItem, declineSettled, extend, proposeSettled, settle } from './item-steps.ts';
import { readDocument, readItem } from './one.ts';
import { takePosition } from './positions.ts';

/** The page of a motie, toezegging or document; "not found" for what is not there or not told yet. */
const pageOf = async (rq: Rq, id: string, failed: Failed | null) => {
  const isStaff = rq.signedIn !== null;
  const { item, document } = await rq.read(async (db) => {
    const reader = { isStaff, withCouncil: hearsWithCouncil(rq) };
    const found = await readItem(db, rq.gemeente, id, isStaff);
    return { item: found, document: found ? null : await readDocument(db, rq.gemeente, id, reader) };
  });
  if (item) return itemPage(rq, item, failed);
  if (!document) throw notFound();
  return documentPage(rq, document, failed);
};

const show = defineRoute({
  method: 'GET',
  path: `${REGISTER}/:id`,
  policy: 'public.read',
  params: recordParams,
  handle: async (rq, { params: { id } }) => rq.page(await pageOf(rq, id, null)),
});

const act = stepRoutesOf(REGISTER, pageOf);

const positionForm = z
  .object({
    party: words,
    stance: z.enum(['for', 'against'], 'stance_missing'),
    position_source: words,
    ...dateFields('taken'),
  })
  .transform((body, problems) => ({ ...body, taken: datedIn(body, 'taken', problems) }));

const settleForm = z
  .object({ version, settlement: words, ...dateFields('settled') })
  .transform((body, problems) => ({ ...body, settled: datedIn(body, 'settled', problems) }));

const extendForm = z
  .object({ version, reason: words, ...dateFields('new_due') })
  .transform((body, problems) => ({ ...body, dueOn: dayIn(body, 'new_due', problems, true) ?? '' }));

/** The page of one record and what can be done there. */
export const stepRoutes: readonly Route[] = [
  show,
  act('begin', beginItem, z.object({ version }), (body, itemId) => ({ ...body, itemId })),
  act('voorstel', proposeSettled, z.object({ version, settlement: words }), (body, itemId) => ({
    ...body,
    itemId,
  })),
  act('afdoen', settle, settleForm, ({ settlement, settled, version: seen }, itemId) => ({
    itemId,
    version: seen,
    settlement,
    settled,
  })),
  act(
    'niet-afdoen',
    declineSettled,
    z.object({ version, decline: words }),
    ({ decline, version: seen }, itemId) => ({
      itemId,
      version: seen,
      reason: decline,
    }),
  ),
  act('verlengen', extend, extendForm, ({ reason, dueOn, version: seen }, itemId) => ({
    itemId,
    version: seen,
    reason,
    dueOn,
  })),
  act('standpunt', takePosition, positionForm, ({ party, stance, taken, position_source }, documentId) => ({
    documentId,
    party,
    stance,
    taken,
    source: position_source,
  })),
];
