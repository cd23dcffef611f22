import { z } from 'zod';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { knelpuntTexts } from '../texts.ts';
import { bundleRoutes } from './bundle-routes.ts';
import { decideRoutes } from './decide-routes.ts';
import { detailPage } from './detail.tsx';
import { KNELPUNTEN, listRoute } from './list.tsx';
import { readDetail } from './model.ts';
import { newRoutes } from './new.tsx';
import { placementRoutes } from './placement-routes.ts';

/** Only words we know are said back. */
const doneWord = z
  .string()
  .refine((word) => Object.hasOwn(knelpuntTexts.nl, `did.${word}`))
  .optional()
  .catch(undefined);

const show = defineRoute({
  method: 'GET',
  path: `${KNELPUNTEN}/:id`,
  policy: 'knelpunt.read',
  params: z.object({ id: z.string() }),
  query: z.object({ gedaan: doneWord }),
  handle: async (rq, { params, query }) =>
    rq.page(detailPage(rq, await readDetail(rq, params.id, null, query.gedaan))),
});

/** The list, the page of one knelpunt, and everything that can be done on it. */
export const knelpuntRoutes: readonly Route[] = [
  listRoute,
  ...newRoutes,
  show,
  ...decideRoutes,
  ...bundleRoutes,
  ...placementRoutes,
];
