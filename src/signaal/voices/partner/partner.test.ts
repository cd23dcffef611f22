import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RoleId } from '#people/index.ts';
import { makeDepartment } from '#testing/people.ts';
import { type SmallTown, smallTown, staffOf } from '#testing/signaal.ts';
import { type Answer, type TestClient, type TestSite, testSite } from '#testing/web.ts';
import { asOwner, MONDAY_MORNING, type TestWorld, testWorld } from '#testing/world.ts';
import { voiceRoutes } from '../index.ts';

let tw: TestWorld;
let town: SmallTown;
let site: TestSite;
let police: string;
let maker: TestClient;
const sql = <Row extends Record<string, unknown>>(
  text: string,
  values: unknown[] = [],
  gemeente = town.gemeente,
) => asOwner<Row>(tw.urls, gemeente, text, values);
const enter = async (role: RoleId, departmentId?: string): Promise<TestClient> =>
  site.client().signInAs((await staffOf(tw, town, role, departmentId ? { departmentId } : {})).id);

beforeAll(async () => {
  tw = await testWorld();
  town = await smallTown(tw);
  await smallTown(tw, 'GM0106');
  site = testSite(tw, voiceRoutes);
  police = await makeDepartment(tw, 'Politie Palenstein', 'partner');
  maker = await enter('wijkregisseur');
});
afterAll(() => tw.close());

const UNTIL = { 'tot-day': '1', 'tot-month': '4', 'tot-year': '2016' };
const asks = (fields: Record<string, string> = {}) => ({
  partner: police,
  voor: 'meldkamer',
  ...UNTIL,
  ...fields,
});
const tokenOn = ({ text }: Answer): string => /\/partner\/([\w-]{43})/.exec(text)?.[1] ?? '';
const make = async (fields: Record<string, string> = {}): Promise<string> =>
  tokenOn(await maker.submit(await maker.get('/partnerlinks'), asks(fields), '/partnerlinks'));
const give = async (client: TestClient, path: string, tekst: string): Promise<Answer> =>
  client.submit(await client.get(path), { tekst }, path);

describe('a partner with an account', () => {
  it('gives as its organisation, and follows its own', async () => {
    const agent = await enter('police_partner', police);
    const sent = await give(agent, '/partner', 'Hard rijden op de Dorpsstraat');
    const [row] = await sql("select * from signaal where text like 'Hard rijden%'");
    expect(row).toMatchObject({ source: 'partner', channel: 'web', source_department_id: police });
    const page = await agent.follow(sent);
    expect(page.text).toContain('Politie Palenstein: meld wat u ziet');
    expect(page.text).toContain(`/signalen/${row?.id}`);
    expect((await (await enter('youth_partner', police)).get('/partner')).text).not.toContain(
      `/signalen/${row?.id}`,
    );
  });

  it.each(['care_network_lead', 'guest_partner', 'councillor', 'desk_worker'] as const)(
    'is not a %s',
    async (role) => {
      const client = await enter(role);
      expect((await client.get('/partner')).status).toBe(403);
      expect((await client.post('/partner', { tekst: 'x' })).status).toBe(403);
    },
  );
});

