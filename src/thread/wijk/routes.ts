import { z } from 'zod';
import { isoDate } from '#platform/calendar/index.ts';
import type { Shape } from '#platform/geo/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import type { PageOf } from '../links.ts';
import { areaHref, type PublicArea, publicAreas, WIJKEN } from './areas.ts';
import { feedOf } from './feed.ts';
import { heardPerBuurt } from './heard.ts';
import { cached, mapAnswer, outlinesOf } from './kaart.ts';
import { wijkenPage } from './list-page.tsx';
import { buurtInWords, wijkPage } from './page.tsx';
import { mustFindArea, periodOf, readCleared, readWijk, readWorks } from './read.ts';
import { published, STEP } from './small-numbers.ts';

const policy = 'public.read';
const params = z.object({ code: z.string().max(100) });

const list = defineRoute({
  method: 'GET',
  path: WIJKEN,
  policy,
  kept: true,
  handle: async (rq) =>
    rq.page(wijkenPage(rq, await rq.read((db) => publicAreas(db, rq.gemeente, isoDate(rq.now))))),
});

/** The wijken on the map, each leading to its page. */
const listMap = defineRoute({
  method: 'GET',
  path: `${WIJKEN}/kaart.json`,
  policy,
  handle: (rq) =>
    rq.read(async (db) => {
      const areas = (await publicAreas(db, rq.gemeente, isoDate(rq.now))).filter(
        ({ kind }) => kind === 'wijk',
      );
      const outlines = await outlinesOf(
        rq,
        db,
        areas.flatMap(({ buurtIds }) => buurtIds),
      );
      return mapAnswer(
        rq,
        areas.map((area) => ({
          name: area.name,
          label: area.name,
          href: areaHref(area),
          shape: shapeOf(area, outlines),
        })),
      );
    }),
});

const shapeOf = ({ buurtIds }: PublicArea, outlines: ReadonlyMap<string, Shape>): Shape =>
  buurtIds.flatMap((id) => outlines.get(id) ?? []);

const one = (pageOf: PageOf): Route =>
  defineRoute({
    method: 'GET',
    path: `${WIJKEN}/:code`,
    policy,
    params,
    kept: true,
    handle: async (rq, input) => rq.page(wijkPage(rq, await readWijk(rq, input.params.code), pageOf)),
  });

/** How dark a buurt is drawn: by how many fives of voices, which its label says in words. */
const levelOf = (n: number): number => Math.min(3, Math.ceil((published(n) ?? 0) / (STEP * 4)));

/** The buurten of an area with their rounded counts. */
const oneMap = defineRoute({
  method: 'GET',
  path: `${WIJKEN}/:code/kaart.json`,
  policy,
  params,
  handle: (rq, input) =>
    rq.read(async (db) => {
      const area = await mustFindArea(db, rq, input.params.code);
      const { from, to } = periodOf(rq);
      const buurten = await heardPerBuurt(db, rq.gemeente, area.buurtIds, from, to);
      const outlines = await outlinesOf(rq, db, area.buurtIds);
      return mapAnswer(
        rq,
        buurten.map((buurt) => ({
          name: buurt.name,
          label: buurtInWords(rq, buurt),
          level: levelOf(buurt.n),
          shape: outlines.get(buurt.id) ?? [],
        })),
      );
    }),
});

const feed = (pageOf: PageOf): Route =>
  defineRoute({
    method: 'GET',
    path: `${WIJKEN}/:code/rss.xml`,
    policy,
    params,
    handle: async (rq, input) => {
      const view = await rq.read(async (db) => {
        const area = await mustFindArea(db, rq, input.params.code);
        return { area, works: await readWorks(db, rq, area), cleared: await readCleared(db, rq, area) };
      });
      return feedAnswer(rq, feedOf(rq, pageOf, view));
    },
  });

const feedAnswer = (rq: Rq, body: string): Response => cached(rq, 'application/rss+xml; charset=utf-8', body);

/** The public pages of the wijken, their maps and their news. */
export const wijkRoutes = (pageOf: PageOf): readonly Route[] => [
  list,
  listMap,
  one(pageOf),
  oneMap,
  feed(pageOf),
];
