import { z } from 'zod';
import { parseCode } from '#platform/speakable-code/index.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import type { PageOf } from '../links.ts';
import { SEARCH, searchPage } from './page.tsx';
import { search, soughtIn } from './read.ts';

/** Longer questions are cut here: nobody types them. */
const LONGEST = 200;
const LIMIT = { uses: 600, seconds: 3_600 } as const;

/** Search over wijken, focuspunten, knelpunten and documents; for staff over their own meldingen and knots too. */
export const searchRoute = (pageOf: PageOf): Route =>
  defineRoute({
    method: 'GET',
    path: SEARCH,
    policy: 'public.read',
    query: z.object({ q: z.string().catch('') }),
    limit: LIMIT,
    handle: async (rq, { query }) => {
      const text = query.q.replaceAll(/\s+/gu, ' ').trim().slice(0, LONGEST);
      const code = parseCode(text);
      if ('code' in code) return rq.redirect(`/volg/${code.code}`);
      const { words, number } = soughtIn(text);
      const isEmpty = words.length === 0 && number === null;
      return rq.page(searchPage(rq, pageOf, text, isEmpty ? null : await search(rq, text)));
    },
  });
