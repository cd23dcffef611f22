import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type SmallTown, smallTown, staffOf } from '#testing/signaal.ts';
import { type Answer, type TestClient, testSite } from '#testing/web.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { councilRoutes, sweepCouncil } from '../index.ts';
import { QUESTIONS } from '../paths.ts';

let tw: TestWorld;
let town: SmallTown;
let clerkId: string;
let councillor: TestClient;
let clerk: TestClient;
let green: TestClient;
let roads: TestClient;
let path: string;

const sql = <Row extends Record<string, unknown>>(text: string, values: unknown[] = []): Promise<Row[]> =>
  asOwner<Row>(tw.urls, town.gemeente, text, values);
const enter = async (role: Parameters<typeof staffOf>[2], departmentId?: string): Promise<TestClient> =>
  testSite(tw, councilRoutes)
    .client()
    .signInAs((await staffOf(tw, town, role, departmentId ? { departmentId } : {})).id);

const QUESTION = 'Hoeveel prullenbakken staan er bij het winkelcentrum?';

beforeAll(async () => {
  tw = await testWorld();
  town = await smallTown(tw);
  councillor = await enter('councillor');
  const person = await staffOf(tw, town, 'council_clerk');
  clerkId = person.id;
  clerk = await testSite(tw, councilRoutes).client().signInAs(person.id);
  green = await enter('department_head', town.green);
  roads = await enter('department_head', town.roads);
});
afterAll(() => tw.close());

const ask = async (fields: Record<string, string> = {}): Promise<Answer> =>
  councillor.submit(await councillor.get(`${QUESTIONS}/nieuw?over=area:${town.area}`), {
    question: QUESTION,
    ...fields,
  });
const step = async (client: TestClient, name: string, fields: Record<string, string> = {}): Promise<Answer> =>
  client.submit(await client.get(path), fields, `${path}/${name}`);

beforeEach(async () => {
  path = ((await ask()).location ?? '').replace('?opgeslagen=ja', '');
});

describe('a technical question', () => {
  it('goes to the griffie, to a department, back, and to all councillors', async () => {
    expect((await green.get(path)).status).toBe(404);
    await step(clerk, 'doorsturen', { department: town.green });
    const seen = await green.get(path);
    expect(seen.text).toContain(QUESTION);
    expect(seen.text).toContain('Palenstein');
    expect((await roads.get(path)).status).toBe(404);
    await step(green, 'concept', { answer: 'Er staan er twaalf.' });
    expect((await councillor.get(path)).text).not.toContain('Er staan er twaalf.');
    const other = await enter('councillor');
    expect((await other.get(path)).status).toBe(404);
    await step(clerk, 'vrijgeven', { answer: 'Er staan er twaalf, sinds 2015.' });
    for (const reader of [councillor, other]) {
      const page = await reader.get(path);
      expect(page.text).toContain('Er staan er twaalf, sinds 2015.');
      expect(page.statements.length).toBeLessThanOrEqual(2);
    }
    const kinds = await sql<{ kind: string }>(
      'select kind from notice where object_id = $1 order by created_at, id',
      [path.slice(-36)],
    );
    expect(new Set(kinds.map(({ kind }) => kind))).toEqual(
      new Set(['question_asked', 'question_forwarded', 'question_drafted', 'question_answered']),
    );
  });

  it('holds nothing that identifies a person, and keeps what was typed', async () => {
    const refused = await ask({ question: 'Bel 06-12345678 over de bak.' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('een persoon te herkennen');
    expect(refused.text).toContain('Bel 06-12345678 over de bak.');
    const empty = await ask({ question: ' ' });
    expect(empty.text).toContain('Schrijf uw vraag op.');
  });

  it('is withdrawn by who asked only, answered by its department only, released by the griffie only', async () => {
    const other = await enter('councillor');
    expect((await other.post(`${path}/intrekken`, { version: '1' })).status).toBe(403);
    expect(
      (await councillor.post(`${path}/doorsturen`, { version: '1', department: town.green })).status,
    ).toBe(403);
    await step(clerk, 'doorsturen', { department: town.green });
    expect((await roads.post(`${path}/concept`, { version: '2', answer: 'x' })).status).toBe(403);
    await step(green, 'concept', { answer: 'Twaalf.' });
    expect((await green.post(`${path}/vrijgeven`, { version: '3', answer: 'x' })).status).toBe(403);
    const late = await clerk.post(`${path}/vrijgeven`, { version: '2', answer: 'x' });
    expect(late.status).toBe(409);
    expect((await step(councillor, 'intrekken')).status).toBe(303);
    expect((await green.get(path)).status).toBe(404);
  });

  it('that waits too long is put before the griffie after ten working days', async () => {
    const seen = () =>
      sql(`select id from notice where account_id = $1 and kind = 'question_late' and object_id = $2`, [
        clerkId,
        path.slice(-36),
      ]);
    tw.clock.set('2016-03-21T23:50:00+01:00');
    await sweepCouncil(tw.world, town.gemeente);
    expect(await seen()).toHaveLength(0);
    tw.clock.set('2016-03-22T00:10:00+01:00');
    await sweepCouncil(tw.world, town.gemeente);
    expect(await seen()).toHaveLength(1);
    tw.clock.set('2016-03-07T10:00:00+01:00');
  });

  it('is listed for whom it concerns, and unknown elsewhere', async () => {
    await step(clerk, 'doorsturen', { department: town.green });
    const own = await councillor.get(QUESTIONS);
    expect(own.text).toContain(path);
    expect(own.statements.length).toBe(1);
    expect((await green.get(QUESTIONS)).text).toContain(path);
    expect((await roads.get(QUESTIONS)).text).not.toContain(path);
    expect((await (await enter('wijkregisseur')).get(QUESTIONS)).status).toBe(403);
    const far = await smallTown(tw, 'GM0106');
    const stranger = await staffOf(tw, far, 'council_clerk');
    const client = await testSite(tw, councilRoutes).client('GM0106').signInAs(stranger.id);
    expect((await client.get(path)).status).toBe(404);
    expect((await client.get(QUESTIONS)).text).not.toContain(path);
  });
});
