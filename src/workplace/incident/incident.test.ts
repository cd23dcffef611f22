import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerItem } from '#council/index.ts';
import { execute } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { giveSignaal } from '#signaal/index.ts';
import { openConnections } from '#testing/at-once.ts';
import { aGift, resident, type SmallTown, smallTown, staffOf } from '#testing/signaal.ts';
import { type TestClient, testSite } from '#testing/web.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { followPattern, quarterStart, tellFollowers } from './follow.ts';
import { incidentRoutes } from './routes.ts';

let tw: TestWorld;
let town: SmallTown;
let councillor: TestClient;
let councillorId: string;
let maker: string;
let focuspunt: string;

const sql = <Row extends Record<string, unknown>>(text: string, values: unknown[] = []): Promise<Row[]> =>
  asOwner<Row>(tw.urls, town.gemeente, text, values);
const enter = async (role: Parameters<typeof staffOf>[2]): Promise<TestClient> =>
  testSite(tw, incidentRoutes)
    .client()
    .signInAs((await staffOf(tw, town, role)).id);

const give = async (count: number, change: Parameters<typeof aGift>[0] = {}): Promise<string[]> => {
  const ids: string[] = [];
  for (let turn = 0; turn < count; turn += 1) {
    const given = await execute(
      tw.world,
      town.gemeente,
      resident,
      giveSignaal,
      aGift({ categoryId: town.tree, ...change }),
    );
    ids.push(given.signaalId);
  }
  return ids;
};

const contact = {
  name: 'Jansje Geheim',
  mail: 'geheim@voorbeeld.test',
  phone: '079 111 22 33',
  street: '',
  houseNumber: '',
  postcode: '',
  town: '',
};

beforeAll(async () => {
  tw = await testWorld({ start: '2016-02-10T10:00:00+01:00' });
  town = await smallTown(tw);
  maker = (await staffOf(tw, town, 'wijkregisseur', { areaId: town.area, departmentId: town.wijkregie })).id;
  const person = await staffOf(tw, town, 'councillor');
  councillorId = person.id;
  councillor = await testSite(tw, incidentRoutes).client().signInAs(person.id);
  await sql(
    `update buurt set residents = case when id = $1 then 1000 else 9000 end, residents_at = '2016-01-01'`,
    [town.buurt],
  );
  await sql(
    `insert into street (gemeente, id, name, search_name, buurt_id) values ($1, $2, 'Dorpsstraat', 'dorpsstraat', $3)`,
    [town.gemeente, newId(), town.buurt],
  );
  focuspunt = newId();
  await sql(
    `insert into focuspunt (gemeente, id, number, title, area_id, origin, state, problem, besluit_on, next_test_on,
       trekker_function, proposed_by, created_at, state_since)
     values ($1, $2, 1, 'Winkelcentrum', $3, 'problem', 'running', 'x', '2016-01-10', '2016-05-12', 'teamleider Groen', $4, $5, $5)`,
    [town.gemeente, focuspunt, town.area, maker, tw.clock.now()],
  );
});
afterAll(() => tw.close());

const ask = (text: string, client = councillor) =>
  client.get(`/raad/patroon?zoek=${encodeURIComponent(text)}`);

