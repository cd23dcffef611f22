import { z } from 'zod';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { VOICES, voicesPage } from './page.tsx';
import { readReach } from './read.ts';

const show = defineRoute({
  method: 'GET',
  path: VOICES,
  policy: 'voices.count',
  query: z.object({
    gebied: z.uuid().optional().catch(undefined),
    periode: z.enum(['year', 'quarter', 'before']).catch('year'),
  }),
  handle: async (rq, { query: { gebied, periode } }) =>
    rq.page(voicesPage(rq, await readReach(rq, gebied, periode), periode)),
});

/** "Wie laat van zich horen". */
export const voicesRoutes: readonly Route[] = [show];
