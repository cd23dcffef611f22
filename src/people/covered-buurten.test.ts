import { afterAll, beforeAll, expect, it } from 'vitest';
import { tenantTransaction } from '#platform/database/tenant-transaction.ts';
import { seedTown, type TownIds } from '#testing/demo/town.ts';
import { makePerson } from '#testing/people.ts';
import { type TestWorld, testWorld } from '#testing/world.ts';
import { coveredBuurten } from './covered-buurten.ts';

let test: TestWorld;
let town: TownIds;
beforeAll(async () => {
  test = await testWorld();
  town = await seedTown(test.world, test.urls.ownerUrl);
});
afterAll(() => test.close());

const on = (day: string) =>
  tenantTransaction(test.world.pool, 'GM0637', (db) => coveredBuurten(db, 'GM0637', day));

it('counts a buurt as covered only while an active wijkregisseur holds its area', async () => {
  expect(await on('2016-03-07')).toEqual([]);
  const areaId = town.portfolios.A ?? '';
  await makePerson(test, {
    holdings: [{ role: 'wijkregisseur', areaId, from: '2016-03-01', to: '2016-04-01' }],
  });
  await makePerson(test, {
    active: false,
    holdings: [{ role: 'wijkregisseur', areaId: town.portfolios.B ?? '' }],
  });
  await makePerson(test, { holdings: [{ role: 'support_officer', areaId: town.portfolios.C ?? '' }] });
  expect(await on('2016-03-07')).toHaveLength(6);
  expect(await on('2016-04-01')).toEqual([]);
});

it('counts all when one works for the whole municipality', async () => {
  await makePerson(test, { holdings: [{ role: 'wijkregisseur', from: '2017-01-01' }] });
  expect(await on('2017-01-01')).toBe('all');
});
