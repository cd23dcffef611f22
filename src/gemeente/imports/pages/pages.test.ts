import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedTown } from '#testing/demo/town.ts';
import { makePerson } from '#testing/people.ts';
import { type TestClient, type TestSite, testSite } from '#testing/web.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { hasSharedData, readSharedData, sharedDataPath } from '../../../../tests/shared-data.ts';
import { areaFiguresRoute } from '../../pages/area-figures.tsx';
import { importRoutes } from './routes.tsx';
import { IMPORT } from './start.tsx';

const GEMEENTE = 'GM0637';
let test: TestWorld;
let site: TestSite;
let admin: TestClient;
beforeAll(async () => {
  test = await testWorld();
  await seedTown(test.world, test.urls.ownerUrl);
  site = testSite(test, [...importRoutes, areaFiguresRoute]);
  admin = await site.client().signInAs(await makePerson(test, { holdings: [{ role: 'functional_admin' }] }));
});
afterAll(() => test.close());

const count = async (table: 'uploaded_file' | 'key_figure' | 'history'): Promise<number> =>
  (
    await asOwner<{ n: number }>(
      test.urls,
      GEMEENTE,
      `select count(*)::int as n from ${table} where gemeente = $1`,
      [GEMEENTE],
    )
  )[0]?.n ?? -1;
const send = async (kind: string, name: string, content: string | Uint8Array<ArrayBuffer>) =>
  admin.submit(await admin.get(IMPORT), { soort: kind, bestand: new File([content], name) }, IMPORT);

const square = (code: string) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: [
      {
        properties: { buurtcode: code, buurtnaam: 'Proef <b>' },
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [4.6, 52.2],
              [4.7, 52.2],
              [4.7, 52.3],
              [4.6, 52.2],
            ],
          ],
        },
      },
    ],
  });

