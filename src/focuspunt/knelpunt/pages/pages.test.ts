import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { execute } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { staffOf } from '#testing/signaal.ts';
import { type TestClient, type TestSite, testSite } from '#testing/web.ts';
import { type TestWorld, testWorld } from '#testing/world.ts';
import '../../patterns/index.ts';
import { searchPatternsOf } from '../../patterns/jobs.ts';
import { patternRoutes } from '../../patterns/routes.ts';
import { makeKnelpunt } from '../commands/make.ts';
import { aKnelpunt, aVoice, give, type KnelpuntTown, knelpuntTown, rowsOf } from '../knelpunt.fixture.ts';
import { knelpuntRoutes } from './routes.ts';

let test: TestWorld;
let site: TestSite;
let town: KnelpuntTown;
let regisseur: TestClient;
let worker: TestClient;

beforeAll(async () => {
  test = await testWorld();
  town = await knelpuntTown(test);
  site = testSite(test, [...knelpuntRoutes, ...patternRoutes]);
});
afterAll(() => test.close());
beforeEach(async () => {
  regisseur = await site.client().signInAs(town.regisseur.id);
  worker = await site.client().signInAs(town.worker.id);
});

const made = async (change = {}): Promise<string> =>
  (await execute(test.world, town.gemeente, town.regisseur, makeKnelpunt, aKnelpunt(town, change)))
    .knelpuntId;

const page = (id: string, who = regisseur) => who.get(`/knelpunten/${id}`);
const act = async (id: string, path: string, fields: Record<string, string | string[]>, who = regisseur) =>
  who.submit(await page(id, who), fields, `/knelpunten/${id}/${path}`);

describe('a new knelpunt', () => {
  it('is made of a suggestion with one click, all filled in, odd ones left out', async () => {
    const point = (north: number) => ({
      lat: 52.06 + north,
      lon: 4.49,
      street: 'Dorpsstraat',
      note: '',
      buurtId: null,
    });
    const ids: string[] = [];
    for (const north of [0, 0.0001, 0.0002, 0.0003, 0.0004]) {
      ids.push(await give(test, town, aVoice({ place: point(north) })));
    }
    await searchPatternsOf(test.world, town.gemeente);
    const list = await regisseur.get('/patronen');
    expect(list.text).toContain('5 meldingen over Openbare ruimte');
    expect(list.text.match(/wr-map__point/g)).toHaveLength(5);
    expect(list.statements.length).toBeLessThanOrEqual(5);
    const href = /href="(\/knelpunten\/nieuw\?patroon=[^"]+)"/.exec(list.text)?.[1] ?? '';
    const form = await regisseur.get(href);
    expect(form.text).toContain('value="Openbare ruimte bij Dorpsstraat"');
    expect(form.text).toContain('Het pad is hier donker.');
    expect(form.statements.length).toBeLessThanOrEqual(5);
    const done = await regisseur.submit(form, { meldingen: ids.slice(1) }, '/knelpunten/nieuw');
    expect(done.status).toBe(303);
    const shown = await regisseur.follow(done);
    expect(shown.text).toContain('Meldingen in dit knelpunt: 4');
    expect((await regisseur.get('/patronen')).text).toContain('Geen patronen');
  });

  it('keeps what was typed after a mistake, and the conflict says which', async () => {
    const taken = await give(test, town, aVoice());
    await made({ signaalIds: [taken], title: 'Eerder gemaakt' });
    const [row] = await rowsOf<{ number: string }>(test, 'select number from signaal where id = $1', [taken]);
    const form = await regisseur.get('/knelpunten/nieuw');
    const typed = { titel: 'Nieuw <b>pad</b>', zin: 'Wij kijken ernaar.', nummers: String(row?.number) };
    const wrong = await regisseur.submit(form, typed, '/knelpunten/nieuw');
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('value="Nieuw &lt;b&gt;pad&lt;/b&gt;"');
    expect(wrong.text).toContain('Kies een gebied.');
    const again = await regisseur.submit(wrong, { gebied: town.area }, '/knelpunten/nieuw');
    expect(again.status).toBe(409);
    expect(again.text).toContain('Eerder gemaakt');
    expect(again.text).toContain('Wij kijken ernaar.');
    const unknown = await regisseur.submit(
      form,
      { ...typed, gebied: town.area, nummers: '99' },
      '/knelpunten/nieuw',
    );
    expect(unknown.status).toBe(422);
    expect(unknown.text).toContain('Een van deze nummers kennen wij niet');
  });
});

