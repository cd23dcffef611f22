import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { execute } from '#platform/command/command.ts';
import { aGift, resident, type SmallTown, smallTown, staffOf } from '#testing/signaal.ts';
import { type Answer, type TestClient, testSite } from '#testing/web.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { completeAssignment, planAssignment } from '../../commands/assignment.ts';
import { giveSignaal } from '../../commands/give.ts';
import { staffSignaalRoutes } from '../index.ts';

let tw: TestWorld;
let town: SmallTown;
let desk: TestClient;
let street = '';
let turn = 0;

const sql = <Row extends Record<string, unknown>>(text: string, values: unknown[] = []): Promise<Row[]> =>
  asOwner<Row>(tw.urls, town.gemeente, text, values);
const enter = async (role: Parameters<typeof staffOf>[2], bounds = {}): Promise<TestClient> =>
  testSite(tw, staffSignaalRoutes)
    .client()
    .signInAs((await staffOf(tw, town, role, bounds)).id);

beforeAll(async () => {
  tw = await testWorld();
  town = await smallTown(tw);
  desk = await enter('desk_worker', { departmentId: town.desk });
});
beforeEach(() => {
  turn += 1;
  street = `Baliestraat${'abcdefghij'[turn]}`;
});
afterAll(() => tw.close());

const give = async (change: Parameters<typeof aGift>[0] = {}): Promise<string> => {
  const place = { lat: null, lon: null, street, note: '', buurtId: town.buurt };
  const gift = aGift({ categoryId: town.tree, place, ...change });
  return (await execute(tw.world, town.gemeente, resident, giveSignaal, gift)).signaalId;
};
const partOf = async (signaalId: string) => {
  const [row] = await sql<{ id: string }>(
    'select id from assignment where signaal_id = $1 order by sequence desc limit 1',
    [signaalId],
  );
  return { signaalId, assignmentId: row?.id ?? '' };
};
const green = () => staffOf(tw, town, 'department_worker', { departmentId: town.green });
const beside = (text = ''): Promise<Answer> =>
  desk.get(`/balie/straat?plek_straat=${street}&tekst=${encodeURIComponent(text)}`);
const joinsOn = ({ text }: Answer): string[] =>
  [...text.matchAll(/value="join\.([0-9a-f-]{36})"/g)].map(([, id = '']) => id);
const tell = async (fields: Record<string, string>): Promise<Answer> =>
  desk.submit(await desk.get('/balie'), { plek_straat: street, ...fields }, '/balie');

