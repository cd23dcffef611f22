import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '#platform/command/command.ts';
import { giveSignaal } from '#signaal/index.ts';
import { makeTenant } from '#testing/people.ts';
import { aGift, resident, type SmallTown, smallTown } from '#testing/signaal.ts';
import { testSite } from '#testing/web.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { hasSharedData, readSharedData } from '../../../tests/shared-data.ts';
import { publishCounts } from './counts.ts';
import { meldingFields } from './records.ts';
import { openDataRoutes } from './routes.ts';

const AMSTERDAM = 'meldingen/amsterdam-meldingen-schema-v2.json';
/** What Amsterdam's dataset does not have: the text, its date, and the municipality's own areas. */
const OURS = ['buurtCode', 'buurtNaam', 'wijkCode', 'wijkNaam', 'tekst', 'datumVrijgave'];

let tw: TestWorld;
let town: SmallTown;
let cleared: string;

const sql = (text: string, values: unknown[] = []) => asOwner(tw.urls, 'GM0637', text, values);
const give = async (change = {}): Promise<string> =>
  (await execute(tw.world, 'GM0637', resident, giveSignaal, aGift(change))).signaalId;
const clear = (id: string, text: string) =>
  sql('update signaal set public_text = $2, cleared_at = $3 where id = $1', [id, text, tw.clock.now()]);

beforeAll(async () => {
  tw = await testWorld({ start: '2016-02-10T10:00:00+01:00' });
  town = await smallTown(tw);
  for (let count = 0; count < 6; count += 1)
    await give({ categoryId: town.tree, text: `Geheime tekst ${count}` });
  cleared = await give({ categoryId: town.tree, text: 'De oude tekst' });
  await clear(cleared, '=HYPERLINK("http://kwaad.test")');
  await clear(await give({ kind: 'complaint', text: 'Iemand was bot.' }), 'Een klacht over gedrag');
  await clear(await give({ categoryId: town.lamp }), 'Gevoelig');
  await sql('update category set sensitive = true where id = $1', [town.lamp]);
  tw.clock.set('2016-03-07T10:00:00+01:00');
  await give({ categoryId: town.tree, text: 'Van deze maand' });
});
afterAll(() => tw.close());

const fetched = async (path: string) => {
  const answer = await testSite(tw, openDataRoutes).client().get(`/open-data/${path}`);
  return { answer, text: answer.text };
};
const table = (text: string): Record<string, string>[] =>
  parse(text, { columns: true, delimiter: ';', bom: true });

describe('the open data', () => {
  it('has the cleared words only, at a rounded place', async () => {
    const { text } = await fetched('meldingen.jsonl');
    const rows = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      subcategorie: 'Boom',
      datumMelding: '2016-02-10',
      externeStatus: 'open',
      buurtNaam: 'Palenstein',
      tekst: '=HYPERLINK("http://kwaad.test")',
    });
    expect(Object.keys(rows[0]).toSorted()).toEqual([...meldingFields].toSorted());
    expect(text).not.toMatch(/52\.06\b|4\.49\b|Geheime|oude tekst|klacht|Gevoelig/);
    expect(text).not.toContain(cleared);
  });

  it('gives a map that is GeoJSON and a table without formulas', async () => {
    const map = JSON.parse((await fetched('meldingen.geojson')).text);
    const [feature] = map.features;
    expect(feature.geometry.coordinates[0]).toBeCloseTo(4.49, 1);
    expect(feature.geometry.coordinates[1]).toBeCloseTo(52.06, 1);
    const [row] = table((await fetched('meldingen.csv')).text);
    expect(row?.tekst).toBe(`'=HYPERLINK("http://kwaad.test")`);
    expect(row?.latitudeVisualisatie).toMatch(/^52,0\d+$/);
    expect(Object.keys(row ?? {})).toEqual([...meldingFields]);
  });

  it('counts by fives, up to last month, without what is sensitive', async () => {
    const rows = table((await fetched('aantallen.csv')).text);
    expect(rows.map(({ maand, aantalTenMinste, buurtCode }) => [maand, aantalTenMinste, buurtCode])).toEqual([
      ['', '5', 'BU1'],
      ['2', '5', 'BU1'],
    ]);
  });

  it('is described for portals with a licence, and shown on a page', async () => {
    const catalogue = JSON.parse((await fetched('catalogus.jsonld')).text);
    expect(catalogue['@type']).toBe('dcat:Catalog');
    expect(
      catalogue['dcat:dataset'].map(
        (set: { 'dcat:distribution': unknown[] }) => set['dcat:distribution'].length,
      ),
    ).toEqual([3, 2]);
    expect(JSON.stringify(catalogue)).toContain('publicdomain/zero/1.0');
    const page = await testSite(tw, openDataRoutes).client().get('/open-data');
    for (const field of meldingFields) expect(page.text).toContain(`<code>${field}</code>`);
    expect(page.text).not.toContain('nog geen melding vrijgegeven');
    await makeTenant(tw, 'GM0106', 'Assen');
    const empty = await testSite(tw, openDataRoutes).client('GM0106').get('/open-data');
    expect(empty.text).toContain('nog geen melding vrijgegeven');
  });

  it('stops whoever asks too often', async () => {
    const client = testSite(tw, openDataRoutes).client();
    const answers: number[] = [];
    for (let count = 0; count < 31; count += 1)
      answers.push((await client.get('/open-data/aantallen.jsonl')).status);
    expect(answers.slice(0, 30).every((status) => status === 200)).toBe(true);
    expect(answers.at(-1)).toBe(429);
  });

  it.skipIf(!hasSharedData)('bears the names of the dataset of Amsterdam', () => {
    const { schema } = JSON.parse(readSharedData(AMSTERDAM));
    const theirs = new Set(Object.keys(schema.properties));
    expect(meldingFields.filter((name) => !theirs.has(name))).toEqual(OURS);
  });
});

describe('counts that may be published', () => {
  it('show months only when no hidden one can be worked out', () => {
    const of = (...ns: number[]) =>
      publishCounts(ns.map((n, index) => ({ theme: 'Afval', month: `2016-0${index + 1}`, n })));
    expect(of(4)).toEqual([]);
    expect(of(12).map(({ maand, aantalTenMinste }) => [maand, aantalTenMinste])).toEqual([
      [null, 10],
      [1, 10],
    ]);
    // Two hidden months that together make five: neither can be none, so the months stay away.
    expect(of(4, 4).map(({ maand }) => maand)).toEqual([null]);
    expect(of(20, 1).map(({ maand }) => maand)).toEqual([null, 1]);
  });
});
