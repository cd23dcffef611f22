import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  areasOf,
  departmentOfKind,
  findStreets,
  listBuurten,
  locatePoint,
  locations,
} from '#gemeente/index.ts';
import { tenantTransaction } from '#platform/database/tenant-transaction.ts';
import { contains, interiorPoint, parseGeoJson } from '#platform/geo/index.ts';
import { hasSharedData, readSharedData } from '../../../tests/shared-data.ts';
import { asOwner, type TestWorld, testWorld } from '../world.ts';
import { drawOutlines } from './outlines.ts';
import { seedTown, type TownIds } from './town.ts';
import { border, townBuurten } from './town-places.ts';
import { townStreets } from './town-streets.ts';

const TODAY = '2016-03-07';
const shapes = drawOutlines(border, townBuurten);

describe('the drawn outlines', () => {
  it('hold each point of the town exactly once', () => {
    let inTown = 0;
    for (let lat = 52.03; lat < 52.095; lat += 0.00173)
      for (let lon = 4.41; lon < 4.56; lon += 0.00211) {
        const holders = shapes.filter((shape) => contains(shape, { lat, lon })).length;
        const inside = contains([[border]], { lat, lon });
        if (inside) inTown += 1;
        expect(holders, `${lat}, ${lon}`).toBe(inside ? 1 : 0);
      }
    expect(inTown).toBeGreaterThan(1_000);
  });

  it('hold their own middles', () => {
    for (const [index, middle] of townBuurten.entries())
      expect(contains(shapes[index] ?? [], middle), middle.name).toBe(true);
  });

  it.skipIf(!hasSharedData)('lie roughly where the real buurten lie', () => {
    const file = parseGeoJson(readSharedData('geo/zoetermeer-buurten-2017.geojson'));
    if ('problem' in file) throw new Error(file.problem);
    const astray = file.features.filter(({ properties, shape }) => {
      const middle = interiorPoint(shape);
      const at = shapes.findIndex((drawn) => middle !== undefined && contains(drawn, middle));
      return townBuurten[at]?.code !== properties.buurtcode;
    });
    const found = file.features.length - astray.length;
    process.stdout.write(
      `${found} of ${file.features.length} real buurten have their middle in our outline\n`,
    );
    expect(file.features.length).toBe(26);
    expect(found).toBeGreaterThanOrEqual(22);
  });
});

describe('the demo town', () => {
  let test: TestWorld;
  let town: TownIds;
  beforeAll(async () => {
    test = await testWorld();
    town = await seedTown(test.world, test.urls.ownerUrl);
  });
  afterAll(() => test.close());

  const read = <T>(work: Parameters<typeof tenantTransaction<T>>[2]): Promise<T> =>
    tenantTransaction(test.world.pool, town.gemeente, work);

  it('has the divisions of the report, each buurt at most once in each', async () => {
    const areas = await read((db) => areasOf(db, town.gemeente, TODAY));
    const count = (kind: string) => areas.filter((area) => area.kind === kind).length;
    expect([count('wijk'), count('focus_area'), count('portfolio')]).toEqual([9, 6, 3]);
    for (const kind of ['wijk', 'focus_area', 'portfolio']) {
      const placed = areas.filter((area) => area.kind === kind).flatMap((area) => area.buurtIds);
      expect(new Set(placed).size).toBe(placed.length);
      expect(placed.length).toBe(16);
    }
    const printed = areas.filter((area) => area.kind === 'portfolio').map((area) => area.printedResidents);
    expect(printed).toEqual([44_600, 42_700, 36_000]);
  });

  it('has the people it needs to send a signaal anywhere', async () => {
    const desk = await read((db) => departmentOfKind(db, town.gemeente, TODAY, 'desk'));
    expect(desk?.name).toBe('Publieksplein');
    expect(Object.keys(town.departments).length).toBe(16);
    expect((await read((db) => locations(db, town.gemeente, TODAY))).length).toBe(7);
  });

  it('finds a street by the beginning of its name, without its accents', async () => {
    const found = await read((db) => findStreets(db, town.gemeente, 'ITALIE', 5));
    expect(found).toMatchObject([{ name: 'Italiëlaan', buurtName: 'Stadscentrum' }]);
    expect(await read((db) => findStreets(db, town.gemeente, 'dorpsstraat%', 5))).toHaveLength(1);
    expect(await read((db) => findStreets(db, town.gemeente, '   ', 5))).toEqual([]);
  });

  it('knows in which buurt its town hall stands', async () => {
    const at = await read((db) =>
      locatePoint(test.world, db, town.gemeente, TODAY, { lat: 52.0607, lon: 4.494 }, 10),
    );
    expect(at).toEqual({ buurtId: town.buurten.BU06370002, snapped: false });
  });

  it('stays as it is when it is made again', async () => {
    const before = await asOwner(test.urls, town.gemeente, 'select count(*)::int as n from history');
    expect(await seedTown(test.world, test.urls.ownerUrl)).toEqual(town);
    expect(await asOwner(test.urls, town.gemeente, 'select count(*)::int as n from history')).toEqual(before);
  });

  it.skipIf(!hasSharedData)('agrees with the published codes, residents and wijk names', async () => {
    const seed = JSON.parse(readSharedData('geo/zoetermeer-wijkindeling-seed.json')) as {
      wijken: { naam: string; portefeuille: string; focuspuntgebied: string; buurtcodes: string[] }[];
      portefeuilles: { portefeuille: string; inwonersVolgensSeed: number }[];
    };
    const areas = await read((db) => areasOf(db, town.gemeente, TODAY));
    const codesOf = async (id: string | undefined): Promise<string[]> => {
      const buurten = await read((db) => listBuurten(db, town.gemeente, TODAY));
      const own = areas.find((area) => area.id === id)?.buurtIds ?? [];
      return buurten.filter((buurt) => own.includes(buurt.id)).map((buurt) => buurt.code);
    };
    for (const { naam, portefeuille, focuspuntgebied, buurtcodes } of seed.wijken) {
      expect(await codesOf(town.wijken[naam])).toEqual(buurtcodes);
      expect(await codesOf(town.focusAreas[focuspuntgebied])).toEqual(expect.arrayContaining(buurtcodes));
      expect(await codesOf(town.portfolios[portefeuille])).toEqual(expect.arrayContaining(buurtcodes));
    }
    const rows = readSharedData('geo/zoetermeer-kerncijfers-2024.csv')
      .trim()
      .split('\n')
      .map((row) => row.split(','));
    const published = new Map(rows.map(([code = '', , , , , residents]) => [code, Number(residents)]));
    for (const { code, residents } of townBuurten) expect(residents, code).toBe(published.get(code));
  });

  it('lays every street in a buurt that exists', () => {
    const codes = townBuurten.map(({ code }) => code.slice(6));
    for (const digits of Object.keys(townStreets)) expect(codes).toContain(digits);
    expect(Object.values(townStreets).flat().length).toBeGreaterThan(120);
  });
});
