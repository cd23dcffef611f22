import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tenantTransaction } from '#platform/database/tenant-transaction.ts';
import { seedSecondTown, seedTown } from '#testing/demo/town.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { hasSharedData, readSharedData } from '../../../tests/shared-data.ts';
import { areasOf, importAreas, listBuurten } from '../index.ts';
import { type FigureSource, type ImportFiguresOptions, importKeyFigures } from './import-key-figures.ts';
import { readFigureTable } from './table.ts';

const GEMEENTE = 'GM0637';
const TODAY = '2016-03-07';
let test: TestWorld;
beforeAll(async () => {
  test = await testWorld();
  await seedTown(test.world, test.urls.ownerUrl);
});
afterAll(() => test.close());

const run = (source: FigureSource, options: ImportFiguresOptions = {}, gemeente = GEMEENTE) =>
  importKeyFigures(test.world, gemeente, source, options);
const stored = (year: number, region?: string) =>
  asOwner<{
    region_code: string;
    figure: string;
    value: number | null;
    missing_reason: string | null;
    definition_version: string;
  }>(
    test.urls,
    GEMEENTE,
    `select region_code, figure, value, missing_reason, definition_version from key_figure
     where gemeente = $1 and measured_on = $2 and ($3::text is null or region_code = $3) order by region_code, figure`,
    [GEMEENTE, `${year}-01-01`, region ?? null],
  );
const historyRows = async () =>
  (
    await asOwner<{ n: number }>(
      test.urls,
      GEMEENTE,
      'select count(*)::int as n from history where gemeente = $1',
      [GEMEENTE],
    )
  )[0]?.n;

describe.skipIf(!hasSharedData)('the key figures of 2024', () => {
  const file = () => readSharedData('geo/zoetermeer-kerncijfers-2024.csv');
  const options = { fileName: 'zoetermeer-kerncijfers-2024.csv' };

  it('change nothing when only tried', async () => {
    const before = await historyRows();
    const report = await run(file(), { ...options, dryRun: true });
    expect(report).toMatchObject({ problem: null, regions: 36, elsewhere: 0, remarks: [], changed: 0 });
    expect(report.added).toBe(36 * 16);
    expect(report.columns.filter(({ role }) => role === null).map(({ column }) => column)).toEqual([
      'soort',
      'naam',
      'wijkcode',
      'gemeentecode',
      'meest_voorkomende_pc4',
    ]);
    expect(await stored(2024)).toEqual([]);
    expect(await historyRows()).toBe(before);
  });

  it('add up to the residents of the three portfolios', async () => {
    const report = await run(file(), options);
    expect(report.publication).toEqual({
      measuredOn: '2024-01-01',
      source: 'CBS',
      definition: 'Kerncijfers wijken en buurten 2024',
    });
    const [portfolios, buurten] = await tenantTransaction(test.world.pool, GEMEENTE, async (db) => [
      await areasOf(db, GEMEENTE, TODAY, 'portfolio'),
      await listBuurten(db, GEMEENTE, TODAY),
    ]);
    const residents = new Map(buurten.map((buurt) => [buurt.id, buurt.residents]));
    expect(
      portfolios.map(({ code, buurtIds }) => [
        code,
        buurtIds.reduce((sum, id) => sum + (residents.get(id) ?? 0), 0),
      ]),
    ).toEqual([
      ['A', 44_700],
      ['B', 44_460],
      ['C', 37_600],
    ]);
    expect(new Set(buurten.map(({ residentsAt }) => residentsAt))).toEqual(new Set(['2024-01-01']));
  });

  it('leave what is empty unknown, never a nought', async () => {
    const missing = (await stored(2024)).filter(({ value }) => value === null);
    expect(missing.length).toBeGreaterThan(20);
    expect(new Set(missing.map((row) => row.missing_reason))).toEqual(new Set(['unknown']));
    expect(await stored(2024, 'BU06370907')).toContainEqual(
      expect.objectContaining({ figure: 'woz', value: null, missing_reason: 'unknown' }),
    );
  });

  it('change nothing the second time', async () => {
    const before = await historyRows();
    const report = await run(file(), options);
    expect(report).toMatchObject({ added: 0, changed: 0, residents: 0 });
    expect(await historyRows()).toBe(before);
  });

  it('are corrected by a later file, and the history knows what they were', async () => {
    const report = await run(
      file().replace(
        'BU06370003,buurt,Palenstein,WK063700,GM0637,5530,',
        'BU06370003,buurt,Palenstein,WK063700,GM0637,.,',
      ),
      options,
    );
    expect(report).toMatchObject({ added: 0, changed: 1, residents: 1 });
    const [row] = await asOwner<{ before: unknown; after: unknown }>(
      test.urls,
      GEMEENTE,
      `select before, after from history where gemeente = $1 and noun = 'key_figure' and object_id = 'BU06370003 2024-01-01'`,
      [GEMEENTE],
    );
    expect(row).toEqual({ before: { residents: 5530 }, after: { residents: null } });
    await run(file(), options);
  });

  it('may be older than what is there: buurten keep the newest number of residents', async () => {
    const report = await run(readSharedData('geo/zoetermeer-kerncijfers-wijken-2022.csv'), { year: 2022 });
    expect(report).toMatchObject({ problem: null, regions: 9, residents: 0 });
    expect(await stored(2022, 'WK063700')).toMatchObject([
      { figure: 'dwellings', value: 11_553 },
      { figure: 'owner_occupied', value: 41 },
      { figure: 'residents', value: 21_095 },
      { figure: 'woz', value: 240 },
    ]);
  });

  it('are 120 regions for Assen', async () => {
    const assen = await seedSecondTown(test.world, test.urls.ownerUrl);
    const figures = readSharedData('geo/assen-kerncijfers-2024.csv');
    expect((await run(figures, options, assen)).problem).toBe('no_buurten');
    await importAreas(test.world, assen, readSharedData('geo/assen-buurten-2017.geojson'));
    const report = await run(figures, options, assen);
    expect(report.problem).toBeNull();
    expect(report.regions + report.remarks.length).toBe(120);
    expect(new Set(report.remarks.map(({ reason }) => reason))).toEqual(
      new Set(report.remarks.length > 0 ? ['unknown_region'] : []),
    );
    expect((await run(readSharedData('geo/zoetermeer-kerncijfers-2024.csv'), options, assen)).elsewhere).toBe(
      36,
    );
  });
});

