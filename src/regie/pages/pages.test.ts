import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTenant } from '#testing/people.ts';
import { staffOf } from '#testing/signaal.ts';
import { type Answer, type TestClient, type TestSite, testSite } from '#testing/web.ts';
import { regieRoutes } from '../index.ts';
import { giveMandate, knottedSignaal, type Person, type RegieTown, regieTown } from '../regie.fixture.ts';

let regie: RegieTown;
let site: TestSite;
let made: { signaalId: string; knotId: string };
let guard: TestClient;
let wijkregisseur: TestClient;

const signIn = (person: Person): Promise<TestClient> => site.client().signInAs(person.id);

beforeAll(async () => {
  regie = await regieTown();
  await makeTenant(regie.test, 'GM0106', 'Assen');
  site = testSite(regie.test, regieRoutes);
  made = await knottedSignaal(regie);
  await giveMandate(regie);
  guard = await signIn(regie.guard);
  wijkregisseur = await signIn(regie.wijkregisseur);
});
afterAll(() => regie.test.close());

const go = async (client: TestClient, answer: Answer): Promise<string> => {
  expect(answer.status, answer.text).toBe(303);
  return (await client.follow(answer)).text;
};

describe('the pages of knots', () => {
  it('tell who has it and which day it is, within their budget', async () => {
    const page = await guard.get('/knopen');
    expect(page.status).toBe(200);
    expect(page.text).toContain('Knoop 1: Hangjongeren, Palenstein');
    expect(page.text).toContain('procesbewaker, nog niet opgepakt');
    expect(page.text).toContain('dag 1 van 5');
    expect(page.statements.length).toBeLessThanOrEqual(5);
    guard.cookies.set('taal', 'en');
    const english = await guard.get('/knopen');
    guard.cookies.delete('taal');
    expect(english.text).toContain('day 1 of 5');
  });

  it('lead from taking to a decision, with both sides heard, and keep what was typed after a mistake', async () => {
    const path = `/knopen/${made.knotId}`;
    const before = await guard.get(path);
    expect(before.statements.length).toBeLessThanOrEqual(5);
    expect(before.text).toContain('eigenaar onbekend');
    const taken = await go(guard, await guard.submit(before, {}, `${path}/pakken`));
    expect(taken).toContain('U hebt deze knoop');
    // The one next act lies open.
    expect(taken).toMatch(/<details[^>]*open=""[^>]*><summary[^>]*>(?:<[^>]+>)*Noteer wat een kant zei/);
    for (const side of [regie.greenHead, regie.roadsHead]) {
      const head = await signIn(side);
      const page = await head.get(path);
      expect(
        await go(head, await head.submit(page, { text: 'Wij gaan over groen.' }, `${path}/horen`)),
      ).toContain('Bewaard.');
    }
    const form = await guard.get(path);
    const typed = {
      department: regie.town.roads,
      budget: 'Onderhoud',
      amount: '9.000',
      text: 'Zet een paal.',
    };
    const wrong = await guard.submit(form, { ...typed, public: 'Er komt een paal.' }, `${path}/besluit`);
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('gaat boven uw mandaat');
    expect(wrong.text).toContain('value="9.000"');
    expect(wrong.text).toContain('Zet een paal.');
    const right = await guard.submit(wrong, { amount: '' }, `${path}/besluit`);
    const decided = await go(guard, right);
    expect(decided).toContain('Het besluit is genomen');
    expect(decided).toContain('Besluit van 1 februari 2016');
    const stale = await guard.submit(wrong, { amount: '' }, `${path}/besluit`);
    expect(stale.status).toBe(409);
    expect(stale.text).toContain('Zet een paal.');
  });

  it('are nobody else’s, nor another municipality’s', async () => {
    const path = `/knopen/${made.knotId}`;
    const other = await signIn(
      await staffOf(regie.test, regie.town, 'department_head', { departmentId: regie.town.wijkregie }),
    );
    expect((await other.get(path)).status).toBe(404);
    expect((await other.get('/knopen')).text).toContain('Er zijn hier geen knopen');
    expect((await other.post(`${path}/pakken`, { version: '1' })).status).toBe(403);
    expect((await site.client().get(path)).status).toBe(401);
    const far = { ...regie.town, gemeente: 'GM0106' };
    const stranger = await staffOf(regie.test, far, 'process_guard');
    const away = await site.client('GM0106').signInAs(stranger.id);
    expect((await away.get(path)).status).toBe(404);
    expect((await away.post(`${path}/pakken`, { version: '1' })).status).toBe(404);
    expect((await guard.get('/knopen/x')).status).toBe(404);
  });

  it('raise one with a sentence', async () => {
    const path = `/knopen/meld?soort=signaal&onderwerp=${made.signaalId}`;
    const empty = await wijkregisseur.submit(await wijkregisseur.get(path));
    expect(empty.status).toBe(422);
    const sent = await wijkregisseur.submit(empty, { sentence: 'Het loopt weer vast.' });
    expect(await go(wijkregisseur, sent)).toContain('De knoop is gemeld');
    expect((await wijkregisseur.get('/knopen/meld')).status).toBe(404);
    expect((await wijkregisseur.post('/knopen/meld', { soort: 'x' })).status).toBe(404);
  });
});

