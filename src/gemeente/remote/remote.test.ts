import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { RemoteProblem } from '#platform/remote/index.ts';
import { seedTown } from '#testing/demo/town.ts';
import { type TestWorld, testWorld } from '#testing/world.ts';
import { importAreas } from '../import-areas/import-areas.ts';
import { importKeyFigures } from '../key-figures/import-key-figures.ts';
import { figuresFromCbs, outlinesFromPdok } from './fetch-sources.ts';
import { fetchOutlines } from './pdok.ts';

type Answer = {
  status?: number;
  body?: unknown;
  text?: string;
  headers?: Record<string, string>;
  silent?: boolean;
};

const GEMEENTE = 'GM0637';
let test: TestWorld;
let server: Server;
let base = '';
let asked: URL[] = [];
let answers: (url: URL) => Answer;

beforeAll(async () => {
  test = await testWorld();
  await seedTown(test.world, test.urls.ownerUrl);
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', base);
    asked.push(url);
    const { status = 200, body, text, headers = {}, silent } = answers(url);
    if (silent) return;
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(text ?? JSON.stringify(body));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  await test.close();
});
beforeEach(() => {
  asked = [];
});

const feature = (digits: string, x: number, gemeente = GEMEENTE) => ({
  type: 'Feature',
  properties: { buurtcode: `BU${digits}`, buurtnaam: `Buurt ${digits}`, gemeentecode: gemeente },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [x, 52],
        [x + 0.001, 52],
        [x + 0.001, 52.001],
        [x, 52],
      ],
    ],
  },
});
const inMetres = (digits: string, x: number) => ({
  ...feature(digits, 0),
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [x, 452_000],
        [x + 100, 452_000],
        [x + 100, 452_100],
        [x, 452_000],
      ],
    ],
  },
});
const collection = (features: unknown[], rest: object = {}) => ({
  type: 'FeatureCollection',
  features,
  ...rest,
});
const problemOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'none';
  } catch (error) {
    return error instanceof RemoteProblem ? error.reason : String(error);
  }
};
const choice = () => ({
  address: base,
  gemeente: GEMEENTE,
  kind: 'buurt' as const,
  seconds: 1,
  megabytes: 1,
});