describe('a link for a partner', () => {
  it('is shown once and kept as a hash only', async () => {
    const token = await make();
    expect(token).toHaveLength(43);
    expect((await maker.get('/partnerlinks')).text).not.toContain(token);
    const rows = await sql<Record<string, unknown>>('select * from partner_link');
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(JSON.stringify(await sql('select * from history'))).not.toContain(token);
  });

  it('gives as its organisation and shows only what came by it', async () => {
    const [one, other] = [await make(), await make({ voor: 'wijkagenten' })];
    const visitor = site.client();
    const sent = await give(visitor, `/partner/${one}`, 'Fietsen op het perron');
    const [row] = await sql<{ number: string }>("select * from signaal where text like 'Fietsen%'");
    expect(row).toMatchObject({ source: 'partner', source_department_id: police, registered_by: null });
    const page = await visitor.follow(sent);
    expect(page.text).toContain(`nr. ${row?.number}`);
    expect(page.statements.length).toBeLessThanOrEqual(6);
    expect((await visitor.get(`/partner/${other}`)).text).not.toContain(`nr. ${row?.number},`);
    const [link] = await sql(
      "select last_used_at from partner_link where label = 'meldkamer' and last_used_at is not null",
    );
    expect(link?.last_used_at).toEqual(tw.clock.now());
  });

  it('says the same when it ended, was withdrawn, is another town’s or never was', async () => {
    const [ended, live, revoked] = [
      await make({ 'tot-day': '8', 'tot-month': '3' }),
      await make(),
      await make(),
    ];
    const [row] = await sql<{ id: string }>(
      'select id from partner_link order by created_at desc, id desc limit 1',
    );
    expect((await maker.post(`/partnerlinks/${row?.id}/intrekken`)).status).toBe(303);
    expect((await maker.post(`/partnerlinks/${row?.id}/intrekken`)).status).toBe(303);
    tw.clock.set('2016-03-08T23:59:00+01:00');
    expect((await site.client().get(`/partner/${ended}`)).status).toBe(200);
    tw.clock.set('2016-03-09T00:00:00+01:00');
    const visitor = site.client();
    const answers = await Promise.all([
      visitor.get(`/partner/${ended}`),
      visitor.get(`/partner/${revoked}`),
      visitor.get('/partner/geen-token'),
      visitor.post(`/partner/${ended}`, { tekst: 'Te laat' }),
      site.client('GM0106').get(`/partner/${live}`),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await sql("select 1 from signaal where text = 'Te laat'")).toEqual([]);
    tw.clock.set(MONDAY_MORNING);
    maker = await enter('wijkregisseur');
  });

  it('ends within the setting: the last day is taken, the day after is not', async () => {
    const day = (text: string) => {
      const [year = '', month = '', date = ''] = text.split('-');
      return { 'tot-day': date, 'tot-month': month, 'tot-year': year };
    };
    expect(await make(day('2016-06-05'))).toHaveLength(43);
    const late = await maker.submit(
      await maker.get('/partnerlinks'),
      asks(day('2016-06-06')),
      '/partnerlinks',
    );
    expect([late.status, late.text]).toEqual([422, expect.stringContaining('te ver weg')]);
    expect(late.text).toContain('value="meldkamer"');
    for (const wrong of [
      day('2016-03-06'),
      day('2016-02-31'),
      day('--'),
      { partner: town.green },
      { voor: '' },
    ]) {
      const answer = await maker.submit(await maker.get('/partnerlinks'), asks(wrong), '/partnerlinks');
      expect(answer.status).toBe(422);
    }
  });

  it('names a function, no person', async () => {
    const page = await maker.get('/partnerlinks');
    const answer = await maker.submit(page, asks({ voor: 'jan@voorbeeld.nl' }), '/partnerlinks');
    expect([answer.status, tokenOn(answer)]).toEqual([422, '']);
  });

  it.each(['network_manager', 'support_officer'] as const)('may be made by a %s', async (role) => {
    const client = await enter(role);
    expect(tokenOn(await client.submit(await client.get('/partnerlinks'), asks(), '/partnerlinks'))).not.toBe(
      '',
    );
  });

  it.each(['desk_worker', 'police_partner', 'councillor', 'department_worker'] as const)(
    'is not made by a %s',
    async (role) => {
      const client = await enter(role);
      expect((await client.get('/partnerlinks')).status).toBe(403);
      expect((await client.post('/partnerlinks', asks())).status).toBe(403);
    },
  );

  it('of another town is not found', async () => {
    const stranger = site.client('GM0106');
    const id = (await staffOf(tw, { ...town, gemeente: 'GM0106' }, 'wijkregisseur')).id;
    await stranger.signInAs(id);
    await make();
    const [row] = await sql<{ id: string }>('select id from partner_link order by id desc limit 1');
    expect((await stranger.post(`/partnerlinks/${row?.id}/intrekken`)).status).toBe(404);
    const [still] = await sql('select revoked_at from partner_link where id = $1', [row?.id]);
    expect(still).toEqual({ revoked_at: null });
  });

  it('survives whatever is typed in it', async () => {
    const token = await make();
    const client = site.client();
    const anything = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.constantFrom('', '\u0000', '\ud800', '1e999', "'; drop table signaal; --", '__proto__', 'NaN'),
    );
    const names = ['tekst', 'plek_straat', 'lat', 'lon', 'gate', 'zonder', '_once'];
    const fields = fc.record(Object.fromEntries(names.map((name) => [name, anything])));
    await fc.assert(
      fc.asyncProperty(fields, anything, async (values, other) => {
        expect((await client.post(`/partner/${token}`, values)).status).toBeLessThan(500);
        const strange = `/partner/${encodeURIComponent(other.toWellFormed())}`;
        expect((await client.get(strange)).status).toBeLessThan(500);
      }),
      { numRuns: 25 },
    );
  });
});
