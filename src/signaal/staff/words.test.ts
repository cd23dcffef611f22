import { afterAll, beforeAll, expect, it } from 'vitest';
import { execute } from '#platform/command/command.ts';
import { runSql, tenantTransaction } from '#platform/database/tenant-transaction.ts';
import { aGift, resident, type SmallTown, smallTown } from '#testing/signaal.ts';
import { type TestWorld, testWorld } from '#testing/world.ts';
import { giveSignaal } from '../commands/give.ts';
import { parameters } from './sql.ts';
import { seek } from './words.ts';

let tw: TestWorld;
let town: SmallTown;

beforeAll(async () => {
  tw = await testWorld();
  town = await smallTown(tw);
  for (const text of ['De paal bij het bankje wiebelt', 'Een paal zonder lamp', 'Het bankje is stuk']) {
    await execute(tw.world, town.gemeente, resident, giveSignaal, aGift({ text }));
  }
});
afterAll(() => tw.close());

const found = (words: readonly string[], common?: number): Promise<string[]> =>
  tenantTransaction(tw.world.pool, town.gemeente, async (db) => {
    const p = parameters();
    const tenant = p.add(town.gemeente);
    const seeking = seek(p, tenant, words, common);
    const ways = seeking
      .ways('s.id')
      .map(
        (way) =>
          `(select s.text from signaal s where ${[`s.gemeente = ${tenant}`, ...way].join(' and ')} limit 10)`,
      );
    const sql = `with ${seeking.tables} page as (${ways.join(' union all ')}) select text from page order by text`;
    return (await runSql<{ text: string }>(db, sql, p.values)).map(({ text }) => text);
  });

it.each([
  [['paal', 'bankje'], ['De paal bij het bankje wiebelt']],
  [['bankje'], ['De paal bij het bankje wiebelt', 'Het bankje is stuk']],
  [['paal', 'fontein'], []],
  [['fontein'], []],
  // What stands in every text is neither kept nor sought.
  [
    ['bij', 'het', 'bankje'],
    ['De paal bij het bankje wiebelt', 'Het bankje is stuk'],
  ],
])('finds %j by the rarest word and along the list alike', async (words, texts) => {
  // Two of three hold "paal" and "bankje": common when two is many, rare when it is few.
  expect(await found(words, 2)).toEqual(texts);
  expect(await found(words, 3)).toEqual(texts);
  expect(await found(words)).toEqual(texts);
});

it('narrows nothing without words that tell', async () => {
  expect(await found([])).toHaveLength(3);
  expect(await found(['het', 'is'])).toHaveLength(3);
});
