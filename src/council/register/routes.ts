import { z } from 'zod';
import { hearsWithCouncil } from '#focuspunt/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import { readCursor } from '#platform/paging.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { REGISTER } from '../paths.ts';
import { aboutIn } from '../web/fields.ts';
import { readChoices } from './choices.ts';
import { readRegister } from './list.ts';
import { registerPage } from './list-page.tsx';
import { recordRoutes } from './record-routes.ts';
import { stepRoutes } from './step-routes.ts';

const RECORDS = { motie: 'motion', toezegging: 'toezegging', stuk: 'document' } as const;

const query = z.object({
  soort: z.enum(['motie', 'toezegging', 'stuk']).or(z.literal('')).catch(''),
  stand: z.enum(['open', 'afgedaan']).or(z.literal('')).catch(''),
  jaar: z.string().max(10).catch(''),
  over: z.string().max(60).catch(''),
  na: z.string().max(100).optional().catch(undefined),
});

const list = defineRoute({
  method: 'GET',
  path: REGISTER,
  policy: 'public.read',
  query,
  handle: async (rq, { query: { na, ...asked } }) => {
    const filter = {
      record: asked.soort === '' ? null : RECORDS[asked.soort],
      state: asked.stand === '' ? null : asked.stand === 'open' ? ('open' as const) : ('settled' as const),
      year: /^(19|20)\d\d$/.test(asked.jaar) ? Number(asked.jaar) : null,
      about: aboutIn(asked.over),
    };
    const { page, choices } = await rq.read(async (db) => ({
      page: await readRegister(db, rq.gemeente, filter, readCursor(na), hearsWithCouncil(rq)),
      choices: await readChoices(db, rq.gemeente, isoDate(rq.now), rq.signedIn !== null),
    }));
    return rq.page(registerPage(rq, asked, page, choices));
  },
});

/** The register of the raad. */
export const registerRoutes: readonly Route[] = [list, ...recordRoutes, ...stepRoutes];
