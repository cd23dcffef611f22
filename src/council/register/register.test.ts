import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { execute } from '#platform/command/command.ts';
import type { Principal } from '#platform/policy/principal.ts';
import { openConnections } from '#testing/at-once.ts';
import { type SmallTown, smallTown, staffOf } from '#testing/signaal.ts';
import { type TestClient, testSite } from '#testing/web.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { councilRoutes, registerDocument, registerItem, settle, sweepCouncil } from '../index.ts';
import { REGISTER } from '../paths.ts';
import { seedOf } from '../seed.fixture.ts';
import type { DocumentInput, ItemInput } from './types.ts';

let tw: TestWorld;
let town: SmallTown;
let clerk: Principal & { id: string };
let worker: Principal & { id: string };
let id: string;

const sql = <Row extends Record<string, unknown>>(text: string, values: unknown[] = []): Promise<Row[]> =>
  asOwner<Row>(tw.urls, town.gemeente, text, values);
const enter = async (role: Parameters<typeof staffOf>[2]): Promise<TestClient> =>
  testSite(tw, councilRoutes)
    .client()
    .signInAs((await staffOf(tw, town, role)).id);

const anItem = (change: Partial<ItemInput> = {}): ItemInput => ({
  kind: 'toezegging',
  number: '',
  title: 'Taken van de wijkregisseur',
  text: 'De taken worden duidelijker afgebakend.',
  given: { on: '2016-02-15', precision: 'day' },
  givenBy: 'wethouder wijken',
  ownerAccountId: null,
  ownerFunction: 'afdelingshoofd Samenleving',
  dueOn: '2016-04-29',
  source: 'verzonnen',
  about: [],
  ...change,
});
const aDocument = (change: Partial<DocumentInput> = {}): DocumentInput => ({
  kind: 'council_proposal',
  number: '',
  title: 'Doorontwikkeling wijkgericht werken',
  dated: { on: '2015-04-01', precision: 'month' },
  status: 'in_force',
  summary: '',
  link: '',
  source: 'rapport L132',
  replacesId: null,
  about: [],
  ...change,
});
const register = (change: Partial<ItemInput> = {}) =>
  execute(tw.world, town.gemeente, clerk, registerItem, anItem(change));
const file = (change: Partial<DocumentInput> = {}) =>
  execute(tw.world, town.gemeente, clerk, registerDocument, aDocument(change));
const stateOf = async (itemId = id) =>
  (
    await sql<{ state: string; version: number }>('select state, version from council_item where id = $1', [
      itemId,
    ])
  )[0];

beforeAll(async () => {
  tw = await testWorld();
  town = await smallTown(tw);
  clerk = await staffOf(tw, town, 'council_clerk');
  worker = await staffOf(tw, town, 'department_head', { departmentId: town.green });
});
afterAll(() => tw.close());
beforeEach(async () => {
  id = await register({ ownerAccountId: worker.id });
});

describe('who may settle', () => {
  it('is only raad and griffie; owner and college propose', async () => {
    const owner = await testSite(tw, councilRoutes).client().signInAs(worker.id);
    const page = await owner.get(`${REGISTER}/${id}`);
    expect(page.text).not.toContain(`${REGISTER}/${id}/afdoen`);
    expect((await owner.post(`${REGISTER}/${id}/afdoen`, { version: '1', settlement: 'x' })).status).toBe(
      403,
    );
    expect(
      (await owner.submit(page, { settlement: 'De taken staan op een rij.' }, `${REGISTER}/${id}/voorstel`))
        .status,
    ).toBe(303);
    expect((await stateOf())?.state).toBe('proposed_settled');

    const alderman = await enter('wijk_wethouder');
    expect((await alderman.post(`${REGISTER}/${id}/afdoen`, { version: '2' })).status).toBe(403);
    for (const role of ['councillor', 'college', 'wijkregisseur', 'auditor'] as const) {
      const other = await enter(role);
      expect((await other.post(`${REGISTER}/${id}/afdoen`, { version: '2' })).status).toBe(403);
    }

    const raad = await enter('raad');
    const form = await raad.get(`${REGISTER}/${id}`);
    expect(form.text).toContain('De taken staan op een rij.');
    expect((await raad.submit(form, {}, `${REGISTER}/${id}/afdoen`)).location).toContain('opgeslagen');
    expect((await stateOf())?.state).toBe('settled');
  });

  it('who does not own it proposes nothing', async () => {
    const other = await staffOf(tw, town, 'department_head', { departmentId: town.roads });
    const client = await testSite(tw, councilRoutes).client().signInAs(other.id);
    const answer = await client.post(`${REGISTER}/${id}/voorstel`, { version: '1', settlement: 'klaar' });
    expect(answer.status).toBe(403);
    expect((await stateOf())?.state).toBe('open');
  });

  it('declines with a reason and extends to a later day with a reason', async () => {
    const college = await enter('college');
    await college.submit(
      await college.get(`${REGISTER}/${id}`),
      { settlement: 'Klaar.' },
      `${REGISTER}/${id}/voorstel`,
    );
    const griffie = await enter('council_clerk');
    const decline = `${REGISTER}/${id}/niet-afdoen`;
    const empty = await griffie.submit(await griffie.get(`${REGISTER}/${id}`), {}, decline);
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('Schrijf op waarom.');
    await griffie.submit(empty, { decline: 'De commissie mist de uren.' }, decline);
    expect((await stateOf())?.state).toBe('busy');
    const extend = `${REGISTER}/${id}/verlengen`;
    const early = {
      reason: 'Onderzoek loopt.',
      'new_due-day': '29',
      'new_due-month': '4',
      'new_due-year': '2016',
    };
    const refused = await griffie.submit(await griffie.get(`${REGISTER}/${id}`), early, extend);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Onderzoek loopt.');
    await griffie.submit(refused, { 'new_due-month': '5' }, extend);
    expect((await stateOf())?.state).toBe('extended');
    const [term] = await sql<{ count: number }>(
      `select count(*)::int as count from term where object_id = $1 and state = 'open'`,
      [id],
    );
    expect(term?.count).toBe(3);
  });
});