describe('the page of a knelpunt', () => {
  it('leads from investigating to a department and back, one clear act at a time', async () => {
    const id = await made({ signaalIds: [await give(test, town, aVoice())] });
    const first = await page(id);
    expect(first.statements.length).toBeLessThanOrEqual(5);
    expect(first.text).toMatch(/<details[^>]* open=""[^>]*><summary>Onderzoeken/);
    expect((await act(id, 'onderzoeken', { vermoeden: 'Te weinig lampen.' })).status).toBe(303);
    const unadvised = await act(id, 'beleggen', { afdelingen: [town.green], advies: 'Snel doen.' });
    expect(unadvised.status).toBe(422);
    expect(unadvised.text).toContain('value="Snel doen."');
    expect(unadvised.text).toMatch(
      new RegExp(`value="${town.green}"[^>]*checked|checked[^>]*value="${town.green}"`),
    );
    const fields = { afdelingen: [town.green], kansrijk: '2', nut: '3', advies: 'Snel doen.' };
    expect((await act(id, 'beleggen', fields)).status).toBe(303);
    expect((await page(id, worker)).text).toContain('Snel doen.');
    expect((await worker.get('/knelpunten?van=afdeling')).text).toContain(`/knelpunten/${id}`);
    const placement = /delen\/([0-9a-f-]{36})\/aannemen/.exec((await page(id, worker)).text)?.[1] ?? '';
    const noDay = await act(
      id,
      `delen/${placement}/aannemen`,
      { 'dag-day': '31', 'dag-month': '2', 'dag-year': '2016' },
      worker,
    );
    expect(noDay.status).toBe(422);
    expect(noDay.text).toContain('value="31"');
    const day = { 'dag-day': '1', 'dag-month': '4', 'dag-year': '2016', woord: 'Wij meten eerst.' };
    expect((await act(id, `delen/${placement}/aannemen`, day, worker)).status).toBe(303);
    expect((await page(id)).text).toContain('vrijdag 1 april 2016');
    expect((await act(id, `delen/${placement}/gedaan`, { woord: 'Drie lampen.' }, worker)).status).toBe(303);
    expect((await act(id, 'opgelost', { zin: 'Er staan drie lampen.' })).status).toBe(303);
    expect((await page(id)).text).toContain('Er staan drie lampen.');
  });

  it('tells the second of two that the first was there, and keeps the words', async () => {
    const id = await made();
    const seen = await page(id);
    await act(id, 'onderzoeken', { vermoeden: 'Eerste.' });
    const late = await regisseur.submit(seen, { vermoeden: 'Tweede.' }, `/knelpunten/${id}/onderzoeken`);
    expect(late.status).toBe(409);
    expect(late.text).toContain('Iemand anders was u voor');
    expect(late.text).toContain('Tweede.');
  });

  it('takes in patterns of the care network that were accepted later, and none of another area', async () => {
    const id = await made();
    expect((await page(id)).text).not.toContain('Patronen uit het zorgnetwerk');
    const lay = async (areaId: string, number: number): Promise<string> => {
      const pattern = newId();
      await rowsOf(
        test,
        `insert into care_pattern (gemeente, id, number, category_id, area_id, size_class, state, given_by, created_at)
         select $1, $2, $3, category_id, $4, '5_to_10', 'accepted', made_by, created_at from knelpunt where id = $5`,
        [town.gemeente, pattern, number, areaId, id],
      );
      return pattern;
    };
    const elsewhere = newId();
    await rowsOf(
      test,
      `insert into area (gemeente, id, division_id, code, name, valid_from)
       select gemeente, $2, division_id, 'X', 'Elders', valid_from from area where gemeente = $1 and id = $3`,
      [town.gemeente, elsewhere, town.area],
    );
    const [near, far] = [await lay(town.area, 71), await lay(elsewhere, 72)];
    const open = await page(id);
    expect(open.text).toContain('Patroon 71 uit het zorgnetwerk');
    expect(open.text).not.toContain('Patroon 72');
    expect(open.statements.length).toBeLessThanOrEqual(6);
    expect((await act(id, 'erbij', { nummers: '', zorg: [near, far] })).location).toContain('gedaan=added');
    const linked = await rowsOf(
      test,
      'select care_pattern_id as id from knelpunt_pattern where knelpunt_id = $1',
      [id],
    );
    expect(linked).toEqual([{ id: near }]);
    expect((await act(id, 'erbij', { nummers: '' })).status).toBe(422);
  });

  it('lets one signaal go to the care network: its text is wiped, only a count stays', async () => {
    const inside = await give(
      test,
      town,
      aVoice({ text: 'Het gaat slecht met de buurvrouw.', categoryId: town.complex }),
    );
    const id = await made({ signaalIds: [inside] });
    expect((await act(id, `meldingen/${inside}/zorgnetwerk`, {})).status).toBe(303);
    const [row] = await rowsOf(test, 'select state, text from signaal where id = $1', [inside]);
    expect(row).toEqual({ state: 'referred', text: null });
    const shown = await page(id);
    expect(shown.text).not.toContain('buurvrouw');
    expect(shown.text).toContain('Meldingen in dit knelpunt: 0');
    const counts = await rowsOf(test, `select used from gate_count where referred_to = 'care_network'`);
    expect(counts).toEqual([{ used: 1 }]);
  });

  it('adds by number, takes out with a reason, and says a new sentence', async () => {
    const id = await made();
    const other = await give(test, town, aVoice());
    const [row] = await rowsOf<{ number: string }>(test, 'select number from signaal where id = $1', [other]);
    expect((await act(id, 'erbij', { nummers: 'geen' })).status).toBe(422);
    expect((await act(id, 'erbij', { nummers: `nr ${row?.number}` })).status).toBe(303);
    expect((await act(id, `meldingen/${other}/eruit`, { reden: '' })).status).toBe(422);
    expect((await act(id, `meldingen/${other}/eruit`, { reden: 'Ander pad.' })).status).toBe(303);
    expect((await page(id)).text).toContain('Ander pad.');
    expect((await act(id, 'zin', { zin: 'Bel 06 12345678' })).status).toBe(422);
    expect((await act(id, 'zin', { zin: 'Wij komen kijken.' })).status).toBe(303);
  });

  it('is not found by another area, department or municipality', async () => {
    const id = await made();
    expect((await page(id, worker)).status).toBe(404);
    const stranger = await staffOf(test, town, 'trekker');
    expect((await page(id, await site.client().signInAs(stranger.id))).status).toBe(403);
    expect((await site.client().get(`/knelpunten/${id}`)).status).not.toBe(200);
    const far = await knelpuntTown(test, 'GM0106');
    const theirs = await site.client('GM0106').signInAs(far.regisseur.id);
    expect((await theirs.get(`/knelpunten/${id}`)).status).toBe(404);
    expect((await theirs.post(`/knelpunten/${id}/geen-actie`, { reden: 'Nee.', versie: '1' })).status).toBe(
      404,
    );
    expect((await regisseur.get(`/knelpunten/${newId()}`)).status).toBe(404);
    expect((await regisseur.get('/knelpunten/x')).status).toBe(404);
    expect((await regisseur.get(`/knelpunten/nieuw?patroon=${newId()}`)).status).toBe(404);
    expect((await regisseur.post(`/patronen/${newId()}/wegleggen`, { reden: 'Nee.' })).status).toBe(404);
  });
});

