import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RoleId } from '#people/index.ts';
import { newId } from '#platform/database/ids.ts';
import { openConnections } from '#testing/at-once.ts';
import { type SmallTown, smallTown, staffOf } from '#testing/signaal.ts';
import { type Answer, type TestClient, type TestSite, testSite } from '#testing/web.ts';
import { asOwner, MONDAY_MORNING, type TestWorld, testWorld } from '#testing/world.ts';
import { voiceRoutes } from '../index.ts';
import { sweepTenantPatterns } from './sweep.ts';

let tw: TestWorld;
let town: SmallTown;
let site: TestSite;
let theme: string;
let lead: TestClient;
let leadId: string;
let wijkregisseur: TestClient;
let wijkregisseurId: string;
const sql = <Row extends Record<string, unknown>>(text: string, values: unknown[] = []) =>
  asOwner<Row>(tw.urls, town.gemeente, text, values);
const enter = async (role: RoleId, areaId?: string): Promise<[TestClient, string]> => {
  const { id } = await staffOf(tw, town, role, areaId ? { areaId } : {});
  return [await site.client().signInAs(id), id];
};

beforeAll(async () => {
  tw = await testWorld();
  town = await smallTown(tw);
  site = testSite(tw, voiceRoutes);
  const [group] = await sql<{ id: string }>('select id from category where parent_id is null');
  theme = group?.id ?? '';
  [lead, leadId] = await enter('care_network_lead');
  [wijkregisseur, wijkregisseurId] = await enter('wijkregisseur', town.area);
});
afterAll(() => tw.close());

const NOTE = 'Ouderen in de flats durven ’s avonds niet naar buiten.';
const filled = (fields: Record<string, string> = {}) => ({
  thema: theme,
  gebied: town.area,
  omvang: '11_to_25',
  toelichting: NOTE,
  ...fields,
});
const send = async (fields: Record<string, string> = {}): Promise<Answer> =>
  lead.submit(await lead.get('/zorgpatroon'), filled(fields), '/zorgpatroon');
const given = async (fields: Record<string, string> = {}): Promise<string> =>
  (await send(fields)).location?.split('/').at(-1) ?? '';
const act = async (
  client: TestClient,
  id: string,
  path: string,
  fields: Record<string, string>,
): Promise<Answer> =>
  client.submit(await client.get(`/zorgpatronen/${id}`), fields, `/zorgpatronen/${id}/${path}`);
const stateOf = async (id: string) =>
  (await sql('select state from care_pattern where id = $1', [id]))[0]?.state;
const noticesOf = async (accountId: string, id: string): Promise<string[]> =>
  (
    await sql<{ kind: string }>(
      'select kind from notice where account_id = $1 and object_id = $2 order by created_at, id',
      [accountId, id],
    )
  ).map(({ kind }) => kind);

it('tells all that is missing at once', async () => {
  const empty = await send({ thema: '', gebied: '', omvang: '' });
  expect(empty.status).toBe(422);
  for (const words of ['Kies een thema', 'Kies een gebied', 'om hoeveel mensen'])
    expect(empty.text).toContain(words);
});

it('names wijken and areas of the focuspunten apart, for they may have one name', async () => {
  const [division, area] = [newId(), newId()];
  await sql(
    `insert into division (gemeente, id, kind, name, valid_from) values ($1, $2, 'focus_area', 'Gebieden', '2014-01-01')`,
    [town.gemeente, division],
  );
  await sql(
    `insert into area (gemeente, id, division_id, code, name, valid_from) values ($1, $2, $3, 'F', 'Palenstein', '2014-01-01')`,
    [town.gemeente, area, division],
  );
  const form = await lead.get('/zorgpatroon');
  expect(form.text).toMatch(/optgroup label="Wijken"><option value="[^"]+">Palenstein/);
  expect(form.text).toMatch(/optgroup label="Gebieden van de focuspunten"><option value="[^"]+">Palenstein/);
});