describe('the agenda of the wijkwethouder', () => {
  it('takes something with one sentence, once, and lets go with one', async () => {
    const { test, town } = regie;
    const knot = await regie.rows<{ id: string }>(`select id from knot where state = 'reported'`);
    const path = `/knopen/${knot[0]?.id}`;
    const page = await wijkregisseur.get(path);
    const put = (sentence: string) => wijkregisseur.submit(page, { sentence }, '/agenda-wethouder/zet');
    const empty = await put('');
    expect(empty.status).toBe(422);
    expect(
      await go(wijkregisseur, await wijkregisseur.submit(empty, { sentence: 'De wijk praat erover.' })),
    ).toContain('De wijk praat erover.');
    const twice = await put('Nog eens.');
    expect(twice.status).toBe(409);
    expect(twice.text).toContain('staat al op de agenda');
    const bounds = { areaId: town.area, buurtIds: [town.buurt] };
    const alderman = await signIn(await staffOf(test, town, 'wijk_wethouder', bounds));
    const agenda = await alderman.get('/agenda-wethouder');
    expect(agenda.statements.length).toBeLessThanOrEqual(5);
    expect(agenda.text).toContain('Hangjongeren, Palenstein');
    expect(await go(alderman, await alderman.submit(agenda, { result: 'Ik bel de directeur.' }))).toContain(
      'Ik bel de directeur.',
    );
    expect((await alderman.submit(agenda, { result: 'Nog eens.' })).status).toBe(409);
    const councillor = await signIn(await staffOf(test, town, 'councillor'));
    expect((await councillor.get('/agenda-wethouder')).status).toBe(403);
  });
});

