// One page with one town, made once: split, each half would make that town again.
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { execute } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import type { Principal } from '#platform/policy/principal.ts';
import { aGift, resident, type SmallTown, smallTown, staffOf } from '#testing/signaal.ts';
import { type Answer, type TestClient, testSite } from '#testing/web.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { giveSignaal } from '../../commands/give.ts';
import { assignSignaal } from '../../commands/triage.ts';
import { NO_CONTACT } from '../../store/contact.ts';
import { staffSignaalRoutes } from '../index.ts';

let tw: TestWorld;
let town: SmallTown;
let id: string;
let part: string;
let worker: TestClient;
let wijkregisseur: TestClient;
let guard: Principal;

const sql = <Row extends Record<string, unknown>>(text: string, values: unknown[] = []): Promise<Row[]> =>
  asOwner<Row>(tw.urls, town.gemeente, text, values);
type Bounds = Parameters<typeof staffOf>[3];
const enter = async (role: Parameters<typeof staffOf>[2], bounds: Bounds = {}): Promise<TestClient> =>
  testSite(tw, staffSignaalRoutes)
    .client()
    .signInAs((await staffOf(tw, town, role, bounds)).id);

const give = async (change: Parameters<typeof aGift>[0] = {}): Promise<string> =>
  (await execute(tw.world, town.gemeente, resident, giveSignaal, aGift({ categoryId: town.tree, ...change })))
    .signaalId;
const partOf = async (signaalId: string): Promise<string> =>
  (
    await sql<{ id: string }>('select id from assignment where signaal_id = $1 order by sequence desc', [
      signaalId,
    ])
  )[0]?.id ?? '';
const look = async (signaalId = id) => (await sql('select * from signaal where id = $1', [signaalId]))[0];

const contact = {
  ...NO_CONTACT,
  name: 'Jansje Geheim',
  phone: '079 111 22 33',
  mail: 'geheim@voorbeeld.test',
};

beforeAll(async () => {
  tw = await testWorld();
  town = await smallTown(tw);
  worker = await enter('department_worker', { departmentId: town.green });
  wijkregisseur = await enter('wijkregisseur', { areaId: town.area, buurtIds: [town.buurt] });
  guard = await staffOf(tw, town, 'process_guard');
});
beforeEach(async () => {
  id = await give({ contact, answerChannel: 'mail' });
  part = await partOf(id);
});
afterAll(() => tw.close());

const open = (client: TestClient, signaalId = id): Promise<Answer> => client.get(`/signalen/${signaalId}`);
const path = (act: string): string => `/signalen/${id}/${act}`;
const fill = async (client: TestClient, act: string, fields = {}): Promise<Answer> =>
  client.submit(await open(client), fields, path(act));

it('shows the words, the place and who holds what, in five queries besides the session', async () => {
  for (const client of [worker, wijkregisseur]) {
    const page = await open(client);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Er ligt een grote tak op het fietspad.');
    expect(page.text).toContain('Palenstein');
    expect(page.text).toContain('Groen');
    expect(page.statements.length).toBeLessThanOrEqual(5);
  }
});

it('names a message of a room above it too', async () => {
  await asOwner(
    tw.urls,
    town.gemeente,
    `insert into message (gemeente, id, template, recipient_kind, recipient_id, object_id, channel, variables, state, created_at)
     select gemeente, $3, 'focuspunt.knelpunt', recipient_kind, recipient_id, object_id, channel, '{}', 'sent', created_at
     from message where gemeente = $1 and object_id = $2 limit 1`,
    [town.gemeente, id, newId()],
  );
  expect((await open(worker)).text).toContain('bericht over het grotere geheel per');
});

it('never shows who reported, nor the code', async () => {
  const page = await open(worker);
  expect(page.text).not.toMatch(/Geheim|079 111|geheim@/);
});

it('is "not found" for whoever it does not reach, for another municipality and for nonsense', async () => {
  const roads = await enter('department_worker', { departmentId: town.roads });
  expect((await open(roads)).status).toBe(404);
  expect((await roads.post(path(`delen/${part}/aanvaarden`), { versie: '1.1' })).status).toBe(404);
  const other = await smallTown(tw, 'GM0106');
  const stranger = await staffOf(tw, other, 'process_guard');
  const elsewhere = await testSite(tw, staffSignaalRoutes).client('GM0106').signInAs(stranger.id);
  expect((await open(elsewhere)).status).toBe(404);
  expect((await open(worker, 'nonsense')).status).toBe(404);
});

