import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Command, execute } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { tenantTransaction } from '#platform/database/tenant-transaction.ts';
import { operatorPrincipal, type Principal } from '#platform/policy/principal.ts';
import { defineTexts } from '#platform/texts/catalogue.ts';
import { seedSecondTown, seedTown, type TownIds } from '#testing/demo/town.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { areasOf, defineSetting, dropTenantCache, readSettings, tenantByHost } from '../index.ts';
import { type AreaInput, saveArea, saveDivision } from './areas.ts';
import { saveBuurt } from './buurt.ts';
import { saveDepartment, saveLocation } from './departments.ts';
import { setSetting, withdrawSetting } from './set-setting.ts';
import { setText } from './set-text.ts';
import { saveStreets } from './streets.ts';
import { makeTenant } from './tenant.ts';

const TODAY = '2016-03-07';
const testSetting = defineSetting({
  key: 'test.number',
  schema: z.int().min(1),
  standard: 7,
  kind: 'number',
});
const catalogue = defineTexts(
  'proef',
  { hello: 'Dag {name}, code {code}' },
  { hello: 'Hello {name}, code {code}' },
);
const admin: Principal = {
  kind: 'staff',
  id: newId(),
  holdings: [
    { role: 'functional_admin', departmentId: null, areaId: null, buurtIds: null, onBehalfOf: null },
  ],
};

let test: TestWorld;
let town: TownIds;
let assen: string;
beforeAll(async () => {
  test = await testWorld();
  town = await seedTown(test.world, test.urls.ownerUrl);
  // The first municipality is the one that was made first, so a moment passes.
  test.clock.advance(60_000);
  assen = await seedSecondTown(test.world, test.urls.ownerUrl);
});
afterAll(() => test.close());

const run = <I, O>(command: Command<I, O>, input: I, gemeente = 'GM0637'): Promise<O> =>
  execute(test.world, gemeente, admin, command, input);
const refusal = (code: string, fields?: Record<string, string>) =>
  expect.objectContaining(fields ? { code, fields } : { code });
const history = (noun: string) =>
  asOwner<{ action: string; before: unknown; after: unknown }>(
    test.urls,
    'GM0637',
    'select action, before, after from history where gemeente = $1 and noun = $2 order by at, id',
    ['GM0637', noun],
  );

describe('settings', () => {
  const valueOn = (day: string) =>
    tenantTransaction(test.world.pool, 'GM0637', async (db) =>
      (await readSettings(db, 'GM0637', day)).get(testSetting),
    );

  it('hold from their day on, and the standard until then', async () => {
    await run(setSetting, { key: 'test.number', value: 3, validFrom: '2016-04-01' });
    await run(setSetting, { key: 'test.number', value: 4, validFrom: '2016-05-01' });
    expect(await Promise.all(['2016-03-31', '2016-04-01', '2016-04-30', '2017-01-01'].map(valueOn))).toEqual([
      7, 3, 3, 4,
    ]);
    expect((await history('setting'))[0]).toMatchObject({ before: { value: 7 }, after: { value: 3 } });
  });

  it('may be taken back until they come into force', async () => {
    await run(withdrawSetting, { key: 'test.number', validFrom: '2016-05-01' });
    expect(await valueOn('2017-01-01')).toBe(3);
    await expect(run(withdrawSetting, { key: 'test.number', validFrom: TODAY })).rejects.toEqual(
      refusal('date_passed'),
    );
  });

  it('refuse unknown keys, wrong values, impossible days and yesterday', async () => {
    const set = (key: string, value: unknown, validFrom: string) =>
      run(setSetting, { key, value, validFrom });
    await expect(set('no.such', 1, TODAY)).rejects.toEqual(refusal('unknown_setting'));
    await expect(set('test.number', 0, TODAY)).rejects.toEqual(refusal('bad_value'));
    await expect(set('test.number', '3', TODAY)).rejects.toEqual(refusal('bad_value'));
    await expect(set('test.number', 3, '2016-02-30')).rejects.toEqual(refusal('impossible_date'));
    await expect(set('test.number', 3, '2016-03-06')).rejects.toEqual(
      refusal('date_passed', { validFrom: 'date_passed' }),
    );
  });
});

describe('own wording', () => {
  const set = (key: string, text: string) =>
    run(setText, { catalogues: [catalogue], key, lang: 'nl', text, validFrom: TODAY });

  it('reaches the pages at once here, and can be given back', async () => {
    const tenantOf = tenantByHost(test.world);
    expect((await tenantOf('zoetermeer.localhost:3000'))?.overrides.nl.size).toBe(0);
    await set('proef.hello', 'Goedendag {name}: {code}');
    dropTenantCache('GM0637');
    expect((await tenantOf('ZOETERMEER.localhost'))?.overrides.nl.get('proef.hello')).toBe(
      'Goedendag {name}: {code}',
    );
    await set('proef.hello', '');
    dropTenantCache('GM0637');
    expect((await tenantOf('zoetermeer.localhost'))?.overrides.nl.has('proef.hello')).toBe(false);
  });

  it('keeps every placeholder and invents none', async () => {
    await expect(set('proef.hello', 'Dag {name}')).rejects.toMatchObject({
      code: 'placeholder_missing',
      values: { names: '{code}' },
    });
    await expect(set('proef.hello', 'Dag {name} {code} {bsn}')).rejects.toEqual(
      refusal('placeholder_missing'),
    );
    await expect(set('proef.no', 'Dag')).rejects.toEqual(refusal('unknown_text'));
    await expect(set('hello', 'Dag')).rejects.toEqual(refusal('unknown_text'));
  });
});