it('lets two at once settle once', async () => {
  await openConnections(tw);
  const input = {
    itemId: id,
    version: 1,
    settlement: 'Klaar.',
    settled: { on: '2016-03-07', precision: 'day' as const },
  };
  const done = await Promise.allSettled(
    [1, 2, 3].map(() => execute(tw.world, town.gemeente, clerk, settle, input)),
  );
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const history = await sql(`select action from history where object_id = $1 and action = 'settle'`, [id]);
  expect(history).toHaveLength(1);
});

it('tells who looked at an older version, and keeps what was typed', async () => {
  const griffie = await enter('council_clerk');
  const page = await griffie.get(`${REGISTER}/${id}/wijzigen`);
  await griffie.submit(page, { title: 'Nieuwe titel' });
  const late = await griffie.submit(page, { title: 'Mijn titel' });
  expect(late.status).toBe(409);
  expect(late.text).toContain('Iemand anders heeft dit intussen gewijzigd');
  expect(late.text).toContain('Mijn titel');
});

describe('reminders', () => {
  it('come ten and three working days before to the owner, and late to the griffie', async () => {
    const seen = async (kind: string) =>
      (
        await sql<{ account_id: string }>(
          'select account_id from notice where object_id = $1 and kind = $2',
          [id, kind],
        )
      ).map((row) => row.account_id);
    // Due on Friday 29 April 2016; Koningsdag lies before it.
    tw.clock.set('2016-04-13T23:59:00+02:00');
    await sweepCouncil(tw.world, town.gemeente);
    expect(await seen('toezegging_first')).toEqual([]);
    tw.clock.set('2016-04-14T00:01:00+02:00');
    await sweepCouncil(tw.world, town.gemeente);
    expect(await seen('toezegging_first')).toEqual([worker.id]);
    tw.clock.set('2016-04-25T00:01:00+02:00');
    await sweepCouncil(tw.world, town.gemeente);
    expect(await seen('toezegging_second')).toEqual([worker.id]);
    tw.clock.set('2016-04-29T23:59:00+02:00');
    await sweepCouncil(tw.world, town.gemeente);
    expect(await seen('toezegging_late')).toEqual([]);
    tw.clock.set('2016-04-30T00:01:00+02:00');
    await sweepCouncil(tw.world, town.gemeente);
    expect(await seen('toezegging_late')).toContain(clerk.id);
    tw.clock.set('2016-03-07T10:00:00+01:00');
  });

  it('stop when it is settled', async () => {
    const settled = { on: '2016-03-01', precision: 'month' as const };
    await execute(tw.world, town.gemeente, clerk, settle, {
      itemId: id,
      version: 1,
      settlement: 'Klaar.',
      settled,
    });
    const open = await sql(`select id from term where object_id = $1 and state = 'open'`, [id]);
    expect(open).toEqual([]);
  });
});

