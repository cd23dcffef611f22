import { afterAll, beforeAll, expect, it } from 'vitest';
import { makePerson, makeTenant } from '#testing/people.ts';
import { type SmallTown, smallTown, staffOf } from '#testing/signaal.ts';
import { type Answer, type TestClient, testSite } from '#testing/web.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { importExpiry, importNext } from './jobs.ts';
import { importRoutes } from './pages/routes.ts';

let test: TestWorld;
let town: SmallTown;
let admin: TestClient;
let other: TestClient;

beforeAll(async () => {
  test = await testWorld({
    start: '2026-09-14T10:00:00+02:00',
    subscriptions: [importNext],
    recurring: [importExpiry],
  });
  town = await smallTown(test);
  await makeTenant(test, 'GM0106', 'Assen');
  const site = testSite(test, importRoutes);
  const functional = { holdings: [{ role: 'functional_admin' as const }] };
  admin = await site.client().signInAs(await makePerson(test, functional));
  other = await site.client('GM0106').signInAs(await makePerson(test, functional, 'GM0106'));
}, 60_000);
afterAll(() => test.close());

const TABLE = [
  'Nummer;Gemeld op;Status;Onderwerp;Straat;Latitude;Longitude;Omschrijving',
  'F-1;3-4-2026 14:05;Gesloten;Boom;Parkweg;52,06;4,49;"Tak op het pad; bel 06-12345678"',
  'F-2;4-4-2026;In behandeling;Lantaarn;Parkweg;52,06;4,49;Lamp stuk',
  'F-3;5-4-2026;In behandeling;Boom;;52,06;4,49;Boom ziek',
  'F-4;31-2-2026;Gesloten;Boom;;;;Zo een dag is er niet',
  'F-5;6-4-2026;Gesloten;Boom;;53,00;6,00;Ver weg',
].join('\r\n');
const file = (text: string | Uint8Array<ArrayBuffer> = TABLE, name = 'meldingen.csv') =>
  new File([text], name);
const send = (client: TestClient, body = file(), system = 'Fixi'): Promise<Answer> =>
  client.post('/beheer/overnemen', { system, bestand: body });
const stored = () =>
  asOwner<{
    import_ref: string;
    state: string;
    text: string;
    queue: string;
    place_kind: string;
    outcome: string | null;
  }>(
    test.urls,
    town.gemeente,
    `select import_ref, state, text, queue, place_kind, outcome from signaal where import_system = 'Fixi' order by import_ref`,
  );
const rows = async (table: string): Promise<number> => {
  const [row] = await asOwner<{ n: number }>(
    test.urls,
    town.gemeente,
    `select count(*)::int as n from ${table}`,
  );
  return row?.n ?? -1;
};

let draft: string;

it('shows how the first rows become, before anything is taken over', async () => {
  const sent = await send(admin);
  expect(sent.status).toBe(303);
  draft = sent.location ?? '';
  const page = await admin.get(draft);
  expect(page.status).toBe(200);
  expect(page.statements.length).toBeLessThanOrEqual(5);
  for (const words of [
    'Tak op het pad; bel •••',
    'Palenstein',
    'buiten de gemeente',
    'de datum is niet te lezen',
  ]) {
    expect(page.text).toContain(words);
  }
  expect(page.text).not.toContain('06-12345678');
  expect(page.text).toContain('Van 2 onderwerpen in het bestand vonden we er 1 zelf');
  expect(page.text).toMatch(/name="klaar"[^>]*value="Gesloten"[^>]*checked|checked[^>]*value="Gesloten"/);
  expect(await stored()).toEqual([]);
});

it('keeps what was typed when a choice cannot be', async () => {
  const page = await admin.get(draft);
  const answer = await admin.submit(page, { veld_received: '', zone: 'Mars/Noord', doe: 'toon' }, draft);
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('Deze tijdzone kennen we niet');
  expect(answer.text).toContain('Mars/Noord');
  const late = await admin.submit(page, { versie: '0', doe: 'toon' }, draft);
  expect(late.status).toBe(409);
});

