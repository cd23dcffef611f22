import { z } from 'zod';
import { streetsLike } from '#gemeente/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import { notFound } from '#platform/errors.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { type Answer, readAnswer } from './answer.ts';
import { readTopics } from './choices-read.ts';
import { followRoutes } from './follow-routes.ts';
import { patternPage, type Shown } from './page.tsx';
import { PATTERN, SHEET } from './paths.ts';
import { type Choices, findTopic, type Topic } from './rules/topic.ts';
import { sheetPage } from './sheet-page.tsx';

const MOST_MEANT = 3;
const policy = 'signaal.count';
const id = z.uuid().optional().catch(undefined);
const query = z.object({
  zoek: z.string().max(200).catch(''),
  straat: z.string().max(100).catch(''),
  buurt: id,
  gebied: id,
  onderwerp: id,
});
type Query = z.infer<typeof query>;

/** The topic that an address names; null when it names none, or one that is not there. */
const namedTopic = ({ straat, buurt, gebied, onderwerp }: Query, choices: Choices): Topic | null => {
  const street = choices.streets.find(({ name, buurtId }) => name === straat && buurtId === buurt) ?? null;
  const area = street ? null : (choices.areas.find((one) => one.id === gebied) ?? null);
  const category = choices.categories.find((one) => one.id === onderwerp) ?? null;
  return street || area || category ? { street, area, category } : null;
};

/** Everything in one transaction of six queries: what the text means, and what there is to know of it. */
const look = (rq: Rq, asked: Query): Promise<Shown> =>
  rq.read(async (db) => {
    const choices = await readTopics(db, rq.gemeente, isoDate(rq.now), asked.straat || asked.zoek);
    const named = namedTopic(asked, choices);
    const found = named ? ({ kind: 'one', topic: named } as const) : findTopic(asked.zoek, choices);
    if (asked.zoek.trim() === '' && found.kind !== 'one') return { kind: 'empty' };
    if (found.kind === 'none') {
      return { kind: 'none', meant: await streetsLike(db, rq.gemeente, asked.zoek, MOST_MEANT) };
    }
    if (found.kind !== 'one') return found;
    const answer: Answer = await readAnswer(db, rq, found.topic, choices);
    return { kind: 'answer', answer, choices };
  });

const show = defineRoute({
  method: 'GET',
  path: PATTERN,
  policy,
  query,
  handle: async (rq, { query: asked }) => rq.page(patternPage(rq, asked.zoek, await look(rq, asked))),
});

const sheet = defineRoute({
  method: 'GET',
  path: SHEET,
  policy,
  query,
  handle: async (rq, { query: asked }) => {
    const shown = await look(rq, asked);
    if (shown.kind !== 'answer') throw notFound();
    return rq.page(sheetPage(rq, shown.answer, shown.choices));
  },
});

/** "Van incident naar patroon". */
export const incidentRoutes: readonly Route[] = [show, sheet, ...followRoutes];
