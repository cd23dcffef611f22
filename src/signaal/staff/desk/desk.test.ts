// One page with one town, made once: split, each half would make that town again.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { execute } from '#platform/command/command.ts';
import { makeDepartment } from '#testing/people.ts';
import { aGift, resident, type SmallTown, smallTown, staffOf } from '#testing/signaal.ts';
import { type Answer, type TestClient, testSite } from '#testing/web.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { completeAssignment } from '../../commands/assignment.ts';
import { giveSignaal } from '../../commands/give.ts';
import { staffSignaalRoutes } from '../index.ts';

let tw: TestWorld;
let town: SmallTown;
let desk: TestClient;
let deskId: string;

const sql = <Row extends Record<string, unknown>>(text: string, values: unknown[] = []): Promise<Row[]> =>
  asOwner<Row>(tw.urls, town.gemeente, text, values);

const asStaff = async (role: Parameters<typeof staffOf>[2], bounds = {}): Promise<[TestClient, string]> => {
  const person = await staffOf(tw, town, role, bounds);
  return [await testSite(tw, staffSignaalRoutes).client().signInAs(person.id), person.id];
};

beforeAll(async () => {
  tw = await testWorld();
  town = await smallTown(tw);
  await sql(
    `insert into street (gemeente, id, name, search_name, buurt_id)
     values ($1, gen_random_uuid(), 'Dorpsstraat', 'dorpsstraat', $2)`,
    [town.gemeente, town.buurt],
  );
});
beforeEach(async () => {
  [desk, deskId] = await asStaff('desk_worker', { departmentId: town.desk });
});
afterAll(() => tw.close());

const tell = async (fields: Record<string, string>): Promise<Answer> =>
  desk.submit(await desk.get('/balie'), fields, '/balie');

const idOf = (answer: Answer): string =>
  /\/balie\/bewijs\/([0-9a-f-]{36})/.exec(answer.location ?? '')?.[1] ?? '';

it('has the cursor in "Wat vertelt u?" and asks for nothing else', async () => {
  const page = await desk.get('/balie');
  expect(page.status).toBe(200);
  expect(page.text).toMatch(/<textarea[^>]*name="tekst"[^>]*autofocus/i);
  const sent = await tell({ tekst: 'Er ligt een tak op de stoep.' });
  expect(sent.status).toBe(303);
  expect(idOf(sent)).not.toBe('');
});

it('keeps within five queries besides the session', async () => {
  for (const path of [
    '/balie',
    '/balie/werk',
    '/balie/zoeken?straat=dorpsstraat',
    '/balie/route?tekst=tak',
    '/balie/straat?plek_straat=Dorpsstraat',
  ]) {
    const page = await desk.get(path);
    expect(page.status, path).toBe(200);
    expect(page.statements.length, path).toBeLessThanOrEqual(5);
  }
});

it('speaks of its own form when it finds data of a person, not of the form of residents', async () => {
  const back = await tell({ tekst: 'Bel mij op 06 12345678 over de boom.' });
  expect(back.text).toContain('Haal ze weg en verstuur het opnieuw.');
  expect(back.text).not.toContain('Verder zonder deze gegevens');
  expect(back.text).not.toContain('laatste pagina');
});

it('says how long the desk finds its own, as the municipality set it', async () => {
  expect((await desk.get('/balie/zoeken?straat=nergens')).text).toContain('tot 90 dagen na sluiten');
  await sql(
    `insert into setting (gemeente, key, valid_from, value, set_at)
     values ($1, 'signaal.findable_days', '2016-01-01', '30', now())`,
    [town.gemeente],
  );
  expect((await desk.get('/balie/zoeken?straat=nergens')).text).toContain('tot 30 dagen na sluiten');
});