it('keeps a mapping by name, and uses it for another file', async () => {
  const page = await admin.get(draft);
  const nameless = await admin.submit(page, { naam: '', doe: 'bewaar' }, draft);
  expect(nameless.status).toBe(422);
  expect(nameless.text).toContain('Geef de indeling een naam');
  // Nothing was kept, so the page that was shown is still of this version.
  const unchosen = await admin.submit(nameless, { indeling: '', doe: 'gebruik' }, draft);
  expect(unchosen.text).toContain('Kies een bewaarde indeling');
  const kept = await admin.submit(
    page,
    { onderwerp_0: 'straatverlichting', naam: 'Onze Fixi', doe: 'bewaar' },
    draft,
  );
  expect((await admin.follow(kept)).text).toContain('De indeling is bewaard');
  const strange = (await send(admin, file('a;b\n1;2\n', 'vreemd.csv'))).location ?? '';
  const misfit = { indeling: 'Onze Fixi', doe: 'gebruik' };
  expect((await admin.submit(await admin.get(strange), misfit, strange)).text).toContain('Geen enkele kolom');
  await admin.post(`${strange}/stop`);
  const next = (await send(admin)).location ?? '';
  const taken = await admin.submit(await admin.get(next), { indeling: 'Onze Fixi', doe: 'gebruik' }, next);
  expect(taken.status).toBe(303);
  expect((await admin.get(next)).text).toMatch(/value="straatverlichting" selected/);
  expect((await admin.post(`${next}/stop`)).location).toBe('/beheer/overnemen');
});

it('takes the rows over by a job that begins once, however often somebody presses', async () => {
  const page = await admin.get(draft);
  const [one, two] = await Promise.all([
    admin.submit(page, { doe: 'begin' }, draft),
    admin.submit(page, { doe: 'begin' }, draft),
  ]);
  expect([one.status, two.status].sort()).not.toContain(500);
  expect((await admin.get(draft)).text).toContain('0 van 5 regels');
  await test.drain();
  const after = await admin.get(draft);
  expect(after.text).toContain('4 nieuw');
  expect(await stored()).toEqual([
    {
      import_ref: 'F-1',
      state: 'closed',
      text: 'Tak op het pad; bel •••',
      queue: 'department',
      place_kind: 'point',
      outcome: 'unknown_before_import',
    },
    {
      import_ref: 'F-2',
      state: 'assigned',
      text: 'Lamp stuk',
      queue: 'department',
      place_kind: 'point',
      outcome: null,
    },
    {
      import_ref: 'F-3',
      state: 'assigned',
      text: 'Boom ziek',
      queue: 'department',
      place_kind: 'point',
      outcome: null,
    },
    {
      import_ref: 'F-5',
      state: 'closed',
      text: 'Ver weg',
      queue: 'desk',
      place_kind: 'outside',
      outcome: 'unknown_before_import',
    },
  ]);
  expect(await rows('import_chunk')).toBe(0);
  expect(await rows('message')).toBe(0);
  expect(await rows('import_run where sealed is not null')).toBe(0);
});

it('gives what was not taken over as a table, without a word of what stood there', async () => {
  const answer = await admin.get(`${draft}/niet-overgenomen`);
  expect(answer.headers.get('content-disposition')).toContain('attachment');
  expect(answer.text).toContain('"5";"de datum is niet te lezen";"Gemeld op"');
  expect(answer.text).not.toContain('Zo een dag');
});

it('closes what ended there meanwhile, unless somebody here works on it', async () => {
  const [part] = await asOwner<{ id: string }>(
    test.urls,
    town.gemeente,
    `update assignment a set state = 'accepted' from signaal s
     where s.gemeente = a.gemeente and s.id = a.signaal_id and s.import_ref = 'F-3' returning a.id`,
  );
  expect(part).toBeDefined();
  const again = (await send(admin, file(TABLE.replaceAll('In behandeling', 'Gesloten')))).location ?? '';
  await admin.submit(await admin.get(again), { doe: 'begin' }, again);
  await test.drain();
  const page = await admin.get(again);
  expect(page.text).toContain('0 nieuw, 1 bijgewerkt');
  expect(page.text).toContain('hier is er al iemand mee bezig');
  expect((await stored()).map(({ state }) => state)).toEqual(['closed', 'closed', 'assigned', 'closed']);
  expect(
    await rows(
      `term where state = 'open' and object_id in (select id from signaal where import_ref = 'F-2')`,
    ),
  ).toBe(0);
});

