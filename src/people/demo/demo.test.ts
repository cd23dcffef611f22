import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#platform/database/ids.ts';
import { SESSION_COOKIE } from '#platform/web/mount.ts';
import { makePerson, makeTenant } from '#testing/people.ts';
import { type TestSite, testSite } from '#testing/web.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { demoRoutes, peopleRoutes } from '../index.ts';

let test: TestWorld;
let site: TestSite;
let inventedId: string;

beforeAll(async () => {
  test = await testWorld();
  site = testSite(test, [...peopleRoutes, ...demoRoutes(true)]);
  await makeTenant(test);
  await makeTenant(test, 'GM0106', 'Assen');
  inventedId = await makePerson(test, {
    name: 'Saar Verzonnen',
    invented: true,
    holdings: [{ role: 'wijkregisseur' }, { role: 'trekker' }],
  });
});
afterAll(() => test.close());

describe('stepping in', () => {
  it('does not exist unless it is enabled', async () => {
    expect(demoRoutes(false)).toEqual([]);
    const closed = testSite(test, [...peopleRoutes, ...demoRoutes(false)]);
    expect((await closed.client().get('/demo')).status).toBe(404);
    expect((await closed.client().post('/demo/instappen', { person: inventedId })).status).toBe(404);
  });

  it('is one button for each invented person and role', async () => {
    const { text } = await site.client().get('/demo');
    expect(text.match(/Stap in <span[^>]*>als Saar Verzonnen, (wijkregisseur|trekker)/g)).toHaveLength(2);
  });

  it('gives a full session that knows it is a demo', async () => {
    const client = site.client();
    const answer = await client.submit(await client.get('/demo'), { person: inventedId });
    expect([answer.status, answer.location]).toEqual([303, '/start']);
    expect((await client.get('/berichten')).status).toBe(200);
    const sessions = await asOwner(
      test.urls,
      'GM0637',
      'select demo, second_factor_at is not null as full from session where account_id = $1',
      [inventedId],
    );
    expect(sessions).toContainEqual({ demo: true, full: true });
  });

  it('begins at a page of ours when the tour asks, and at none of another site', async () => {
    const client = site.client();
    const page = await client.get('/demo');
    expect((await client.submit(page, { person: inventedId, naar: '/maandag?gebied=1' })).location).toBe(
      '/maandag?gebied=1',
    );
    const fresh = site.client();
    for (const naar of ['//elders.nl', 'https://elders.nl', '/\\elders.nl', '/a%0d%0aset-cookie']) {
      expect((await fresh.submit(await fresh.get('/demo'), { person: inventedId, naar })).location).toBe(
        '/start',
      );
    }
  });

  it('as somebody else ends the session before', async () => {
    const client = site.client();
    await client.submit(await client.get('/demo'), { person: inventedId });
    const before = client.cookies.get(SESSION_COOKIE) ?? '';
    await client.submit(await client.get('/demo'), { person: inventedId });
    const old = site.client();
    old.cookies.set(SESSION_COOKIE, before);
    expect((await old.get('/berichten')).status).toBe(401);
  });

  it('steps out again to look as a resident, whoever was in', async () => {
    const client = site.client();
    await client.submit(await client.get('/demo'), { person: inventedId });
    const page = await client.get('/demo');
    const out = await client.submit(page, { person: 'niemand', naar: '/volg' });
    expect([out.status, out.location]).toEqual([303, '/volg']);
    expect((await client.get('/berichten')).status).toBe(401);
    const visitor = site.client();
    const stays = await visitor.submit(await visitor.get('/demo'), {
      person: 'niemand',
      naar: '//elders.nl',
    });
    expect(stays.location).toBe('/');
  });

  it('is refused for real people, and that is logged', async () => {
    const id = await makePerson(test, { name: 'Echte Els', holdings: [{ role: 'functional_admin' }] });
    expect((await site.client().get('/demo')).text).not.toContain('Echte Els');
    const client = site.client();
    const answer = await client.post('/demo/instappen', { person: id });
    expect(answer.status).toBe(403);
    expect(client.cookies.size).toBe(0);
    const log = await asOwner(
      test.urls,
      'GM0637',
      'select kind, reason from access_log where account_id = $1',
      [id],
    );
    expect(log).toEqual([{ kind: 'demo_refused', reason: 'not_invented' }]);
  });

  it('is refused for invented people who are off, without a role, elsewhere or nowhere', async () => {
    const off = await makePerson(test, { invented: true, active: false, holdings: [{ role: 'trekker' }] });
    const idle = await makePerson(test, { invented: true });
    const far = await makePerson(test, { invented: true, holdings: [{ role: 'trekker' }] }, 'GM0106');
    for (const person of [off, idle, far, newId()]) {
      expect((await site.client().post('/demo/instappen', { person })).status).toBe(403);
    }
    expect((await site.client().post('/demo/instappen', { person: 'x' })).status).toBe(404);
  });

  it('needs the token of whoever is signed in, and no other site', async () => {
    const client = await site.client().signInAs(inventedId);
    expect((await client.post('/demo/instappen', { person: inventedId, _csrf: 'x' })).status).toBe(403);
    const headers = { 'sec-fetch-site': 'cross-site' };
    expect((await site.client().post('/demo/instappen', { person: inventedId }, headers)).status).toBe(403);
  });
});