it('is refused to roles that read nothing and asks visitors to sign in', async () => {
  for (const role of ['councillor', 'auditor', 'functional_admin', 'college'] as const) {
    expect((await open(await enter(role))).status, role).toBe(403);
  }
  expect((await open(testSite(tw, staffSignaalRoutes).client())).status).toBe(401);
});

it('says "Gedaan" in one form: accepted, done, answered and told, at once', async () => {
  const page = await fill(worker, `delen/${part}/gedaan`, { antwoord: 'De tak is weg.' });
  expect(page.status).toBe(303);
  expect((await worker.follow(page)).text).toContain('Klaar. De melder krijgt bericht.');
  expect(await look()).toMatchObject({ state: 'done', outcome: 'solved' });
});

it('keeps what was typed when the answer is missing or the day does not exist', async () => {
  const page = await fill(worker, `delen/${part}/gedaan`, { antwoord: '', uitkomst: 'partly' });
  expect(page.status).toBe(422);
  expect(page.text).toContain('Zonder antwoord sluiten wij geen melding');
  expect(page.text).toMatch(/value="partly"[^>]*checked|checked[^>]*value="partly"/);
  const day = await fill(worker, `delen/${part}/gedaan`, {
    antwoord: 'Weg',
    'gedaan_op-day': '31',
    'gedaan_op-month': '2',
  });
  expect(day.status).toBe(422);
  expect(day.text).toContain('Weg</textarea>');
  expect(day.text).toContain('value="31"');
});

it('shows beforehand what the reporter will get, without his name and code', async () => {
  const page = await fill(worker, `delen/${part}/gedaan`, { antwoord: 'De tak is weg.', doe: 'preview' });
  expect(page.status).toBe(200);
  expect(page.text).toContain('Is het niet opgelost? Laat het ons weten');
  expect(page.text).not.toMatch(/Geheim|<title>Fout/);
  expect(await look()).toMatchObject({ state: 'assigned' });
});

it('takes a standard text when nothing was written', async () => {
  const text = '01900000-0000-7000-8000-00000000aaaa';
  await sql(
    `insert into standard_text (gemeente, id, category_id, outcome, title, body, valid_from)
     values ($1, $2, null, 'solved', 'Tak', 'Wij haalden de tak weg.', '2014-01-01') on conflict do nothing`,
    [town.gemeente, text],
  );
  expect((await fill(worker, `delen/${part}/gedaan`, { standaard: text })).status).toBe(303);
  const [said] = await sql<{ text: string }>(
    `select text from feedback where signaal_id = $1 and kind = 'outcome'`,
    [id],
  );
  expect(said?.text).toBe('Wij haalden de tak weg.');
});

it('keeps a photo of the result, made anew, and shows it to whoever may read the signaal only', async () => {
  const bytes = await sharp({ create: { width: 20, height: 20, channels: 3, background: 'green' } })
    .png()
    .toBuffer();
  const foto = new File([new Uint8Array(bytes)], 'weg.png', { type: 'image/png' });
  expect((await fill(worker, `delen/${part}/gedaan`, { antwoord: 'Weg', foto })).status).toBe(303);
  const [file] = await sql<{ id: string }>('select id from file where object_id = $1', [id]);
  const photo = await worker.get(path(`foto/${file?.id}`));
  expect(photo.headers.get('content-type')).toBe('image/jpeg');
  const roads = await enter('department_worker', { departmentId: town.roads });
  expect((await roads.get(path(`foto/${file?.id}`))).status).toBe(404);
  const other = await give();
  expect((await worker.get(`/signalen/${other}/foto/${file?.id}`)).status).toBe(404);
});

