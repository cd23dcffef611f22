import { z } from 'zod';
import { readCursor } from '#platform/paging.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { seeNotice } from './commands.ts';
import { NOTICES, noticesPage } from './page.tsx';
import { openNotices } from './read.ts';

const policy = 'session.use';

const show = defineRoute({
  method: 'GET',
  path: NOTICES,
  policy,
  query: z.object({ na: z.string().max(100).optional().catch(undefined) }),
  handle: async (rq, { query: { na } }) => {
    const { signedIn } = rq;
    if (!signedIn) return rq.redirect('/aanmelden');
    const page = await rq.read((db) => openNotices(db, rq.gemeente, signedIn.accountId, readCursor(na)));
    return rq.page(noticesPage(rq, page));
  },
});

const seen = defineRoute({
  method: 'POST',
  path: `${NOTICES}/:id/gezien`,
  policy,
  maxBody: 5_000,
  params: z.object({ id: z.uuid() }),
  handle: async (rq, { params: { id } }) => {
    await rq.run(seeNotice, { id });
    return rq.redirect(NOTICES);
  },
});

/** What must be seen by whoever is signed in. */
export const noticeRoutes: readonly Route[] = [show, seen];
