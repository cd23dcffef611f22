import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '#platform/database/ids.ts';
import { tenantTransaction } from '#platform/database/tenant-transaction.ts';
import { makeTenant } from '#testing/people.ts';
import { type TestWorld, testWorld } from '#testing/world.ts';
import { bringBack } from './clock-guard.ts';
import type { Subscription } from './jobs.ts';

const done: string[] = [];
const subscription: Subscription = {
  queue: 'test-clock',
  events: ['lamp.lit'],
  handle: async (_world, _db, { objectId }) => {
    done.push(objectId);
  },
};
let test: TestWorld;
let owner: pg.Client;
beforeAll(async () => {
  test = await testWorld({ subscriptions: [subscription] });
  await makeTenant(test);
  owner = new pg.Client({ connectionString: test.urls.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await test.close();
});

/** Moves the clock of the job tables, which is PostgreSQL's own, to so many minutes from the real time. */
const moveClock = (minutes: number) =>
  owner.query(`create or replace function jobs.job_now() returns timestamptz as
    $$ select now() + interval '${minutes} minutes' $$ language sql stable`);

const light = async (): Promise<string> => {
  const objectId = newId();
  await tenantTransaction(test.world.pool, 'GM0637', (db) =>
    test.world.events.send(db, [{ id: newId(), gemeente: 'GM0637', name: 'lamp.lit', objectId }]),
  );
  return objectId;
};

it('what waits when the clock is put back an hour is done at once, and once', async () => {
  await moveClock(60);
  const lamp = await light();
  await owner.query('update jobs.version set cron_on = jobs.job_now()');
  await owner.query('update jobs.queue set monitor_on = jobs.job_now(), monitor_claim_on = jobs.job_now()');
  await moveClock(0);
  expect(await test.drain(), 'without the guard it waits for the clock').toBe(0);
  expect(await bringBack(test.world.pool)).toBeGreaterThan(2);
  expect(await test.drain()).toBe(1);
  expect(done).toEqual([lamp]);
  const { rows } = await owner.query(`select count(*)::int as ahead from jobs.version v, jobs.queue q
    where v.cron_on > now() or q.monitor_on > now() or q.monitor_claim_on > now()`);
  expect(rows).toEqual([{ ahead: 0 }]);
});

it('leaves a next try that is some minutes ahead, and everything on a usual day, as it is', async () => {
  await light();
  await owner.query(`update jobs.job set state = 'retry', start_after = now() + interval '20 minutes'
    where name = 'test-clock' and state = 'created'`);
  expect(await bringBack(test.world.pool)).toBe(0);
  expect(await test.drain()).toBe(0);
});

it('a clock that jumps a day forward does nothing twice', async () => {
  const before = done.length;
  const lamp = await light();
  await moveClock(24 * 60);
  await test.drain();
  await moveClock(0);
  await bringBack(test.world.pool);
  await test.drain();
  expect(done.slice(before).filter((one) => one === lamp)).toEqual([lamp]);
});
