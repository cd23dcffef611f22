import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#platform/database/ids.ts';
import { tenantTransaction } from '#platform/database/tenant-transaction.ts';
import { openConnections } from '#testing/at-once.ts';
import { makePerson, makeTenant } from '#testing/people.ts';
import { type TestClient, type TestSite, testSite } from '#testing/web.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { countOpenNotices, notify, peopleRoutes, peopleTexts, registerNoticeKind } from '../index.ts';

const GEMEENTE = 'GM0637';
let test: TestWorld;
let site: TestSite;
let personId: string;
let person: TestClient;

beforeAll(async () => {
  test = await testWorld();
  site = testSite(test, peopleRoutes);
  await makeTenant(test);
  await makeTenant(test, 'GM0106', 'Assen');
  registerNoticeKind('test_late', peopleTexts, 'holding.past', (id) => `/ding/${id}`);
});
afterAll(() => test.close());

beforeEach(async () => {
  personId = await makePerson(test, { holdings: [{ role: 'wijkregisseur' }] });
  person = await site.client().signInAs(personId);
});

const tell = (people: string[], kind = 'test_late', objectId = newId(), gemeente = GEMEENTE) =>
  tenantTransaction(test.world.pool, gemeente, (db) =>
    notify({ db, gemeente, now: test.clock.now() }, people, kind, 'signaal', objectId),
  );

const waiting = () =>
  tenantTransaction(test.world.pool, GEMEENTE, (db) => countOpenNotices(db, GEMEENTE, personId));

const noticeIds = async (): Promise<string[]> => {
  const rows = await asOwner<{ id: string }>(
    test.urls,
    GEMEENTE,
    'select id from notice where account_id = $1 order by id',
    [personId],
  );
  return rows.map((row) => row.id);
};

describe('a notice', () => {
  it('stands before its person once, however often it is given, until it was seen', async () => {
    const objectId = newId();
    await Promise.all([1, 2, 3].map(() => tell([personId, personId], 'test_late', objectId)));
    expect(await waiting()).toBe(1);
    const page = await person.get('/berichten');
    expect(page.text).toContain(`href="/ding/${objectId}"`);
    expect((await person.submit(page)).location).toBe('/berichten');
    expect(await waiting()).toBe(0);
    expect((await person.get('/berichten')).text).toContain('Niets wacht op u');
    await tell([personId], 'test_late', objectId);
    expect(await waiting()).toBe(1);
  });

  it('is told without a link to who may not open what it is about', async () => {
    registerNoticeKind('test_closed', peopleTexts, 'holding.past', (id) => `/dicht/${id}`, 'override.read');
    await tell([personId], 'test_closed');
    const { text } = await person.get('/berichten');
    expect(text).toContain(peopleTexts.nl['holding.past']);
    expect(text).not.toContain('/dicht/');
  });

  it('may go to nobody', async () => {
    await tell([]);
    expect(await waiting()).toBe(0);
  });

  it('of a kind without words still shows that there is something', async () => {
    await tell([personId], 'unheard_of');
    expect((await person.get('/berichten')).text).toContain('Er is iets gebeurd dat u moet weten');
  });

  it('cannot be put away by somebody else, nor from another municipality', async () => {
    await tell([personId]);
    const [id] = await noticeIds();
    const other = await site.client().signInAs(await makePerson(test, { holdings: [{ role: 'trekker' }] }));
    expect((await other.post(`/berichten/${id}/gezien`)).status).toBe(404);
    const farId = await makePerson(test, { holdings: [{ role: 'trekker' }] }, 'GM0106');
    const far = await site.client('GM0106').signInAs(farId);
    expect((await far.post(`/berichten/${id}/gezien`)).status).toBe(404);
    expect((await person.post(`/berichten/${id}/gezien`, { _csrf: 'x' })).status).toBe(403);
    expect((await person.post(`/berichten/${newId()}/gezien`)).status).toBe(404);
    expect((await person.post('/berichten/x/gezien')).status).toBe(404);
    expect(await waiting()).toBe(1);
  });

  it('seen twice leaves one line of history', async () => {
    await tell([personId]);
    const [id] = await noticeIds();
    await openConnections(test);
    await Promise.all([person.post(`/berichten/${id}/gezien`), person.post(`/berichten/${id}/gezien`)]);
    const history = await asOwner(test.urls, GEMEENTE, 'select action from history where object_id = $1', [
      id,
    ]);
    expect(history).toEqual([{ action: 'seen' }]);
  });

  it('has a page with a limit, oldest first, within its budget', async () => {
    for (let turn = 0; turn < 60; turn += 1) await tell([personId]);
    const page = await person.get('/berichten');
    expect(page.text.match(/\/gezien"/g)).toHaveLength(50);
    expect(page.statements.length).toBeLessThanOrEqual(5);
    const next = /href="([^"]*na=[^"]*)"/.exec(page.text)?.[1] ?? '';
    expect((await person.get(next)).text.match(/\/gezien"/g)).toHaveLength(10);
  });

  it('registers each kind once', () => {
    const again = () => registerNoticeKind('test_late', peopleTexts, 'holding.past', (id) => `/x/${id}`);
    expect(again).toThrow(/twice/);
  });
});
