import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tenantTransaction } from '#platform/database/tenant-transaction.ts';
import { seedSecondTown, seedTown } from '#testing/demo/town.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { hasSharedData, readSharedData, sharedDataPath } from '../../../tests/shared-data.ts';
import { areasOf, listBuurten, locatePoint } from '../index.ts';
import { importAreas } from './import-areas.ts';

const TODAY = '2016-03-07';
const square = (west: number, south: number, size = 0.01): unknown => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ],
});
const file = (...features: { properties: unknown; geometry: unknown }[]): string =>
  JSON.stringify({ type: 'FeatureCollection', features });

describe('importing outlines', () => {
  let test: TestWorld;
  let assen: string;
  beforeAll(async () => {
    test = await testWorld();
    await seedTown(test.world, test.urls.ownerUrl);
    assen = await seedSecondTown(test.world, test.urls.ownerUrl);
  });
  afterAll(() => test.close());

  const rows = (gemeente: string) =>
    asOwner(
      test.urls,
      gemeente,
      'select id, code, name, md5(outline::text) as outline, outline_source from buurt where gemeente = $1 order by id',
      [gemeente],
    );
  const historyOf = async (gemeente: string): Promise<number> => {
    const [row] = await asOwner<{ n: number }>(
      test.urls,
      gemeente,
      'select count(*)::int as n from history where gemeente = $1',
      [gemeente],
    );
    return row?.n ?? -1;
  };
  const at = (gemeente: string, lat: number, lon: number, snapMetres = 0) =>
    tenantTransaction(test.world.pool, gemeente, (db) =>
      locatePoint(test.world, db, gemeente, TODAY, { lat, lon }, snapMetres),
    );

  describe.skipIf(!hasSharedData)('from the statistics office', () => {
    const zoetermeer = () => readSharedData('geo/zoetermeer-buurten-2017.geojson');

    it('changes nothing when it only tries', async () => {
      const before = await rows('GM0637');
      const history = await historyOf('GM0637');
      const report = await importAreas(test.world, 'GM0637', zoetermeer(), { dryRun: true });
      expect(report).toMatchObject({ problem: null, features: 26, replaced: 26, added: 0, refused: 0 });
      expect(await rows('GM0637')).toEqual(before);
      expect(await historyOf('GM0637')).toBe(history);
    });

    it('replaces the 26 drawn outlines of Zoetermeer and keeps ids and names', async () => {
      const before = await rows('GM0637');
      const history = await historyOf('GM0637');
      const report = await importAreas(test.world, 'GM0637', zoetermeer());
      expect(report).toMatchObject({
        features: 26,
        replaced: 26,
        added: 0,
        refused: 0,
        wijkenMade: 0,
        missing: [],
      });
      const after = await rows('GM0637');
      expect(after.map(({ id, code, name }) => [id, code, name])).toEqual(
        before.map(({ id, code, name }) => [id, code, name]),
      );
      expect(after.every(({ outline }, index) => outline !== before[index]?.outline)).toBe(true);
      expect(new Set(after.map((row) => row.outline_source))).toEqual(new Set(['CBS / Kadaster']));
      expect(await historyOf('GM0637')).toBe(history + 26);
    });

    it('changes nothing the second time', async () => {
      const before = await rows('GM0637');
      const history = await historyOf('GM0637');
      const report = await importAreas(test.world, 'GM0637', zoetermeer());
      expect(report).toMatchObject({ replaced: 0, added: 0, unchanged: 26 });
      expect(await rows('GM0637')).toEqual(before);
      expect(await historyOf('GM0637')).toBe(history);
    });

    it('gives Assen its 109 buurten and, for want of its own, wijken', async () => {
      const report = await importAreas(test.world, assen, readSharedData('geo/assen-buurten-2017.geojson'));
      expect(report).toMatchObject({ features: 109, added: 109, replaced: 0, refused: 0 });
      const [buurten, areas] = await tenantTransaction(test.world.pool, assen, async (db) => [
        await listBuurten(db, assen, TODAY),
        await areasOf(db, assen, TODAY, 'wijk'),
      ]);
      expect(buurten.length).toBe(109);
      expect(areas.length).toBe(report.wijkenMade);
      expect(areas.flatMap((area) => area.buurtIds).length).toBe(109);
      const centre = await at(assen, 52.9936, 6.562);
      expect(centre).not.toBe('outside');
      const again = await importAreas(test.world, assen, readSharedData('geo/assen-buurten-2017.geojson'));
      expect(again).toMatchObject({ added: 0, replaced: 0, unchanged: 109, wijkenMade: 0 });
    });

    it('leaves out the buurten of another municipality', async () => {
      const before = await rows('GM0637');
      const report = await importAreas(
        test.world,
        'GM0637',
        readSharedData('geo/assen-buurten-2017.geojson'),
      );
      expect(report).toMatchObject({ problem: 'all_elsewhere', added: 0, replaced: 0, refused: 109 });
      expect(new Set(report.remarks.map(({ reason }) => reason))).toEqual(new Set(['other_gemeente']));
      expect(await rows('GM0637')).toEqual(before);
    });

    it('reads the same in metres, from a layer of a GeoPackage, and as bytes', async () => {
      const before = await rows('GM0637');
      const options = { dryRun: true };
      const metres = readSharedData('geo/zoetermeer-buurten-2017-rd.geojson');
      const packed = { path: sharedDataPath('geo/zoetermeer-gebieden-2017-rd.gpkg') };
      for (const source of [metres, packed, new Uint8Array(readFileSync(packed.path))]) {
        const report = await importAreas(test.world, 'GM0637', source, options);
        expect(report).toMatchObject({
          problem: null,
          kind: 'buurt',
          features: 26,
          unchanged: 26,
          replaced: 0,
        });
        expect(report.system).toEqual({ system: 'rd', seenBy: 'word' });
      }
      expect(await rows('GM0637')).toEqual(before);
      const other = await importAreas(test.world, 'GM0637', packed, { ...options, layer: 'straten' });
      expect(other).toMatchObject({ problem: 'no_layer', layers: ['buurten', 'wijken'] });
    });

    it('refuses a shapefile in a zip with its own reason', async () => {
      const bytes = new Uint8Array(readFileSync(sharedDataPath('geo/zoetermeer-buurten-2017-rd-shp.zip')));
      expect((await importAreas(test.world, 'GM0637', bytes)).problem).toBe('shapefile');
    });
  });

  it('refuses what is no map, and says why', async () => {
    const problemOf = async (text: string) => (await importAreas(test.world, 'GM0637', text)).problem;
    expect(await problemOf('<html>')).toBe('not_json');
    expect(await problemOf('{"type":"Topology"}')).toBe('not_a_feature_collection');
    expect(await problemOf(file())).toBe('no_areas');
    expect(await problemOf(file({ properties: { x: 1 }, geometry: square(4.5, 52) }))).toBe(
      'no_code_property',
    );
  });

  it('says per feature why it was left out, at its place in the file', async () => {
    const good = { BU_CODE: 'BU06379901', BU_NAAM: 'Nieuw eiland' };
    const report = await importAreas(
      test.world,
      'GM0637',
      file(
        {
          properties: { BU_CODE: 'BU06379900', BU_NAAM: 'Punt' },
          geometry: { type: 'Point', coordinates: [4, 52] },
        },
        { properties: good, geometry: square(4.7, 52.2) },
        { properties: { BU_NAAM: 'Zonder code' }, geometry: square(4.71, 52.2) },
        { properties: good, geometry: square(4.72, 52.2) },
        { properties: { BU_CODE: 'BU06379902' }, geometry: square(4.73, 52.2) },
        { properties: { BU_CODE: 'BU06379903', BU_NAAM: '<script>' }, geometry: square(4.74, 52.2) },
      ),
    );
    expect(report.remarks).toEqual([
      { feature: 0, code: null, reason: 'not_an_area' },
      { feature: 1, code: 'BU06379901', reason: 'no_wijk' },
      { feature: 2, code: null, reason: 'no_code' },
      { feature: 3, code: 'BU06379901', reason: 'duplicate_code' },
      { feature: 4, code: 'BU06379902', reason: 'no_name' },
      { feature: 5, code: 'BU06379903', reason: 'no_wijk' },
    ]);
    expect(report).toMatchObject({ features: 6, added: 2, refused: 4, properties: { code: 'BU_CODE' } });
  });

  it('moves points to their new buurt at once, in every process', async () => {
    const gemeente = 'GM0637';
    const name = (west: number) =>
      file({ properties: { statcode: 'X-1', statnaam: 'Eiland' }, geometry: square(west, 51.5) });
    expect(await at(gemeente, 51.505, 4.905)).toBe('outside');
    await importAreas(test.world, gemeente, name(4.9));
    expect(await at(gemeente, 51.505, 4.905)).not.toBe('outside');
    // Another process changes the row behind this one's back.
    await asOwner(test.urls, gemeente, "update buurt set outline = null where code = 'X-1'");
    expect(await at(gemeente, 51.505, 4.905)).toBe('outside');
  });

  it('takes a point just over the border to the nearest buurt, and only that', async () => {
    await importAreas(
      test.world,
      'GM0637',
      file({ properties: { code: 'X-2', name: 'Rand' }, geometry: square(4.9, 51.6) }),
    );
    expect(await at('GM0637', 51.605, 4.89995, 10)).toMatchObject({ snapped: true });
    expect(await at('GM0637', 51.605, 4.8995, 10)).toBe('outside');
    expect(await at('GM0637', Number.NaN, 4.9, 10)).toBe('outside');
  });

  it('is refused to anybody without the right', async () => {
    const principal = { kind: 'staff', id: null, holdings: [] } as const;
    await expect(importAreas(test.world, 'GM0637', file(), {}, principal)).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});
