import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Route } from '#platform/web/route.ts';
import { makePerson } from '#testing/people.ts';
import { type SmallTown, smallTown } from '#testing/signaal.ts';
import { type TestClient, type TestSite, testSite } from '#testing/web.ts';
import { layThread, type WholeThreadIds } from '#testing/whole-thread.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { pagesOf } from '#thread/index.ts';
import { openRooms } from './rooms.ts';

let tw: TestWorld;
let town: SmallTown;
let ids: WholeThreadIds;
let site: TestSite;

beforeAll(async () => {
  tw = await testWorld();
  town = await smallTown(tw);
  ids = await layThread(tw, town);
  const routes: Route[] = [];
  const rooms = openRooms(
    false,
    pagesOf(() => routes),
  );
  routes.push(...rooms.flatMap((room) => room.routes));
  site = testSite(tw, routes);
  tw.clock.set('2017-04-03T10:00:00+02:00');
});
afterAll(() => tw.close());

const PUBLIC = [
  'knelpunt',
  'focuspunt',
  'plan',
  'goal',
  'measurement',
  'yearly_test',
  'news_release',
  'document',
  'council_item',
] as const;
const INSIDE = [...PUBLIC, 'signaal', 'knot', 'care_pattern'] as const;

/** The object whose page an address is; undefined for all other pages. */
const objectAt = (href: string): string | undefined => {
  if (href.startsWith(`/volg/${ids.code}`) || href.startsWith('/doorgeven/')) return 'signaal';
  if (/\/(foto|papier)\b|\.(rss|xml|json|docx)$/.test(href)) return undefined;
  return INSIDE.find((kind) => new RegExp(`/${ids[kind]}(?:$|/werk$)`).test(href));
};

