import { afterAll, beforeAll, expect, it } from 'vitest';
import { makePerson, makeTenant } from '#testing/people.ts';
import { type SmallTown, smallTown } from '#testing/signaal.ts';
import { type Answer, type TestClient, type TestSite, testSite } from '#testing/web.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { catalogueRoutes } from './routes.ts';

let test: TestWorld;
let site: TestSite;
let town: SmallTown;
let admin: TestClient;

beforeAll(async () => {
  test = await testWorld();
  town = await smallTown(test);
  await makeTenant(test, 'GM0106', 'Assen');
  site = testSite(test, catalogueRoutes);
  const id = await makePerson(test, { name: 'Bea Beheer', holdings: [{ role: 'functional_admin' }] });
  admin = await site.client().signInAs(id);
});
afterAll(() => test.close());

const SUBJECTS = '/beheer/onderwerpen';

const save = async (path: string, fields: Record<string, string>, action = path): Promise<Answer> =>
  admin.submit(await admin.get(path), fields, action);

const categoryRow = async (slug: string): Promise<Record<string, unknown> | undefined> => {
  const [row] = await asOwner(
    test.urls,
    'GM0637',
    'select * from category where gemeente = $1 and slug = $2',
    ['GM0637', slug],
  );
  return row;
};

const historyOf = (objectId: string) =>
  asOwner<{ noun: string; action: string; before: unknown; after: Record<string, unknown> }>(
    test.urls,
    'GM0637',
    'select noun, action, before, after from history where gemeente = $1 and object_id = $2 order by id',
    ['GM0637', objectId],
  );

it('shows the tree, and which subjects have no department', async () => {
  const page = await admin.get(SUBJECTS);
  expect(page.status).toBe(200);
  for (const name of ['Openbare ruimte', 'Boom', 'Straatverlichting', 'Hangjongeren', 'Groen'])
    expect(page.text).toContain(name);
  expect(page.text).not.toContain('nog geen afdeling');
  expect(page.statements.length).toBeLessThanOrEqual(5);
  const fields = { name: 'Graffiti', handlingTerm: '3', parentId: await mainId() };
  expect((await save(`${SUBJECTS}/nieuw`, fields)).status).toBe(303);
  const after = await admin.get(SUBJECTS);
  expect(after.text).toContain('Nog geen afdeling: 1 onderwerpen.');
  expect(after.text).toContain('Meldingen hierover komen bij de balie');
});

const mainId = async (): Promise<string> => String((await categoryRow('openbare-ruimte'))?.id);

it('proposes the short name, reads the term as number and unit, and keeps who made it', async () => {
  const saved = await save(`${SUBJECTS}/nieuw`, {
    name: 'Café-overlast & geluid',
    parentId: await mainId(),
    departmentId: town.roads,
    handlingTerm: '2',
    termUnit: 'week',
    crowd: 'on',
    keywords: 'kroeg muziek',
  });
  const page = await admin.follow(saved);
  expect(page.text).toContain('Opgeslagen.');
  expect(page.text).toContain('Bea Beheer');
  expect(page.text).toContain('Termijn: 2 weken');
  expect(await categoryRow('cafe-overlast-geluid')).toMatchObject({
    department_id: town.roads,
    handling_term: '2 week',
    crowd: true,
    complex: false,
    valid_to: null,
  });
});

it('makes a main subject, which has no department and no term to choose', async () => {
  const form = await admin.get(`${SUBJECTS}/nieuw?soort=hoofd`);
  expect(form.text).not.toContain('name="departmentId"');
  const wrong = await admin.submit(form, { name: '' });
  expect(wrong.status).toBe(422);
  expect(wrong.text).not.toContain('name="departmentId"');
  const saved = await admin.submit(wrong, { name: 'Water' });
  expect(saved.status).toBe(303);
  expect(await categoryRow('water')).toMatchObject({ parent_id: null, department_id: null });
});

