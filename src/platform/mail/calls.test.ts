import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#platform/database/ids.ts';
import { makePerson, makeTenant } from '#testing/people.ts';
import { type TestClient, type TestSite, tenantFacts, testSite } from '#testing/web.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { afterCall } from './calls.ts';
import { mailRoom } from './index.ts';
import { GEMEENTE, historyOf, queue, stored, testPost } from './post.fixture.ts';

const CALLS = '/post/bellen';
const post = testPost();
let test: TestWorld;
let site: TestSite;
let desk: TestClient;
let recipientId: string;

beforeAll(async () => {
  test = await testWorld();
  await makeTenant(test);
  await makeTenant(test, 'GM0106', 'Assen');
  site = testSite(test, mailRoom(post.office, () => undefined).routes, [
    tenantFacts(GEMEENTE, { demo: true }),
    tenantFacts('GM0106'),
  ]);
  desk = await site.client().signInAs(await makePerson(test, { holdings: [{ role: 'desk_worker' }] }));
});
afterAll(() => test.close());

beforeEach(async () => {
  await asOwner(test.urls, GEMEENTE, 'delete from message where gemeente = $1', [GEMEENTE]);
  recipientId = newId();
  post.people.set(recipientId, { name: 'Mevrouw De Vries', phone: '06 12 34 56 78', address: ['Straat 1'] });
});

const callTask = () => queue(test, { recipientId, channel: 'phone', variables: { word: 'klaar' } });
const notReached = async (id: string) =>
  desk.submit(await desk.get(`${CALLS}/${id}`), { result: 'not_reached' });

describe('a phone call that waits', () => {
  it('shows whom to call and what to say, and logs that somebody looked', async () => {
    const id = await callTask();
    expect((await desk.get(CALLS)).text, 'the list names nobody').not.toContain('De Vries');
    const task = await desk.get(`${CALLS}/${id}`);
    for (const word of ['Bel Mevrouw De Vries', 'tel:0612345678', 'Woord klaar'])
      expect(task.text).toContain(word);
    const looks = await asOwner(test.urls, GEMEENTE, 'select kind from access_log where object_id = $1', [
      id,
    ]);
    expect(looks).toEqual([{ kind: 'contact.call_task' }]);
    const done = await desk.submit(task, { result: 'called' });
    expect(done.location).toBe(`${CALLS}?gedaan=called`);
    expect((await desk.follow(done)).text).toContain('Genoteerd: gebeld.');
    expect(await stored(test, id)).toMatchObject({ state: 'called', attempts: 1 });
    expect(await historyOf(test, id)).toEqual(['message.called']);
  });

  it('becomes a letter after three times nobody', async () => {
    const id = await callTask();
    expect((await notReached(id)).location).toBe(`${CALLS}?gedaan=again`);
    expect((await notReached(id)).location).toBe(`${CALLS}?gedaan=again`);
    expect((await notReached(id)).location).toBe(`${CALLS}?gedaan=letter`);
    expect(await stored(test, id)).toMatchObject({
      state: 'cancelled',
      attempts: 3,
      error_code: 'not_reached',
    });
    const letters = await asOwner(
      test.urls,
      GEMEENTE,
      `select recipient_id, template, state from message where channel = 'letter'`,
    );
    expect(letters).toEqual([{ recipient_id: recipientId, template: 'test.word', state: 'queued' }]);
  });

  it('goes to the administrator when no address is known either', async () => {
    post.people.set(recipientId, { name: 'Mevrouw De Vries', phone: '06 12 34 56 78' });
    const id = await callTask();
    for (let attempt = 0; attempt < 2; attempt += 1) await notReached(id);
    expect((await notReached(id)).location).toBe(`${CALLS}?gedaan=failed`);
    expect(await stored(test, id)).toMatchObject({ state: 'failed', error_code: 'not_reached' });
  });

  it('is settled once: a colleague who was slower hears so', async () => {
    const id = await callTask();
    const task = await desk.get(`${CALLS}/${id}`);
    await desk.submit(task, { result: 'called' });
    const late = await desk.submit(task, { result: 'not_reached' });
    expect([late.status, late.text]).toEqual([409, expect.stringContaining('message_settled')]);
  });

  it('refuses a result that does not exist', async () => {
    const id = await callTask();
    const answer = await desk.submit(await desk.get(`${CALLS}/${id}`), { result: 'voicemail' });
    expect(answer.status).toBe(422);
    expect(await stored(test, id)).toMatchObject({ state: 'queued', attempts: 0 });
  });

  it('knows what comes after each result', () => {
    expect(afterCall('called', 3, false)).toBe('called');
    expect(afterCall('not_reached', 2, true)).toBe('again');
    expect(afterCall('not_reached', 3, true)).toBe('letter');
    expect(afterCall('not_reached', 3, false)).toBe('failed');
  });
});

describe('the post of the demonstration', () => {
  it('is shown as it would have been sent', async () => {
    const id = await callTask();
    const list = await site.client().get('/demo/post');
    expect(list.text).toContain(`/demo/post/${id}`);
    expect((await site.client().get(`/demo/post/${id}`)).text).toContain('Woord klaar');
  });

  it('says so when the recipient was erased, and when the text cannot be made', async () => {
    const erased = await queue(test, { recipientId: newId(), variables: { word: 'x' } });
    const broken = await queue(test, { recipientId, variables: { break: 'ja' } });
    expect((await site.client().get(`/demo/post/${erased}`)).text).toContain('Er is niemand meer');
    expect((await site.client().get(`/demo/post/${broken}`)).text).toContain('kon niet worden gemaakt');
  });

  it('is not there in a municipality that is no demonstration', async () => {
    expect((await site.client('GM0106').get('/demo/post')).status).toBe(404);
    expect((await site.client('GM0106').get(`/demo/post/${newId()}`)).status).toBe(404);
  });
});