it('keeps within four queries without script too, besides the session and what the rooms above bring', async () => {
  const place = { lat: null, lon: null, street: 'Dorpsstraat', note: '', buurtId: town.buurt };
  await execute(tw.world, town.gemeente, resident, giveSignaal, aGift({ place, categoryId: town.tree }));
  const asked = await tell({ tekst: 'Er hangt een tak', plek_straat: 'Dorpsstraat 12', doe: 'route' });
  expect(asked.text).toContain('Gaat naar Groen');
  expect(asked.text).toContain('value="join.');
  expect(asked.statements.length).toBeLessThanOrEqual(4);
  const mistaken = await tell({ tekst: '', plek_straat: 'Dorpsstraat 12' });
  expect(mistaken.status).toBe(422);
  expect(mistaken.statements.length).toBeLessThanOrEqual(4);
});

it('asks which organisation speaks, and keeps it so that it can be counted', async () => {
  const police = await makeDepartment(tw, 'Politie', 'partner', town.gemeente);
  const asked = await tell({ tekst: 'Het pad is donker.', wie: 'partner' });
  expect(asked.status).toBe(422);
  expect(asked.text).toContain('Kies welke organisatie dit meldt');
  expect(asked.text).toContain('Het pad is donker.</textarea>');
  expect(asked.text).toMatch(/<details[^>]*open/);
  const strange = await tell({ tekst: 'Het pad is donker.', wie: 'partner', organisatie: town.green });
  expect(strange.text).toContain('Kies een partner uit de lijst');
  const source = async (answer: Answer) =>
    (
      await sql('select source, channel, source_department_id as organisation from signaal where id = $1', [
        idOf(answer),
      ])
    )[0];
  const told = { tekst: 'Het pad is donker.', kanaal: 'phone' };
  expect(await source(await tell({ ...told, organisatie: police }))).toEqual({
    source: 'partner',
    channel: 'phone',
    organisation: police,
  });
  expect(await source(await tell({ ...told, wie: 'partner', organisatie: 'other' }))).toEqual({
    source: 'partner',
    channel: 'phone',
    organisation: null,
  });
});

it('takes what a councillor passes on by phone only with the consent of the resident', async () => {
  const told = { tekst: 'Het plein is donker.', wie: 'councillor', kanaal: 'phone' };
  expect((await tell(told)).text).toContain('Vraag eerst of de bewoner het goed vindt');
  const sent = await tell({ ...told, akkoord: 'ja' });
  const [row] = await sql('select source, consent_at from signaal where id = $1', [idOf(sent)]);
  expect(row).toEqual({ source: 'councillor', consent_at: expect.any(Date) });
});

it('says where it goes and why, while typing and without script', async () => {
  const piece = await desk.get('/balie/route?tekst=Er+hangt+een+tak&plek_straat=Dorpsstraat+12');
  expect(piece.text).toContain('Gaat naar Groen');
  expect(piece.text).not.toContain('<html');
  const page = await tell({ tekst: 'Er hangt een tak', doe: 'route' });
  expect(page.status).toBe(200);
  expect(page.text).toContain('Gaat naar Groen');
  expect(page.text).toContain('Er hangt een tak</textarea>');
});

it('shows what is open in the street with a sentence to read aloud, never its words', async () => {
  await tell({ tekst: 'Een tak die niemand mag lezen', plek_straat: 'Dorpsstraat 3' });
  const piece = await desk.get('/balie/straat?plek_straat=dorpsstraat');
  expect(piece.text).toContain('Boom');
  expect(piece.text).toMatch(/Sinds maandag 7 maart 2016/);
  expect(piece.text).not.toContain('niemand mag lezen');
});

