import { z } from 'zod';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { notFound } from '#platform/errors.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { photoAnswer } from '../../public/draft/photos.ts';
import { staffTexts } from '../texts.ts';
import { contactRoutes } from './contact-routes.ts';
import { readCore } from './core.ts';
import { readDetail } from './model.ts';
import { detailPage } from './page.tsx';
import { partRoutes } from './part-routes.ts';
import { triageRoutes } from './triage-routes.ts';

const policy = 'signaal.read';

/** Only words we know are said back. */
const doneWord = z
  .string()
  .refine((word) => Object.hasOwn(staffTexts.nl, `did.${word}`))
  .optional()
  .catch(undefined);

const show = defineRoute({
  method: 'GET',
  path: '/signalen/:id',
  policy,
  params: z.object({ id: z.string() }),
  query: z.object({ gedaan: doneWord }),
  handle: async (rq, { params, query }) =>
    rq.page(detailPage(rq, await readDetail(rq, params.id, null, query.gedaan))),
});

const photo = defineRoute({
  method: 'GET',
  path: '/signalen/:id/foto/:foto',
  policy,
  params: z.object({ id: z.string(), foto: z.uuid() }),
  query: z.object({ klein: z.string().optional() }),
  handle: async (rq, { params, query }) => {
    const column = query.klein === undefined ? 'bytes' : 'coalesce(thumbnail, bytes)';
    const [file] = await rq.read(async (db) => {
      await readCore(db, rq, params.id);
      return runSql<{ bytes: Buffer }>(
        db,
        `select ${column} as bytes from file where gemeente = $1 and id = $2 and object_id = $3
           and object_kind = any (array['signaal', 'outcome'])`,
        [rq.gemeente, params.foto, params.id],
      );
    });
    if (!file) throw notFound();
    return photoAnswer(file.bytes);
  },
});

/** The page of one signaal and everything that can be done on it. */
export const detailRoutes: readonly Route[] = [show, photo, ...triageRoutes, ...partRoutes, ...contactRoutes];
