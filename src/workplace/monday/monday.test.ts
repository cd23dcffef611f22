import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#platform/database/ids.ts';
import { loadDemoTown } from '#testing/demo/load.ts';
import type { PeopledTown } from '#testing/demo/load-signalen.ts';
import { type TestClient, testSite } from '#testing/web.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { workplaceRoutes } from '../index.ts';
import { drawCluster } from './cluster-map.tsx';

const GEMEENTE = 'GM0637';
let test: TestWorld;
let town: PeopledTown;
let wout: TestClient;

const sql = <Row extends Record<string, unknown>>(text: string, values: unknown[] = []) =>
  asOwner<Row>(test.urls, GEMEENTE, text, values);
const account = (person: string): string => town.accounts[`${person}@zoetermeer.voorbeeld`] ?? '';

beforeAll(async () => {
  test = await testWorld({ start: '2026-11-23T12:00:00+01:00' });
  town = await loadDemoTown(test.world, test.urls.ownerUrl);
  wout = await testSite(test, workplaceRoutes).client().signInAs(account('wout.regie'));
}, 60_000);
afterAll(() => test.close());

const OOSTERHEEM = 'BU06370600';
const CENTRE = 'BU06370001';

const makePattern = async (buurt: string): Promise<string> => {
  const id = newId();
  const [group] = await sql<{ id: string }>(
    'select id from category where parent_id is null order by name limit 1',
  );
  await sql(
    `insert into pattern_suggestion (gemeente, id, reason, category_id, buurt_id, lat, lon, reporters, fingerprint, facts, state, found_at)
     values ($1, $2, 'many_near', $3, $4, 52.054, 4.538, 6, $5, '{}', 'open', $6)`,
    [GEMEENTE, id, group?.id, town.buurten[buurt], id, test.clock.now()],
  );
  await sql(
    `insert into pattern_suggestion_signaal (gemeente, suggestion_id, signaal_id)
     select $1, $2, id from signaal where street = 'Oosterheemplein' and lat is not null`,
    [GEMEENTE, id],
  );
  return id;
};

const makeKnot = async (buurt: string, reportedAt: string, title: string): Promise<string> => {
  const id = newId();
  await sql(
    `insert into knot (gemeente, id, number, object_kind, object_id, buurt_id, title, cause, state, reported_at, state_since, decide_by)
     values ($1, $2, (select count(*) + 1 from knot), 'signaal', $3, $4, $5, 'returned_twice', 'with_guard', $6, $6, $6::timestamptz + interval '7 days')`,
    [GEMEENTE, id, newId(), town.buurten[buurt], title, reportedAt],
  );
  return id;
};

