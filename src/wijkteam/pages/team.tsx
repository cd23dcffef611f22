import { z } from 'zod';
import { noMistakes, storedFields, type Typed, typedFields } from '#gemeente/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { addMember, endMember } from '../commands/members.ts';
import { areaQuery, endForm, memberForm, tryForm } from './forms.ts';
import { policy, readTeam, TEAM } from './team-model.ts';
import { teamPage } from './team-page.tsx';

const maxBody = 10_000;

const fresh = (rq: Rq): Typed => storedFields({ validFrom: isoDate(rq.now), standing: 'ja' });

const back = (areaId: string): string => `${TEAM}?gebied=${areaId}&opgeslagen=ja`;

const show = defineRoute({
  method: 'GET',
  path: TEAM,
  policy,
  query: areaQuery,
  handle: async (rq, { query }) =>
    rq.page(teamPage(rq, await readTeam(rq, query.gebied), fresh(rq), noMistakes)),
});

const add = defineRoute({
  method: 'POST',
  path: TEAM,
  policy,
  maxBody,
  form: memberForm,
  handle: async (rq, { form }) => {
    const mistakes = await tryForm(rq, form, (value) => rq.run(addMember, value));
    if (mistakes === null) return rq.redirect(back(form.raw.text('area')));
    const areaId = z.uuid().safeParse(form.raw.text('area')).data;
    return rq.page(teamPage(rq, await readTeam(rq, areaId), typedFields(form.raw), mistakes));
  },
});

const end = defineRoute({
  method: 'POST',
  path: `${TEAM}/:id/einde`,
  policy,
  maxBody,
  params: z.object({ id: z.uuid() }),
  form: endForm,
  handle: async (rq, { params, form }) => {
    const mistakes = await tryForm(rq, form, (value) => rq.run(endMember, { memberId: params.id, ...value }));
    if (mistakes === null) return rq.redirect(back(form.raw.text('area')));
    const areaId = z.uuid().safeParse(form.raw.text('area')).data;
    return rq.page(teamPage(rq, await readTeam(rq, areaId), fresh(rq), mistakes));
  },
});

/** The wijkteam of each area: who sits in it, and how that changes. */
export const teamRoutes: readonly Route[] = [show, add, end];
