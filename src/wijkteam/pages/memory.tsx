import { z } from 'zod';
import { noMistakes, storedFields, type Typed, typedFields } from '#gemeente/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { endMemory, writeMemory } from '../commands/memory.ts';
import { areaQuery, memoryForm, tryForm } from './forms.ts';
import { MEMORY, policy, readNotes } from './memory-model.ts';
import { memoryPage } from './memory-page.tsx';

const maxBody = 10_000;

const fresh = (rq: Rq): Typed => storedFields({ startsOn: isoDate(rq.now), kind: 'note' });

const back = (areaId: string): string => `${MEMORY}?gebied=${areaId}&opgeslagen=ja`;

const show = defineRoute({
  method: 'GET',
  path: MEMORY,
  policy,
  query: areaQuery,
  handle: async (rq, { query }) =>
    rq.page(memoryPage(rq, await readNotes(rq, query.gebied), fresh(rq), noMistakes)),
});

const add = defineRoute({
  method: 'POST',
  path: MEMORY,
  policy,
  maxBody,
  form: memoryForm,
  handle: async (rq, { form }) => {
    const mistakes = await tryForm(rq, form, (value) => rq.run(writeMemory, value));
    if (mistakes === null) return rq.redirect(back(form.raw.text('area')));
    const areaId = z.uuid().safeParse(form.raw.text('area')).data;
    return rq.page(memoryPage(rq, await readNotes(rq, areaId), typedFields(form.raw), mistakes));
  },
});

const end = defineRoute({
  method: 'POST',
  path: `${MEMORY}/:id/einde`,
  policy,
  maxBody,
  params: z.object({ id: z.uuid() }),
  form: z.object({ area: z.uuid() }),
  handle: async (rq, { params, form }) => {
    await rq.run(endMemory, { memoryId: params.id });
    return rq.redirect(form.ok ? back(form.value.area) : MEMORY);
  },
});

/** The memory of each wijk: what a colleague must know today. */
export const memoryRoutes: readonly Route[] = [show, add, end];