describe('Mijn maandag', () => {
  it('shows at most seven decisions with the own words, and counts what goes on without', async () => {
    const page = await wout.get('/maandag');
    expect(page.status).toBe(200);
    expect(page.statements.length).toBeLessThanOrEqual(6);
    expect(page.text).toMatch(
      /Vandaag: (\d+) beslissen, 0 patronen, 0 knopen; (\d+ lopen|1 loopt) zonder jou\./,
    );
    const shown = page.text.match(/\/beleggen"/g)?.length ?? 0;
    expect(page.text).toContain(`Vandaag: ${shown} beslissen`);
    expect(page.text).not.toContain('Er is meer.');
    expect(page.text).toContain('Weer geluid tot twee uur op het plein.');
    expect(page.text.match(/\/beleggen"/g)?.length).toBeLessThanOrEqual(7);
    expect(page.text).toContain('href="/noteer"');
    // Of another portfolio nothing.
    expect(page.text).not.toContain('Van Doornenplantsoen');
  });

  it('narrows to one area, and shows nothing of an area elsewhere', async () => {
    const rokkeveen = town.focusAreas.Rokkeveen ?? '';
    const page = await wout.get(`/maandag?gebied=${rokkeveen}`);
    expect(page.text).not.toContain('Weer geluid tot twee uur');
    const elsewhere = await wout.get(`/maandag?gebied=${town.focusAreas.Centrum}`);
    expect(elsewhere.text).toContain('Weer geluid tot twee uur');
    expect(elsewhere.text).not.toContain('Van Doornenplantsoen');
  });

  it('keeps what is too late apart from the next ten days', async () => {
    const { text } = await wout.get('/maandag');
    const late = text.indexOf('id="te-laat-beloofd"');
    const soon = text.indexOf('id="komende-dagen"');
    const rest = text.indexOf('id="focuspunten"');
    expect([late > 0, soon > late, rest > soon]).toEqual([true, true, true]);
    expect(text.slice(late, soon)).toMatch(/jaartoets[\s\S]*te laat/);
    expect(text.slice(soon, rest)).toContain('De komende tien dagen');
    expect(text.slice(soon, rest)).not.toContain('te laat');
    expect(text.slice(soon, rest)).toContain('rondgang');
  });

  it('makes a knelpunt of a pattern in one click, everything filled in and every signaal ticked', async () => {
    const id = await makePattern(OOSTERHEEM);
    await makePattern(CENTRE);
    const page = await wout.get('/maandag');
    expect(page.text).toContain('1 patroon');
    expect(page.text).toContain(`value="${id}"`);
    expect(page.text.match(/name="meldingen"[^>]*checked/g)?.length).toBe(6);
    expect(page.text).toContain(`name="gebied" value="${town.focusAreas.Oosterheem}"`);
    expect(page.text).toContain('role="img"');
    expect(page.statements.length).toBeLessThanOrEqual(6);
  });

  it('tells of a knot who has it and which working day this is, over the weekend', async () => {
    // Thursday; Monday is the second working day after it.
    await makeKnot(OOSTERHEEM, '2026-11-19T10:00:00+01:00', 'Te hard rijden in Oosterheem');
    await makeKnot(CENTRE, '2026-11-19T10:00:00+01:00', 'Van een ander gebied');
    const page = await wout.get('/maandag');
    expect(page.text).toContain('dag 2 van 5');
    expect(page.text).toContain('Te hard rijden in Oosterheem');
    expect(page.text).not.toContain('Van een ander gebied');
    expect(page.text).toContain('Naar de wijkwethouder');
  });

  it('shows the own hours beside the pot, and what is dropped', async () => {
    await sql(
      `insert into bandwidth (gemeente, id, account_id, year, object_kind, title, sentence, hours, what_is_dropped, ends_on, state, created_at)
       values ($1, $2, $3, 2026, 'other', 'Speelplek', 'Ik help mee', 38.5, 'de nieuwsbrief', '2026-12-31', 'within_pot', $4),
              ($1, $5, $6, 2026, 'other', 'Van Wies', 'Ik help mee', 11, 'niets', '2026-12-31', 'within_pot', $4)`,
      [GEMEENTE, newId(), account('wout.regie'), test.clock.now(), newId(), account('wies.regie')],
    );
    const page = await wout.get('/maandag');
    expect(page.text).toContain('Pot: 38,5 van 60 uur gebruikt.');
    expect(page.text).toContain('de nieuwsbrief');
    expect(page.text).not.toContain('Van Wies');
  });

  it('says how a focuspunt goes with one click, and shows what was said', async () => {
    const page = await wout.get('/maandag');
    const [action] = /\/maandag\/[0-9a-f-]{36}\/kwartaal/.exec(page.text) ?? [''];
    const said = await wout.submit(page, { stand: 'falters' }, action);
    expect(said.location).toBe('/maandag#focuspunten');
    expect((await wout.get('/maandag')).text).toMatch(/hapert, gezegd op/);
    expect((await wout.post(action, { stand: 'prima' })).status).toBe(404);
    const wies = await testSite(test, workplaceRoutes).client().signInAs(account('wies.regie'));
    expect((await wies.post(action, { stand: 'runs', terug: '//elders.nl' })).status).toBe(403);
  });

  it('is not for the desk, nor for a department', async () => {
    for (const person of ['bea.balie', 'gerda.groen', 'rik.raadslid']) {
      const client = await testSite(test, workplaceRoutes).client().signInAs(account(person));
      expect((await client.get('/maandag')).status, person).toBe(403);
    }
  });
});

describe('the drawing of a cluster', () => {
  it('keeps every point on the square, north up, and says how wide it is', () => {
    const { places, metres } = drawCluster([
      { lat: 52.05, lon: 4.5 },
      { lat: 52.0518, lon: 4.5 },
      { lat: 52.0509, lon: 4.5015 },
    ]);
    expect(metres).toBe(210);
    expect(places[1]?.y).toBeLessThan(places[0]?.y ?? 0);
    for (const { x, y } of places) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(14);
      expect(Math.max(x, y)).toBeLessThanOrEqual(146);
    }
    expect(drawCluster([{ lat: 52, lon: 4 }]).metres).toBe(100);
    expect(drawCluster([])).toEqual({ places: [], metres: 0 });
  });
});