describe('one field', () => {
  it('answers in one sentence, within six queries', async () => {
    const ids = await give(14, { contact, answerChannel: 'mail' });
    for (const id of ids.slice(0, 9))
      await sql(
        `insert into feedback (gemeente, id, signaal_id, direction, kind, text, verdict, channel, created_at)
         values ($1, $2, $3, 'from_reporter', 'verdict', '', 'solved', 'web', $4)`,
        [town.gemeente, newId(), id, tw.clock.now()],
      );
    const page = await ask('takken in Palenstein');
    expect(page.status).toBe(200);
    expect(page.text).toContain(
      '14 meldingen sinds januari, 9 opgelost volgens melder, hier loopt focuspunt Winkelcentrum, volgende stap donderdag 12 mei 2016.',
    );
    expect(page.statements.length).toBeLessThanOrEqual(6);
    for (const part of [
      'niet gemeten',
      'teamleider Groen',
      'geen doel',
      'Meer meldingen kan ook meer vertrouwen zijn',
      'Samenleving',
      'Groen',
    ])
      expect(page.text).toContain(part);
  });

  it('never holds a word about who reported, for councillor or auditor', async () => {
    const auditor = await enter('auditor');
    for (const client of [councillor, auditor])
      for (const path of ['/raad/patroon?zoek=palenstein', `/raad/patroon/a4?gebied=${town.area}`]) {
        const page = await client.get(path);
        expect(page.status).toBe(200);
        expect(page.text).not.toMatch(/Jansje|geheim@|079 111|tak op het fietspad/);
      }
  });

  it('says that a bundled melding belongs to the focuspunt', async () => {
    const knelpunt = newId();
    await sql(
      `insert into knelpunt (gemeente, id, number, title, origin, area_id, state, owner_account_id, public_sentence, made_by, created_at, state_since)
       values ($1, $2, 1, 'Plein', 'problem', $3, 'candidate', $4, 'x', $4, $5, $5)`,
      [town.gemeente, knelpunt, town.area, maker, tw.clock.now()],
    );
    await sql('insert into focuspunt_knelpunt (gemeente, focuspunt_id, knelpunt_id) values ($1, $2, $3)', [
      town.gemeente,
      focuspunt,
      knelpunt,
    ]);
    await sql(
      `insert into knelpunt_signaal (gemeente, knelpunt_id, signaal_id, added_at, added_by)
       select $1, $2, id, $3, $4 from signaal where category_id = $5 limit 3`,
      [town.gemeente, knelpunt, tw.clock.now(), maker, town.tree],
    );
    expect((await ask('boom palenstein')).text).toContain('hoort bij focuspunt Winkelcentrum');
    expect((await ask('straatverlichting')).text).not.toContain('Winkelcentrum');
  });

  it('names no focuspunt when several run here, unless one names the place', async () => {
    const second = newId();
    await sql(
      `insert into focuspunt (gemeente, id, number, title, area_id, origin, state, problem, besluit_on, proposed_by, created_at, state_since)
       values ($1, $2, 9, 'Dorpsplein', $3, 'problem', 'running', 'x', '2016-01-10', $4, $5, $5)`,
      [town.gemeente, second, town.area, maker, tw.clock.now()],
    );
    await sql('delete from knelpunt_signaal');
    expect((await ask('palenstein')).text).toContain('hier lopen 2 focuspunten');
    await sql(`update focuspunt set title = 'Hoogbouw in Palenstein' where id = $1`, [second]);
    expect((await ask('palenstein')).text).toContain('hier loopt focuspunt Hoogbouw in Palenstein');
    await sql('delete from focuspunt where id = $1', [second]);
  });

  it('knows streets, asks which is meant, and says so when it knows nothing', async () => {
    const street = await ask('Dorpsstraat 12');
    expect(street.text).toContain('Dorpsstraat (Palenstein)');
    expect(street.text).toContain('Geen meldingen sinds januari');
    expect(street.text).toContain(
      'href="/doorgeven?tekst=Over+Dorpsstraat+%28Palenstein%29%3A+&amp;straat=Dorpsstraat"',
    );
    expect((await ask('xyzzy')).text).toContain('Niets gevonden');
    const mistyped = await ask('Dropsstraat 12');
    expect(mistyped.text).toMatch(/Bedoelt u misschien:.*zoek=Dorpsstraat"/);
    expect(mistyped.statements.length).toBeLessThanOrEqual(6);
    expect((await councillor.get('/raad/patroon')).text).toContain('Waar gaat het over?');
    expect((await councillor.get('/raad/patroon?gebied=x&buurt=%27;drop')).status).toBe(200);
    expect((await councillor.get('/raad/patroon/a4')).status).toBe(404);
  });
});

describe('what is counted', () => {
  it('leaves out complaints, what was withdrawn, and small numbers', async () => {
    const lamps = await give(4, { categoryId: town.lamp });
    await give(6, { categoryId: town.lamp, kind: 'complaint' });
    expect((await ask('straatverlichting palenstein')).text).toContain(
      'Minder dan 5 meldingen sinds januari',
    );
    await give(1, { categoryId: town.lamp });
    expect((await ask('straatverlichting palenstein')).text).toContain('5 meldingen sinds januari');
    await sql(`update signaal set state = 'withdrawn', outcome = 'withdrawn' where id = $1`, [lamps[0]]);
    const page = await ask('straatverlichting palenstein');
    expect(page.text).toContain('Minder dan 5 meldingen sinds januari');
    expect(page.text).not.toContain('>4<');
  });

  it('keeps sensitive subjects out of a street', async () => {
    const place = { lat: null, lon: null, street: 'Dorpsstraat', note: '', buurtId: town.buurt };
    await give(7, { categoryId: town.complex, place });
    await give(6, { categoryId: town.tree, place });
    await sql('update category set sensitive = true where id = $1', [town.complex]);
    expect((await ask('Dorpsstraat')).text).toContain('6 meldingen sinds januari');
    const refused = await ask('hangjongeren Dorpsstraat');
    expect(refused.text).toContain('Dit onderwerp tonen we alleen per wijk');
    expect(refused.text).not.toContain('7 meldingen');
    expect((await ask('hangjongeren Palenstein')).text).toContain('7 meldingen sinds januari');
  });

  it('calls a difference only what the test shows', async () => {
    expect((await ask('boom palenstein')).text).toContain('In Palenstein is aantoonbaar vaker gemeld');
    await give(130, { place: { lat: null, lon: null, street: '', note: '', buurtId: town.lonelyBuurt } });
    expect((await ask('boom palenstein')).text).toContain('Geen verschil aantoonbaar');
    await sql('update buurt set residents = null');
    expect((await ask('boom palenstein')).text).toContain('Het aantal inwoners is niet bekend');
    await sql('update buurt set residents = 1000');
  });
});

it('shows moties and toezeggingen on it, and nothing of a decision that the raad was not told', async () => {
  const clerk = await staffOf(tw, town, 'council_clerk');
  await execute(tw.world, town.gemeente, clerk, registerItem, {
    kind: 'toezegging',
    number: '',
    title: 'Schoner plein',
    text: 'Het plein wordt schoner.',
    given: { on: '2016-01-20', precision: 'day' },
    givenBy: 'wethouder',
    ownerAccountId: null,
    ownerFunction: 'afdelingshoofd',
    dueOn: '2016-04-01',
    source: 'verzonnen',
    about: [{ kind: 'area', id: town.area }],
  });
  await sql(
    `insert into focuspunt (gemeente, id, number, title, area_id, origin, state, problem, besluit_on, proposed_by, created_at, state_since)
     values ($1, $2, 2, 'Nog geheim', $3, 'problem', 'set', 'x', '2016-02-09', $4, $5, $5)`,
    [town.gemeente, newId(), town.area, maker, tw.clock.now()],
  );
  const page = await ask('palenstein');
  expect(page.text).toContain('Schoner plein');
  expect(page.text).toContain('volgende stap vrijdag 1 april 2016');
  expect(page.text).not.toContain('Nog geheim');
});

it('is not for residents and departments, and knows only its own municipality', async () => {
  expect((await testSite(tw, incidentRoutes).client().get('/raad/patroon')).status).not.toBe(200);
  expect((await (await enter('department_worker')).get('/raad/patroon')).status).toBe(403);
  const other = await smallTown(tw, 'GM0106');
  const stranger = await staffOf(tw, other, 'councillor');
  const client = await testSite(tw, incidentRoutes).client('GM0106').signInAs(stranger.id);
  const page = await client.get(`/raad/patroon?gebied=${town.area}&zoek=palenstein`);
  expect(page.text).toContain('Geen meldingen sinds januari');
  expect(page.text).not.toContain('Winkelcentrum');
  expect((await client.post('/raad/patroon/volgen', { kind: 'area', object: town.area })).status).toBe(404);
});

describe('following', () => {
  it('is once, also with two clicks at once, and is told when the quarter is over', async () => {
    await openConnections(tw);
    const page = await ask('palenstein');
    const form = '/raad/patroon/volgen';
    const answers = await Promise.all([1, 2, 3].map(() => councillor.submit(page, {}, form)));
    expect(answers.every(({ status }) => status === 303)).toBe(true);
    expect(
      await sql('select id from follow where account_id = $1 and ended_at is null', [councillorId]),
    ).toHaveLength(1);
    const notices = () =>
      sql(`select id from notice where account_id = $1 and kind = 'pattern_quarter'`, [councillorId]);
    tw.clock.set('2016-03-31T23:50:00+02:00');
    await tellFollowers(tw.world, town.gemeente);
    expect(await notices()).toHaveLength(0);
    tw.clock.set('2016-04-01T00:10:00+02:00');
    expect(await tellFollowers(tw.world, town.gemeente)).toBe(1);
    expect(await tellFollowers(tw.world, town.gemeente)).toBe(0);
    expect(await notices()).toHaveLength(1);
    await councillor.signInAs(councillorId);
    const news = await councillor.get('/raad/gevolgd');
    expect(news.text).toContain('Winkelcentrum');
    expect(news.text).toMatch(/\d+ meldingen, het kwartaal daarvoor 0/);
    expect(news.statements.length).toBeLessThanOrEqual(6);
    await councillor.submit(news);
    expect((await councillor.get('/raad/gevolgd')).text).toContain('U volgt nog niets');
    tw.clock.set('2016-02-10T10:00:00+01:00');
  });

  it('is stopped by nobody else', async () => {
    const principal = {
      kind: 'staff',
      id: councillorId,
      holdings: [{ role: 'councillor', departmentId: null, areaId: null, buurtIds: null, onBehalfOf: null }],
    } as const;
    await execute(tw.world, town.gemeente, principal, followPattern, { kind: 'area', objectId: town.area });
    const [row] = await sql<{ id: string }>(
      'select id from follow where account_id = $1 and ended_at is null',
      [councillorId],
    );
    const other = await enter('councillor');
    expect((await other.post(`/raad/gevolgd/${row?.id}/stop`)).status).toBe(404);
  });

  it('knows when a quarter begins', () => {
    expect(['2016-01-01', '2016-03-31', '2016-04-01', '2016-12-31'].map(quarterStart)).toEqual([
      '2016-01-01',
      '2016-01-01',
      '2016-04-01',
      '2016-10-01',
    ]);
  });
});
