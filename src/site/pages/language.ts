import { z } from 'zod';
import { setCookie } from '#platform/web/cookies.ts';
import { LANGUAGE_COOKIE } from '#platform/web/mount.ts';
import { defineRoute } from '#platform/web/route.ts';
import { localPath } from './local-path.ts';

const YEAR = 365 * 86_400;

/** Remembers the language and goes back to the page. A link, so that it works without a form; it changes nothing but this cookie. */
export const languageRoute = defineRoute({
  method: 'GET',
  path: '/taal/:lang',
  policy: 'public.read',
  beforeSecondFactor: true,
  params: z.object({ lang: z.enum(['nl', 'en']) }),
  query: z.object({ terug: z.string().max(2000).optional() }),
  handle: (rq, { params, query }) => {
    const https = rq.url.protocol === 'https:';
    const cookie = setCookie(LANGUAGE_COOKIE, params.lang, { https, maxAge: YEAR });
    return rq.redirect(localPath(query.terug), [cookie]);
  },
});
