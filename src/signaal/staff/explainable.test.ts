import { afterAll, beforeAll, expect, it } from 'vitest';
import { runSql, tenantTransaction } from '#platform/database/tenant-transaction.ts';
import { type SmallTown, smallTown } from '#testing/signaal.ts';
import { type TestWorld, testWorld } from '#testing/world.ts';
import { explainableQueries } from './explainable.ts';

let tw: TestWorld;
let town: SmallTown;

beforeAll(async () => {
  tw = await testWorld();
  town = await smallTown(tw);
});
afterAll(() => tw.close());

it('has a plan for every list and search that reads signalen and parts through an index', async () => {
  const queries = explainableQueries(town.gemeente);
  expect(queries.length).toBeGreaterThan(70);
  const scanned: string[] = [];
  await tenantTransaction(tw.world.pool, town.gemeente, async (db) => {
    // An empty table is always read whole; forbidden that, the planner shows whether an index could have helped.
    await runSql(db, 'set local enable_seqscan = off');
    for (const { name, sql, values } of queries) {
      const plan = await runSql<{ 'QUERY PLAN': string }>(db, `explain ${sql}`, [...values]);
      const lines = plan.map((line) => line['QUERY PLAN']);
      if (lines.some((line) => /Seq Scan on (?:signaal|assignment|term|signaal_word)\b/.test(line))) {
        scanned.push(name);
      }
    }
  });
  expect(scanned).toEqual([]);
});
