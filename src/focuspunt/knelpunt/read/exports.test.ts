import { afterAll, beforeAll, expect, it } from 'vitest';
import { execute } from '#platform/command/command.ts';
import { tenantTransaction } from '#platform/database/tenant-transaction.ts';
import { type TestWorld, testWorld } from '#testing/world.ts';
import { makeKnelpunt } from '../commands/make.ts';
import { aKnelpunt, aVoice, give, type KnelpuntTown, knelpuntTown, rowsOf } from '../knelpunt.fixture.ts';
import { knelpuntOf, publicKnelpunten } from './exports.ts';

let test: TestWorld;
let town: KnelpuntTown;
beforeAll(async () => {
  test = await testWorld();
  town = await knelpuntTown(test);
});
afterAll(() => test.close());

const publicOf = (buurtId: string) =>
  tenantTransaction(test.world.pool, town.gemeente, (db) =>
    publicKnelpunten(db, town.gemeente, '2016-03-07', { buurtIds: [buurtId], limit: 10 }),
  );

it('tells in which knelpunt a signaal is, and everybody what its reporters heard; few voices are not counted', async () => {
  const ids: string[] = [];
  for (let turn = 0; turn < 4; turn += 1) ids.push(await give(test, town, aVoice()));
  const joined = await give(test, town, aVoice());
  const { knelpuntId } = await execute(
    test.world,
    town.gemeente,
    town.regisseur,
    makeKnelpunt,
    aKnelpunt(town, { signaalIds: ids, hypothesis: 'Binnenskamers.' }),
  );
  await execute(
    test.world,
    town.gemeente,
    town.regisseur,
    makeKnelpunt,
    aKnelpunt(town, { title: 'Nog niet verteld', sentence: '' }),
  );
  const [few, ...others] = await publicOf(town.buurt);
  expect(others).toEqual([]);
  expect(few).toMatchObject({
    id: knelpuntId,
    title: 'Donker pad bij de flats',
    state: 'noticed',
    voices: null,
  });
  expect(JSON.stringify(few)).not.toContain('Binnenskamers');
  await rowsOf(
    test,
    `update signaal set state = 'duplicate', outcome = 'duplicate', duplicate_of = $2 where id = $1`,
    [joined, ids[0]],
  );
  expect((await publicOf(town.buurt))[0]?.voices).toBe(5);
  expect(await publicOf(town.lonelyBuurt)).toEqual([]);
  const found = await tenantTransaction(test.world.pool, town.gemeente, (db) =>
    knelpuntOf(db, town.gemeente, [joined, ids[3] ?? '']),
  );
  expect([...found.values()].map(({ title }) => title)).toEqual(Array(2).fill('Donker pad bij de flats'));
});
