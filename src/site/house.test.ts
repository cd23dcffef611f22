import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePerson, makeTenant } from '#testing/people.ts';
import { testClient } from '#testing/web-client.ts';
import { type TestWorld, testWorld } from '#testing/world.ts';
import type { Site } from './compose.ts';
import { askHouse, makeHost, testHouse } from './house.fixture.ts';
import { residentPlaces, staffPlaces } from './navigation.ts';

let test: TestWorld;
let site: Site;
const ask = (path: string, asking: Parameters<typeof askHouse>[2] = {}) => askHouse(site.app, path, asking);

beforeAll(async () => {
  test = await testWorld();
  await makeTenant(test);
  await makeHost(test, 'zoetermeer.localhost');
  await makeHost(test, 'gm0637.localhost');
  site = testHouse(test);
});
afterAll(() => test.close());

describe('the house as a whole', () => {
  it('has each path once', () => {
    const all = site.routes.map(({ method, path }) => `${method} ${path.replace(/:\w+/g, ':x')}`);
    expect(all.filter((path, place) => all.indexOf(path) !== place)).toEqual([]);
    expect(all.length).toBeGreaterThan(60);
  });

  it('has a page behind every place of the menu', () => {
    const pages = new Set(site.routes.filter(({ method }) => method === 'GET').map(({ path }) => path));
    const places = [...residentPlaces, ...staffPlaces].map(({ href }) => href);
    expect(places.filter((href) => !pages.has(href))).toEqual([]);
  });

  it.each(['/', '/privacy', '/toegankelijkheid', '/broncode'])('shows %s in both languages', async (path) => {
    const dutch = await ask(path);
    const english = await ask(path, { headers: { cookie: 'taal=en' } });
    expect([dutch.status, english.status]).toEqual([200, 200]);
    expect(await dutch.text()).toContain('<html lang="nl"');
    expect(await english.text()).toContain('<html lang="en"');
  });

  it('sends strict headers with each page, and nothing inline in it', async () => {
    for (const path of ['/', '/nergens', '/privacy']) {
      const answer = await ask(path);
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain('unsafe');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(await answer.text()).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/);
    }
  });

  it('says kindly that a page is not there, and where to go', async () => {
    const answer = await ask('/nergens');
    const text = await answer.text();
    expect(answer.status).toBe(404);
    for (const words of ['Deze pagina is er niet', 'href="/"', 'href="/melden"'])
      expect(text).toContain(words);
  });

  it('leads to signing in and back, where a page asks for that', async () => {
    const answer = await ask('/beheer/geschiedenis?van=2016-01-01');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(
      `/aanmelden?terug=${encodeURIComponent('/beheer/geschiedenis?van=2016-01-01')}`,
    );
  });

  it('refuses what another site sends', async () => {
    const answer = await ask('/aanmelden', {
      method: 'POST',
      headers: { origin: 'http://elders.test', 'content-type': 'application/x-www-form-urlencoded' },
      body: 'email=wim%40voorbeeld.test',
    });
    expect(answer.status).toBe(403);
  });

  it('knows no municipality at a host that is none', async () => {
    expect((await ask('/', { host: 'elders.test' })).status).toBe(404);
  });

  it('asks for patience from a visitor who sends too much', async () => {
    const { app } = testHouse(test, { demo: true });
    const stepIn = () =>
      askHouse(app, '/demo/instappen', {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'person=niemand',
      });
    for (let count = 0; count < 120; count += 1) expect((await stepIn()).status).not.toBe(429);
    const refused = await stepIn();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
    expect(await refused.text()).toContain('Even wachten');
  });

  it('remembers the language, and goes back only to itself', async () => {
    const answer = await ask('/taal/en?terug=%2Fprivacy');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/privacy']);
    expect(answer.headers.get('set-cookie')).toContain('taal=en');
    expect((await ask('/taal/en?terug=https%3A%2F%2Felders.test')).headers.get('location')).toBe('/');
    expect((await ask('/taal/fr')).status).toBe(404);
  });

  it('has no way in for everybody when it is no demonstration', async () => {
    expect((await ask('/demo')).status).toBe(404);
    expect((await ask('/demo/post')).status).toBe(404);
    expect(testHouse(test, { demo: true }).routes.some(({ path }) => path === '/demo')).toBe(true);
  });
});

describe('the first page of staff', () => {
  const startOf = async (role: Parameters<typeof makePerson>[1]) => {
    const statements: string[] = [];
    const client = testClient(site.app, test, 'GM0637', statements);
    await client.signInAs(await makePerson(test, role));
    return client.get('/start');
  };

  it('lists what each role may do, and nothing else', async () => {
    const desk = await startOf({ name: 'Dita', holdings: [{ role: 'desk_worker' }] });
    expect(desk.text).toContain('Wat wilt u doen, Dita?');
    expect(desk.text).toContain('href="/post/brieven"');
    expect(desk.text).not.toContain('href="/beheer/taken"');
    const admin = await startOf({ holdings: [{ role: 'functional_admin' }] });
    expect(admin.text).toContain('href="/beheer/taken"');
    expect(admin.text).toContain('href="/beheer/geschiedenis"');
    expect(admin.text).not.toContain('href="/post/brieven"');
  });
});

describe('what machines ask', () => {
  it('tells that the process lives, and that it is not ready before its jobs run', async () => {
    expect((await ask('/healthz', { host: 'whatever.test' })).status).toBe(200);
    const ready = await ask('/readyz');
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ parts: { database: true, migrations: true, jobs: false } });
  });

  it('shows figures to programs on this machine only', async () => {
    expect((await ask('/metrics')).status).toBe(404);
    expect((await ask('/metrics', { from: '::ffff:127.0.0.1' })).status).toBe(200);
    const throughProxy = await ask('/metrics', {
      from: '127.0.0.1',
      headers: { 'x-forwarded-for': '203.0.113.7' },
    });
    expect(throughProxy.status).toBe(404);
    const text = await (await ask('/metrics', { from: '127.0.0.1' })).text();
    expect(text).toContain('wijkregie_http_requests_total{method="GET",route="/privacy",status="200"}');
    expect(text).toContain('wijkregie_outbox_messages{channel="mail",state="failed"} 0');
    expect(text).toContain('wijkregie_pool_connections{state="idle"}');
  });

  it('writes one line a request, with the pattern of its route and never the code in its path', async () => {
    test.logged.length = 0;
    await ask('/volg/KLM-234-PQR-567?x=geheim');
    const lines = test.logged.filter((line) => line.includes('"msg":"request"'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('"/volg/:code"');
    expect(test.logged.join('')).not.toMatch(/KLM|geheim|203\.0\.113/);
  });

  it('gives built files for a year, and small to whoever takes gzip', async () => {
    const page = await (await ask('/')).text();
    const path = /href="(\/assets\/app\.[^"]+\.css)"/.exec(page)?.[1] ?? '';
    const plain = await ask(path);
    expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const small = await ask(path, { headers: { 'accept-encoding': 'br, gzip' } });
    expect(small.headers.get('content-encoding')).toBe('gzip');
    expect((await ask('/assets/../package.json')).status).toBe(404);
    expect((await ask('/assets/none.css')).status).toBe(404);
    expect(await (await ask('/robots.txt')).text()).toContain('Disallow: /volg');
  });
});