describe('tenants', () => {
  it('answer at their own hosts only; bare localhost is the first demo municipality', async () => {
    const tenantOf = tenantByHost(test.world);
    expect((await tenantOf('localhost:3000'))?.gemeente).toBe('GM0637');
    expect((await tenantOf('127.0.0.1'))?.gemeente).toBe('GM0637');
    expect((await tenantOf('assen.localhost'))?.gemeente).toBe('GM0106');
    expect(await tenantOf('zoetermeer.localhost.evil.example')).toBeNull();
    expect(await tenantOf("x' or 1=1 --")).toBeNull();
  });

  it('refuse a code or host that is taken or malformed', async () => {
    const make = (code: string, hosts: string[], name = 'Proefstad') =>
      makeTenant(test.world, test.urls.ownerUrl, { code, name, demo: false, hosts });
    await expect(make('gm 1', ['a.localhost'])).rejects.toEqual(refusal('bad_code'));
    await expect(make('GM0637', ['a.localhost'])).rejects.toEqual(refusal('tenant_exists'));
    await expect(make('GM9999', ['Zoetermeer.localhost'])).rejects.toEqual(refusal('host_taken'));
    await expect(make('GM9999', ['a b'])).rejects.toEqual(refusal('bad_host'));
    await expect(make('GM9999', ['a.localhost'], ' ')).rejects.toEqual(refusal('name_needed'));
    await make('GM9999', ['Proef.Localhost:3000']);
    expect((await tenantByHost(test.world)('proef.localhost'))?.name).toBe('Proefstad');
  });

  it('cannot be made by the application itself', async () => {
    await expect(
      test.world.pool.query("insert into tenant values ('GM1111', 'x', true, now())"),
    ).rejects.toThrow(/permission denied/);
  });
});

describe('areas', () => {
  const setOn = async (areaId: string | undefined, day: string) => {
    const areas = await tenantTransaction(test.world.pool, 'GM0637', (db) => areasOf(db, 'GM0637', day));
    return areas.find((area) => area.id === areaId)?.buurtIds.toSorted();
  };
  const input = async (name: string, more: Partial<AreaInput>): Promise<AreaInput> => {
    const areas = await tenantTransaction(test.world.pool, 'GM0637', (db) =>
      areasOf(db, 'GM0637', TODAY, 'wijk'),
    );
    const area = areas.find((candidate) => candidate.name === name);
    if (!area) throw new Error(name);
    const { id, divisionId, code, printedResidents, buurtIds } = area;
    return { id, divisionId, code, name, printedResidents, buurtIds, from: TODAY, until: null, ...more };
  };
  const ids = (...codes: string[]) => codes.map((code) => town.buurten[`BU0637${code}`] ?? '').toSorted();

  it('have another set of buurten from a day on, and the former set until then', async () => {
    const from = '2016-06-01';
    await run(saveArea, await input('Palenstein', { from, buurtIds: ids('0003', '0803') }));
    expect(await setOn(town.wijken.Palenstein, '2016-05-31')).toEqual(ids('0003'));
    expect(await setOn(town.wijken.Palenstein, from)).toEqual(ids('0003', '0803'));
    await run(saveArea, await input('Palenstein', { from: '2016-07-01', buurtIds: ids('0003') }));
    expect(await setOn(town.wijken.Palenstein, '2016-06-30')).toEqual(ids('0003', '0803'));
    expect(await setOn(town.wijken.Palenstein, '2016-07-01')).toEqual(ids('0003'));
  });

  it('leave no history when nothing was changed', async () => {
    const before = (await history('area')).length;
    await run(saveArea, await input('Meerzicht', {}));
    expect((await history('area')).length).toBe(before);
  });

  it('never share a buurt within a division', async () => {
    await expect(
      run(saveArea, await input('Palenstein', { buurtIds: ids('0003', '0001') })),
    ).rejects.toMatchObject({
      code: 'buurt_taken',
      values: { buurt: 'Dorp', area: 'Centrum' },
    });
    // Free again from the day on which its own area lets it go.
    await run(saveArea, await input('Centrum', { from: '2018-01-01', buurtIds: ids('0002', '0004') }));
    await run(saveArea, await input('Palenstein', { from: '2018-01-01', buurtIds: ids('0003', '0001') }));
    expect(await setOn(town.wijken.Palenstein, '2018-01-01')).toEqual(ids('0001', '0003'));
    expect(await setOn(town.wijken.Centrum, '2017-12-31')).toEqual(ids('0001', '0002', '0004'));
  });

  it('refuse what cannot be', async () => {
    const save = async (more: Partial<AreaInput>) => run(saveArea, await input('Noordhove', more));
    await expect(save({ from: '2016-02-30' })).rejects.toEqual(refusal('impossible_date'));
    await expect(save({ until: TODAY })).rejects.toEqual(refusal('end_before_start'));
    await expect(save({ from: '2013-01-01' })).rejects.toEqual(refusal('overlap'));
    await expect(save({ code: 'centrum' })).rejects.toEqual(refusal('code_taken', { code: 'code_taken' }));
    await expect(save({ name: ' ' })).rejects.toEqual(refusal('name_needed', { name: 'name_needed' }));
    await expect(save({ printedResidents: -1 })).rejects.toEqual(refusal('bad_number'));
    await expect(save({ buurtIds: [newId()] })).rejects.toEqual(refusal('unknown_buurt'));
    await expect(save({ id: newId() })).rejects.toEqual(refusal('not_found'));
    await expect(save({ id: town.focusAreas.Centrum ?? '' })).rejects.toEqual(refusal('not_found'));
  });

  it('have one division of a kind on a day', async () => {
    const division = {
      id: null,
      kind: 'wijk',
      name: 'Nieuwe wijken',
      validFrom: TODAY,
      validTo: null,
    } as const;
    await expect(run(saveDivision, division)).rejects.toEqual(refusal('overlap'));
    await run(saveDivision, { ...division, validFrom: '2000-01-01', validTo: '2014-01-01' });
  });
});

