import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Principal } from '#platform/policy/principal.ts';
import { staffOf } from '#testing/signaal.ts';
import { type TestClient, type TestSite, testSite } from '#testing/web.ts';
import { asOwner, MONDAY_MORNING, type TestWorld, testWorld } from '#testing/world.ts';
import { type FocusTown, focusTown } from '../../focuspunt/focus-town.fixture.ts';
import { testRoutes } from '../../test/index.ts';
import { planRoutes, sweepPlans } from '../index.ts';
import { type SetFocuspunt, setFocuspunt } from '../plan-town.fixture.ts';

const GEMEENTE = 'GM0637';
let test: TestWorld;
let town: FocusTown;
let site: TestSite;
let trekker: Principal & { id: string };
let client: TestClient;
let made: SetFocuspunt;
let path: string;

beforeAll(async () => {
  test = await testWorld();
  town = await focusTown(test);
  site = testSite(test, [...planRoutes, ...testRoutes]);
  trekker = await staffOf(test, town, 'department_worker', { departmentId: town.green });
});
afterAll(() => test.close());
beforeEach(async () => {
  test.clock.set(MONDAY_MORNING);
  made = await setFocuspunt(test, town, { trekker: trekker.id });
  path = `/plannen/${made.planId}`;
  client = await site.client().signInAs(trekker.id);
});

const send = async (form: string, fields: Record<string, string | string[]>) =>
  client.submit(await client.get(path), fields, `${path}/${form}`);

