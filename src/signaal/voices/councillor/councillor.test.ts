import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RoleId } from '#people/index.ts';
import { execute } from '#platform/command/command.ts';
import { aGift, resident, type SmallTown, smallTown, staffOf } from '#testing/signaal.ts';
import { type TestClient, testSite } from '#testing/web.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { giveSignaal } from '../../commands/give.ts';
import { voiceRoutes } from '../index.ts';

let tw: TestWorld;
let town: SmallTown;
const sql = <Row extends Record<string, unknown>>(text: string, values: unknown[] = []) =>
  asOwner<Row>(tw.urls, town.gemeente, text, values);
const enter = async (role: RoleId): Promise<TestClient> =>
  testSite(tw, voiceRoutes)
    .client()
    .signInAs((await staffOf(tw, town, role)).id);

beforeAll(async () => {
  tw = await testWorld();
  town = await smallTown(tw);
});
afterAll(() => tw.close());

const WHO = { naam: 'Jansje Geheim', mail: 'geheim@voorbeeld.test', telefoon: '079 111 22 33' };
const TEXT = 'Bij het winkelcentrum ligt elke week troep.';

const passOn = async (client: TestClient, fields: Record<string, string> = {}) =>
  client.submit(await client.get('/doorgeven'), { tekst: TEXT, akkoord: 'on', ...fields });

describe('a councillor', () => {
  it('passes on in one form: source councillor, with the moment of consent', async () => {
    const client = await enter('councillor');
    const done = await client.follow(await passOn(client, { plek_straat: 'Meerzicht' }));
    expect(done.text).toMatch(/Doorgegeven als nr\. \d+/);
    const [row] = await sql('select * from signaal where street = $1', ['Meerzicht']);
    expect(row).toMatchObject({ source: 'councillor', channel: 'web', answer_channel: 'none' });
    expect(row?.consent_at).toEqual(tw.clock.now());
  });

  it('finds filled in what the page that led here knows already', async () => {
    const client = await enter('councillor');
    const page = await client.get('/doorgeven?tekst=Over%20zwerfafval%3A%20&straat=Dorpsstraat');
    expect(page.status).toBe(200);
    expect(page.text).toMatch(/<textarea[^>]*>Over zwerfafval: <\/textarea>/);
    expect(page.text).toContain('value="Dorpsstraat"');
    expect((await client.get(`/doorgeven?tekst=${'x'.repeat(300)}`)).text).not.toContain('xxx');
  });

  it('must have the consent of the resident, hears so at once, and keeps what he typed', async () => {
    const client = await enter('councillor');
    const page = await client.get('/doorgeven');
    const answer = await client.submit(page, { tekst: 'Scheve paal', mail: 'geen adres' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Vraag eerst of de bewoner het goed vindt');
    expect(answer.text).toContain('Dit e-mailadres klopt niet');
    expect(answer.text).toContain('Scheve paal');
    expect(await sql('select 1 from signaal where text = $1', ['Scheve paal'])).toEqual([]);
  });

  it('lets the resident have the receipt in his own channel', async () => {
    const client = await enter('councillor');
    await passOn(client, { ...WHO, plek_straat: 'Palenstein' });
    const [row] = await sql<{ id: string; answer_channel: string }>(
      "select id, answer_channel from signaal where street = 'Palenstein'",
    );
    expect(row?.answer_channel).toBe('mail');
    const messages = await sql('select template, channel from message where object_id = $1', [row?.id]);
    expect(messages).toEqual([expect.objectContaining({ channel: 'mail' })]);
  });

  it('never sees a field of a reporter again, nor the words of anybody', async () => {
    const client = await enter('councillor');
    const sent = await passOn(client, { ...WHO, tekst: 'Een scheve lantaarn bij de school.' });
    const list = await client.follow(sent);
    const id = /klaar=([\w-]+)/.exec(sent.location ?? '')?.[1] ?? '';
    const one = await client.get(`/doorgeven/${id}`);
    expect([list.status, one.status]).toEqual([200, 200]);
    for (const { text } of [list, one]) {
      for (const secret of [
        'Jansje',
        'Geheim',
        'geheim@voorbeeld',
        '111 22 33',
        '0791112233',
        'scheve lantaarn',
      ]) {
        expect(text).not.toContain(secret);
      }
    }
  });

  it('sees only his own, whoever else it is from: 404', async () => {
    const [mine, other] = [await enter('councillor'), await enter('councillor')];
    const sent = await passOn(mine);
    const id = /klaar=([\w-]+)/.exec(sent.location ?? '')?.[1] ?? '';
    expect((await other.get(`/doorgeven/${id}`)).status).toBe(404);
    expect((await other.get(`/doorgeven?klaar=${id}`)).text).not.toContain('Doorgegeven als');
    const { signaalId } = await execute(tw.world, town.gemeente, resident, giveSignaal, aGift());
    for (const path of [signaalId, 'geen-id', '01900000-0000-7000-8000-000000000001']) {
      expect((await mine.get(`/doorgeven/${path}`)).status).toBe(404);
    }
    expect((await mine.get('/doorgeven')).statements.length).toBeLessThanOrEqual(6);
  });

  it.each(['desk_worker', 'wijkregisseur', 'council_clerk', 'police_partner'] as const)(
    'is another than a %s: this door is closed',
    async (role) => {
      const client = await enter(role);
      expect((await client.get('/doorgeven')).status).toBe(403);
      expect((await client.post('/doorgeven', { tekst: TEXT, akkoord: 'on' })).status).toBe(403);
    },
  );
});