describe('buurten, departments, locations and streets', () => {
  const buurt = {
    id: null,
    code: 'BU06370999',
    name: 'Proefbuurt',
    officialWijkCode: null,
    officialWijkName: null,
    residents: null,
    residentsAt: null,
    validFrom: TODAY,
    validTo: null,
  };

  it('never hold one code or name twice on a day', async () => {
    await expect(run(saveBuurt, { ...buurt, code: 'BU06370001' })).rejects.toEqual(refusal('code_taken'));
    const department = { id: null, name: 'Groen', kind: 'vakafdeling', publicContact: null } as const;
    await expect(run(saveDepartment, { ...department, validFrom: TODAY, validTo: null })).rejects.toEqual(
      refusal('name_taken', { name: 'name_taken' }),
    );
  });

  it('keep a figure only with its day', async () => {
    await expect(run(saveBuurt, { ...buurt, residents: 10 })).rejects.toEqual(refusal('impossible_date'));
    await expect(run(saveBuurt, { ...buurt, residents: 1.5, residentsAt: TODAY })).rejects.toEqual(
      refusal('bad_number'),
    );
  });

  it('show in the history only what changed', async () => {
    const id = await run(saveBuurt, buurt);
    await run(saveBuurt, { ...buurt, id, name: 'Proefbuurt-Oost' });
    expect((await history('buurt')).at(-1)).toEqual({
      action: 'change',
      before: { name: 'Proefbuurt' },
      after: { name: 'Proefbuurt-Oost' },
    });
  });

  it('belong to their own municipality', async () => {
    const id = town.departments.Groen ?? '';
    const department = { id, name: 'Groen', kind: 'vakafdeling', publicContact: null } as const;
    await expect(
      run(saveDepartment, { ...department, validFrom: TODAY, validTo: null }, assen),
    ).rejects.toEqual(refusal('not_found'));
    const location = { id: null, name: 'Post', address: 'x', openingHours: 'y', phone: null } as const;
    const buurtId = town.buurten.BU06370001 ?? '';
    await expect(
      run(saveLocation, { ...location, buurtId, validFrom: TODAY, validTo: null }, assen),
    ).rejects.toEqual(refusal('unknown_buurt'));
    await expect(
      run(saveStreets, [{ name: 'Straat', buurtId, lat: null, lon: null }], assen),
    ).rejects.toEqual(refusal('unknown_buurt'));
  });

  it('add a street once', async () => {
    const street = { name: 'Proefstraat', buurtId: town.buurten.BU06370001 ?? '', lat: 52.05, lon: 4.49 };
    expect(await run(saveStreets, [street, { ...street, name: 'PROEFSTRAAT' }])).toBe(1);
    expect(await run(saveStreets, [street])).toBe(0);
    await expect(run(saveStreets, [{ ...street, lat: 520 }])).rejects.toEqual(refusal('bad_number'));
    await expect(run(saveStreets, [{ ...street, lon: null }])).rejects.toEqual(refusal('bad_number'));
  });

  it('are managed by nobody without the right', async () => {
    const anybody: Principal = { kind: 'staff', id: newId(), holdings: [] };
    await expect(execute(test.world, 'GM0637', anybody, saveBuurt, buurt)).rejects.toEqual(
      refusal('forbidden'),
    );
    await expect(
      execute(test.world, 'GM0637', operatorPrincipal, saveBuurt, { ...buurt, code: 'BU1', name: '' }),
    ).rejects.toEqual(refusal('name_needed'));
  });
});