describe('the page of a plan', () => {
  it('leads from an empty draft to a plan that runs, within its budget', async () => {
    const first = await client.get(path);
    expect(first.text).toContain('Het plan moet er zijn op maandag 2 mei 2016.');
    expect(first.statements.length).toBeLessThanOrEqual(6);
    expect((await send('afstemmen', {})).text).toContain('Schrijf eerst de aanpak op.');
    const written = await send('wijzigen', { approach: 'Opruimen', participation: 'Elke maand een ronde' });
    expect((await client.follow(written)).text).toContain('Het plan is bewaard.');
    await send('partners', { member: [...town.members] });
    const [member = ''] = town.members;
    await send(`partners/${member}`, { view: 'yes', comment: 'Goed plan' });
    const waiting = await send('afstemmen', {});
    expect(waiting.status).toBe(422);
    expect(waiting.text).toContain('Nog niet iedereen heeft geantwoord.');
    expect((await client.submit(waiting, { without: 'Vakantie' }, `${path}/afstemmen`)).status).toBe(303);
    const added = await send('acties', {
      title: 'Bakken plaatsen',
      ownerFunction: 'wijkbeheerder',
      'dueOn-day': '21',
      'dueOn-month': '3',
      'dueOn-year': '2016',
    });
    expect((await client.follow(added)).text).toContain('Bakken plaatsen');
    expect((await client.follow(await send('starten', {}))).text).toContain('Het plan is gestart.');
    expect((await client.get('/plannen')).text).toContain('actief');
    expect((await client.get('/plannen')).statements.length).toBeLessThanOrEqual(3);
  });

  it('keeps what was typed, in both languages', async () => {
    const wrong = await send('acties', {
      title: 'Iets <b>',
      ownerFunction: '',
      'dueOn-day': '31',
      'dueOn-month': '2',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('value="Iets &lt;b&gt;"');
    expect(wrong.text).toContain('Vul in wie het doet.');
    client.cookies.set('taal', 'en');
    const english = await send('bijdragen', { payer: 'Fonds 1818', euro: 'veel' });
    expect(english.text).toContain('Enter who does it.');
    expect(english.text).toContain('value="veel"');
  });

  it('says that somebody was first', async () => {
    const seen = await client.get(path);
    await send('wijzigen', { approach: 'Eerste' });
    const stale = await client.submit(seen, { approach: 'Tweede' }, `${path}/wijzigen`);
    expect(stale.status).toBe(409);
    expect(stale.text).toContain('Iemand anders was eerder');
    expect(stale.text).toContain('Tweede');
  });

  it('takes the quarter in one click', async () => {
    const said = await client.follow(
      await send('kwartaal', { light: 'falters', sentence: 'Wacht op Wegen' }),
    );
    expect(said.text).toContain('Wacht op Wegen');
    expect((await send('kwartaal', { light: 'paars' })).status).toBe(422);
    test.clock.set('2016-10-20T10:00:00+02:00');
    const again = await site.client().signInAs(trekker.id);
    expect((await again.get(path)).text).toContain('Over het 3e kwartaal van 2016 is niets gezegd');
  });

  it('adds up what others pay, honestly', async () => {
    const pay = (payer: string, euro: string) =>
      send('bijdragen', {
        payer,
        euro,
        ownerFunction: 'adviseur',
        'dueOn-day': '1',
        'dueOn-month': '6',
        'dueOn-year': '2016',
      });
    await pay('Fonds 1818', '10.000');
    await pay('Welzijn', '2500');
    const [first] = await asOwner<{ id: string }>(
      test.urls,
      GEMEENTE,
      `select id from commitment where focuspunt_id = $1 and euro = 10000`,
      [made.focuspuntId],
    );
    const done = await client.follow(await send(`bijdragen/${first?.id}/bevestigen`, {}));
    expect(done.text.replaceAll('\u00a0', ' ')).toContain(
      '€ 12.500 toegezegd, waarvan € 10.000 bevestigd. Nog niet bevestigd: € 2.500.',
    );
  });

  it('shows others no forms', async () => {
    const councillor = await staffOf(test, town, 'councillor');
    const reader = await site.client().signInAs(councillor.id);
    const page = await reader.get(path);
    expect(page.status).toBe(200);
    expect(page.text).not.toContain('<form');
    expect((await reader.post(`${path}/wijzigen`, {})).status).toBe(403);
    expect((await client.get('/plannen/x')).status).toBe(404);
    expect((await client.post('/plannen/x/kwartaal', { light: 'runs' })).status).toBe(404);
    expect((await site.client().get(path)).status).not.toBe(200);
  });
});

describe('the page of a yearly test', () => {
  it('takes a proposal and a decision, and keeps what was typed', async () => {
    test.clock.set('2016-12-28T10:00:00+01:00');
    await sweepPlans(test.world, GEMEENTE);
    client = await site.client().signInAs(trekker.id);
    const link = /\/toetsen\/[0-9a-f-]+/.exec((await client.get(path)).text)?.[0] ?? '';
    const page = await client.get(link);
    expect(page.text).toContain('geen doel waaraan we kunnen toetsen');
    expect(page.statements.length).toBeLessThanOrEqual(5);
    const wrong = await client.submit(
      page,
      { proposal: 'continued', reason: 'Het loopt' },
      `${link}/voorstel`,
    );
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Het loopt');
    const sent = await client.submit(wrong, { notMeasuredReason: 'Nog geen doel' }, `${link}/voorstel`);
    expect(sent.location).toBe(`${link}?gedaan=proposed`);
    const college = await site.client().signInAs(town.college.id);
    const before = await college.get(link);
    expect(before.text).toContain('Voorstel: voortgezet');
    const decided = await college.follow(
      await college.submit(before, { result: 'stopped' }, `${link}/besluit`),
    );
    expect(decided.text).toContain('gestopt, niet bereikt');
    expect(decided.text).toContain('Niet gemeten: <span lang="nl">Nog geen doel</span>');
    expect(decided.text).not.toContain('<form');
  });

  it('says red that it was not held in time', async () => {
    test.clock.set('2016-12-28T10:00:00+01:00');
    await sweepPlans(test.world, GEMEENTE);
    test.clock.set('2017-03-08T10:00:00+01:00');
    client = await site.client().signInAs(trekker.id);
    expect((await client.get(path)).text).toContain('niet getoetst');
  });
});