it('refuses a file that is no photo and loses nothing', async () => {
  const foto = new File(['geen foto'], 'weg.png', { type: 'image/png' });
  const page = await fill(worker, `delen/${part}/gedaan`, { antwoord: 'Weg', foto });
  expect(page.status).toBe(422);
  expect(page.text).toContain('Weg</textarea>');
  expect(await look()).toMatchObject({ state: 'assigned' });
});

it('promises a day, or "u hoort uiterlijk", and refuses one that is over', async () => {
  const past = await fill(worker, `delen/${part}/plannen`, {
    'dag-day': '1',
    'dag-month': '1',
    'dag-year': '2016',
  });
  expect(past.status).toBe(422);
  expect(past.text).toContain('al voorbij');
  const heard = await fill(worker, `delen/${part}/plannen`, { soort: 'hear' });
  expect(heard.status).toBe(303);
  expect(await look()).toMatchObject({ state: 'planned', planned_on: null });
});

it('goes back with a reason and a suggested owner, to the wijkregisseur', async () => {
  expect((await fill(worker, `delen/${part}/terug`, {})).status).toBe(422);
  expect(
    (await fill(worker, `delen/${part}/terug`, { reden: 'not_ours', eigenaar: town.roads })).status,
  ).toBe(303);
  expect(await look()).toMatchObject({ state: 'received', queue: 'wijkregisseur', returns: 1 });
  const page = await open(wijkregisseur);
  expect(page.text).toContain('niet van onze afdeling; Wegen');
});

it('asks advice of the wijkregisseur, and of nobody else', async () => {
  await fill(worker, `delen/${part}/terug`, { reden: 'not_ours' });
  const without = await fill(wijkregisseur, 'beleggen', { afdeling: town.roads });
  expect(without.status).toBe(422);
  expect(without.text).toContain('Geef uw advies');
  const given = { afdeling: town.roads, kansrijk: '2', nut: '3', advies: 'Kijk eerst naar de wortels.' };
  expect((await fill(wijkregisseur, 'beleggen', given)).status).toBe(303);
  expect((await open(wijkregisseur)).text).toContain(
    'Advies: kansrijk 2, nut 3. Kijk eerst naar de wortels.',
  );
});

it('tells the second of two deciders that it changed, shows how it is now and keeps what was typed', async () => {
  const [mine, theirs] = [await open(worker), await open(worker)];
  await worker.submit(theirs, {}, path(`delen/${part}/aanvaarden`));
  const late = await worker.submit(
    mine,
    { reden: 'other', tekst: 'Mijn lange uitleg' },
    path(`delen/${part}/terug`),
  );
  expect(late.status).toBe(409);
  expect(late.text).toContain('Intussen veranderd');
  expect(late.text).toContain('Mijn lange uitleg');
  expect(late.text).toContain('aanvaard');
  expect((await sql('select state from assignment where id = $1', [part]))[0]).toEqual({ state: 'accepted' });
});

it('keeps what was typed even when its form is gone', async () => {
  const page = await open(worker);
  await fill(worker, `delen/${part}/gedaan`, { antwoord: 'De tak is weg.' });
  const late = await worker.submit(
    page,
    { antwoord: 'Zorgvuldig geschreven antwoord' },
    path(`delen/${part}/gedaan`),
  );
  expect(late.status).toBe(409);
  expect(late.text).toContain('Zorgvuldig geschreven antwoord');
});

it('does not let a department answer the part of its neighbour', async () => {
  await execute(tw.world, town.gemeente, guard, assignSignaal, {
    signaalId: id,
    departmentId: town.roads,
    advice: null,
  });
  const theirs = await partOf(id);
  const page = await open(worker);
  expect(page.text).not.toContain(path(`delen/${theirs}/gedaan`));
  const [row] = await sql<{ version: number }>('select version from signaal where id = $1', [id]);
  const forced = await worker.post(path(`delen/${theirs}/aanvaarden`), { versie: `${row?.version}.1.1` });
  expect(forced.status).toBe(403);
});

it('hides a complaint from the department it is about, and gives it to the coordinator', async () => {
  const complaint = await give({ kind: 'complaint', text: 'De medewerker van Groen was onbeschoft.' });
  for (const client of [worker, wijkregisseur]) expect((await open(client, complaint)).status).toBe(404);
  const coordinator = await enter('complaints_coordinator', { departmentId: town.complaints });
  const page = await open(coordinator, complaint);
  expect(page.text).toContain('onbeschoft');
  const done = `/signalen/${complaint}/delen/${await partOf(complaint)}/gedaan`;
  expect((await coordinator.submit(page, { antwoord: 'Onze excuses.' }, done)).status).toBe(303);
});