describe('the register of mandates', () => {
  it('is kept by the administrator and read by staff; a cited one keeps what it says', async () => {
    const admin = await signIn(await staffOf(regie.test, regie.town, 'functional_admin'));
    const list = await admin.get('/mandaten');
    expect(list.text).toContain('Besluit van 1 februari 2016');
    const wrong = await admin.submit(await admin.get('/mandaten/nieuw'), { scope: '', limitEuro: 'veel' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('value="veel"');
    const values = { scope: 'Alles', source: 'Besluit 7 maart', limitEuro: '1.000', role: 'director' };
    expect(await go(admin, await admin.submit(wrong, values))).toContain('€\u00a01.000');
    const cited = /href="(\/mandaten\/[0-9a-f-]{36})">procesbewaker/.exec(list.text)?.[1] ?? '';
    const edit = await admin.get(cited);
    expect((await admin.submit(edit, { limitEuro: '9' })).text).toContain('Een besluit noemt dit mandaat');
    const until = { 'validTo-day': '31', 'validTo-month': '12', 'validTo-year': '2016' };
    expect((await admin.submit(edit, until)).status).toBe(303);
    const worker = await signIn(
      await staffOf(regie.test, regie.town, 'desk_worker', { departmentId: regie.town.desk }),
    );
    expect((await worker.get('/mandaten')).text).not.toContain('/mandaten/nieuw');
    expect((await worker.get('/mandaten/nieuw')).status).toBe(403);
    expect((await admin.get('/mandaten/x')).status).toBe(404);
  });
});

describe('groups', () => {
  const fields = { name: 'Werkgroep Verkeer', about: 'Praat mee over verkeer in de wijk.' };

  it('move only with their own word; the second return makes a knot, and the decision a letter', async () => {
    const { town } = regie;
    const form = await wijkregisseur.get('/groepen/nieuw');
    const wrong = await wijkregisseur.submit(form, { ...fields, contact: '06-12345678' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('gegevens van een persoon');
    expect(wrong.text).toContain('Kies een gebied');
    const saved = await wijkregisseur.submit(wrong, { contact: '', area: town.area });
    expect(await go(wijkregisseur, saved)).toContain('Werkgroep Verkeer');
    const path = (saved.location ?? '').split('?')[0] ?? '';
    const offer = async (department: string, consent = 'De groep zei ja op 3 maart.') =>
      wijkregisseur.submit(
        await wijkregisseur.get(path),
        { department, consent, reason: 'Past daar.' },
        `${path}/vragen`,
      );
    expect((await offer(town.roads, '')).status).toBe(422);
    await go(wijkregisseur, await offer(town.roads));
    const roads = await signIn(regie.roadsHead);
    const green = await signIn(regie.greenHead);
    const answer = async (who: TestClient, act: string, more = {}) =>
      who.submit(await who.get(path), more, `${path}/${act}`);
    expect(await go(roads, await answer(roads, 'aannemen'))).toContain('nu thuis bij uw afdeling');
    const letter = await roads.get(`${path}/brief`);
    expect(letter.text).toContain('hoort vanaf nu bij de afdeling Wegen');
    expect(letter.text).toContain('maandag 21 maart 2016');
    expect(await go(roads, await answer(roads, 'teruggeven', { reason: 'Niet van ons.' }))).toContain(
      'De wijkregisseur heeft de groep nu',
    );
    await go(wijkregisseur, await offer(town.green));
    expect((await green.get(path)).statements.length).toBeLessThanOrEqual(5);
    await go(green, await answer(green, 'teruggeven', { reason: 'Ook niet van ons.' }));
    const [knot] = await regie.rows<Record<string, unknown>>(
      `select * from knot where object_kind = 'group'`,
    );
    expect(knot).toMatchObject({
      cause: 'returned_twice',
      side_a_department_id: town.green,
      side_b_department_id: town.roads,
      title: 'Werkgroep Verkeer',
    });
    const knotPath = `/knopen/${knot?.id}`;
    await guard.post(`${knotPath}/pakken`, { version: '1' });
    for (const department of [town.green, town.roads])
      await guard.post(`${knotPath}/horen`, { department, text: 'Wij hebben geen tijd.' });
    const decide = await guard.submit(
      await guard.get(knotPath),
      {
        department: town.roads,
        budget: 'geen geld nodig',
        text: 'Wegen neemt de groep.',
        public: 'U hoort bij Wegen.',
        'due-day': '29',
        'due-month': '4',
        'due-year': '2016',
      },
      `${knotPath}/besluit`,
    );
    expect(await go(guard, decide)).toContain('Brief aan de groep');
    const last = (await wijkregisseur.get(`${path}/brief`)).text;
    expect(last).toContain('hoort vanaf nu bij de afdeling Wegen');
    expect(last).toContain('vrijdag 29 april 2016');
    expect(last).toContain('2 keer doorgestuurd');
    expect(last).toContain('het hoofd van de afdeling Wegen');
  });

  it('are registered in one’s own area only, and one of two answers at once wins', async () => {
    const { test, town } = regie;
    const elsewhere = await signIn(
      await staffOf(test, town, 'wijkregisseur', { areaId: town.area, buurtIds: [town.lonelyBuurt] }),
    );
    expect((await elsewhere.get('/groepen')).text).toContain('Werkgroep Verkeer');
    const worker = await signIn(await staffOf(test, town, 'desk_worker', { departmentId: town.desk }));
    expect((await worker.get('/groepen/nieuw')).status).toBe(403);
    expect((await site.client('GM0106').get('/groepen')).status).toBe(401);
  });
});
