import { z } from 'zod';
import { sayQuarter } from '#focuspunt/index.ts';
import { notFound } from '#platform/errors.ts';
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

/** One click: loopt, hapert, klaar (D12). */
const say = defineRoute({
  method: 'POST',
  path: `${MONDAY}/:id/kwartaal`,
  policy: 'quarter.say',
  maxBody: 2_000,
  params: z.object({ id: z.uuid() }),
  form: z.object({
    stand: z.enum(['runs', 'falters', 'done']),
    terug: z
      .string()
      .regex(/^\/maandag(\?gebied=[0-9a-f-]{36})?$/)
      .catch(MONDAY),
  }),
  handle: async (rq, { params, form }) => {
    if (!form.ok) throw notFound();
    await rq.run(sayQuarter, { focuspuntId: params.id, light: form.value.stand, sentence: '' });
    return rq.redirect(`${form.value.terug}#focuspunten`);
  },
});

/** The wijkregisseur's Monday. */
export const mondayRoutes: readonly Route[] = [show, say];
