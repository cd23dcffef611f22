import { z } from 'zod';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { MONDAY, mondayPage } from './page.tsx';
import { MONDAY_ACTION, readMonday } from './read.ts';

const show = defineRoute({
  method: 'GET',
  path: MONDAY,
  policy: MONDAY_ACTION,
  query: z.object({ gebied: z.uuid().optional().catch(undefined) }),
  handle: async (rq, { query }) => rq.page(mondayPage(rq, await readMonday(rq, query.gebied))),
});

/** The wijkregisseur's Monday. */
export const mondayRoutes: readonly Route[] = [show];
