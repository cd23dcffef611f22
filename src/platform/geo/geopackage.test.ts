import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { hasSharedData, readSharedData, sharedDataPath } from '../../../tests/shared-data.ts';
import { makeTemporaryFolder, removeTemporaryFolder } from '../temporary-folder.ts';
import type { AreaFile, AreaFileResult } from './area-file.ts';
import { parseGeoJson } from './geojson.ts';
import { type GeoPackageChoice, readGeoPackage } from './geopackage.ts';
import { distanceMetres } from './point.ts';

const folder = makeTemporaryFolder('gpkg');
afterAll(() => removeTemporaryFolder(folder));

const choice: GeoPackageChoice = { fits: (columns) => columns.includes('code'), mostFeatures: 100 };
let made = 0;

/** A little GeoPackage with these tables, or whatever else the statements make. */
const fileOf = (...statements: string[]): string => {
  made += 1;
  const path = join(folder, `${made}.gpkg`);
  const db = new DatabaseSync(path);
  db.exec(`create table gpkg_geometry_columns (table_name text, column_name text, srs_id integer);
    create table gpkg_spatial_ref_sys (srs_id integer, organization text, organization_coordsys_id integer);
    insert into gpkg_spatial_ref_sys values (28992, 'EPSG', 28992), (4326, 'EPSG', 4326), (900, 'EPSG', 3857)`);
  for (const statement of statements) db.exec(statement);
  db.close();
  return path;
};
/** GP header, then a square of a degree or of a kilometre. */
const square = (x: number, y: number, size: number): string => {
  const bytes = Buffer.alloc(8 + 13 + 5 * 16);
  Buffer.from([0x47, 0x50, 0, 1]).copy(bytes);
  Buffer.from([1, 3, 0, 0, 0, 1, 0, 0, 0, 5, 0, 0, 0]).copy(bytes, 8);
  [x, y, x + size, y, x + size, y + size, x, y + size, x, y].forEach((value, at) => {
    bytes.writeDoubleLE(value, 21 + at * 8);
  });
  return `x'${bytes.toString('hex')}'`;
};
const layer = (name: string, srs: number, columns = 'code text, gm text'): string =>
  `create table "${name.replaceAll('"', '""')}" (id integer primary key, ${columns}, shape blob);
   insert into gpkg_geometry_columns values ('${name}', 'shape', ${srs})`;
const good = (result: AreaFileResult): AreaFile => {
  if ('problem' in result) throw new Error(result.problem);
  return result;
};