describe('the list', () => {
  it('is bounded, has pages, and narrows by area and state within its budget', async () => {
    for (let turn = 0; turn < 52; turn += 1) await made({ title: `Nummer ${turn}` });
    const list = await regisseur.get(`/knelpunten?gebied=${town.area}&staat=noticed`);
    expect(list.statements.length).toBeLessThanOrEqual(3);
    expect(list.text.match(/Nummer \d+</g)).toHaveLength(50);
    const next = (/href="([^"]*na=[^"]*)"/.exec(list.text)?.[1] ?? '').replaceAll('&amp;', '&');
    expect((await regisseur.get(next)).text.match(/Nummer \d+</g)?.length).toBeGreaterThanOrEqual(2);
    expect((await regisseur.get('/knelpunten?staat=resolved&gebied=zomaar&na=x')).status).toBe(200);
    expect((await worker.get('/knelpunten')).text).not.toContain('Nummer 1<');
  });

  it('speaks English too', async () => {
    const id = await made();
    const [row] = await rowsOf<{ email: string }>(
      test,
      `update account set lang = 'en' where id = $1 returning email`,
      [town.regisseur.id],
    );
    expect(row).toBeDefined();
    const english = await site.client().signInAs(town.regisseur.id);
    const shown = await english.get(`/knelpunten/${id}`);
    expect(shown.text).toContain('What do we think is the matter?');
    await rowsOf(test, `update account set lang = 'nl' where id = $1`, [town.regisseur.id]);
  });
});