it('joins a duplicate by its number, and refuses itself and a stranger', async () => {
  const original = await give();
  const [row] = await sql<{ number: number }>('select number from signaal where id = $1', [original]);
  const [own] = await sql<{ number: number }>('select number from signaal where id = $1', [id]);
  const itself = await fill(wijkregisseur, 'dubbel', { nummer: String(own?.number) });
  expect(itself.text).toContain('niet dubbel zijn met zichzelf');
  expect((await fill(wijkregisseur, 'dubbel', { nummer: '999999' })).status).toBe(422);
  expect((await fill(wijkregisseur, 'dubbel', { nummer: String(row?.number) })).status).toBe(303);
  expect(await look()).toMatchObject({ state: 'duplicate', duplicate_of: original });
});

it('shows the contact only when asked, logs each look, and asks a reason outside one’s own task', async () => {
  const shown = await worker.submit(await open(worker), {}, path('contact'));
  expect(shown.text).toContain('Jansje Geheim');
  const without = await wijkregisseur.submit(await open(wijkregisseur), { reden: '' }, path('contact'));
  expect(without.status).toBe(422);
  expect(without.text).not.toContain('Jansje Geheim');
  const withReason = await wijkregisseur.submit(
    await open(wijkregisseur),
    { reden: 'Terugbellen' },
    path('contact'),
  );
  expect(withReason.text).toContain('Jansje Geheim');
  const log = await sql<{ reason: string | null }>(
    `select reason from access_log where kind = 'contact_read' and object_id = $1 order by at, id`,
    [id],
  );
  expect(log.map(({ reason }) => reason)).toEqual([null, 'Terugbellen']);
});

it('corrects a mistyped number and erases on request, at the desk', async () => {
  const desk = await enter('desk_worker', { departmentId: town.desk });
  const question = await give({ kind: 'question', contact, answerChannel: 'mail', categoryId: null });
  const box = await desk.submit(await open(desk, question), {}, `/signalen/${question}/contact`);
  const [row] = await sql<{ id: string }>('select id from reporter where signaal_id = $1', [question]);
  const correct = `/signalen/${question}/contact/${row?.id}`;
  const wrong = await desk.submit(box, { telefoon: 'abc' }, correct);
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('value="abc"');
  expect((await desk.submit(box, { telefoon: '079 999 88 77' }, correct)).status).toBe(303);
  const again = await desk.submit(await open(desk, question), {}, `/signalen/${question}/contact`);
  expect(again.text).toContain('079 999 88 77');
  expect(
    (await desk.submit(await open(desk, question), {}, `/signalen/${question}/contact-wissen`)).status,
  ).toBe(303);
  expect((await open(desk, question)).text).toContain('geen contactgegevens');
});

it('says the reporter’s objection at the desk for its own signalen', async () => {
  const desk = await enter('desk_worker', { departmentId: town.desk });
  const question = await give({ kind: 'question', categoryId: null });
  await desk.submit(
    await open(desk, question),
    { tekst: 'Ja, dat kan.' },
    `/signalen/${question}/beantwoorden`,
  );
  const back = await desk.submit(
    await open(desk, question),
    { tekst: 'Dat was geen antwoord' },
    `/signalen/${question}/niet-opgelost`,
  );
  expect(back.status).toBe(303);
  expect(await look(question)).toMatchObject({ state: 'reopened', queue: 'desk' });
});

it('writes script in every text as text', async () => {
  const evil = await give({ text: '<script>alert(1)</script> boom' });
  await worker.submit(
    await open(worker, evil),
    { tekst: '<img src=x onerror=alert(1)>' },
    `/signalen/${evil}/notitie`,
  );
  const page = await open(worker, evil);
  expect(page.text).not.toMatch(/<script>|<img src=x/);
  expect(page.text).toContain('&lt;script&gt;alert(1)');
});