describe('a GeoPackage', () => {
  it('gives the rows of its one fitting layer, in degrees', async () => {
    const path = fileOf(
      layer('places', 28992),
      `insert into places values (1, 'A1', 'X', ${square(93_000, 452_000, 1000)}), (2, 'B', 'Y', null)`,
      layer('roads', 28992, 'number text'),
    );
    const read = good(await readGeoPackage(path, choice));
    expect(read).toMatchObject({ system: 'rd', seenBy: 'word', total: 2, layer: 'places' });
    expect(read.features).toMatchObject([{ feature: 0, properties: { id: 1, code: 'A1', gm: 'X' } }]);
    expect(read.warnings).toEqual([{ feature: 1, code: 'no_geometry' }]);
  });

  it('lets the layer be chosen, and lists them', async () => {
    const path = fileOf(
      layer('one', 4326),
      layer('two "2"', 4326),
      `insert into "two ""2""" values (1, 'A', 'X', ${square(4, 52, 1)})`,
    );
    expect(await readGeoPackage(path, choice)).toEqual({
      problem: 'choose_layer',
      layers: ['one', 'two "2"'],
    });
    expect(await readGeoPackage(path, { ...choice, layer: 'three' })).toMatchObject({ problem: 'no_layer' });
    expect(good(await readGeoPackage(path, { ...choice, layer: 'two "2"' })).features.length).toBe(1);
  });

  it('takes only the rows of one value, and no more than it may', async () => {
    const rows = Array.from(
      { length: 30 },
      (_, at) => `(${at}, 'C${at}', '${at % 3 ? 'X' : 'Y'}', ${square(4, 52, 1)})`,
    );
    const path = fileOf(layer('places', 4326), `insert into places values ${rows.join(', ')}`);
    const only = { columns: ['absent', 'gm'], value: 'Y' };
    expect(good(await readGeoPackage(path, { ...choice, only })).total).toBe(10);
    expect(await readGeoPackage(path, { ...choice, mostFeatures: 29 })).toMatchObject({
      problem: 'too_many_features',
    });
  });

  it('goes by the size of its numbers where its system is not told or not true', async () => {
    const rows = `insert into places values (1, 'A', 'X', ${square(93_000, 452_000, 1000)})`;
    expect(await readGeoPackage(fileOf(layer('places', 0), rows), choice)).toMatchObject({ seenBy: 'size' });
    expect(await readGeoPackage(fileOf(layer('places', 4326), rows), choice)).toMatchObject({
      system: 'rd',
      seenBy: 'size_against_word',
    });
    expect(await readGeoPackage(fileOf(layer('places', 900), rows), choice)).toMatchObject({
      problem: 'other_system',
    });
  });

  it('asks no view and no made-up column', async () => {
    const path = fileOf(
      `create view places as with recursive n(id) as (select 1 union all select id + 1 from n) select id, 'A' as code, null as shape from n`,
      `insert into gpkg_geometry_columns values ('places', 'shape', 4326), ('sqlite_master', 'sql', 4326), ('gone', 'shape', 4326)`,
    );
    expect(await readGeoPackage(path, choice)).toMatchObject({ problem: 'no_layer' });
  });

  it('is refused when it is none', async () => {
    const path = join(folder, 'none.gpkg');
    for (const bytes of ['', 'no database', 'SQLite format 3\0 and then nothing']) {
      writeFileSync(path, bytes);
      expect(await readGeoPackage(path, choice)).toEqual({ problem: 'not_a_geopackage' });
    }
    expect(await readGeoPackage(join(folder, 'absent.gpkg'), choice)).toEqual({
      problem: 'not_a_geopackage',
    });
  });

  it('never throws, whatever was scrambled in it', async () => {
    const path = fileOf(
      layer('places', 4326),
      `insert into places values (1, 'A', 'X', ${square(4, 52, 1)})`,
    );
    const whole = await import('node:fs').then(({ readFileSync }) => readFileSync(path));
    const changes = fc.array(fc.tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 })), {
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(changes, fc.nat({ max: whole.length }), async (list, length) => {
        const bytes = Buffer.from(whole.subarray(0, list.length % 3 === 0 ? length : whole.length));
        for (const [at, value] of list) if (at < bytes.length) bytes[at] = value;
        writeFileSync(path, bytes);
        const read = await readGeoPackage(path, choice);
        expect('problem' in read || read.total <= 100).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

describe.skipIf(!hasSharedData)('the outlines of Zoetermeer', () => {
  const json = (name: string) => good(parseGeoJson(readSharedData(`geo/${name}.geojson`)));
  const packed = async (name: string, code: string) =>
    good(
      await readGeoPackage(sharedDataPath('geo/zoetermeer-gebieden-2017-rd.gpkg'), {
        layer: name,
        fits: (columns) => columns.includes(code),
        mostFeatures: 100,
      }),
    );
  /** How far two files lie apart at most, point by point. */
  const apart = (one: AreaFile, other: AreaFile, code: string): number => {
    const byCode = new Map(other.features.map((area) => [area.properties[code], area.shape.flat(2)]));
    const distances = one.features.flatMap((area) => {
      const points = byCode.get(area.properties[code]) ?? [];
      expect(points.length).toBe(area.shape.flat(2).length);
      return area.shape.flat(2).map(([lon, lat], at) => {
        const [otherLon = 0, otherLat = 0] = points[at] ?? [];
        return distanceMetres({ lat, lon }, { lat: otherLat, lon: otherLon });
      });
    });
    return Math.max(...distances);
  };

  it('are 26 buurten from each form, within a metre', async () => {
    const degrees = json('zoetermeer-buurten-2017');
    const metres = json('zoetermeer-buurten-2017-rd');
    const layerRead = await packed('buurten', 'buurtcode');
    expect([degrees, metres, layerRead].map(({ total }) => total)).toEqual([26, 26, 26]);
    expect([degrees, metres, layerRead].map(({ system }) => system)).toEqual(['wgs84', 'rd', 'rd']);
    expect(apart(degrees, metres, 'buurtcode')).toBeLessThan(1);
    expect(apart(degrees, layerRead, 'buurtcode')).toBeLessThan(1);
    const bare = readSharedData('geo/zoetermeer-buurten-2017-rd.geojson').replace(/"crs": .*\n/, '');
    expect(good(parseGeoJson(bare))).toMatchObject({ system: 'rd', seenBy: 'size' });
  });

  it('are 9 wijken from each form, within a metre', async () => {
    const degrees = json('zoetermeer-wijken-2017');
    const layerRead = await packed('wijken', 'wijkcode');
    expect([degrees.total, layerRead.total]).toEqual([9, 9]);
    expect(apart(degrees, layerRead, 'wijkcode')).toBeLessThan(1);
  });
});
