import { isoDate } from '#platform/calendar/index.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { RAAD } from '../paths.ts';
import { focuspuntenCsv } from './csv.ts';
import { CSV, momentPage } from './page.tsx';
import { readMoment } from './read.ts';

const show = defineRoute({
  method: 'GET',
  path: RAAD,
  policy: 'public.read',
  handle: async (rq) => rq.page(momentPage(rq, await readMoment(rq))),
});

const download = defineRoute({
  method: 'GET',
  path: CSV,
  policy: 'public.read',
  limit: { uses: 60, seconds: 600 },
  handle: async (rq) => {
    const { focuspunten } = await readMoment(rq);
    return new Response(focuspuntenCsv(rq, focuspunten), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="focuspunten-${isoDate(rq.now)}.csv"`,
        'cache-control': 'no-store',
      },
    });
  },
});

/** The page of the raad and its table. */
export const momentRoutes: readonly Route[] = [show, download];