it('gives a slip with a code to say aloud and the day of the next word, and logs that it was opened', async () => {
  const sent = await tell({
    tekst: 'Tak op het pad',
    antwoord: 'phone',
    telefoon: '079 123 45 67',
    naam: 'Jansje',
  });
  const slip = await desk.follow(sent);
  expect(slip.text).toMatch(/[0-9CFHJ-MPRTVWXY]{4} [0-9CFHJ-MPRTVWXY]{4} [0-9CFHJ-MPRTVWXY]{4}/);
  expect(slip.text).toMatch(
    / van (?:Karel|Pieter|Maria|Willem|Theo|Ferdinand|Hendrik|Johan|Lodewijk|Richard|Victor|Cornelis|Xantippe|Ypsilon)/,
  );
  expect(slip.text).toContain('U hoort uiterlijk woensdag 6 april 2016');
  const [log] = await sql<{ count: number }>(
    `select count(*)::int as count from access_log where kind = 'code_read' and account_id = $1`,
    [deskId],
  );
  expect(log?.count).toBe(1);
});

it('prints the slip again for a colleague of the same desk, not for another desk, and not after a day', async () => {
  const path = (await tell({ tekst: 'Tak op het pad' })).location ?? '';
  const [colleague] = await asStaff('desk_worker', { departmentId: town.desk });
  expect((await colleague.get(path)).status).toBe(200);
  const [other] = await asStaff('desk_worker', { departmentId: town.green });
  expect((await other.get(path)).status).toBe(404);
  tw.clock.advance(25 * 3_600_000);
  const late = await desk.signInAs(deskId).then((again) => again.get(path));
  expect(late.status).toBe(303);
  expect(late.location).toMatch(/^\/signalen\//);
  tw.clock.set('2016-03-07T10:00:00+01:00');
});

it('does not send twice what was sent twice', async () => {
  const page = await desk.get('/balie');
  const [one, two] = [
    await desk.submit(page, { tekst: 'Tak, dubbel geklikt' }, '/balie'),
    await desk.submit(page, { tekst: 'Tak, dubbel geklikt' }, '/balie'),
  ];
  expect(idOf(two)).toBe(idOf(one));
});

it('keeps everything typed and says kindly what must go', async () => {
  const page = await tell({
    tekst: 'Bel mij op 06 12345678',
    plek_straat: 'Dorpsstraat',
    naam: 'Jansje Verzonnen',
  });
  expect(page.status).toBe(422);
  expect(page.text).toContain('Bel mij op 06 12345678</textarea>');
  expect(page.text).toContain('value="Jansje Verzonnen"');
  expect(page.text).toContain('Toch zo bewaren?');
  const kept = await desk.submit(page, { toch: 'De bewoner staat erop' }, '/balie');
  expect(kept.status).toBe(303);
  const [row] = await sql<{ reason: string }>('select reason from guard_override where signaal_id = $1', [
    idOf(kept),
  ]);
  expect(row?.reason).toBe('De bewoner staat erop');
});

it('asks what it is about only when the words give reason, and keeps nothing of a person', async () => {
  const before = await sql('select id from signaal');
  const page = await tell({ tekst: 'Mijn buurman is verslaafd' });
  expect(page.status).toBe(422);
  expect(page.text).toContain('over een persoon of gezin');
  const away = await desk.submit(page, { waarover: 'person' }, '/balie');
  expect(away.location).toBe('/balie/zorg?kanaal=desk');
  const card = await desk.follow(away);
  expect(card.text).not.toContain('verslaafd');
  const done = await desk.submit(card, { partner: 'other', warm: 'on' });
  expect(done.location).toBe('/balie?verwezen=ja');
  expect(await sql('select id from signaal')).toHaveLength(before.length);
  const [counted] = await sql<{ warm_handover: boolean; used: number }>('select * from gate_count');
  expect(counted).toMatchObject({ warm_handover: true, used: 1 });
});

it('passes what it does not know to the wijkregisseur with one line', async () => {
  const missing = await tell({ tekst: 'Iets vreemds bij het water', doe: 'unsure' });
  expect(missing.status).toBe(422);
  const sent = await desk.submit(missing, { regel: 'Wie gaat hierover?', doe: 'unsure' }, '/balie');
  const [row] = await sql<{ queue: string; route_reason: string }>('select * from signaal where id = $1', [
    idOf(sent),
  ]);
  expect(row).toMatchObject({ queue: 'wijkregisseur', route_reason: 'desk_unsure' });
});

it('counts strooizout with one key and asks on', async () => {
  const page = await desk.get('/balie');
  const counted = await desk.follow(await desk.post('/balie/product', { product: 'road_salt' }));
  expect(page.text).toContain('Strooizout');
  expect(counted.text).toContain('Strooizout geteld, vandaag 1. Speelt er nog iets in uw straat?');
  await desk.post('/balie/product', { product: 'cocaine' });
  expect(await sql('select * from counter_product')).toHaveLength(1);
});

it('remembers how things come in, but never that it was a complaint', async () => {
  await tell({ tekst: 'Tak aan de lijn', kanaal: 'phone', soort: 'complaint' });
  const page = await desk.get('/balie');
  expect(page.text).toMatch(/value="phone"[^>]*checked|checked[^>]*value="phone"/);
  expect(page.text).not.toMatch(/value="complaint"[^>]*checked|checked[^>]*value="complaint"/);
});

it('answers by letter only with an address', async () => {
  const page = await tell({ tekst: 'Tak', antwoord: 'letter', naam: 'Jansje' });
  expect(page.status).toBe(422);
  expect(page.text).toContain('href="#straat"');
});

it('finds somebody back by code, number, street, name with postcode, telephone and mail', async () => {
  const contact = {
    naam: 'Petronella Verzonnen',
    postcode: '2711 AA',
    telefoon: '079 765 43 21',
    mail: 'nel@voorbeeld.test',
  };
  const sent = await tell({
    tekst: 'Tak bij de hoek',
    plek_straat: 'Dorpsstraat 9',
    antwoord: 'none',
    ...contact,
  });
  const id = idOf(sent);
  const slip = await desk.follow(sent);
  const [, code = ''] = /wr-code__value"[^>]*>([^<]+)</.exec(slip.text) ?? [];
  const [row] = await sql<{ number: number }>('select number from signaal where id = $1', [id]);
  const find = async (zoek: string, postcode = ''): Promise<Answer> =>
    desk.follow(await desk.post('/balie/zoeken', { zoek, postcode }));
  expect((await find(code.toLowerCase())).text).toContain(`melding ${row?.number}`);
  for (const [zoek, postcode] of [
    [String(row?.number), ''],
    ['dorpsstraat', ''],
    ['Verzonnen', '2711aa'],
    ['0797654321', ''],
    ['NEL@voorbeeld.test', ''],
  ]) {
    expect((await find(zoek ?? '', postcode)).text, zoek).toContain(`/signalen/${id}`);
  }
  expect((await find('Verzonnen', '9999 ZZ')).text).not.toContain(`/signalen/${id}`);
});

it('never puts a name, a telephone number or a mail address in an address', async () => {
  for (const zoek of ['Verzonnen', '079 765 43 21', 'nel@voorbeeld.test']) {
    const answer = await desk.post('/balie/zoeken', { zoek, postcode: '2711 AA' });
    expect(answer.status).toBe(303);
    expect(answer.location).not.toMatch(/verzonnen|765|nel/i);
  }
});

it('asks for a postcode with a name', async () => {
  const page = await desk.post('/balie/zoeken', { zoek: 'Verzonnen', postcode: '' });
  expect(page.status).toBe(422);
  expect(page.text).toContain('Vul dan ook de postcode in');
});

const done = async (id: string): Promise<void> => {
  const worker = await staffOf(tw, town, 'department_worker', { departmentId: town.green });
  const [part] = await sql<{ id: string }>('select id from assignment where signaal_id = $1', [id]);
  await execute(tw.world, town.gemeente, worker, completeAssignment, {
    signaalId: id,
    assignmentId: part?.id ?? '',
    outcome: 'solved',
    executedOn: '2016-03-07',
    answer: 'De tak is weggehaald.',
    note: '',
  });
};

it('walks with mevrouw from strooizout to "niet opgelost" and back to the department', async () => {
  const id = idOf(await tell({ tekst: 'Een tak bij de flat', plek_straat: 'Dorpsstraat' }));
  await done(id);
  const aloud = await desk.get(`/balie/voorlezen/${id}`);
  expect(aloud.text).toContain('Wij schreven: De tak is weggehaald.');
  const empty = await desk.submit(aloud, { tekst: '', doe: 'not_solved' });
  expect(empty.status).toBe(422);
  const back = await desk.submit(aloud, { tekst: 'Hij ligt er nog', doe: 'not_solved' });
  expect(back.status).toBe(303);
  expect((await desk.follow(back)).text).toContain('weer open');
  const [row] = await sql<{ state: string; owner: string }>(
    'select state, owner_department_id as owner from signaal where id = $1',
    [id],
  );
  expect(row).toEqual({ state: 'reopened', owner: town.green });
});

it('helps somebody who reported on the website, with the code he shows, and only then', async () => {
  const { signaalId: id } = await execute(
    tw.world,
    town.gemeente,
    resident,
    giveSignaal,
    aGift({ categoryId: town.tree }),
  );
  await done(id);
  expect((await desk.get(`/balie/voorlezen/${id}`)).status).toBe(404);
  const { open } = await import('#platform/secrets/index.ts');
  const [row] = await sql<{ code_sealed: Buffer }>('select code_sealed from signaal where id = $1', [id]);
  const { codePlace } = await import('../../store/insert.ts');
  const code = open(tw.world.keyring, row?.code_sealed ?? Buffer.alloc(0), codePlace(town.gemeente, id));
  const aloud = await desk.follow(await desk.post('/balie/zoeken', { zoek: code, postcode: '' }));
  expect(aloud.status).toBe(200);
  expect(aloud.text).not.toContain('grote tak op het fietspad');
  expect((await desk.submit(aloud, { tekst: 'Nee hoor', doe: 'not_solved' })).status).toBe(303);
});

it('shows what waits at the desk, oldest first and late in words, and passes it on in one click', async () => {
  const id = idOf(await tell({ tekst: 'Iets onbegrijpelijks', plek_straat: '' }));
  tw.clock.advance(2 * 86_400_000);
  desk = await desk.signInAs(deskId);
  const tray = await desk.get('/balie/werk');
  expect(tray.text).toContain('te laat sinds');
  const sent = await desk.submit(tray, { afdeling: town.roads }, `/signalen/${id}/beleggen`);
  expect(sent.location).toBe('/balie/werk');
  expect((await desk.follow(sent)).text).not.toContain(`/signalen/${id}"`);
  tw.clock.set('2016-03-07T10:00:00+01:00');
});

it('writes script in a text as text', async () => {
  const id = idOf(await tell({ tekst: '<script>alert(1)</script> tak', plek_straat: '<b>straat</b>' }));
  for (const path of [
    `/signalen/${id}`,
    `/balie/voorlezen/${id}`,
    '/balie/zoeken?nummer=1',
    '/balie/straat?plek_straat=<b>x</b>',
  ]) {
    const page = await desk.get(path);
    expect(page.text).not.toMatch(/<script>alert|<b>(?:straat|x)<\/b>/);
  }
});

it('lets nobody but the desk, the support officer and the wijkregisseur in', async () => {
  for (const [role, status] of [
    ['desk_worker', 200],
    ['desk_manager', 200],
    ['support_officer', 200],
    ['wijkregisseur', 200],
    ['department_worker', 403],
    ['councillor', 403],
    ['auditor', 403],
  ] as const) {
    const [client] = await asStaff(role, { departmentId: town.desk, areaId: town.area });
    expect((await client.get('/balie')).status, role).toBe(status);
  }
  expect((await testSite(tw, staffSignaalRoutes).client().get('/balie')).status).toBe(401);
});