describe('reading a file in the browser', () => {
  it('shows what would change, changes nothing, then does it', async () => {
    const sent = await send('areas', 'grenzen.geojson', square('BU06377777'));
    expect(sent.status).toBe(303);
    const history = await count('history');
    const looked = await admin.follow(sent);
    expect(looked.text).toContain('Er zou gebeuren: 1 buurten erbij');
    expect(looked.text).toContain('grenzen.geojson');
    expect(await count('history')).toBe(history);
    expect(looked.statements.length).toBeLessThanOrEqual(5);
    const again = await admin.submit(looked, { doe: 'kijk', gebied: 'wijk' });
    expect(again.text).toContain('nergens staat de code');
    const wrong = await admin.submit(looked, {
      doe: 'inlezen',
      'validFrom-day': '31',
      'validFrom-month': '2',
      'validFrom-year': '2016',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Deze dag bestaat niet');
    expect(wrong.text).toContain('value="31"');
    const done = await admin.submit(looked, { doe: 'inlezen' });
    expect(done.text).toContain('Gedaan: 1 buurten erbij');
    expect(await count('history')).toBeGreaterThan(history);
    expect(await count('uploaded_file')).toBe(0);
    expect((await admin.submit(looked, { doe: 'inlezen' })).status).toBe(404);
  });

  it('says what is wrong with a file, and does nothing with it', async () => {
    const page = await admin.get(IMPORT);
    const empty = await admin.submit(page, { soort: 'areas', bestand: new File([], '') }, IMPORT);
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('Kies een bestand');
    const looked = await admin.follow(await send('areas', 'foto.jpg', 'geen kaart'));
    expect(looked.text).toContain('het is geen GeoJSON, geen GeoPackage en geen tabel');
    expect(looked.text).not.toContain('value="inlezen"');
    expect(looked.text).toContain('Dit bestand kunnen we niet inlezen');
    expect(looked.text).not.toContain('id="keuzes"');
    const other = JSON.parse(square('BU06377775'));
    other.features[0].properties = { kenmerk: 'BU06377775', titel: 'Proef' };
    const nameless = await admin.follow(await send('areas', 'anders.geojson', JSON.stringify(other)));
    expect(nameless.text).toContain('nergens staat de code');
    const forced = await admin.submit(nameless, { doe: 'inlezen' });
    expect(forced.text).toContain('is niet ingelezen');
    const told = await admin.submit(nameless, { doe: 'kijk', code: 'kenmerk', naam: 'titel' });
    expect(told.text).toContain('1 buurten erbij');
    expect(told.text).toContain('nieuw: Proef (BU06377775)');
    const halved = await admin.follow(await send('areas', 'half.geojson', square('BU06377777').slice(0, 90)));
    expect(halved.text).toContain('is niet heel');
    const shape = await admin.follow(await send('areas', 'x.zip', 'PK\u0003\u0004 buurten.shp'));
    expect(shape.text).toContain('bewaar de laag als GeoPackage');
    expect((await send('iets', 'x', 'y')).status).toBe(422);
    const nobody = await admin.submit(page, { wat: 'iets anders' }, `${IMPORT}/ophalen`);
    expect(nobody.status).toBe(422);
    expect(nobody.text).toContain('Kies wat we moeten ophalen');
  });

  it('keeps no letter that no table can hold', async () => {
    const outline = square('BU06377776').replace('Proef <b>', 'Pr\\u0000oef \\ud83d');
    const looked = await admin.follow(await send('areas', 'nul\u0001.geojson', outline));
    const done = await admin.submit(looked, { doe: 'inlezen' });
    expect(done.text).toContain('1 buurten erbij');
    const division = JSON.stringify({ wijken: [{ naam: 'Nul\0wijk', buurtcodes: ['BU06377776'] }] });
    const areas = await admin.follow(await send('areas', 'indeling.json', division));
    expect((await admin.submit(areas, { doe: 'inlezen' })).text).toContain('1 gebieden erbij');
  });

  it('keeps a file for its sender only, and one at a time', async () => {
    const sent = await send('areas', 'een.geojson', square('BU06377778'));
    const other = await site
      .client()
      .signInAs(await makePerson(test, { holdings: [{ role: 'functional_admin' }] }));
    expect((await other.get(sent.location ?? '')).status).toBe(404);
    expect((await site.client().get(sent.location ?? '')).status).toBe(401);
    await send('areas', 'twee.geojson', square('BU06377779'));
    expect(await count('uploaded_file')).toBe(1);
    expect((await admin.get(sent.location ?? '')).status).toBe(404);
  });

  it('asks for the column with the code when no name says which it is', async () => {
    const looked = await admin.follow(await send('key_figures', 'x.csv', 'plek;mensen\nBU06370003;5.000\n'));
    expect(looked.text).toContain('Er ontbreekt nog iets');
    expect(looked.text).toContain('Zeg welke kolom dat is');
    const chosen = { doe: 'kijk', 'kolom-0': 'region', 'kolom-1': 'residents', year: '2021' };
    expect((await admin.submit(looked, chosen)).text).toContain('1 cijfers erbij');
  });

  it('reads key figures of which the columns are told', async () => {
    const looked = await admin.follow(
      await send('key_figures', 'cijfers.csv', 'code;mensen;kleur\nBU06370003;5000;rood\n'),
    );
    expect(looked.text).toContain('geen enkele kolom is een bekend cijfer');
    const told = await admin.submit(looked, { doe: 'kijk', 'kolom-1': 'residents' });
    expect(told.text).toContain('het jaar staat er niet in');
    const year = await admin.submit(told, { doe: 'kijk', year: 'vorig jaar' });
    expect(year.status).toBe(422);
    const ready = await admin.submit(told, { doe: 'kijk', year: '2020', 'kolom-1': 'residents' });
    expect(ready.text).toContain('1 cijfers erbij');
    expect(ready.text).toContain('Niet gebruikt: kleur');
    expect(await count('key_figure')).toBe(0);
    const done = await admin.submit(ready, { doe: 'inlezen' });
    expect(done.text).toContain('Het bestand is ingelezen');
    expect(await count('key_figure')).toBe(1);
  });

  it('says in a sentence that a source cannot be reached', async () => {
    await asOwner(
      test.urls,
      GEMEENTE,
      `insert into setting (gemeente, key, valid_from, value, set_at) values ($1, 'source.cbs', '2000-01-01', '"https://127.0.0.1:1/odata"', now())`,
      [GEMEENTE],
    );
    const page = await admin.get(IMPORT);
    const answer = await admin.submit(page, { wat: 'cbs' }, `${IMPORT}/ophalen`);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('CBS is niet te bereiken');
  });

  it.skipIf(!hasSharedData)('takes a GeoPackage and the table of CBS', async () => {
    const bytes = new Uint8Array(readFileSync(sharedDataPath('geo/zoetermeer-gebieden-2017-rd.gpkg')));
    const looked = await admin.follow(await send('areas', 'gebieden.gpkg', bytes));
    expect(looked.text).toContain('Gelezen laag: buurten. Het bestand heeft ook: wijken.');
    expect(looked.text).toContain('De coördinaten zijn in RD');
    const wijken = await admin.submit(looked, { doe: 'kijk', laag: 'wijken' });
    expect(wijken.text).toContain('Gelezen laag: wijken');
    const figures = await send(
      'key_figures',
      'kern-2024.csv',
      readSharedData('geo/zoetermeer-kerncijfers-2024.csv'),
    );
    const ready = await admin.follow(figures);
    expect(ready.text).toContain('bron CBS, peildatum maandag 1 januari 2024');
    await admin.submit(ready, { doe: 'inlezen' });
    test.clock.set('2024-05-02T10:00:00+02:00');
    const later = await makePerson(test, { holdings: [{ role: 'functional_admin' }] });
    const areas = await (await site.client().signInAs(later)).get('/beheer/gebieden/kerncijfers');
    expect(areas.text).toContain('44.700');
    expect(areas.text).toContain('opgeteld uit 6 van 6 buurten');
    expect(areas.text).toContain('Meerzicht');
    expect(areas.text).toContain('15.915');
    expect(areas.text).toContain('het hele gebied, geteld door de bron');
  });
});
