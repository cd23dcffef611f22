import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dropTenantCache } from '#gemeente/index.ts';
import { createPool, type PoolPatience } from '#platform/database/pool.ts';
import { makeTenant } from '#testing/people.ts';
import { readFormOn } from '#testing/read-form.ts';
import { openSlowLine, type SlowLine } from '#testing/slow-line.ts';
import { type TestWorld, testWorld } from '#testing/world.ts';
import { askHouse, makeHost, testHouse } from './house.fixture.ts';

const PATIENCE: PoolPatience = { connect: 400, statement: 400, answer: 600, idle: 5_000 };
/** Waiting for a connection, for the answer, and what a busy machine adds. */
const BOUND = 4_000;
const TYPED = 'Er ligt een tak op het "pad" <b>bij</b> de vijver.';

let tw: TestWorld;
let line: SlowLine;
let pool: pg.Pool;
let app: ReturnType<typeof testHouse>['app'];
const disk = { hasRoom: true };

beforeAll(async () => {
  tw = await testWorld();
  await makeTenant(tw);
  await makeHost(tw, 'zoetermeer.localhost');
  line = await openSlowLine(tw.urls.appUrl);
  pool = createPool(line.url, 2, () => undefined, PATIENCE);
  const onLine: TestWorld = { ...tw, world: { ...tw.world, pool } };
  ({ app } = testHouse(onLine, { hasRoom: async () => disk.hasRoom, patience: 1_200 }));
  expect((await askHouse(app, '/melden')).status).toBe(200);
});
afterAll(async () => {
  line.flow();
  await pool.end();
  await line.close();
  await tw.close();
});

const post = (fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) =>
  askHouse(app, '/melden', {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'http://zoetermeer.localhost',
      ...headers,
    },
    body: new URLSearchParams(fields).toString(),
  });

const statusOf = async (path: string): Promise<number> => (await askHouse(app, path)).status;

const databaseAnswers = async (): Promise<unknown> =>
  (await (await askHouse(app, '/readyz')).json()).parts.database;

/** The page says that it does not work now, and holds what was typed in a form that sends it once more. */
const keptOn = async (answer: Response): Promise<Record<string, string | string[]>> => {
  const html = await answer.text();
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30']);
  expect(html).toContain('Het lukt nu even niet');
  expect(html).not.toContain('<b>bij</b>');
  const form = readFormOn(html, '/melden');
  expect(form.fields).toMatchObject({ tekst: TYPED, vraag: 'on' });
  return form.fields;
};

const within = async <T>(milliseconds: number, work: () => Promise<T>): Promise<T> => {
  const began = performance.now();
  const result = await work();
  expect(performance.now() - began).toBeLessThan(milliseconds);
  return result;
};

describe('when the database hangs', () => {
  it('everybody gets an answer in time with what was typed, the watch is told, and all goes on afterwards', async () => {
    line.hang();
    const answers = await within(BOUND, () =>
      Promise.all(Array.from({ length: 6 }, () => post({ tekst: TYPED, vraag: 'on' }))),
    );
    const [fields = {}] = await Promise.all(answers.map(keptOn));
    await within(1_000, async () => expect(await statusOf('/healthz')).toBe(200));
    await within(BOUND, async () => expect(await databaseAnswers()).toBe(false));
    expect(tw.logged.filter((one) => one.includes('did not answer in time'))).toHaveLength(1);
    line.flow();
    await expect.poll(databaseAnswers, { timeout: BOUND }).toBe(true);
    await expect
      .poll(async () => (await post(fields as Record<string, string>)).status, { timeout: BOUND })
      .toBe(303);
  });

  it('the page is made without it, also when the municipality would have to be looked up', async () => {
    dropTenantCache('GM0637');
    line.hang();
    await keptOn(await within(BOUND, () => post({ tekst: TYPED, vraag: 'on' })));
    line.flow();
  });

  it('what another site made a browser send is not offered to be sent again', async () => {
    dropTenantCache('GM0637');
    line.hang();
    const answer = await post({ tekst: TYPED }, { origin: 'https://kwaad.test' });
    expect(answer.status).toBe(503);
    expect(await answer.text()).not.toContain('vijver');
    line.flow();
  });
});

it('a database that answers everything a little late keeps nobody waiting for all of it together', async () => {
  expect((await post({ tekst: TYPED, vraag: 'on' })).status).toBe(303);
  line.delay(350);
  const began = performance.now();
  await keptOn(await within(BOUND, () => post({ tekst: TYPED, vraag: 'on' })));
  expect(performance.now() - began, 'no single statement was too slow').toBeGreaterThan(PATIENCE.answer);
  line.delay(0);
  await expect.poll(() => statusOf('/melden'), { timeout: BOUND }).toBe(200);
});

it('a row that somebody holds for too long gives the same page, and the program does not wait for ever', async () => {
  const holder = new pg.Client({ connectionString: tw.urls.ownerUrl });
  await holder.connect();
  await holder.query('begin; lock table rate_count in access exclusive mode');
  await keptOn(await within(BOUND, () => post({ tekst: TYPED, vraag: 'on' })));
  await holder.query('rollback');
  await holder.end();
  expect((await post({ tekst: TYPED, vraag: 'on' })).status).toBe(303);
});

it('a disk that is nearly full takes nothing more in, keeps what was typed, and still shows everything', async () => {
  disk.hasRoom = false;
  await keptOn(await post({ tekst: TYPED, vraag: 'on' }));
  expect(await statusOf('/melden')).toBe(200);
  const ready = await askHouse(app, '/readyz');
  expect(await ready.json()).toMatchObject({ status: 'not_ready', parts: { database: true, room: false } });
  expect(tw.logged.join('')).toContain('no room left, nothing can be stored');
  disk.hasRoom = true;
  expect((await post({ tekst: TYPED, vraag: 'on' })).status).toBe(303);
});