it('keeps what was typed and says what is wrong, in both languages', async () => {
  const typed = {
    name: '',
    slug: 'Niet Goed!',
    handlingTerm: 'vijf',
    'validFrom-day': '30',
    'validFrom-month': '2',
    'validFrom-year': '2016',
    description: '<script>alert(1)</script> 🌳',
  };
  const page = await save(`${SUBJECTS}/nieuw`, typed);
  expect(page.status).toBe(422);
  expect(page.text).toContain('Fout: ');
  expect(page.text).toContain('Vul een naam in.');
  expect(page.text).toContain('Gebruik alleen kleine letters');
  expect(page.text).toContain('Vul een heel getal in dat groter is dan 0');
  expect(page.text).toContain('Deze dag bestaat niet.');
  expect(page.text).toContain('Kies onder welk hoofdonderwerp');
  expect(page.text).toContain('value="Niet Goed!"');
  expect(page.text).toContain('value="vijf"');
  expect(page.text).toContain('value="30"');
  expect(page.text).toContain('&lt;script&gt;alert(1)&lt;/script&gt; 🌳');
  admin.cookies.set('taal', 'en');
  const english = await save(`${SUBJECTS}/nieuw`, typed);
  admin.cookies.delete('taal');
  expect(english.text).toContain('Enter a name.');
});

it('refuses a second subject with the same short name, also under a date that overlaps', async () => {
  const fields = { name: 'Boom', parentId: await mainId(), handlingTerm: '1' };
  const page = await save(`${SUBJECTS}/nieuw`, fields);
  expect(page.status).toBe(422);
  expect(page.text).toContain('al van een ander onderwerp');
});

it('refuses an end before the start, and a main subject that would lie under another', async () => {
  const end = { 'validTo-day': '1', 'validTo-month': '1', 'validTo-year': '2013' };
  const page = await save(`${SUBJECTS}/${town.tree}`, end);
  expect(page.text).toContain('De laatste dag ligt voor de eerste dag.');
  const moved = await admin.post(`${SUBJECTS}/${await mainId()}`, {
    name: 'Openbare ruimte',
    parentId: String((await categoryRow('water'))?.id),
    handlingTerm: '5',
    termUnit: 'workday',
    'validFrom-day': '1',
    'validFrom-month': '1',
    'validFrom-year': '2014',
  });
  expect(moved.status).toBe(422);
  expect(moved.text).toContain('Verplaats die eerst');
});

it('keeps only what differs, and nothing when nothing was changed', async () => {
  const page = await admin.get(`${SUBJECTS}/${town.lamp}`);
  await admin.submit(page, {}, `${SUBJECTS}/${town.lamp}`);
  expect(await historyOf(town.lamp)).toEqual([]);
  await admin.submit(page, { handlingTerm: '3' }, `${SUBJECTS}/${town.lamp}`);
  expect(await historyOf(town.lamp)).toEqual([
    {
      noun: 'category',
      action: 'changed',
      before: { handling_term: '5 workday' },
      after: { handling_term: '3 workday' },
    },
  ]);
  const shown = await admin.get(`${SUBJECTS}/${town.lamp}`);
  expect(shown.text).toContain('Termijn: 5 werkdagen → 3 werkdagen');
  expect(shown.statements.length).toBeLessThanOrEqual(5);
});

it('sets a rule from a day, shows that it will hold, ends and withdraws it, each with its history', async () => {
  const path = `${SUBJECTS}/${town.tree}`;
  const rule = (day: string, departmentId: string) =>
    save(
      path,
      {
        ruleArea: town.area,
        ruleDepartment: departmentId,
        'ruleFrom-day': day,
        'ruleFrom-month': '3',
        'ruleFrom-year': '2016',
      },
      `${path}/regels`,
    );
  expect((await rule('7', town.roads)).status).toBe(303);
  expect((await rule('20', town.green)).status).toBe(303);
  const page = await admin.get(path);
  expect(page.text).toContain('geldt nu');
  expect(page.text).toContain('geldt vanaf');
  expect(page.text).toContain('Palenstein');
  const coming = { area: town.area, from: '2016-03-20' };
  expect((await admin.post(`${path}/regels/einde`, coming)).status).toBe(303);
  expect((await admin.post(`${path}/regels/einde`, { ...coming, from: '2016-03-08' })).status).toBe(303);
  const actions = (await historyOf(town.tree)).map(({ noun, action }) => `${noun} ${action}`);
  expect(actions).toEqual([
    'routing_rule made',
    'routing_rule ended',
    'routing_rule made',
    'routing_rule withdrawn',
    'routing_rule ended',
  ]);
  expect((await admin.get(path)).text).toContain('Regel ingetrokken');
});

