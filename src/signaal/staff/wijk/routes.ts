import { defineRoute, type Route } from '#platform/web/route.ts';
import { WIJK, wijkPage } from './page.tsx';
import { readPile } from './read.ts';

const show = defineRoute({
  method: 'GET',
  path: WIJK,
  policy: 'signaal.decide',
  handle: async (rq) => rq.page(wijkPage(rq, await readPile(rq))),
});

/** The wijkregisseur's pile. */
export const wijkRoutes: readonly Route[] = [show];