describe('documents', () => {
  it('replace one another, but what was rejected stays rejected', async () => {
    const rejected = await file({ title: 'Netwerken in de wijken', status: 'rejected' });
    const old = await file({ title: 'Visie 2012' });
    await file({ replacesId: rejected });
    await file({ title: 'Visie 2016', replacesId: old });
    const rows = await sql<{ id: string; status: string }>(
      'select id, status from document where id = any ($1)',
      [[rejected, old]],
    );
    expect(new Map(rows.map((row) => [row.id, row.status]))).toEqual(
      new Map([
        [rejected, 'rejected'],
        [old, 'replaced'],
      ]),
    );
  });

  it('link elsewhere with their host, never to a script', async () => {
    const griffie = await enter('council_clerk');
    const form = await griffie.get(`${REGISTER}/nieuw/stuk`);
    const typed = {
      title: 'Een stuk',
      kind: 'memo',
      status: 'concept',
      'dated-month': '10',
      'dated-year': '2015',
    };
    const bad = await griffie.submit(form, { ...typed, link: 'javascript:alert(1)' });
    expect(bad.status).toBe(422);
    expect(bad.text).toContain('Begin met https://');
    expect(bad.text).toContain('Een stuk');
    const made = await griffie.submit(bad, { link: 'https://stukken.voorbeeld.test/1' });
    const page = await griffie.follow(made);
    expect(page.text).toContain('(stukken.voorbeeld.test)');
    expect(page.text).toContain('okt 2015');
  });

  it('of a release stay unknown until the raad, and then everybody, was told', async () => {
    const seed = await seedOf(tw, town);
    const release = await seed.release({ focuspunt_id: await seed.focuspunt(), memo_number: 'RM 16-12' });
    const memo = await file({ title: 'Geheim tot vrijdag', releaseId: release });
    const visitor = testSite(tw, councilRoutes).client();
    expect((await visitor.get(REGISTER)).text).not.toContain('Geheim tot vrijdag');
    expect((await visitor.get(`${REGISTER}/${memo}`)).status).toBe(404);
    await seed.tell(release);
    const councillor = await enter('councillor');
    const isKnown = async (reader: typeof visitor, known: boolean) => {
      const { text } = await reader.get(REGISTER);
      expect([text.includes('Geheim tot vrijdag'), text.includes('RM 16-12')]).toEqual([known, known]);
      expect((await reader.get(`${REGISTER}/${memo}`)).status).toBe(known ? 200 : 404);
    };
    await isKnown(councillor, true);
    // Partners, reporters and followers hear before everybody else does (0.2 D15).
    await isKnown(visitor, false);
    await seed.publish(release);
    await isKnown(visitor, true);
  });

  it('carry positions of fractions by date, with their source', async () => {
    const document = await file();
    const griffie = await enter('council_clerk');
    const path = `${REGISTER}/${document}/standpunt`;
    const page = await griffie.get(`${REGISTER}/${document}`);
    const bad = await griffie.submit(page, { party: 'Fractie A' }, path);
    expect(bad.status).toBe(422);
    const fields = { stance: 'against', 'taken-year': '2015', position_source: 'rapport L356-360' };
    await griffie.submit(bad, fields, path);
    const after = await testSite(tw, councilRoutes).client().get(`${REGISTER}/${document}`);
    expect(after.text).toMatch(/Fractie A.*tegen.*2015.*rapport L356-360/s);
  });
});

describe('the register', () => {
  it('is filtered and paged, in two queries, in both languages', async () => {
    for (let year = 1990; year < 2016; year += 1)
      await register({
        kind: 'motion',
        title: `Motie ${year}`,
        given: { on: `${year}-01-01`, precision: 'year' },
        dueOn: null,
        about: [{ kind: 'area', id: town.area }],
      });
    const visitor = testSite(tw, councilRoutes).client();
    const first = await visitor.get(`${REGISTER}?soort=motie&over=area:${town.area}`);
    expect(first.statements.length).toBe(2);
    expect(first.text).toContain('Motie 2015');
    expect(first.text).not.toContain('Motie 1990');
    const next = /href="([^"]*na=[^"]*)"/.exec(first.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const second = await visitor.get(next);
    expect(second.text).toContain('Motie 1990');
    expect(second.text).not.toContain('Motie 2015');
    expect((await visitor.get(`${REGISTER}?jaar=1999`)).text).toContain('Motie 1999');
    expect((await visitor.get(`${REGISTER}?jaar=1999`)).text).not.toContain('Motie 2000');
    expect((await visitor.get(`${REGISTER}?soort=motie&stand=afgedaan`)).text).toContain(
      'Hier staat nog niets',
    );
    const english = await visitor.get(REGISTER, { cookie: 'lang=en' });
    expect(english.status).toBe(200);
  });

  it('knows nothing of another municipality, and answers nonsense with "not found"', async () => {
    const other = await smallTown(tw, 'GM0106');
    const stranger = await staffOf(tw, other, 'council_clerk');
    const client = await testSite(tw, councilRoutes).client('GM0106').signInAs(stranger.id);
    expect((await client.get(`${REGISTER}/${id}`)).status).toBe(404);
    expect((await client.get(`${REGISTER}/${id}/wijzigen`)).status).toBe(404);
    expect((await client.post(`${REGISTER}/${id}/afdoen`, { version: '1' })).status).toBe(404);
    expect((await client.get(`${REGISTER}/nonsense`)).status).toBe(404);
    expect((await client.get(REGISTER)).text).not.toContain('Taken van de wijkregisseur');
    const strange = execute(
      tw.world,
      other.gemeente,
      stranger,
      registerItem,
      anItem({ about: [{ kind: 'area', id: town.area }] }),
    );
    await expect(strange).rejects.toMatchObject({ fields: { about: 'object_unknown' } });
  });

  it('is written by the griffie only', async () => {
    for (const role of ['councillor', 'college', 'auditor', 'raad', 'wijkregisseur'] as const) {
      const client = await enter(role);
      expect((await client.get(`${REGISTER}/nieuw/stuk`)).status).toBe(403);
      expect((await client.post(`${REGISTER}/nieuw/toezegging`, {})).status).toBe(403);
    }
  });
});
