import { afterAll, beforeAll, expect, it } from 'vitest';
import { execute } from '#platform/command/command.ts';
import { giveSignaal } from '#signaal/index.ts';
import { aGift, resident, type SmallTown, smallTown, staffOf } from '#testing/signaal.ts';
import { type TestClient, testSite } from '#testing/web.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { councilRoutes } from '../index.ts';
import { type Seed, seedOf } from '../seed.fixture.ts';

let tw: TestWorld;
let town: SmallTown;
let seed: Seed;
let visitor: TestClient;

beforeAll(async () => {
  tw = await testWorld();
  town = await smallTown(tw);
  seed = await seedOf(tw, town);
  visitor = testSite(tw, councilRoutes).client();
});
afterAll(() => tw.close());

const page = () => visitor.get('/raad');

it('says that nothing is known while nothing is', async () => {
  const { text, status } = await page();
  expect(status).toBe(200);
  for (const sentence of [
    'Er zijn nog geen focuspunten',
    'Er staat geen motie of toezegging open.',
    'Er zijn geen datums bekend.',
    'Er zijn nog geen stukken geregistreerd.',
  ])
    expect(text).toContain(sentence);
});

it('counts red and green, and says why', async () => {
  for (let count = 0; count < 11; count += 1) await seed.focuspunt();
  const repaired = await seed.focuspunt({
    title: 'Schoon, heel, veilig',
    trekker_function: 'teamleider Stadsbeheer',
    next_test_on: '2017-03-01',
  });
  await seed.measurement(await seed.goal(repaired));
  const { text, statements } = await page();
  expect(text).toContain('11 rood, 1 groen.');
  expect(text).toContain('Schoon, heel, veilig');
  expect(text).toContain('groen: compleet en op tijd');
  for (const reason of ['geen doel', 'geen indicator', 'geen nulmeting', 'geen einddatum'])
    expect(text).toContain(reason);
  expect(text).toContain('teamleider Stadsbeheer');
  expect(text).toMatch(/55%.*312.*enquête 2016/s);
  expect(text).toContain('jaartoets');
  expect(statements.length).toBeLessThanOrEqual(4);
});

it('says nothing of a decision before the raad, and then everybody, was told', async () => {
  const secret = await seed.focuspunt({ title: 'Nog geheim besluit', state: 'set' });
  const held = await seed.focuspunt({
    title: 'Nog bij het college',
    state: 'with_college',
    besluit_on: null,
  });
  const release = await seed.release({ focuspunt_id: secret });
  expect((await page()).text).not.toMatch(/Nog geheim besluit|Nog bij het college/);
  const csv = await visitor.get('/raad/focuspunten.csv');
  expect(csv.text).not.toContain('Nog geheim besluit');
  await seed.tell(release);
  const councillor = await testSite(tw, councilRoutes)
    .client()
    .signInAs((await staffOf(tw, town, 'councillor')).id);
  const first = (await councillor.get('/raad')).text;
  expect(first).toContain('Nog geheim besluit');
  expect(first).toContain(`/raadsmemo/${release}`);
  expect(first).not.toContain('Nog bij het college');
  expect((await councillor.get('/raad/register')).text).toContain(`/raadsmemo/${release}`);
  // The press is last: until then the page of the raad tells everybody nothing (0.2 D15).
  expect((await page()).text).not.toContain('Nog geheim besluit');
  for (const path of ['/raad', '/raad/register', '/raad/focuspunten.csv'])
    expect((await visitor.get(path)).text).not.toMatch(new RegExp(`Nog geheim besluit|${release}`));
  await seed.publish(release);
  await seed.change('focuspunt', secret, { state: 'running', outcome_public_at: tw.clock.now() });
  const after = (await page()).text;
  expect(after).toContain('Nog geheim besluit');
  expect(after).toContain(`/raadsmemo/${release}`);
  expect(after).not.toContain('Nog bij het college');
  for (const id of [secret, held]) await seed.change('focuspunt', id, { state: 'proposed' });
});

it('gives the same table as a file without formulas', async () => {
  const wicked = await seed.focuspunt({ title: '=HYPERLINK("http://kwaad.test")', public_summary: '' });
  const csv = await visitor.get('/raad/focuspunten.csv');
  expect(csv.headers.get('content-type')).toContain('text/csv');
  expect(csv.text).toContain(`"'=HYPERLINK(""http://kwaad.test"")"`);
  expect(csv.text.trim().split('\r\n')).toHaveLength(1 + 13);
  expect(csv.text).toContain('"55";"4";"312";"enquête 2016";"2016-02-01";"1"');
  await seed.change('focuspunt', wicked, { state: 'proposed' });
});

it('shows what was solved beside the focuspunten, without small numbers and complaints', async () => {
  const solve = async (kind: 'report' | 'complaint') => {
    const { signaalId } = await execute(
      tw.world,
      town.gemeente,
      resident,
      giveSignaal,
      aGift({ kind, categoryId: town.tree }),
    );
    await asOwner(
      tw.urls,
      town.gemeente,
      `update signaal set state = 'done', outcome = 'solved' where id = $1`,
      [signaalId],
    );
    return signaalId;
  };
  const solved = [];
  for (let count = 0; count < 4; count += 1) solved.push(await solve('report'));
  await solve('complaint');
  expect((await page()).text).toContain('minder dan 5');
  for (let count = 0; count < 4; count += 1) solved.push(await solve('report'));
  expect((await page()).text).toMatch(
    /Opgeloste meldingen buiten de focuspunten.*>8<.*8 opgeloste meldingen in totaal/s,
  );
  const maker = (await staffOf(tw, town, 'wijkregisseur')).id;
  const knelpunt = await seed.insert('knelpunt', {
    number: 1,
    title: 'Plein',
    origin: 'problem',
    area_id: town.area,
    state: 'candidate',
    owner_account_id: maker,
    public_sentence: 'We kijken ernaar.',
    made_by: maker,
    created_at: tw.clock.now(),
    state_since: tw.clock.now(),
  });
  const focuspunt = await seed.focuspunt({ title: 'Plein' });
  await asOwner(
    tw.urls,
    town.gemeente,
    'insert into focuspunt_knelpunt (gemeente, focuspunt_id, knelpunt_id) values ($1, $2, $3)',
    [town.gemeente, focuspunt, knelpunt],
  );
  await asOwner(
    tw.urls,
    town.gemeente,
    'insert into knelpunt_signaal (gemeente, knelpunt_id, signaal_id, added_at, added_by) values ($1, $2, $3, $4, $5)',
    [town.gemeente, knelpunt, solved[0], tw.clock.now(), maker],
  );
  expect((await page()).text).toMatch(
    /Opgeloste meldingen buiten de focuspunten.*>7<.*8 opgeloste meldingen in totaal/s,
  );
});

it('is the same for the auditor, in English too, and empty for another municipality', async () => {
  const auditor = await staffOf(tw, town, 'auditor');
  const client = await testSite(tw, councilRoutes).client().signInAs(auditor.id);
  expect((await client.get('/raad')).text).toContain('12 rood, 1 groen.');
  await smallTown(tw, 'GM0106');
  expect((await testSite(tw, councilRoutes).client('GM0106').get('/raad')).text).toContain(
    'Er zijn nog geen focuspunten',
  );
});
