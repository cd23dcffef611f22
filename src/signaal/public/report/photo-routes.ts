import { z } from 'zod';
import { isId } from '#platform/database/ids.ts';
import { notFound } from '#platform/errors.ts';
import { defineRoute } from '#platform/web/route.ts';
import { photoAnswer } from '../draft/photos.ts';
import { draftQuery } from '../parts/fields.ts';
import { ownDraft } from './own-draft.ts';

/** A photo of a form that is being filled in, small; only for the browser that sent it. */
export const draftPhotoRoute = defineRoute({
  method: 'GET',
  path: '/melden/foto/:id',
  policy: 'signaal.give',
  params: z.object({ id: z.string().refine(isId) }),
  query: draftQuery,
  handle: async (rq, { params, query }) => {
    const draft = await ownDraft(rq, query.formulier);
    if (!draft?.photos.includes(params.id)) throw notFound();
    const photo = await rq.read((db) =>
      db
        .selectFrom('file')
        .select('thumbnail')
        .where('gemeente', '=', rq.gemeente)
        .where('id', '=', params.id)
        .executeTakeFirst(),
    );
    if (!photo?.thumbnail) throw notFound();
    return photoAnswer(photo.thumbnail);
  },
});
