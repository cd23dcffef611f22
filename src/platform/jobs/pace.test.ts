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
const together: string[][] = [];
const gathered: Subscription = {
  queue: 'test-gathered',
  events: ['lamp.broken'],
  handle: () => Promise.reject(new Error('one by one')),
  handleAll: async (_world, _db, events) => {
    together.push(events.map(({ objectId }) => objectId));
    if (events.some(({ objectId }) => objectId === bad)) throw new Error('these fail');
  },
};
let test: TestWorld;
beforeAll(async () => {
  test = await testWorld({ subscriptions: [subscription, gathered] });
  await makeTenant(test);
  await makeTenant(test, 'GM0106');
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

it('what asks for the same work is done together for each municipality, once, and what fails fails together', async () => {
  const lamps = Array.from({ length: COUNT }, newId);
  const eventsOf = (gemeente: string, ids: readonly string[]) =>
    ids.map((objectId) => ({ id: newId(), gemeente, name: 'lamp.broken', objectId }));
  const here = eventsOf('GM0637', lamps);
  const there = eventsOf('GM0106', [bad, newId()]);
  // Two of them were sent twice.
  for (const [gemeente, events] of [
    ['GM0637', [...here, ...here.slice(0, 2)]],
    ['GM0106', there],
  ] as const) {
    await tenantTransaction(test.world.pool, gemeente, (db) => test.world.events.send(db, events));
  }
  await expect
    .poll(() => together.flat().length, { timeout: 8_000, interval: 50 })
    .toBeGreaterThan(COUNT + 1);
  const own = together.filter((ids) => lamps.includes(ids[0] ?? ''));
  expect(own.flat().sort()).toEqual([...lamps].sort());
  expect(own.length).toBeLessThan(4);
  const kept = await test.jobs.boss.findJobs(gathered.queue, { data: { gemeente: 'GM0106' } });
  expect(kept.map(({ state }) => state)).toEqual(['retry', 'retry']);
});

it('a queue that was made by an older version is told how soon a job counts as lost', async () => {
  await test.jobs.boss.updateQueue(subscription.queue, { heartbeatSeconds: null });
  const newer = createJobs(test.world.pool, test.world.log, [subscription], [], false);
  await newer.open();
  await newer.stop();
  const queue = await test.jobs.boss.getQueue(subscription.queue);
  expect(queue?.heartbeatSeconds).toBe(30);
});
