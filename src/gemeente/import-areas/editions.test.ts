import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tenantTransaction } from '#platform/database/tenant-transaction.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { hasSharedData, readSharedData, sharedDataPath } from '../../../tests/shared-data.ts';
import { areasOf, listBuurten, locatePoint, makeTenant } from '../index.ts';
import { comingChanges, outlinesOn } from '../read/outlines.ts';
import { type ImportAreasOptions, importAreas } from './import-areas.ts';
import type { AreaSource } from './source.ts';

type Place = readonly [number, number];
const box = (west: number, south: number, size = 0.01): Place[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const feature = (properties: object, ...rings: (readonly Place[])[]) => ({
  properties,
  geometry: { type: 'Polygon', coordinates: rings },
});
const file = (...features: unknown[]): string => JSON.stringify({ type: 'FeatureCollection', features });

let test: TestWorld;
/** Each test has a municipality of its own; its code is no national one, so every file is for it. */
let gemeente = '';
let made = 0;
beforeAll(async () => {
  test = await testWorld();
});
afterAll(() => test.close());
beforeEach(async () => {
  made += 1;
  gemeente = `PROEF${made}`;
  const hosts = [`proef${made}.localhost`];
  await makeTenant(test.world, test.urls.ownerUrl, { code: gemeente, name: 'Proef', demo: true, hosts });
});

const run = (source: AreaSource, options: ImportAreasOptions = {}) =>
  importAreas(test.world, gemeente, source, options);
const inTenant = <T>(work: Parameters<typeof tenantTransaction<T>>[2]): Promise<T> =>
  tenantTransaction(test.world.pool, gemeente, work);
const codeAt = async (day: string, lon: number, lat: number): Promise<string> => {
  const found = await inTenant((db) => locatePoint(test.world, db, gemeente, day, { lat, lon }, 0));
  if (found === 'outside') return 'outside';
  const rows = await asOwner<{ code: string }>(
    test.urls,
    gemeente,
    'select code from buurt where gemeente = $1 and id = $2',
    [gemeente, found.buurtId],
  );
  return rows[0]?.code ?? 'unknown';
};

describe('outlines through the years', () => {
  const west = { code: 'a1', name: 'West' };
  const east = { code: 'B-2', name: 'Oost' };

  it('end the former ones on their first day, and days of then still find those', async () => {
    await run(file(feature(west, box(4.9, 52)), feature(east, box(4.91, 52))), { validFrom: '2014-01-01' });
    const moved = file(feature(west, box(4.9, 52, 0.02)), feature(east, box(4.93, 52)));
    const trial = await run(moved, { validFrom: '2016-01-01', dryRun: true });
    expect(trial).toMatchObject({ replaced: 2, renewed: 2 });
    expect(await run(moved, { validFrom: '2016-01-01' })).toMatchObject({ replaced: 2, renewed: 2 });
    expect(await run(moved, { validFrom: '2016-01-01' })).toMatchObject({ replaced: 0, unchanged: 2 });
    expect(await codeAt('2015-12-31', 4.915, 52.005)).toBe('B-2');
    expect(await codeAt('2016-01-01', 4.915, 52.005)).toBe('a1');
    const former = await asOwner(
      test.urls,
      gemeente,
      'select valid_from::text, valid_to::text from buurt_outline where gemeente = $1',
      [gemeente],
    );
    expect(former).toEqual(Array(2).fill({ valid_from: '2014-01-01', valid_to: '2016-01-01' }));
    expect(await run(file(feature(west, box(4.8, 52))), { validFrom: '2015-06-01' })).toMatchObject({
      refused: 1,
      remarks: [{ feature: 0, code: 'a1', reason: 'newer_outline' }],
    });
  });

  it('may be read before their first day: until then maps and points keep those of now', async () => {
    const today = '2016-05-02';
    const drawn = async (day: string) =>
      (await inTenant((db) => outlinesOn(db, gemeente, day))).map(({ outline }) => outline[0]?.[0]?.[0]?.[0]);
    const coming = () => inTenant((db) => comingChanges(db, gemeente, today));
    await run(file(feature(west, box(4.9, 52)), feature(east, box(4.91, 52))), { validFrom: '2014-01-01' });
    const next = file(feature(west, box(4.8, 52)), feature({ code: 'c3', name: 'Noord' }, box(4.9, 52)));
    const options = { validFrom: '2017-01-01', endMissing: true };
    expect(await run(next, options)).toMatchObject({ added: 1, renewed: 1, ended: ['B-2'], isToCome: true });
    expect(await run(next, options)).toMatchObject({ added: 0, replaced: 0, unchanged: 2 });
    expect(await coming()).toEqual([{ day: '2017-01-01', outlines: 1, added: 1, ended: 1 }]);
    expect([await codeAt(today, 4.905, 52.005), await codeAt('2017-01-01', 4.905, 52.005)]).toEqual([
      'a1',
      'c3',
    ]);
    expect(await drawn(today)).toEqual([4.91, 4.9]);
    expect(await drawn('2017-01-01')).toEqual([4.8, 4.9]);
    // What holds now is not the row of the later day: a correction of it would change the wrong one.
    expect(
      await run(file(feature(west, box(4.7, 52))), { validFrom: today, correction: true }),
    ).toMatchObject({
      remarks: [{ code: 'a1', reason: 'newer_outline' }],
    });
    // A mistake in what is to come is put right by reading the right file for the same day.
    expect(await run(file(feature(west, box(4.85, 52))), options)).toMatchObject({ replaced: 1, renewed: 0 });
    expect(await drawn(today)).toEqual([4.91, 4.9]);
    expect((await drawn('2017-01-01'))[0]).toBe(4.85);
  });

  it('may be put right without keeping what was wrong', async () => {
    await run(file(feature(west, box(4.9, 52))), { validFrom: '2014-01-01' });
    const right = file(feature(west, box(4.8, 52)));
    expect(await run(right, { validFrom: '2016-01-01', correction: true })).toMatchObject({
      replaced: 1,
      renewed: 0,
    });
    expect(await codeAt('2014-02-01', 4.805, 52.005)).toBe('a1');
  });

  it('end the buurten that a new year no longer has, only when told to', async () => {
    await run(file(feature(west, box(4.9, 52)), feature(east, box(4.91, 52))), { validFrom: '2014-01-01' });
    const next = file(feature(west, box(4.9, 52)));
    expect(await run(next, { validFrom: '2016-01-01' })).toMatchObject({ missing: ['B-2'], ended: [] });
    expect(await codeAt('2016-01-01', 4.915, 52.005)).toBe('B-2');
    expect(await run(next, { validFrom: '2016-01-01', endMissing: true })).toMatchObject({ ended: ['B-2'] });
    expect(await run(next, { validFrom: '2016-01-01', endMissing: true })).toMatchObject({
      missing: [],
      ended: [],
    });
    expect(await codeAt('2015-12-31', 4.915, 52.005)).toBe('B-2');
    expect(await codeAt('2016-01-01', 4.915, 52.005)).toBe('outside');
  });

  it('keep their holes, with an enclave in one, and the water that has a feature of its own', async () => {
    const hole = box(4.905, 52.005, 0.004);
    const report = await run(
      file(
        feature(west, box(4.9, 52, 0.02).toReversed(), hole),
        feature({ ...east, water: 'NEE' }, hole),
        feature({ ...east, water: 'JA' }, box(4.95, 52)),
      ),
    );
    expect(report).toMatchObject({ added: 2, refused: 0, remarks: [{ feature: 2, reason: 'water_joined' }] });
    expect(await codeAt('2016-05-01', 4.907, 52.007)).toBe('B-2');
    expect(await codeAt('2016-05-01', 4.915, 52.007)).toBe('a1');
    expect(await codeAt('2016-05-01', 4.955, 52.005)).toBe('B-2');
  });
});

describe.skipIf(!hasSharedData)('Zoetermeer', () => {
  const names = () => readSharedData('geo/zoetermeer-gebieden-2014.csv');
  const wijken = () =>
    inTenant(async (db) =>
      (await areasOf(db, gemeente, '2016-05-01', 'wijk')).map(({ code, name, buurtIds }) => [
        code,
        name,
        buurtIds.length,
      ]),
    );
  const official = [
    ['WK063700', 'Centrum', 4],
    ['WK063701', 'Meerzicht', 2],
    ['WK063702', 'Buytenwegh de Leyens', 2],
    ['WK063703', 'Seghwaert', 2],
    ['WK063704', 'Noordhove', 2],
    ['WK063705', 'Rokkeveen', 2],
    ['WK063706', 'Oosterheem', 2],
    ['WK063708', 'Industriegebied', 4],
    ['WK063709', 'Buitengebied', 6],
  ];
  const packed = { path: '' };
  beforeAll(() => {
    packed.path = sharedDataPath('geo/zoetermeer-gebieden-2017-rd.gpkg');
  });

  it.each([
    [
      'degrees',
      () => readSharedData('geo/zoetermeer-buurten-2017.geojson'),
      () => readSharedData('geo/zoetermeer-wijken-2017.geojson'),
    ],
    [
      'metres',
      () => readSharedData('geo/zoetermeer-buurten-2017-rd.geojson').replace(/"crs": .*\n/, ''),
      () => readSharedData('geo/zoetermeer-wijken-2017.geojson'),
    ],
    ['a GeoPackage', () => packed, () => packed],
  ])('comes as 26 buurten and 9 wijken in %s', async (_, buurten, ofWijken) => {
    expect(await run(buurten())).toMatchObject({ problem: null, added: 26, wijkenMade: 9, refused: 0 });
    const layer = ofWijken() === packed ? { layer: 'wijken' } : {};
    expect(await run(ofWijken(), layer)).toMatchObject({
      kind: 'wijk',
      features: 9,
      replaced: 9,
      refused: 0,
    });
    expect(await run(ofWijken(), layer)).toMatchObject({ replaced: 0, unchanged: 9, buurtenPlaced: 0 });
    expect(await wijken()).toEqual(official);
  });

  it('comes from codes and names alone, and learns its outlines after', async () => {
    expect(await run(names())).toMatchObject({ kind: 'names', added: 26, wijkenMade: 9, refused: 0 });
    expect(await run(names())).toMatchObject({ added: 0, unchanged: 26 });
    expect((await wijken())[2]).toEqual(['WK063702', 'Buytenwegh - De Leyens', 2]);
    expect(await run(packed)).toMatchObject({ kind: 'buurt', layer: 'buurten', replaced: 26, renewed: 0 });
  });

  it('gets its own wijken, areas of focuspunten and portfolios from its own division', async () => {
    await run(packed);
    const seed = readSharedData('geo/zoetermeer-wijkindeling-seed.json');
    expect(await run(seed, { dryRun: true })).toMatchObject({
      kind: 'division',
      problem: null,
      features: 18,
      refused: 0,
    });
    await run(seed);
    expect(await run(seed)).toMatchObject({ added: 0, replaced: 0, unchanged: 18 });
    const portfolios = await inTenant((db) => areasOf(db, gemeente, '2016-05-01', 'portfolio'));
    expect(
      portfolios.map(({ code, printedResidents, buurtIds }) => [code, printedResidents, buurtIds.length]),
    ).toEqual([
      ['A', 44_600, 6],
      ['B', 42_700, 4],
      ['C', 36_000, 6],
    ]);
    expect((await wijken()).filter(([, name]) => name === 'Palenstein')).toEqual([
      ['palenstein', 'Palenstein', 1],
    ]);
    expect((await inTenant((db) => listBuurten(db, gemeente, '2016-05-01'))).length).toBe(26);
  });

  it('may have its division in a table, where what is unknown or twice is named by its line', async () => {
    await run(names());
    const table =
      'buurtcode;wijk;portefeuille\nBU06370003;Palenstein;C\nBU06379999;Palenstein;C\n\nBU06370003;Centrum;C\n';
    expect(await run(table)).toMatchObject({
      kind: 'division',
      refused: 2,
      remarks: [
        { feature: 3, code: 'BU06379999', reason: 'unknown_buurt' },
        { feature: 5, code: 'BU06370003', reason: 'duplicate_code' },
      ],
    });
  });
});
