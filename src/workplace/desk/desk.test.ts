import { afterAll, beforeAll, expect, it } from 'vitest';
import { execute } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { giveSignaal, signaalRoutesWith } from '#signaal/index.ts';
import { aGift, type SmallTown, smallTown, staffOf } from '#testing/signaal.ts';
import { type TestClient, testSite } from '#testing/web.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { deskParts } from '../index.ts';

let tw: TestWorld;
let town: SmallTown;
let desk: TestClient;
let colleague: Awaited<ReturnType<typeof staffOf>>;
let elsewhere: Awaited<ReturnType<typeof staffOf>>;

const sql = <Row extends Record<string, unknown>>(text: string, values: unknown[] = []): Promise<Row[]> =>
  asOwner<Row>(tw.urls, town.gemeente, text, values);

beforeAll(async () => {
  tw = await testWorld();
  town = await smallTown(tw);
  const own = await staffOf(tw, town, 'desk_worker', { departmentId: town.desk });
  colleague = await staffOf(tw, town, 'desk_worker', { departmentId: town.desk });
  elsewhere = await staffOf(tw, town, 'desk_worker', { departmentId: town.green });
  desk = await testSite(tw, signaalRoutesWith(deskParts)).client().signInAs(own.id);
});
afterAll(() => tw.close());

const register = async (who: typeof colleague, change: Parameters<typeof aGift>[0] = {}): Promise<string> =>
  (await execute(tw.world, town.gemeente, who, giveSignaal, aGift({ channel: 'desk', ...change }))).signaalId;

const remember = (kind: string, text: string, from: string, to: string | null, ended = false) =>
  sql(
    `insert into wijk_memory (gemeente, id, area_id, kind, text, starts_on, ends_on, made_by, created_at, ended_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, now(), case when $9 then now() end)`,
    [town.gemeente, newId(), town.area, kind, text, from, to, colleague.id, ended],
  );

it('shows the memory of the wijk that holds today, from its first day to its last, in five queries', async () => {
  await remember('closed_street', 'De Dorpsstraat is dicht.', '2016-03-07', '2016-03-07');
  await remember('whom_to_call', 'Bel Wies voor Palenstein.', '2016-01-01', null);
  await remember('rondgang', 'Rondgang van gisteren.', '2016-03-06', '2016-03-06');
  await remember('rondgang', 'Rondgang van morgen.', '2016-03-08', null);
  await remember('note', 'Al ingetrokken.', '2016-03-01', null, true);
  const page = await desk.get('/balie');
  expect(page.text).toContain('De Dorpsstraat is dicht.');
  expect(page.text).toContain('Bel Wies voor Palenstein.');
  expect(page.text).not.toMatch(/van gisteren|van morgen|Al ingetrokken/);
  expect(page.statements.length).toBeLessThanOrEqual(5);
});

it('shows whom to call only of the wijk of the caller once that is told, and else all of them, folded', async () => {
  const [area] = [newId()];
  await sql(
    `insert into area (gemeente, id, division_id, code, name, valid_from)
     select gemeente, $2, division_id, 'M', 'Meerpolder', '2014-01-01' from area where id = $1`,
    [town.area, area],
  );
  await sql(
    `insert into area_buurt (gemeente, area_id, buurt_id, valid_from) values ($1, $2, $3, '2014-01-01')`,
    [town.gemeente, area, town.lonelyBuurt],
  );
  await sql(
    `insert into wijk_memory (gemeente, id, area_id, kind, text, starts_on, made_by, created_at)
     values ($1, $2, $3, 'whom_to_call', 'Bel Bas voor Meerpolder.', '2016-01-01', $4, now())`,
    [town.gemeente, newId(), area, colleague.id],
  );
  await sql(
    `insert into street (gemeente, id, name, search_name, buurt_id) values ($1, $2, 'Polderweg', 'polderweg', $3)`,
    [town.gemeente, newId(), town.lonelyBuurt],
  );
  const page = await desk.get('/balie');
  expect(page.text).toMatch(/<details[^>]*>(?:(?!<\/details>).)*Bel Bas(?:(?!<\/details>).)*Bel Wies/s);
  const beside = await desk.get('/balie/straat?plek_straat=polderweg');
  expect(beside.text).toContain('Bel Bas voor Meerpolder.');
  expect(beside.text).not.toContain('Bel Wies');
  expect(beside.statements.length).toBeLessThanOrEqual(6);
  expect((await desk.get(`/balie/straat?buurt=${town.buurt}`)).text).toContain('Bel Wies');
  expect((await desk.get('/balie/straat?plek_straat=nergens')).text).not.toContain('Bel ');
  const asked = await desk.submit(
    page,
    { plek_straat: 'Polderweg', tekst: 'Losse tak', doe: 'route' },
    '/balie',
  );
  expect(asked.text).toContain('Bel Bas');
  expect(asked.text).not.toContain('Bel Wies');
  expect(asked.statements.length).toBeLessThanOrEqual(6);
});

it('shows what came of the own desk, knelpunt and focuspunt included, and nothing of another desk or of a complaint', async () => {
  const ended = (id: string) =>
    sql(`update signaal set state = 'done', outcome = 'solved', state_since = $2 where id = $1`, [
      id,
      tw.clock.now(),
    ]);
  await ended(await register(colleague, { categoryId: town.tree }));
  await ended(await register(elsewhere, { categoryId: town.lamp }));
  const complaint = await register(colleague, { kind: 'complaint' });
  await ended(complaint);
  const page = await desk.get('/balie');
  expect(page.text).toContain('Op maandag 7 maart 2016 is het opgelost.');
  expect(page.text).not.toContain(complaint);
  expect(page.text.match(/is het opgelost/g)).toHaveLength(1);

  const [knelpunt, focuspunt, told] = [newId(), newId(), await register(colleague)];
  await sql(
    `insert into knelpunt (gemeente, id, number, title, origin, area_id, state, owner_account_id, public_sentence, made_by,
       created_at, state_since) values ($1, $2, 1, 'Donker pad', 'problem', $3, 'noticed', $4, 'Wij kijken.', $4, $5, $5)`,
    [town.gemeente, knelpunt, town.area, colleague.id, tw.clock.now()],
  );
  await sql(
    'insert into knelpunt_signaal (gemeente, knelpunt_id, signaal_id, added_at, added_by) values ($1, $2, $3, $4, $5)',
    [town.gemeente, knelpunt, told, tw.clock.now(), colleague.id],
  );
  expect((await desk.get('/balie')).text).toContain(
    'Eén melding van uw balie staat nu in het knelpunt “Donker pad”.',
  );
  await sql(
    `insert into focuspunt (gemeente, id, number, title, area_id, origin, state, problem, proposed_by, created_at,
       state_since, besluit_on, outcome_public_at)
     values ($1, $2, 1, 'Veilig over het pad', $3, 'problem', 'set', 'Donker.', $4, $5, $5, '2016-03-01', null)`,
    [town.gemeente, focuspunt, town.area, colleague.id, tw.clock.now()],
  );
  await sql('insert into focuspunt_knelpunt (gemeente, focuspunt_id, knelpunt_id) values ($1, $2, $3)', [
    town.gemeente,
    focuspunt,
    knelpunt,
  ]);
  // Before the news is out nobody reads the college's outcome here (0.2 D15).
  expect((await desk.get('/balie')).text).not.toContain('Veilig over het pad');
  await sql(`update focuspunt set state = 'running' where id = $1`, [focuspunt]);
  expect((await desk.get('/balie')).text).toContain('Het werd een focuspunt: Veilig over het pad');
});
