import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { execute } from '#platform/command/command.ts';
import { aGift, resident, type SmallTown, smallTown, staffOf } from '#testing/signaal.ts';
import { type Answer, type TestClient, testSite } from '#testing/web.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { giveSignaal } from '../../commands/give.ts';
import { joinSignaal } from '../../neighbours/join.ts';
import { staffSignaalRoutes } from '../index.ts';

let tw: TestWorld;
let town: SmallTown;
let wijkregisseur: TestClient;
let worker: TestClient;
let desk: TestClient;

beforeAll(async () => {
  tw = await testWorld();
  town = await smallTown(tw);
  const enter = async (role: Parameters<typeof staffOf>[2], bounds: Parameters<typeof staffOf>[3] = {}) =>
    testSite(tw, staffSignaalRoutes)
      .client()
      .signInAs((await staffOf(tw, town, role, bounds)).id);
  wijkregisseur = await enter('wijkregisseur', { areaId: town.area, buurtIds: [town.buurt] });
  worker = await enter('department_worker', { departmentId: town.green });
  desk = await enter('desk_worker', { departmentId: town.desk });
});
beforeEach(async () => {
  await age('1 year');
});

/** Everything that was told becomes older: the session of a tester ends with the clock, not with a row. */
const age = (by: string) =>
  asOwner(tw.urls, town.gemeente, 'update signaal set received_at = received_at - $1::interval', [by]);
afterAll(() => tw.close());

const DEGREE = (6_371_008.8 * Math.PI) / 180;
const give = async (metres: number, change: Parameters<typeof aGift>[0] = {}): Promise<string> => {
  const place = { lat: 52.06 + metres / DEGREE, lon: 4.49, street: '', note: '', buurtId: null };
  const gift = aGift({ categoryId: town.tree, place, ...change });
  return (await execute(tw.world, town.gemeente, resident, giveSignaal, gift)).signaalId;
};
const look = async (id: string) =>
  (await asOwner(tw.urls, town.gemeente, 'select * from signaal where id = $1', [id]))[0];
const open = (client: TestClient, id: string): Promise<Answer> => client.get(`/signalen/${id}`);

it('stands beside it with distance, days and likeness, the likest first, and merges in one click', async () => {
  const first = await give(0, { text: 'Er ligt een grote tak op het fietspad.' });
  await give(20, { text: 'Blad op de stoep.' });
  await give(60);
  await age('2 days');
  const later = await give(30, { text: 'Een grote tak ligt op het fietspad.' });
  const page = await open(wijkregisseur, later);
  expect(page.text).toContain('30 meter verderop, 2 dagen verschil');
  expect(page.text).toContain('Er ligt een grote tak op het fietspad.');
  expect(page.text.indexOf('Er ligt een grote tak')).toBeLessThan(page.text.indexOf('Blad op de stoep.'));
  expect(page.text.match(/meter verderop/g)).toHaveLength(3);
  expect(page.statements.length).toBeLessThanOrEqual(6);
  const merged = await wijkregisseur.submit(page, { ander: first }, `/signalen/${later}/dubbel`);
  expect(merged.status).toBe(303);
  expect(await look(later)).toMatchObject({ state: 'duplicate', duplicate_of: first, joined: false });
  const root = await open(wijkregisseur, first);
  expect(root.text).toContain('Ook gemeld door 1');
  const own = await open(wijkregisseur, later);
  const undone = await wijkregisseur.submit(own, {}, `/signalen/${later}/losmaken`);
  expect(undone.status).toBe(303);
  expect(await look(later)).toMatchObject({ state: 'reopened', duplicate_of: null });
});

it('merges the later into this one from the page of the earlier', async () => {
  const first = await give(0);
  await age('1 hour');
  const later = await give(5);
  const page = await open(wijkregisseur, first);
  expect(page.text).toContain('Voeg die bij deze');
  const merged = await wijkregisseur.submit(page, { ander: first }, `/signalen/${later}/dubbel`);
  expect(merged.location).toBe(`/signalen/${first}?gedaan=joined`);
  expect(await look(later)).toMatchObject({ duplicate_of: first });
});

it('offers no merge to a department, and links only what its reader may open', async () => {
  const first = await give(0);
  const later = await give(5);
  const page = await open(worker, later);
  expect(page.text).toContain('Gaat dit over hetzelfde?');
  expect(page.text).not.toContain('/dubbel"');
  expect((await worker.post(`/signalen/${later}/dubbel`, { ander: first, versie: '1.1' })).status).toBe(403);
  const joined = await execute(tw.world, town.gemeente, resident, joinSignaal, {
    ...aGift({ text: 'Ik ook.' }),
    originalId: first,
  });
  const registered = await give(7, { kind: 'report' });
  await asOwner(
    tw.urls,
    town.gemeente,
    `update signaal set registered_by = (select id from account limit 1), channel = 'phone' where id = $1`,
    [registered],
  );
  const atDesk = await open(desk, registered);
  expect(atDesk.status).toBe(200);
  // The first one was sent from the website: the desk may not read it, so it is told without link and words.
  expect(atDesk.text).not.toContain(`href="/signalen/${first}"`);
  expect(atDesk.text).toContain('De tekst van deze melding mag u niet lezen.');
  expect((await open(desk, joined.signaalId)).status).toBe(404);
});

it('shows on a voice what it follows, without a link for who may not read that', async () => {
  const first = await give(0);
  const clerk = await staffOf(tw, town, 'desk_worker', { departmentId: town.desk });
  const { signaalId } = await execute(tw.world, town.gemeente, clerk, joinSignaal, {
    ...aGift({ channel: 'desk', text: '' }),
    originalId: first,
  });
  const page = await open(desk, signaalId);
  expect(page.text).toContain('Sluit aan bij nr. ');
  expect(page.text).not.toContain(`href="/signalen/${first}"`);
  expect(page.text).not.toContain('Maak weer los');
  expect((await open(wijkregisseur, signaalId)).text).toContain(`href="/signalen/${first}"`);
  const root = await open(wijkregisseur, first);
  expect(root.text).toContain('sloot aan op');
});