describe('beside the desk form while typing', () => {
  it('stands what is open in the street, each with a sentence and a key, the likest first', async () => {
    const lamp = await give({ categoryId: town.lamp, text: 'De lantaarn brandt niet.' });
    const tree = await give({ text: 'Er ligt een grote tak op de stoep.' });
    await give({ kind: 'question', text: 'Wanneer komt de veegwagen?' });
    await give({ kind: 'complaint', text: 'Een klacht.' });
    expect(joinsOn(await beside())).toEqual([tree, lamp]);
    const typed = await beside('De lantaarn hier brandt al een week niet.');
    expect(joinsOn(typed)).toEqual([lamp, tree]);
    expect(typed.text).toContain('data-key="1"');
    expect(typed.text).toContain('form="melding"');
    expect(typed.text).not.toContain('grote tak');
    expect(typed.statements.length).toBeLessThanOrEqual(6);
    const plan = { ...(await partOf(tree)), plannedOn: '2016-03-12', hearBy: null, text: '' };
    await execute(tw.world, town.gemeente, await green(), planAssignment, plan);
    expect((await beside()).text).toContain('Het wordt uiterlijk zaterdag 12 maart 2016 gedaan.');
  });

  it('works without script: one button shows it, the next joins', async () => {
    const root = await give();
    const page = await tell({ tekst: 'Hier ook een tak', doe: 'route' });
    expect(joinsOn(page)).toEqual([root]);
    expect(page.text).toContain('Hier ook een tak</textarea>');
    const sent = await desk.submit(page, { doe: `join.${root}` }, '/balie');
    expect(sent.location).toMatch(/^\/balie\/bewijs\//);
    expect((await desk.follow(sent)).text).toContain('U bent aangesloten bij een melding van');
  });
});

describe('"ook namens mevrouw"', () => {
  it('needs no words and no contact; the slip has a code, a phone and the date of the next word', async () => {
    await sql(`update department set public_contact = '079 346 8800' where id = $1`, [town.desk]);
    const root = await give();
    const plan = { ...(await partOf(root)), plannedOn: '2016-03-12', hearBy: null, text: '' };
    await execute(tw.world, town.gemeente, await green(), planAssignment, plan);
    const slip = await desk.follow(
      await tell({ doe: `join.${root}`, antwoord: 'phone', telefoon: '079 1234567' }),
    );
    expect(slip.status).toBe(200);
    expect(slip.text).toContain('079 346 8800');
    expect(slip.text).toContain('U hoort uiterlijk zaterdag 12 maart 2016');
    expect(slip.text).toContain('data-hotkey="p"');
    const [voice] = await sql(
      'select joined, channel, text, registered_by is not null as own from signaal where duplicate_of = $1',
      [root],
    );
    expect(voice).toEqual({ joined: true, channel: 'desk', text: '', own: true });
  });

  it('comes back, hears how the other stands, and "niet opgelost" reopens that one', async () => {
    const root = await give();
    const sent = await tell({ tekst: 'Ook een tak', doe: `join.${root}` });
    const id = /bewijs\/([0-9a-f-]{36})/.exec(sent.location ?? '')?.[1] ?? '';
    const found = () => desk.get(`/balie/zoeken?straat=${street.toLowerCase()}`);
    expect((await found()).text).toContain('U sluit aan bij een eerdere melding over hetzelfde.');
    expect((await found()).text).not.toContain('#niet-opgelost');
    const done = { outcome: 'solved', executedOn: '2016-03-07', answer: 'De tak is weg.', note: '' } as const;
    await execute(tw.world, town.gemeente, await green(), completeAssignment, {
      ...(await partOf(root)),
      ...done,
    });
    const back = await found();
    expect(back.text).toContain('Op maandag 7 maart 2016 is het opgelost.');
    expect(back.text).toContain('#niet-opgelost');
    expect(back.statements.length).toBeLessThanOrEqual(6);
    const aloud = await desk.get(`/balie/voorlezen/${id}`);
    expect(aloud.text).toContain('Wij schreven: De tak is weg.');
    expect(aloud.statements.length).toBeLessThanOrEqual(6);
    const objected = await desk.submit(
      aloud,
      { tekst: 'Nog niet weg.', doe: 'not_solved' },
      `/balie/voorlezen/${id}`,
    );
    expect(objected.location).toContain('gedaan=reopened');
    const [row] = await sql('select state, reopenings from signaal where id = $1', [root]);
    expect(row).toEqual({ state: 'reopened', reopenings: 1 });
  });

  it('keeps what was typed when a mistake stands in the way, and joins once however often it is sent', async () => {
    const root = await give();
    const wrong = await tell({ doe: `join.${root}`, antwoord: 'mail', naam: 'Jansje Verzonnen' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Jansje Verzonnen');
    const person = await tell({ doe: `join.${root}`, tekst: 'Bel mij op 06 12345678' });
    expect(person.status).toBe(422);
    const page = await desk.get('/balie');
    const fields = { plek_straat: street, tekst: 'Ik ook', doe: `join.${root}` };
    const both = [await desk.submit(page, fields, '/balie'), await desk.submit(page, fields, '/balie')];
    expect(both[1]?.location).toBe(both[0]?.location);
    expect(await sql('select id from signaal where duplicate_of = $1', [root])).toHaveLength(1);
  });

  it('becomes a new signaal when the other ended, and says so when there are no words for one', async () => {
    const root = await give();
    const done = { outcome: 'solved', executedOn: '2016-03-07', answer: 'Weg.', note: '' } as const;
    await execute(tw.world, town.gemeente, await green(), completeAssignment, {
      ...(await partOf(root)),
      ...done,
    });
    const silent = await tell({ doe: `join.${root}` });
    expect(silent.status).toBe(422);
    expect(silent.text).toContain('is intussen klaar');
    expect((await tell({ doe: `join.${root}`, tekst: 'Er ligt weer een tak.' })).status).toBe(303);
  });

  it('is no way to an id of elsewhere, to a complaint, or for who may not register', async () => {
    const complaint = await give({ kind: 'complaint' });
    const elsewhere = await smallTown(tw, 'GM0106');
    const gift = aGift({ categoryId: elsewhere.tree });
    const { signaalId } = await execute(tw.world, elsewhere.gemeente, resident, giveSignaal, gift);
    for (const id of [complaint, signaalId, town.tree]) {
      expect((await tell({ doe: `join.${id}`, tekst: 'Ik ook' })).status).toBe(404);
    }
    const before = await sql('select id from signaal');
    expect((await tell({ doe: 'join.niets', tekst: '' })).status).toBe(422);
    expect((await tell({ doe: `join.${complaint}`, tekst: 'x'.repeat(5_000) })).status).toBe(422);
    expect(await sql('select id from signaal')).toHaveLength(before.length);
    const worker = await enter('department_worker', { departmentId: town.green });
    expect((await worker.post('/balie', { doe: `join.${complaint}` })).status).toBe(403);
    expect((await worker.get(`/balie/straat?plek_straat=${street}`)).status).toBe(403);
  });
});

describe('"weet ik niet"', () => {
  it('goes to the wijkregisseur with its line, also when Enter was pressed in it', async () => {
    const sent = await tell({ tekst: 'Iets vreemds in de berm', regel: 'Van wie is dit?', doe: 'send' });
    expect((await desk.follow(sent)).text).toContain('de wijkregisseur');
  });
});
