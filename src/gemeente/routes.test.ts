import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nameOf } from '#people/index.ts';
import { newId } from '#platform/database/ids.ts';
import { seedSecondTown, seedTown, type TownIds } from '#testing/demo/town.ts';
import { makePerson } from '#testing/people.ts';
import { type Answer, type TestClient, type TestSite, testSite } from '#testing/web.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { type GemeenteParts, gemeenteRoutes, gemeenteTexts } from './index.ts';
import { dropTenantCache, tenantByHost } from './read/tenants.ts';

let test: TestWorld;
let town: TownIds;
let site: TestSite;
let admin: TestClient;

const parts: GemeenteParts = {
  adminLinks: [
    {
      href: '/beheer/proef',
      action: 'account.manage',
      title: () => 'Proefpagina',
      about: () => 'Van elders',
    },
    { href: '/beheer/inzage', action: 'access_log.read', title: () => 'Inzagen', about: () => 'Niet voor u' },
  ],
  catalogues: () => [gemeenteTexts],
  houseTokens: () => ({
    '--utrecht-document-color': '#000000',
    '--utrecht-document-background-color': '#ffffff',
  }),
  accountNames: nameOf,
  coveredBuurten: async () => Object.values(town.buurten).slice(0, 16),
};

beforeAll(async () => {
  test = await testWorld();
  town = await seedTown(test.world, test.urls.ownerUrl);
  test.clock.advance(60_000);
  await seedSecondTown(test.world, test.urls.ownerUrl);
  site = testSite(test, gemeenteRoutes(parts));
  const id = await makePerson(test, { name: 'Bo Beheer', holdings: [{ role: 'functional_admin' }] });
  admin = await site.client().signInAs(id);
});
afterAll(() => test.close());

const day = (name: string, text: string) => {
  const [year = '', month = '', ofMonth = ''] = text.split('-');
  return { [`${name}-day`]: ofMonth, [`${name}-month`]: month, [`${name}-year`]: year };
};
const expectMistake = (answer: Answer, text: string): void => {
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('<title>Fout:');
  expect(answer.text).toContain(text);
};

describe('the administration', () => {
  const pages = () => [
    '/beheer',
    '/beheer/gebieden',
    '/beheer/gebieden/inlezen',
    '/beheer/gebieden/kerncijfers',
    '/beheer/gebieden/nieuw',
    `/beheer/gebieden/${town.wijken.Palenstein}`,
    '/beheer/indelingen/nieuw',
    '/beheer/buurten/nieuw',
    `/beheer/buurten/${town.buurten.BU06370003}`,
    '/beheer/afdelingen',
    '/beheer/afdelingen/nieuw',
    `/beheer/afdelingen/${town.departments.Groen}`,
    '/beheer/locaties',
    '/beheer/locaties/nieuw',
    `/beheer/locaties/${town.locations['GIP Centrum']}`,
    '/beheer/instellingen',
    '/beheer/instellingen/map.tile_hosts',
    '/beheer/instellingen/map.tile_template',
    '/beheer/teksten',
    '/beheer/teksten?zoek=opslaan',
    '/beheer/teksten/gemeente.act.save?taal=en',
    '/beheer/thema',
  ];

  it('shows every page within its query budget', async () => {
    for (const path of pages()) {
      const answer = await admin.get(path);
      expect(answer.status, path).toBe(200);
      // The session is one more, and is asked outside the request's own transaction.
      expect(answer.statements.length, `${path}\n${answer.statements.join('\n')}`).toBeLessThanOrEqual(5);
    }
  });

  it('refuses residents and staff without the right', async () => {
    const resident = site.client();
    const worker = await makePerson(test, {
      holdings: [{ role: 'department_worker', departmentId: town.departments.Groen ?? '' }],
    });
    const staff = await site.client().signInAs(worker);
    for (const path of pages()) {
      expect((await resident.get(path)).status, path).toBe(401);
      expect((await staff.get(path)).status, path).toBe(403);
    }
  });

  it('shows on its overview only what the visitor may do', async () => {
    const { text } = await admin.get('/beheer');
    expect(text).toContain('Proefpagina');
    expect(text).not.toContain('Inzagen');
  });

  it('knows nothing of other municipalities', async () => {
    const assenAdmin = await makePerson(test, { holdings: [{ role: 'functional_admin' }] }, 'GM0106');
    const assen = await site.client('GM0106').signInAs(assenAdmin);
    for (const path of [
      `/beheer/gebieden/${town.wijken.Palenstein}`,
      `/beheer/buurten/${town.buurten.BU06370003}`,
      `/beheer/afdelingen/${town.departments.Groen}`,
      `/beheer/locaties/${town.locations['GIP Centrum']}`,
      `/beheer/afdelingen/${newId()}`,
      '/beheer/afdelingen/geen-id',
      '/beheer/instellingen/no.such',
      '/beheer/teksten/gemeente.no.such',
    ])
      expect((await assen.get(path)).status, path).toBe(404);
    const own = await admin.get(`/beheer/afdelingen/${town.departments.Groen}`);
    const answer = await assen.submit(own, { name: 'Overgenomen' });
    expect([403, 404]).toContain(answer.status);
  });
});

