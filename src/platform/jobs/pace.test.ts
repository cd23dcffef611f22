import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '#platform/database/ids.ts';
import { tenantTransaction } from '#platform/database/tenant-transaction.ts';
import { makeTenant } from '#testing/people.ts';
import { type TestWorld, testWorld } from '#testing/world.ts';
import { createJobs, type Subscription } from './jobs.ts';

const COUNT = 24;
const done: string[] = [];
const bad = newId();
const subscription: Subscription = {
  queue: 'test-pace',
  events: ['lamp.lit'],
  handle: async (_world, _db, { objectId }) => {
    if (objectId === bad) throw new Error('this one fails');
    done.push(objectId);
  },
};
let test: TestWorld;
beforeAll(async () => {
  test = await testWorld({ subscriptions: [subscription] });
  await makeTenant(test);
});
afterAll(() => test.close());

it('a worker does what waits without a pause between, and one that fails takes no others along', async () => {
  const lamps = Array.from({ length: COUNT }, newId);
  const events = [bad, ...lamps].map((objectId) => ({
    id: newId(),
    gemeente: 'GM0637',
    name: 'lamp.lit',
    objectId,
  }));
  await tenantTransaction(test.world.pool, 'GM0637', (db) => test.world.events.send(db, events));
  await test.jobs.start(test.world);
  // By its polling alone the worker would do one a second.
  await expect.poll(() => done.length, { timeout: 8_000, interval: 50 }).toBe(COUNT);
  expect([...done].sort()).toEqual([...lamps].sort());
  const kept = await test.jobs.boss.findJobs(subscription.queue, { data: { objectId: bad } });
  expect(kept.map(({ state }) => state)).toEqual(['retry']);
});

it('a queue that was made by an older version is told how soon a job counts as lost', async () => {
  await test.jobs.boss.updateQueue(subscription.queue, { heartbeatSeconds: null });
  const newer = createJobs(test.world.pool, test.world.log, [subscription], [], false);
  await newer.open();
  await newer.stop();
  const queue = await test.jobs.boss.getQueue(subscription.queue);
  expect(queue?.heartbeatSeconds).toBe(30);
});