it('goes on where it stopped, and stops when told', async () => {
  const many = [
    'id;datum;omschrijving',
    ...Array.from({ length: 2_500 }, (_, n) => `${n};1-2-2026;Tak ${n}`),
  ].join('\n');
  const href = (await send(admin, file(many), 'Groot')).location ?? '';
  await admin.submit(await admin.get(href), { doe: 'begin' }, href);
  const id = href.slice(-36);
  await asOwner(test.urls, town.gemeente, 'update import_run set next_chunk = 1 where id = $1', [id]);
  await admin.post(`${href}/stop`);
  await test.drain();
  expect(await rows(`signaal where import_system = 'Groot'`)).toBe(0);
  expect((await admin.get(href)).text).toContain('Gestopt');
  const next = (await send(admin, file(many), 'Groot')).location ?? '';
  await admin.submit(await admin.get(next), { doe: 'begin' }, next);
  await admin.post(`${next}/verder`);
  await test.drain();
  expect(await rows(`signaal where import_system = 'Groot'`)).toBe(2_500);
  expect((await admin.get(next)).text).toContain('2.500 nieuw');
});

it('is not for another municipality, nor for who keeps no settings', async () => {
  for (const path of [draft, `${draft}/niet-overgenomen`]) expect((await other.get(path)).status).toBe(404);
  for (const path of ['stop', 'verder']) {
    expect((await other.post(`${draft}/${path}`)).status).toBe(404);
  }
  expect((await other.post(draft, { doe: 'begin', versie: '1' })).status).toBe(404);
  const { id } = await staffOf(test, town, 'desk_worker');
  const desk = await testSite(test, importRoutes).client().signInAs(id);
  expect((await desk.get('/beheer/overnemen')).status).toBe(403);
  expect((await send(desk)).status).toBe(403);
});

it.each([
  ['nothing', '', 'Kies het bestand'],
  ['only a header', 'id;datum', 'In dit bestand staan geen meldingen'],
  ['a page', '<html></html>', 'geen CSV, JSON of XLSX'],
  ['an old sheet', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'het oude XLS'],
  ['a broken sheet', 'PK\u0003\u0004rommel', 'beschadigd'],
  ['a broken list', '[{"id": 1}, {', 'niet te lezen'],
])('says in words why %s cannot be read', async (_what, body, words) => {
  const answer = await send(admin, file(body));
  expect(answer.status).toBe(422);
  expect(answer.text).toContain(words);
  expect(answer.text).toContain('value="Fixi"');
});

it('asks for a subject beyond the first hundred once those are chosen, and forgets none', async () => {
  const many = Array.from({ length: 103 }, (_, n) => `${n};1-2-2026;Ding ${String(n).padStart(3, '0')}`);
  const href = (await send(admin, file(['id;datum;onderwerp', ...many].join('\n')), 'Veel')).location ?? '';
  const first = await admin.get(href);
  expect(first.text).toContain('En nog 3');
  const choices = Object.fromEntries(
    many.slice(0, 100).map((_, n) => [`onderwerp_${n}`, 'straatverlichting']),
  );
  const second = await admin.follow(await admin.submit(first, { ...choices, doe: 'toon' }, href));
  expect(second.text).toContain('Ding 102');
  const third = await admin.follow(
    await admin.submit(second, { onderwerp_2: 'straatverlichting', doe: 'toon' }, href),
  );
  expect(third.text).toContain('vonden we er 0 zelf');
  const [run] = await asOwner<{ n: number }>(
    test.urls,
    town.gemeente,
    `select count(*)::int as n from import_run r, jsonb_object_keys(r.mapping->'categories') where r.system = 'Veel'`,
  );
  expect(run?.n).toBe(101);
  await admin.post(`${href}/stop`);
});

it('forgets a file that nobody began with', async () => {
  expect((await send(admin)).status).toBe(303);
  expect(await rows(`import_run where state = 'draft'`)).toBe(1);
  test.clock.set('2026-09-15T11:00:00+02:00');
  await test.jobs.runRecurring(test.world);
  expect(await rows(`import_run where state = 'draft'`)).toBe(0);
  expect(await rows('import_chunk')).toBe(0);
});