describe('an administrator', () => {
  it('sees which buurten lack a wijkregisseur, and chooses the fallback', async () => {
    const page = await admin.get('/beheer/gebieden');
    expect(page.text).toContain('10 buurten zonder wijkregisseur');
    expect(page.text).toContain('gaat naar de afdeling wijkregie');
    const wrong = await admin.submit(page, day('validFrom', '2016-13-01'), '/beheer/gebieden/vangnet');
    expectMistake(wrong, 'Deze dag bestaat niet');
    const answer = await admin.submit(
      page,
      { area: town.wijken.Oosterheem ?? '' },
      '/beheer/gebieden/vangnet',
    );
    expect(answer.status).toBe(303);
    expect((await admin.get('/beheer/gebieden')).text).toContain('wijkregisseur van Oosterheem');
  });

  it('adds a department, sees who did it, and keeps what was typed wrong', async () => {
    const form = await admin.get('/beheer/afdelingen/nieuw');
    const wrong = await admin.submit(form, { name: 'Proef <b>& co', ...day('validFrom', '2016-02-31') });
    expectMistake(wrong, 'Deze dag bestaat niet');
    expect(wrong.text).toContain('value="Proef &lt;b&gt;&amp; co"');
    expect(wrong.text).toContain('value="31"');
    const saved = await admin.submit(wrong, day('validFrom', '2016-04-01'));
    expect(saved.status).toBe(303);
    const page = await admin.follow(saved);
    expect(page.text).toContain('Opgeslagen.');
    expect(page.text).toContain('Bo Beheer');
    expectMistake(
      await admin.submit(form, { name: 'groen ' }),
      'Deze naam is in deze periode al in gebruik.',
    );
  });

  it('gives a wijk other buurten from a day on', async () => {
    const path = `/beheer/gebieden/${town.wijken.Palenstein}`;
    const page = await admin.get(path);
    const [palenstein, hoornerhage, dorp] = ['BU06370003', 'BU06370803', 'BU06370001'].map(
      (code) => town.buurten[code] ?? '',
    );
    const taken = await admin.submit(page, { buurtIds: [palenstein ?? '', dorp ?? ''] });
    expectMistake(taken, 'Dorp hoort in deze periode al bij Centrum');
    const saved = await admin.submit(page, {
      buurtIds: [palenstein ?? '', hoornerhage ?? ''],
      ...day('validFrom', '2016-06-01'),
    });
    expect(saved.status).toBe(303);
    const after = await admin.get(path);
    expect(after.text).toContain('Hoornerhage');
    expect(after.text).toContain('nog niet ingegaan');
  });

  it('sets a value from a day on and takes it back', async () => {
    const path = '/beheer/instellingen/map.tile_hosts';
    const page = await admin.get(path);
    expectMistake(await admin.submit(page, { value: 'geen adres!' }), 'Deze waarde kan hier niet');
    const saved = await admin.submit(page, {
      value: 'tegels.voorbeeld.test',
      ...day('validFrom', '2016-05-01'),
    });
    expect(saved.status).toBe(303);
    const coming = await admin.follow(saved);
    expect(coming.text).toContain('tegels.voorbeeld.test, vanaf');
    expect((await admin.get('/beheer/instellingen')).text).toContain('(door Bo Beheer)');
    await admin.submit(coming, {}, `${path}/intrekken`);
    expect((await admin.get('/beheer/instellingen')).text).not.toContain('tegels.voorbeeld.test');
  });

  it('takes an address of map images only when its host can stand in a header', async () => {
    const path = '/beheer/instellingen/map.tile_template';
    const page = await admin.get(path);
    for (const value of [
      'http://tegels.voorbeeld.test/{z}/{x}/{y}.png',
      'https://tegels.voorbeeld.test/{z}/{x}.png',
      'https://tegels.voorbeeld.test; script-src */{z}/{x}/{y}.png',
      'https://naam:geheim@tegels.voorbeeld.test/{z}/{x}/{y}.png',
      'https://*.voorbeeld.test/{z}/{x}/{y}.png',
      'javascript:{z}{x}{y}',
    ]) {
      expectMistake(await admin.submit(page, { value }), 'Deze waarde kan hier niet');
    }
    const good = 'https://tegels.voorbeeld.test/{z}/{x}/{y}.png';
    expect((await admin.submit(page, { value: good, ...day('validFrom', '2016-03-07') })).status).toBe(303);
    dropTenantCache('GM0637');
    const facts = await tenantByHost(test.world)('zoetermeer.localhost');
    expect(facts?.tiles).toEqual({ template: good, attribution: '' });
    expect(facts?.tileHosts).toEqual(['tegels.voorbeeld.test']);
  });

  it('rewords a text, sees it first, and gets the old one back', async () => {
    const path = '/beheer/teksten/gemeente.uncovered.count?taal=nl';
    const page = await admin.get(path);
    expectMistake(await admin.submit(page, { text: 'Te veel buurten' }), '{count}');
    const preview = await admin.submit(page, { text: '{count} buurten <script>', act: 'preview' });
    expect(preview.text).toContain('[count] buurten &lt;script&gt;');
    expect((await admin.submit(page, { text: 'Nog {count} buurten' })).status).toBe(303);
    expect((await admin.get('/beheer/teksten?zoek=nog {count}')).text).toContain('eigen tekst');
    expect((await admin.submit(page, { act: 'reset' })).status).toBe(303);
    expect((await admin.get('/beheer/teksten?zoek=nog {count}')).text).not.toContain('eigen tekst');
  });

  it('gives the site its own colours only when they can be read', async () => {
    const page = await admin.get('/beheer/thema');
    const save = (tokens: string) => admin.submit(page, { tokens });
    expectMistake(await save('--utrecht-document-color: #eeeeee;'), 'niet goed te lezen');
    expectMistake(await save('--a-b: url(https://kwaad.test)'), '--a-b');
    expectMistake(await save('zomaar wat'), 'geen kleuren of maten');
    expect((await save('.thema { --utrecht-document-color: #001122; }')).status).toBe(303);
    const [row] = await asOwner<{ value: unknown }>(
      test.urls,
      'GM0637',
      "select value from setting where key = 'theme.tokens'",
    );
    expect(row?.value).toEqual({ '--utrecht-document-color': '#001122' });
  });
});

describe('public files', () => {
  it('serve the theme under its hash and under no other', async () => {
    const { tenantByHost } = await import('./index.ts');
    const href = (await tenantByHost(test.world)('zoetermeer.localhost'))?.themeHref ?? '';
    const answer = await site.client().get(href);
    expect(answer.text).toBe('.wijkregie-theme{--utrecht-document-color:#001122}');
    expect(answer.headers.get('cache-control')).toContain('immutable');
    expect((await site.client().get('/thema/0123456789abcdef.css')).status).toBe(404);
    expect((await site.client('GM0106').get(href)).status).toBe(404);
  });

  it('give the map names and outlines, and nothing when it has them already', async () => {
    const answer = await site.client().get('/gebieden.json');
    const map = JSON.parse(answer.text) as { bron: string; features: { properties: object }[] };
    expect(map.features.length).toBe(26);
    expect(map.features[0]?.properties).toEqual({ naam: 'Dorp' });
    expect(map.bron).toContain('demo');
    const etag = answer.headers.get('etag') ?? '';
    expect((await site.client().get('/gebieden.json', { 'if-none-match': etag })).status).toBe(304);
  });
});
