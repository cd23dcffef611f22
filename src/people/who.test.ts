import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#platform/database/ids.ts';
import { type TenantDb, tenantTransaction } from '#platform/database/tenant-transaction.ts';
import { makeDepartment, makeHolding, makePerson, makeTenant } from '#testing/people.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { accountsHolding, choosablePeople, nameOf } from './index.ts';

const GEMEENTE = 'GM0637';
const DAY = '2016-03-07';
let test: TestWorld;

beforeAll(async () => {
  test = await testWorld();
  await makeTenant(test);
  await makeTenant(test, 'GM0106', 'Assen');
});
afterAll(() => test.close());

const read = <T>(work: (db: TenantDb) => Promise<T>): Promise<T> =>
  tenantTransaction(test.world.pool, GEMEENTE, work);

const buurtIn = async (areaFrom: string, areaTo: string | null) => {
  const [division, area, buurt] = [newId(), newId(), newId()];
  const run = (sql: string, values: unknown[]) => asOwner(test.urls, GEMEENTE, sql, [GEMEENTE, ...values]);
  await run(`insert into division (gemeente, id, kind, name, valid_from) values ($1, $2, 'wijk', 'W', $3)`, [
    division,
    '2016-01-01',
  ]);
  await run(
    `insert into area (gemeente, id, division_id, code, name, valid_from) values ($1, $2, $3, 'A', 'A', '2016-01-01')`,
    [area, division],
  );
  await run(
    `insert into buurt (gemeente, id, code, name, outline_source, valid_from) values ($1, $2, $3, 'B', 'test', '2016-01-01')`,
    [buurt, buurt],
  );
  await run(
    'insert into area_buurt (gemeente, area_id, buurt_id, valid_from, valid_to) values ($1, $2, $3, $4, $5)',
    [area, buurt, areaFrom, areaTo],
  );
  return { area, buurt };
};

describe('who holds a role', () => {
  it('is everybody with it on that day, active, and of this municipality', async () => {
    const now = await makePerson(test, { holdings: [{ role: 'process_guard' }] });
    await makePerson(test, { holdings: [{ role: 'process_guard', to: DAY }] });
    await makePerson(test, { holdings: [{ role: 'process_guard', from: '2016-03-08' }] });
    await makePerson(test, { active: false, holdings: [{ role: 'process_guard' }] });
    await makePerson(test, { holdings: [{ role: 'auditor' }] });
    await makePerson(test, { holdings: [{ role: 'process_guard' }] }, 'GM0106');
    const last = await makePerson(test, { holdings: [{ role: 'process_guard', to: '2016-03-08' }] });
    const found = await read((db) => accountsHolding(db, GEMEENTE, DAY, { role: 'process_guard' }));
    expect(found.sort()).toEqual([now, last].sort());
  });

  it('of a department is not who holds it elsewhere', async () => {
    const [groen, wegen] = [await makeDepartment(test, 'Groen'), await makeDepartment(test, 'Wegen')];
    const mine = await makePerson(test, { holdings: [{ role: 'department_head', departmentId: groen }] });
    await makePerson(test, { holdings: [{ role: 'department_head', departmentId: wegen }] });
    const wanted = { role: 'department_head', departmentId: groen } as const;
    expect(await read((db) => accountsHolding(db, GEMEENTE, DAY, wanted))).toEqual([mine]);
  });

  it('of a buurt is who has its area that day, or no area at all', async () => {
    const { area, buurt } = await buurtIn('2016-01-01', null);
    const past = await buurtIn('2016-01-01', DAY);
    const mine = await makePerson(test, { holdings: [{ role: 'wijkregisseur', areaId: area }] });
    const everywhere = await makePerson(test, { holdings: [{ role: 'wijkregisseur' }] });
    const elsewhere = await makePerson(test, { holdings: [{ role: 'wijkregisseur', areaId: past.area }] });
    const find = (buurtId: string) =>
      read((db) => accountsHolding(db, GEMEENTE, DAY, { role: 'wijkregisseur', buurtId }));
    expect((await find(buurt)).sort()).toEqual([mine, everywhere].sort());
    expect(await find(past.buurt)).toEqual([everywhere]);
    expect(await find(past.buurt)).not.toContain(elsewhere);
  });

  it('is named once, however often the role is held', async () => {
    const id = await makePerson(test, { holdings: [{ role: 'mayor' }] });
    await makeHolding(test, id, { role: 'mayor', from: '2016-02-01' });
    expect(await read((db) => accountsHolding(db, GEMEENTE, DAY, { role: 'mayor' }))).toEqual([id]);
  });
});

describe('names and choice lists', () => {
  it('name people by id, also who left, never of another municipality', async () => {
    const here = await makePerson(test, { name: 'Hier', active: false });
    const there = await makePerson(test, { name: 'Daar' }, 'GM0106');
    const names = await read((db) => nameOf(db, GEMEENTE, [here, there, null, here]));
    expect([...names]).toEqual([[here, 'Hier']]);
    expect((await read((db) => nameOf(db, GEMEENTE, [null]))).size).toBe(0);
  });

  it('offer only people who are here: on, and with a role today', async () => {
    await makePerson(test, { name: 'Écht Hier', holdings: [{ role: 'college' }] });
    await makePerson(test, { name: 'Zeker Hier', holdings: [{ role: 'college' }] });
    await makePerson(test, { name: 'Al Weg', holdings: [{ role: 'college', to: DAY }] });
    await makePerson(test, { name: 'Staat Uit', active: false, holdings: [{ role: 'college' }] });
    await makePerson(test, { name: 'Heeft Niets' });
    const people = await read((db) => choosablePeople(db, GEMEENTE, DAY, 'college'));
    expect(people.map((person) => person.name)).toEqual(['Écht Hier', 'Zeker Hier']);
    const all = await read((db) => choosablePeople(db, GEMEENTE, DAY));
    expect(all.map((person) => person.name)).not.toContain('Heeft Niets');
  });
});
