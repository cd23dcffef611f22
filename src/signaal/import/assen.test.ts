import { createReadStream } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importAreas } from '#gemeente/index.ts';
import { seedSecondTown } from '#testing/demo/town.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { hasSharedData, readSharedData, sharedDataPath } from '../../../tests/shared-data.ts';
import { importCategories } from '../import-categories/import-categories.ts';
import { importSignalen } from './import-signalen.ts';

const GEMEENTE = 'GM0106';
const file = (name: string) => ({ read: () => createReadStream(sharedDataPath(`meldingen/${name}`)) });

describe.skipIf(!hasSharedData)('the 3,024 meldingen of Assen', () => {
  let test: TestWorld;
  beforeAll(async () => {
    test = await testWorld({ start: '2026-09-14T10:00:00+02:00' });
    await seedSecondTown(test.world, test.urls.ownerUrl);
    const outlines = readSharedData('geo/assen-buurten-2017.geojson');
    await importAreas(test.world, GEMEENTE, outlines, { validFrom: '2017-01-01' });
    const tree = readSharedData('meldingen/assen-categorieen-signalen.json');
    const report = await importCategories(test.world, GEMEENTE, tree, { validFrom: '2014-01-01' });
    expect(report).toMatchObject({ subjects: 58, mains: 8, departments: 19 });
    expect(report.lookAlikes).toHaveLength(1);
  }, 60_000);
  afterAll(() => test.close());

  const take = (name: string, dryRun = false) =>
    importSignalen(test.world, GEMEENTE, file(name), {
      fileName: name,
      mapping: { system: 'signalen' },
      dryRun,
    });
  const count = async (where: string) => {
    const [row] = await asOwner<{ n: number }>(
      test.urls,
      GEMEENTE,
      `select count(*)::int as n from ${where}`,
    );
    return row?.n;
  };

  it('would come in alike from the table and from the list', async () => {
    const table = await take('assen-meldingen-2026.csv', true);
    const list = await take('assen-meldingen-2026.json', true);
    expect(list.counts).toEqual(table.counts);
    expect(list.findings).toEqual(table.findings);
    expect(await count('signaal')).toBe(0);
  });

  it('come in with their dates, places, subjects and owners', async () => {
    const t0 = performance.now();
    const { counts, mapping, findings } = await take('assen-meldingen-2026.csv');
    console.log(performance.now() - t0, counts, mapping, JSON.stringify(findings).slice(0, 1500));
    expect(counts).toMatchObject({
      rows: 3024,
      added: 3024,
      outside: 3,
      rejected: 0,
      ended: 2742,
      open: 282,
    });
    const again = await take('assen-meldingen-2026.json');
    expect(again.counts).toMatchObject({ rows: 3024, added: 0, unchanged: 3024 });
  }, 60_000);
});
