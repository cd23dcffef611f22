import { afterAll, beforeAll, expect, it } from 'vitest';
import { execute } from '#platform/command/command.ts';
import { runSql, tenantTransaction } from '#platform/database/tenant-transaction.ts';
import { openConnections } from '#testing/at-once.ts';
import { aGift, resident, type SmallTown, smallTown } from '#testing/signaal.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { termSweep } from '../jobs.ts';
import { giveSignaal } from './give.ts';

let tw: TestWorld;
let town: SmallTown;

beforeAll(async () => {
  tw = await testWorld();
  town = await smallTown(tw);
});
afterAll(() => tw.close());

/** Holds its object before it ends the terms, as every command does, and takes its time in between. */
const aCommand = (signaalId: string, busy: () => Promise<unknown>) =>
  tenantTransaction(tw.world.pool, town.gemeente, async (db) => {
    await runSql(db, 'select 1 from signaal where gemeente = $1 and id = $2 for update', [
      town.gemeente,
      signaalId,
    ]);
    await busy();
    await runSql(
      db,
      `update term set state = 'met', settled_at = due_at
       where gemeente = $1 and object_id = $2 and kind = 'triage' and state = 'open'`,
      [town.gemeente, signaalId],
    );
  });

/** Until another session waits for a row: then the sweep holds its terms and stands before the signaal. */
const somebodyWaits = async (): Promise<void> => {
  const sql = `select 1 from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and query like '%signaal%'`;
  for (let turn = 0; turn < 200; turn += 1) {
    if ((await tw.world.pool.query(sql)).rows.length > 0) return;
  }
  throw new Error('Nobody came to wait');
};

it('gives way to a person at the same signaal, and sweeps after him what is still asked', async () => {
  await openConnections(tw);
  const gift = aGift({ text: 'Wat vreemd allemaal.', categoryId: town.complex });
  const { signaalId } = await execute(tw.world, town.gemeente, resident, giveSignaal, gift);
  tw.clock.set('2016-04-30T10:00:00+02:00');
  let sweep: Promise<void> | undefined;
  await aCommand(signaalId, () => {
    sweep = termSweep.run(tw.world);
    return somebodyWaits();
  });
  await sweep;
  expect(tw.logged.filter((line) => line.includes('failed'))).toEqual([]);
  const terms = await asOwner(
    tw.urls,
    town.gemeente,
    `select kind, state from term where object_id = $1 and kind in ('triage', 'triage_late') order by kind`,
    [signaalId],
  );
  expect(terms).toEqual([
    { kind: 'triage', state: 'met' },
    { kind: 'triage_late', state: 'passed' },
  ]);
});