describe('tables as the statistics office publishes them', () => {
  it('come as JSON of the third OData, padded, with a number behind each name', async () => {
    const json = JSON.stringify({
      'odata.metadata':
        'https://opendata.cbs.nl/ODataApi/OData/85618NED/$metadata#Cbs.OData.WebAPI.TypedDataSet',
      value: [
        {
          ID: 0,
          WijkenEnBuurten: 'NL00      ',
          Gemeentenaam_1: 'Nederland  ',
          AantalInwoners_5: 17_811_291,
          GemiddeldeWOZWaardeVanWoningen_39: 368,
        },
        {
          ID: 1,
          WijkenEnBuurten: 'GM0637    ',
          Gemeentenaam_1: 'Zoetermeer ',
          AantalInwoners_5: 127_000,
          GemiddeldeWOZWaardeVanWoningen_39: 340,
        },
        {
          ID: 2,
          WijkenEnBuurten: 'BU06370003',
          Gemeentenaam_1: 'Zoetermeer ',
          AantalInwoners_5: 5_400,
          GemiddeldeWOZWaardeVanWoningen_39: null,
        },
        {
          ID: 3,
          WijkenEnBuurten: 'BU06379999',
          Gemeentenaam_1: 'Zoetermeer ',
          AantalInwoners_5: 10,
          GemiddeldeWOZWaardeVanWoningen_39: null,
        },
        {
          ID: 4,
          WijkenEnBuurten: 'BU01060000',
          Gemeentenaam_1: 'Assen      ',
          AantalInwoners_5: 1_000,
          GemiddeldeWOZWaardeVanWoningen_39: 200,
        },
      ],
    });
    const report = await run(json, { year: 2023 });
    expect(report).toMatchObject({
      regions: 2,
      elsewhere: 2,
      added: 4,
      unknown: 1,
      remarks: [{ line: 4, code: 'BU06379999', reason: 'unknown_region' }],
    });
    expect(await stored(2023, 'BU06370003')).toMatchObject([
      {
        figure: 'residents',
        value: 5_400,
        definition_version: 'Kerncijfers wijken en buurten 2023 (85618NED)',
      },
      { figure: 'woz', value: null, missing_reason: 'unknown' },
    ]);
  });

  it('come as CSV with points for what is missing', async () => {
    const csv =
      '\uFEFF"ID";"WijkenEnBuurten";"AantalInwoners_5";"Koopwoningen_47"\r\n"1";"GM0637    ";"  127000";"     55"\r\n"2";"BU06370003";"       .";"      x"\r\n';
    expect(await run(csv, { year: 2021 })).toMatchObject({ regions: 2, added: 4, secret: 1, unknown: 1 });
  });

  it('come from the screen of StatLine, with topics, units, a title above and the source below', async () => {
    const csv = [
      '"Kerncijfers wijken en buurten 2020"',
      '"Wijken en buurten";"Regioaanduiding/Codering (code)";"Bevolking/Aantal inwoners (aantal)";"Wonen/Gemiddelde WOZ-waarde van woningen (x 1 000 euro)";"Huishoudens/Gemiddelde huishoudensgrootte (aantal)"',
      '"Zoetermeer";"GM0637";"125.267";"250";"2,2"',
      '"Palenstein";"BU06370003";"5.285";".";"1,9"',
      '"Bron: CBS"',
    ].join('\n');
    const report = await run(csv);
    expect(report).toMatchObject({ problem: null, regions: 2, added: 6, unknown: 1, remarks: [] });
    expect(await stored(2020, 'GM0637')).toMatchObject([
      { figure: 'household_size', value: 2.2 },
      { figure: 'residents', value: 125_267 },
      { figure: 'woz', value: 250 },
    ]);
  });

  it('come as single observations of the fourth OData', async () => {
    const observation = (
      Measure: string,
      WijkenEnBuurten: string,
      Value: number | null,
      ValueAttribute = 'None',
    ) => ({
      ...{ Measure, WijkenEnBuurten, Value, ValueAttribute },
      StringValue: null,
    });
    const json = JSON.stringify({
      '@odata.context': 'https://datasets.cbs.nl/odata/v1/CBS/85318NED/$metadata#Observations',
      value: [
        observation('T001036', 'GM0637', 126_000),
        observation('M000352', 'GM0637', 300),
        observation('T001036', 'BU06370003', null, 'Confidential'),
      ],
    });
    const mapping = { T001036: 'residents', M000352: 'woz' };
    expect((await run(json, { year: 2019 })).problem).toBe('no_figures');
    expect(await run(json, { year: 2019, mapping })).toMatchObject({
      regions: 2,
      added: 4,
      secret: 1,
      unknown: 1,
    });
  });

  it('say by line and column what is odd', async () => {
    const csv =
      'code,inwoners,koopwoningen,kleur\nBU06370003,veel,120,rood\n,5,5,\nBU06370003,7,7,\nBU06370001,-5,50,\n';
    const report = await run(csv, { year: 2018, dryRun: true });
    expect(report.remarks).toEqual([
      { line: 2, code: 'BU06370003', column: 'inwoners', reason: 'bad_number' },
      { line: 2, code: 'BU06370003', column: 'koopwoningen', reason: 'bad_number' },
      { line: 3, code: null, column: null, reason: 'no_code' },
      { line: 4, code: 'BU06370003', column: null, reason: 'duplicate_code' },
      { line: 5, code: 'BU06370001', column: 'inwoners', reason: 'bad_number' },
    ]);
    expect(report.columns).toContainEqual({ column: 'kleur', role: null });
  });

  it('may be told what their columns hold, and remember it', async () => {
    const csv = 'gebied;mensen\nBU06370003;100\n';
    expect((await run(csv, { year: 2017 })).problem).toBe('no_region_column');
    const other = 'code;mensen\nBU06370003;100\n';
    expect((await run(other, { year: 2017 })).problem).toBe('no_figures');
    const mapping = { mensen: 'residents' };
    expect(await run(other, { year: 2017, mapping, saveMapping: true })).toMatchObject({ added: 1 });
    expect(await run(other, { year: 2017 })).toMatchObject({ problem: null, added: 0, unchanged: 1 });
  });

  it('are refused when they are none', async () => {
    for (const [text, problem] of [
      ['', 'not_a_table'],
      ['{}', 'not_a_table'],
      ['{"value":[]}', 'no_rows'],
      ['[{"naam":"x"}]', 'no_region_column'],
      ['code,inwoners\n', 'no_rows'],
      ['a,b\n1,2\n', 'no_region_column'],
      ['code,inwoners\nBU06370003,5\n', 'no_year'],
    ])
      expect((await run(text ?? '')).problem, text).toBe(problem);
    await expect(run('code,inwoners\nBU06370003,5\n', { year: 12 })).rejects.toMatchObject({
      code: 'bad_number',
    });
  });

  it('never throw, whatever stands in them', () => {
    fc.assert(fc.property(fc.string(), (text) => void readFigureTable(text)));
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 4 }),
        (json) => void readFigureTable(JSON.stringify({ value: json })),
      ),
    );
  });
});