/** The addresses that lie in the red thread of a page or on the page of a whole thread. */
const threadLinks = (path: string, html: string): string[] => {
  const line = /<ol class="wr-thread__line"[\s\S]*?<\/ol>/.exec(html)?.[0] ?? '';
  const searched = path.startsWith('/draad/') ? html : line;
  return [...searched.matchAll(/href="(\/[^"#]*)/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
};

/** Reads pages once; each page's links of the thread. */
const walker = (client: TestClient) => {
  const read = new Map<string, string[]>();
  return async (path: string): Promise<string[]> => {
    const known = read.get(path);
    if (known) return known;
    const answer = await client.get(path);
    if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
    if (answer.statements.length > 6) throw new Error(`${path} asks ${answer.statements.length} questions`);
    const links = [...new Set(threadLinks(path, answer.text))];
    read.set(path, links);
    return links;
  };
};

const MOST_STEPS = 3;

/** The kinds that one reaches from a page, with the number of clicks. */
const reachedFrom = async (linksOf: (path: string) => Promise<string[]>, from: string) => {
  const reached = new Map<string, number>();
  const pages = new Map<string, string>();
  let edge = [from];
  const seen = new Set(edge);
  for (let steps = 1; steps <= MOST_STEPS; steps += 1) {
    const next: string[] = [];
    for (const path of edge) {
      for (const href of await linksOf(path)) {
        const kind = objectAt(href);
        if (kind && !reached.has(kind)) {
          reached.set(kind, steps);
          pages.set(kind, href);
        }
        if ((kind || href.startsWith('/draad/')) && !seen.has(href)) {
          seen.add(href);
          next.push(href);
        }
      }
    }
    edge = next;
  }
  return { reached, pages };
};

/** Walks from the page of each kind to the page of each other; gives the pairs, and what could not be reached. */
const walkAllPairs = async (client: TestClient, from: string, kinds: readonly string[]) => {
  const linksOf = walker(client);
  const { pages } = await reachedFrom(linksOf, from);
  const pairs: string[] = [];
  const missed: string[] = [];
  for (const kind of kinds) {
    const page = objectAt(from) === kind ? from : pages.get(kind);
    const { reached } = page ? await reachedFrom(linksOf, page) : { reached: new Map<string, number>() };
    for (const other of kinds) {
      if (other === kind) continue;
      (reached.has(other) ? pairs : missed).push(`${kind} (${page}) -> ${other}`);
    }
  }
  return { pairs, missed };
};

const signedIn = async (role: 'wijkregisseur' | 'councillor'): Promise<TestClient> => {
  const areaId = role === 'wijkregisseur' ? { areaId: town.area } : {};
  return site.client().signInAs(await makePerson(tw, { holdings: [{ role, ...areaId }] }));
};

describe('the red thread is walked from each kind of object to each other, by links only', () => {
  it('by a resident with a code: from the melding to the raad and back', async () => {
    const kinds = ['signaal', ...PUBLIC];
    const walked = await walkAllPairs(site.client(), `/volg/${ids.code}`, kinds);
    expect(walked.missed).toEqual([]);
    expect(walked.pairs).toHaveLength(90);
  });

  it('by the wijkregisseur of the area', async () => {
    const walked = await walkAllPairs(await signedIn('wijkregisseur'), `/signalen/${ids.signaal}`, INSIDE);
    expect(walked.missed).toEqual([]);
    expect(walked.pairs).toHaveLength(132);
  });

  it('by a councillor, who meets numbers where others spoke', async () => {
    const start = `/draad/council_item/${ids.council_item}`;
    const walked = await walkAllPairs(await signedIn('councillor'), start, PUBLIC);
    expect(walked.missed).toEqual([]);
    expect(walked.pairs).toHaveLength(72);
  });

  it('by the councillor who passed a melding on, from how it stands to the raad and back', async () => {
    const id = await makePerson(tw, { holdings: [{ role: 'councillor' }] });
    await asOwner(
      tw.urls,
      town.gemeente,
      `update signaal set registered_by = $3, source = 'councillor' where gemeente = $1 and id = $2`,
      [town.gemeente, ids.signalen[2], id],
    );
    const client = await site.client().signInAs(id);
    const walked = await walkAllPairs(client, `/doorgeven/${ids.signalen[2]}`, ['signaal', ...PUBLIC]);
    expect(walked.missed).toEqual([]);
    expect(walked.pairs).toHaveLength(90);
  });
});

describe('nobody walks where he may not', () => {
  const closed = ['signaal', 'knot', 'care_pattern'] as const;

  it.each(closed)('a visitor without a code finds no %s', async (kind) => {
    expect((await site.client().get(`/draad/${kind}/${ids[kind]}`)).status).toBe(404);
  });

  it.each(closed)('a councillor finds no %s', async (kind) => {
    expect((await (await signedIn('councillor')).get(`/draad/${kind}/${ids[kind]}`)).status).toBe(404);
  });

  it('a resident meets no melding but his own, and no complaint stands anywhere', async () => {
    const client = site.client();
    await client.get(`/volg/${ids.code}`);
    const whole = await client.get(`/draad/focuspunt/${ids.focuspunt}`);
    expect(whole.text).toContain(`/volg/${ids.code}`);
    for (const id of [...ids.signalen, ids.complaint]) expect(whole.text).not.toContain(id);
    for (const word of ['GEHEIM', 'Wanda', 'onbeleefd', 'Wie ruimt']) expect(whole.text).not.toContain(word);
    expect((await client.get(`/draad/signaal/${ids.signalen[2]}`)).status).toBe(404);
  });

  it('the thread of another municipality is not there, nor what is no id', async () => {
    expect((await site.client('GM0106').get(`/draad/focuspunt/${ids.focuspunt}`)).status).toBe(404);
    expect((await site.client().get('/draad/focuspunt/1')).status).toBe(404);
    expect((await site.client().get(`/draad/account/${ids.person}`)).status).toBe(404);
  });

  it('asks at most six questions of the database, also in English', async () => {
    const client = await signedIn('wijkregisseur');
    for (const kind of INSIDE) {
      const { statements, status } = await client.get(`/draad/${kind}/${ids[kind]}`);
      expect(status).toBe(200);
      expect(statements.length).toBeLessThanOrEqual(6);
    }
    const visitor = site.client();
    visitor.cookies.set('taal', 'en');
    expect((await visitor.get(`/draad/plan/${ids.plan}`)).text).toContain('The red thread: Plan of action');
  });
});
