import { createReadStream } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importAreas } from '#gemeente/index.ts';
import { tenantTransaction } from '#platform/database/tenant-transaction.ts';
import { seedSecondTown } from '#testing/demo/town.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { hasSharedData, readSharedData, sharedDataPath } from '../../../tests/shared-data.ts';
import { importCategories } from '../import-categories/import-categories.ts';
import { sweepTenant } from '../jobs.ts';
import { countVoices } from '../voices/count.ts';
import { importSignalen } from './import-signalen.ts';
import type { Rejected } from './rules/prepare.ts';

const GEMEENTE = 'GM0106';

describe.skipIf(!hasSharedData)('files of real systems', () => {
  let test: TestWorld;
  beforeAll(async () => {
    test = await testWorld({ start: '2026-09-14T10:00:00+02:00' });
    await seedSecondTown(test.world, test.urls.ownerUrl);
    const outlines = readSharedData('geo/assen-buurten-2017.geojson');
    await importAreas(test.world, GEMEENTE, outlines, { validFrom: '2017-01-01' });
    const tree = readSharedData('meldingen/assen-categorieen-signalen.json');
    const report = await importCategories(test.world, GEMEENTE, tree, { validFrom: '2014-01-01' });
    expect(report).toMatchObject({ subjects: 58, mains: 8, departments: 19 });
    expect(report.lookAlikes.map(({ letters }) => letters)).toEqual([['ӧ (U+04E7)']]);
  }, 60_000);
  afterAll(() => test.close());

  const rejected: Rejected[] = [];
  const take = (name: string, system: string, dryRun = false) =>
    importSignalen(
      test.world,
      GEMEENTE,
      { read: () => createReadStream(sharedDataPath(`meldingen/${name}`)) },
      {
        fileName: name,
        mapping: { system },
        dryRun,
        onRejected: async (rows) => {
          rejected.push(...rows);
        },
      },
    );
  const rows = <Row extends Record<string, unknown>>(sql: string) => asOwner<Row>(test.urls, GEMEENTE, sql);
  const count = async (from: string): Promise<number> => {
    const [row] = await rows<{ n: number }>(`select count(*)::int as n from ${from}`);
    return row?.n ?? -1;
  };

  it('of Assen would come in alike from the table and from the list', async () => {
    const table = await take('assen-meldingen-2026.csv', 'signalen', true);
    const list = await take('assen-meldingen-2026.json', 'signalen', true);
    expect(list.counts).toEqual(table.counts);
    expect(list.findings).toEqual(table.findings);
    expect(await count('signaal')).toBe(0);
    expect(await count('history where noun = $$import_run$$')).toBe(0);
  }, 60_000);

  it('of Assen come in: 3,024, of which exactly 3 outside, and a second time none', async () => {
    const { counts, findings } = await take('assen-meldingen-2026.csv', 'signalen');
    expect(counts).toMatchObject({ rows: 3_024, added: 3_024, outside: 3, in_buurt: 3_021, rejected: 0 });
    expect(counts).toMatchObject({ ended: 2_742, open: 282, without_subject: 0, masked: 0 });
    expect(counts.label_unknown + counts.label_differs + counts.label_same).toBe(3_024);
    expect(findings.labels.length).toBeGreaterThan(20);
    expect((await take('assen-meldingen-2026.json', 'signalen')).counts).toMatchObject({
      added: 0,
      unchanged: 3_024,
    });
    expect(await count('signaal')).toBe(3_024);
    expect(await count('signaal_word where word = $$dumping$$')).toBeGreaterThan(50);
  }, 60_000);

  it('keep their dates and are marked; only what is open has an owner to act and fresh terms', async () => {
    const [one] = await rows(
      `select s.*, c.slug from signaal s join category c on c.gemeente = s.gemeente and c.id = s.category_id
       where import_ref = '37df91336fb75963'`,
    );
    expect(one).toMatchObject({
      state: 'closed',
      outcome: 'unknown_before_import',
      source: 'other_system',
      channel: 'unknown',
      import_system: 'signalen',
      slug: 'overig-overlast-openbare-ruimte',
      text: 'Overig Overlast Openbare Ruimte',
      received_at: new Date('2025-04-30T11:56:09Z'),
      closed_at: new Date('2026-05-20T21:59:59.999Z'),
      imported_at: test.clock.now(),
      returns: 0,
    });
    expect(await count(`signaal where state = any (array['assigned', 'received'])`)).toBe(282);
    expect(await count(`assignment`)).toBe(await count(`signaal where state = 'assigned'`));
    expect(await count(`term where started_at <> timestamptz '2026-09-14T10:00:00+02:00'`)).toBe(0);
    expect(await count(`term t join signaal s on s.id = t.object_id and s.state = 'closed'`)).toBe(0);
    expect(await count(`history where noun = 'signaal' and action = 'imported'`)).toBe(3_024);
    expect(await count('message')).toBe(0);
    expect(await count('notice')).toBe(0);
    expect(await count('signaal where number is null or cell is null and lat is not null')).toBe(0);
    expect(await count('(select number from signaal group by number having count(*) > 1) x')).toBe(0);
  });

  it('are heard in the totals, and nobody is told when their terms pass', async () => {
    const buurten = await rows<{ id: string }>('select id from buurt');
    const heard = await tenantTransaction(test.world.pool, GEMEENTE, (db) =>
      countVoices(
        db,
        GEMEENTE,
        buurten.map(({ id }) => id),
        new Date('2020-01-01'),
        new Date('2027-01-01'),
      ),
    );
    const known = { kind: 'signaal', source: 'other_system', channel: 'unknown' };
    expect(
      heard.filter((voices) =>
        Object.entries(known).some(([of, value]) => Reflect.get(voices, of) !== value),
      ),
    ).toEqual([]);
    expect(heard.reduce((sum, { n }) => sum + n, 0)).toBe(3_021);
    test.clock.set('2026-11-20T10:00:00+01:00');
    await sweepTenant(test.world, GEMEENTE);
    expect(await count('message')).toBe(0);
    expect(await count('knot')).toBe(0);
  }, 60_000);

  it('of New York come in too, as ugly as they are: all outside, or without a place', async () => {
    const { counts, mapping, findings } = await take('nyc-311-2018-1000.csv', 'nyc');
    expect(mapping.dayOrder).toBe('mdy');
    expect(mapping.columns).toMatchObject({
      ref: 'Unique Key',
      received: 'Created Date',
      ended: 'Closed Date',
    });
    expect(counts).toMatchObject({ rows: 1_000, added: 1_000, rejected: 0, in_buurt: 0, outside: 893 });
    expect(counts).toMatchObject({ without_place: 107, without_subject: 985, ended_before_received: 10 });
    expect(findings.subjects.length).toBeGreaterThan(80);
    expect(await count(`signaal where import_system = 'nyc' and channel = 'phone'`)).toBeGreaterThan(300);
  }, 60_000);

  it('that are no signalen are rejected, each line with its reason', async () => {
    rejected.length = 0;
    const { counts } = await importSignalen(
      test.world,
      GEMEENTE,
      {
        read: () =>
          createReadStream(sharedDataPath('meldingen/amsterdam-subsidieregister-2019-05-cp1252.csv')),
      },
      {
        fileName: 'x',
        mapping: { system: 'subsidies', columns: { received: 'DATUM_OVERZICHT', text: 'PROJECT_NAAM' } },
        dryRun: true,
        onRejected: async (rows) => {
          rejected.push(...rows);
        },
      },
    );
    expect(counts.rejected).toBe(rejected.length);
    expect(rejected[0]).toEqual({ line: 2, reason: 'date_missing', column: 'DATUM_OVERZICHT' });
  }, 60_000);
});
