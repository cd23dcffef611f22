import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { MONDAY_MORNING } from '#testing/world.ts';
import {
  codeOn,
  fillText,
  type PublicTown,
  publicTown,
  report,
  toLastPage,
  wordsOn,
} from '../visit.fixture.ts';

let house: PublicTown;

beforeAll(async () => {
  house = await publicTown();
});
beforeEach(() => house.tw.clock.set(MONDAY_MORNING));
afterAll(() => house.tw.close());

const visitor = () => house.site.client();
const count = async (table: string): Promise<number> => {
  const [row] = await house.sql<{ n: number }>(`select count(*)::int as n from ${table} where gemeente = $1`);
  return row?.n ?? -1;
};
const SECOND = 1_000;
const DAY = 24 * 3_600 * SECOND;

it('gives one signaal and one receipt when the button is pressed twice', async () => {
  const client = visitor();
  const last = await toLastPage(client);
  const before = await count('signaal');
  const first = await client.submit(last);
  const second = await client.submit(last);
  expect(second.location).toBe(first.location);
  expect(codeOn(await client.follow(first))).toBe(codeOn(await client.follow(second)));
  expect(await count('signaal')).toBe(before + 1);
});

it('gives one signaal when ten presses arrive at once', async () => {
  const client = visitor();
  const last = await toLastPage(client);
  const before = await count('signaal');
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => client.submit(last, { telefoon: '0612345678' })),
  );
  expect(new Set(answers.map(({ status, location }) => `${status} ${location}`)).size).toBe(1);
  expect(answers[0]?.status).toBe(303);
  expect(await count('signaal')).toBe(before + 1);
});

it('keeps the reports of two tabs apart', async () => {
  const client = visitor();
  const one = await toLastPage(client, { text: { tekst: 'De lamp is stuk.' } });
  const other = await toLastPage(client, { text: { tekst: 'De tegel ligt los.' } });
  expect(wordsOn(one)).toContain('De lamp is stuk.');
  const codes = [await client.submit(one), await client.submit(other)].map(({ location }) => location);
  expect(new Set(codes).size).toBe(2);
});

it('empties the draft when it was sent, and shows its receipt again for a day', async () => {
  const client = visitor();
  const sent = await client.submit(await toLastPage(client));
  const [draft] = await house.sql<{ size: number; result_id: string }>(
    'select length(content) as size, result_id from draft where gemeente = $1 order by id desc limit 1',
  );
  expect(draft).toMatchObject({ size: 0, result_id: expect.any(String) });
  expect((await client.follow(sent)).status).toBe(200);
  const formulier = new URL(sent.location ?? '', 'http://x').search;
  for (const page of ['', '/plek', '/bereiken']) {
    expect((await client.get(`/melden${page}${formulier}`)).location).toBe(sent.location);
  }
  house.tw.clock.advance(DAY);
  expect((await client.follow(sent)).status).toBe(410);
});

it('keeps nothing readable in a draft', async () => {
  await fillText(visitor(), { tekst: 'De Vlindertuin staat blank.' });
  const rows = await house.sql<{ found: boolean }>(
    "select position('Vlindertuin'::bytea in content) > 0 as found from draft where gemeente = $1",
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.some(({ found }) => found)).toBe(false);
});

it('works until the last second of the day, and says kindly that it is gone after', async () => {
  const client = visitor();
  const last = await toLastPage(client);
  house.tw.clock.advance(DAY - SECOND);
  expect((await client.submit(last, { mail: 'wrong' })).status).toBe(422);
  house.tw.clock.advance(SECOND);
  const late = await client.submit(last);
  expect(late.status).toBe(410);
  expect(wordsOn(late)).toContain('Begin opnieuw');
});

it('deletes what was not finished, at that same moment and not before', async () => {
  await toLastPage(visitor());
  const before = await count('draft');
  house.tw.clock.advance(DAY - SECOND);
  await house.tw.jobs.runRecurring(house.tw.world);
  expect(await count('draft')).toBe(before);
  house.tw.clock.advance(SECOND);
  await house.tw.jobs.runRecurring(house.tw.world);
  expect(await count('draft')).toBe(0);
});

it('opens a draft with the key of its own browser only', async () => {
  const client = visitor();
  const first = await fillText(client);
  const stranger = visitor();
  expect((await stranger.follow(first)).status).toBe(410);
  await fillText(stranger);
  expect((await stranger.follow(first)).status).toBe(410);
  for (const forged of ['x', 'a'.repeat(43), "' or 1=1 --", '\u2603'.slice(0, 0)]) {
    stranger.cookies.set('melding', forged);
    expect((await stranger.follow(first)).status).toBe(410);
    expect((await fillText(stranger)).status).toBe(303);
  }
  expect((await client.follow(first)).status).toBe(200);
});

it('keeps a draft out of another municipality', async () => {
  const client = visitor();
  const first = await fillText(client);
  const elsewhere = house.site.client('GM0106');
  for (const [name, value] of client.cookies) elsewhere.cookies.set(name, value);
  expect((await elsewhere.get(first.location ?? '')).status).toBe(410);
});

it('asks who sends more than thirty an hour to call, keeps what was typed, and lets others go on', async () => {
  const busy = house.site.client();
  house.tw.clock.advance(2 * 3_600 * SECOND);
  for (let sent = 0; sent < 30; sent += 1) expect((await report(busy)).status).toBe(200);
  const last = await toLastPage(busy);
  const answer = await busy.submit(last, { naam: 'Jansje' });
  expect(answer.status).toBe(429);
  expect(wordsOn(answer)).toContain('of bel ons');
  expect(answer.text).toContain('value="Jansje"');
  const other = await toLastPage(visitor());
  expect(other.status).toBe(200);
  house.tw.clock.advance(3_600 * SECOND);
  expect((await busy.submit(last)).status).toBe(303);
}, 60_000);