it('says what is missing in a rule and keeps the rest', async () => {
  const path = `${SUBJECTS}/${town.tree}`;
  const page = await save(path, { ruleDepartment: town.roads, 'ruleFrom-day': '40' }, `${path}/regels`);
  expect(page.status).toBe(422);
  expect(page.text).toContain('Kies een gebied dat op die dag bestaat.');
  expect(page.text).toContain('href="#ruleArea"');
  expect(page.text).toContain('href="#ruleFrom"');
  expect(page.text).toContain('value="40"');
  expect(page.text).toMatch(new RegExp(`value="${town.roads}" selected`));
});

it('keeps standard texts and the referral card', async () => {
  const empty = await save('/beheer/standaardteksten/nieuw', {});
  expect(empty.status).toBe(422);
  expect(empty.text).toContain('Vul een titel in.');
  const text = await save('/beheer/standaardteksten/nieuw', {
    title: 'Gesnoeid',
    body: 'Wij hebben de boom gesnoeid.',
    categoryId: town.tree,
  });
  const textPage = await admin.follow(text);
  expect(textPage.text).toContain('Onderwerp: Boom');
  const list = await admin.get('/beheer/standaardteksten');
  expect(list.text).toContain('Wij hebben de boom gesnoeid.');

  const wrong = await save('/beheer/doorverwijzen/nieuw', { name: 'Buurtbemiddeling', position: 'boven' });
  expect(wrong.text).toContain('Vul een telefoonnummer in.');
  expect(wrong.text).toContain('Vul een heel getal in van 0 tot en met 999.');
  const partner = await admin.submit(wrong, {
    phone: '079 - 000 00 11',
    explanation: 'Ruzie met de buren.',
    position: '10',
  });
  const changed = await admin.submit(await admin.follow(partner), { phone: '079 - 000 00 12' });
  expect((await admin.follow(changed)).text).toContain('Telefoon: 079 - 000 00 11 → 079 - 000 00 12');
});

it('shows all terms with what happens when they pass', async () => {
  const page = await admin.get('/beheer/termijnen');
  expect(page.text).toContain('href="/beheer/instellingen/term.triage"');
  expect(page.text).toContain('Daarna ziet de procesbewaker het.');
  expect(page.text).toContain('90 dagen');
  expect(page.text).toContain('Straatverlichting');
});

it('is closed to everybody else, and knows nothing of another municipality', async () => {
  const worker = await makePerson(test, { holdings: [{ role: 'desk_worker', departmentId: town.desk }] });
  const desk = await site.client().signInAs(worker);
  for (const path of [SUBJECTS, '/beheer/standaardteksten', '/beheer/doorverwijzen', '/beheer/termijnen']) {
    expect((await desk.get(path)).status).toBe(403);
    expect((await site.client().get(path)).status).toBe(401);
  }
  const other = await makePerson(test, { holdings: [{ role: 'functional_admin' }] }, 'GM0106');
  const assen = await site.client('GM0106').signInAs(other);
  expect((await assen.get(`${SUBJECTS}/${town.tree}`)).status).toBe(404);
  expect((await assen.post(`${SUBJECTS}/${town.tree}`, { name: 'Gekaapt' })).status).not.toBe(303);
  expect((await assen.get(SUBJECTS)).text).toContain('Er zijn nog geen onderwerpen.');
});