describe('a pattern from the care network', () => {
  it('passes the gate: theme, area and size class; the wijkregisseur of the area sees it', async () => {
    const id = await given();
    const [row] = await sql('select * from care_pattern where id = $1', [id]);
    expect(row).toMatchObject({
      category_id: theme,
      area_id: town.area,
      size_class: '11_to_25',
      state: 'offered',
    });
    expect(await noticesOf(wijkregisseurId, id)).toEqual(['care_pattern_given']);
    expect((await wijkregisseur.get('/zorgpatronen')).text).toContain(`/zorgpatronen/${id}`);
    expect((await lead.get('/zorgpatroon')).text).toContain(`/zorgpatronen/${id}`);
    expect(await sql('select 1 from signaal')).toEqual([]);
  });

  it.each([
    'mevrouw Jansen durft niet',
    'vooral op Dorpsstraat 12',
    'Fatima vertelde het',
    'bel 06 12345678',
  ])('refuses “%s” and keeps nothing of it', async (toelichting) => {
    const before = await sql('select 1 from care_pattern');
    const answer = await send({ toelichting });
    expect([answer.status, answer.text]).toEqual([422, expect.stringContaining('Haal dit eerst weg')]);
    expect(await sql('select 1 from care_pattern')).toHaveLength(before.length);
  });

  it('needs a theme, an area and a size, and keeps what was typed', async () => {
    for (const wrong of [
      { thema: '' },
      { thema: town.tree },
      { gebied: 'x' },
      { omvang: '1_to_4' },
      { omvang: '' },
    ]) {
      const answer = await send(wrong);
      expect([answer.status, answer.text]).toEqual([422, expect.stringContaining('durven ’s avonds niet')]);
    }
  });

  it('is asked about, answered and accepted; the giver hears each turn', async () => {
    const id = await given();
    expect((await act(wijkregisseur, id, 'vragen', { vraag: 'In welke maanden vooral?' })).status).toBe(303);
    expect(await stateOf(id)).toBe('asked');
    expect((await act(lead, id, 'antwoord', { antwoord: 'In de winter.' })).status).toBe(303);
    expect(await stateOf(id)).toBe('offered');
    expect((await act(wijkregisseur, id, 'aannemen', { zin: 'Wij nemen het mee in de wijk.' })).status).toBe(
      303,
    );
    expect(await stateOf(id)).toBe('accepted');
    expect((await wijkregisseur.get(`/zorgpatronen/${id}`)).text).toContain('href="/knelpunten/nieuw"');
    expect((await lead.get(`/zorgpatronen/${id}`)).text).not.toContain('/knelpunten/nieuw');
    expect(await noticesOf(leadId, id)).toEqual(['care_pattern_question', 'care_pattern_accepted']);
    expect(await noticesOf(wijkregisseurId, id)).toEqual(['care_pattern_given', 'care_pattern_replied']);
    const page = await lead.get(`/zorgpatronen/${id}`);
    expect(page.text).toContain('In de winter.');
    expect(page.text).toContain('Wij nemen het mee in de wijk.');
    expect(page.statements.length).toBeLessThanOrEqual(6);
    const history = JSON.stringify(await sql('select before, after from history where object_id = $1', [id]));
    expect(history).not.toContain('In de winter');
  });

  it('is declined with a reason only', async () => {
    const id = await given();
    const empty = await act(wijkregisseur, id, 'afwijzen', { reden: ' ' });
    expect([empty.status, await stateOf(id)]).toEqual([422, 'offered']);
    const named = await act(wijkregisseur, id, 'afwijzen', { reden: 'Overlegd met mevrouw Jansen' });
    expect([named.status, await stateOf(id)]).toEqual([422, 'offered']);
    await act(wijkregisseur, id, 'afwijzen', { reden: 'Dit loopt al bij de corporatie.' });
    expect(await stateOf(id)).toBe('declined');
    expect((await lead.get(`/zorgpatronen/${id}`)).text).toContain('Dit loopt al bij de corporatie.');
    expect((await wijkregisseur.post(`/zorgpatronen/${id}/aannemen`, { versie: '2', zin: '' })).status).toBe(
      409,
    );
  });

  it('is decided once, whoever presses at the same moment', async () => {
    const id = await given();
    const page = await wijkregisseur.get(`/zorgpatronen/${id}`);
    await openConnections(tw);
    const answers = await Promise.all([
      wijkregisseur.submit(page, { zin: 'Ja.' }, `/zorgpatronen/${id}/aannemen`),
      wijkregisseur.submit(page, { reden: 'Nee.' }, `/zorgpatronen/${id}/afwijzen`),
      wijkregisseur.submit(page, { vraag: 'Hoe?' }, `/zorgpatronen/${id}/vragen`),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.text).toContain('Iemand anders was u net voor');
  });

  it('belongs to its area and its giver: nobody else finds it', async () => {
    const id = await given();
    const [other] = await enter('care_network_lead');
    const [elsewhere] = await enter('wijkregisseur', await anotherArea());
    for (const client of [other, elsewhere]) {
      expect((await client.get(`/zorgpatronen/${id}`)).status).toBe(404);
      expect((await client.get('/zorgpatronen')).text).not.toContain(id);
    }
    expect((await elsewhere.post(`/zorgpatronen/${id}/aannemen`, { versie: '1', zin: '' })).status).toBe(404);
    expect((await other.post(`/zorgpatronen/${id}/antwoord`, { versie: '1', antwoord: 'x' })).status).toBe(
      404,
    );
    expect((await lead.post(`/zorgpatronen/${id}/aannemen`, { versie: '1', zin: '' })).status).toBe(403);
    const [everywhere] = await enter('wijkregisseur');
    expect((await everywhere.get(`/zorgpatronen/${id}`)).status).toBe(200);
    for (const role of ['desk_worker', 'councillor', 'care_partner', 'police_partner'] as const) {
      const [client] = await enter(role);
      expect((await client.get('/zorgpatroon')).status).toBe(403);
      expect((await client.get(`/zorgpatronen/${id}`)).status).toBe(403);
    }
  });

  it('that waits longer than five working days is seen by wijkregisseur and team manager', async () => {
    // Given on the Monday before Easter 2016: Good Friday and Easter Monday are no working days.
    tw.clock.set('2016-03-21T10:00:00+01:00');
    [lead] = await enter('care_network_lead');
    const [, manager] = await enter('team_manager');
    const id = await given();
    const [term] = await sql<{ due_at: Date }>(
      "select due_at from term where object_id = $1 and state = 'open'",
      [id],
    );
    const due = term?.due_at ?? new Date(0);
    tw.clock.set(new Date(due.getTime()).toISOString());
    await sweepTenantPatterns(tw.world, town.gemeente);
    expect(await noticesOf(manager, id)).toEqual([]);
    tw.clock.set(new Date(due.getTime() + 1).toISOString());
    await sweepTenantPatterns(tw.world, town.gemeente);
    expect(await noticesOf(manager, id)).toEqual(['care_pattern_late']);
    expect(due.toISOString().slice(0, 10)).toBe('2016-03-30');
    tw.clock.set(MONDAY_MORNING);
    [lead] = await enter('care_network_lead');
  });

  it('survives whatever is typed', async () => {
    const anything = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.constantFrom(
        '',
        '\u0000',
        '\ud800',
        "'; drop table care_pattern; --",
        '__proto__',
        theme,
        town.area,
      ),
    );
    const fields = fc.record(
      Object.fromEntries(['thema', 'gebied', 'omvang', 'toelichting'].map((name) => [name, anything])),
    );
    await fc.assert(
      fc.asyncProperty(fields, async (values) => {
        expect((await lead.post('/zorgpatroon', values)).status).toBeLessThan(500);
      }),
      { numRuns: 40 },
    );
  });
});

/** A second area, around the buurt that the first leaves out. */
const anotherArea = async (): Promise<string> => {
  const id = '0198c0de-0000-7000-8000-00000000a0ea';
  const [division] = await sql<{ id: string }>('select id from division');
  await sql(
    `insert into area (gemeente, id, division_id, code, name, valid_from) values ($1, $2, $3, 'M', 'Meerpolder', '2014-01-01')`,
    [town.gemeente, id, division?.id],
  );
  await sql(
    `insert into area_buurt (gemeente, area_id, buurt_id, valid_from) values ($1, $2, $3, '2014-01-01')`,
    [town.gemeente, id, town.lonelyBuurt],
  );
  return id;
};