describe('outlines from PDOK', () => {
  it('come page by page from its OGC API', async () => {
    answers = (url) => {
      const second = url.searchParams.get('cursor') === 'b';
      const links = second
        ? []
        : [
            { rel: 'self', href: 'x' },
            { rel: 'next', href: `${base}${url.pathname}?f=json&cursor=b` },
          ];
      return { body: collection([feature(second ? '06377002' : '06377001', second ? 4.7 : 4.6)], { links }) };
    };
    const counts: number[] = [];
    const text = await outlinesFromPdok(test.world, GEMEENTE, 'buurt', {
      address: `${base}/cbs/ogc/v1/`,
      progress: (count) => counts.push(count),
    });
    expect(asked.map(({ pathname }) => pathname)).toEqual(
      Array(2).fill('/cbs/ogc/v1/collections/buurten/items'),
    );
    expect(asked[0]?.searchParams.get('gemeentecode')).toBe(GEMEENTE);
    expect(counts).toEqual([1, 2]);
    const report = await importAreas(test.world, GEMEENTE, text, { dryRun: true });
    expect(report).toMatchObject({ problem: null, added: 2, refused: 0 });
  });

  it('are sifted here when the service cannot search by municipality', async () => {
    answers = (url) =>
      url.searchParams.has('gemeentecode')
        ? { status: 400, body: {} }
        : { body: collection([feature('06377001', 4.6), feature('01060000', 6.5, 'GM0106')]) };
    const text = await fetchOutlines(choice());
    expect(JSON.parse(text).features.length).toBe(1);
  });

  it('come from a WFS too, in metres, counted on where it names no next page', async () => {
    answers = (url) => {
      const start = Number(url.searchParams.get('startIndex'));
      const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::28992' } };
      return {
        body: collection([inMetres(`0637700${start}`, 93_000 + start * 200)], {
          crs,
          numberMatched: 3,
          numberReturned: 1,
        }),
      };
    };
    const text = await fetchOutlines({ ...choice(), address: `${base}/cbs/wfs/v1_0`, kind: 'wijk' });
    expect(asked.map(({ searchParams }) => searchParams.get('startIndex'))).toEqual(['0', '1', '2']);
    expect(asked[0]?.searchParams.get('filter')).toContain('<Literal>GM0637</Literal>');
    const report = await importAreas(test.world, GEMEENTE, text, { dryRun: true });
    expect(report).toMatchObject({ features: 3, system: { system: 'rd', seenBy: 'word' } });
  });

  it('fail with a reason: nobody there, too slow, too large, led elsewhere or in a circle, no JSON', async () => {
    answers = () => ({ silent: true });
    expect(await problemOf(fetchOutlines(choice()))).toBe('too_slow');
    answers = () => ({ text: ' '.repeat(1_100_000) });
    expect(await problemOf(fetchOutlines(choice()))).toBe('too_large');
    answers = () => ({
      body: collection([], { links: [{ rel: 'next', href: 'http://elders.voorbeeld.test/' }] }),
    });
    expect(await problemOf(fetchOutlines(choice()))).toBe('elsewhere');
    answers = () => ({ body: collection([], { links: [{ rel: 'next', href: '?rondje' }] }) });
    expect(await problemOf(fetchOutlines(choice()))).toBe('too_many_pages');
    answers = () => ({ status: 302, headers: { location: 'http://169.254.169.254/' }, text: '' });
    expect(await problemOf(fetchOutlines(choice()))).toBe('refused');
    answers = () => ({ status: 503, body: {} });
    expect(await problemOf(fetchOutlines(choice()))).toBe('refused');
    answers = () => ({ text: '<html>' });
    expect(await problemOf(fetchOutlines(choice()))).toBe('not_json');
    answers = () => ({ body: { fout: 'ja' } });
    expect(await problemOf(fetchOutlines(choice()))).toBe('not_json');
    expect(await problemOf(fetchOutlines({ ...choice(), address: 'http://127.0.0.1:1' }))).toBe(
      'unreachable',
    );
    expect(await problemOf(fetchOutlines({ ...choice(), address: 'ftp://127.0.0.1/grenzen' }))).toBe(
      'bad_address',
    );
  });
});

describe('key figures from CBS', () => {
  it('come page by page, with the title of their table', async () => {
    answers = (url) => {
      if (url.pathname.endsWith('/TableInfos'))
        return { body: { value: [{ Title: 'Kerncijfers wijken en buurten 2023', Period: '2023' }] } };
      const second = url.searchParams.has('$skip');
      const region = second ? 'BU06370003' : 'GM0637    ';
      const value = [
        { ID: 1, WijkenEnBuurten: region, AantalInwoners_5: second ? 5_400 : 127_000, Koopwoningen_47: null },
      ];
      const next = second ? {} : { 'odata.nextLink': `${base}${url.pathname}?$format=json&$skip=1` };
      return { body: { 'odata.metadata': `${base}/85618NED/$metadata`, value, ...next } };
    };
    const table = await figuresFromCbs(test.world, GEMEENTE, { address: `${base}/odata`, table: '85618NED' });
    expect(asked[1]?.searchParams.get('$filter')).toBe("substringof('0637',WijkenEnBuurten)");
    const report = await importKeyFigures(test.world, GEMEENTE, { table });
    expect(report).toMatchObject({
      problem: null,
      regions: 2,
      added: 4,
      unknown: 2,
      publication: { measuredOn: '2023-01-01', definition: 'Kerncijfers wijken en buurten 2023 (85618NED)' },
    });
  });

  it('fail with a reason when the table does not exist', async () => {
    answers = () => ({ status: 404, body: {} });
    expect(await problemOf(figuresFromCbs(test.world, GEMEENTE, { address: base, table: '00000NED' }))).toBe(
      'refused',
    );
  });
});
