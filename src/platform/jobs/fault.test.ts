import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '#platform/database/ids.ts';
import { tenantTransaction } from '#platform/database/tenant-transaction.ts';
import { makeTenant } from '#testing/people.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { type handleOnce, type Subscription, workOn } from './jobs.ts';

const subscription: Subscription = {
  queue: 'test-fault',
  events: ['lamp.broken'],
  handle: async () => {
    throw Object.assign(new Error('row refused for wim@voorbeeld.test'), {
      detail: 'Failing row contains (Jansje Verzonnen, 0612345678).',
    });
  },
};
let test: TestWorld;
beforeAll(async () => {
  test = await testWorld({ subscriptions: [subscription] });
  await makeTenant(test);
});
afterAll(() => test.close());

it('a failed job keeps no row and no address in the job tables, and the log says what failed', async () => {
  await tenantTransaction(test.world.pool, 'GM0637', (db) =>
    test.world.events.send(db, [{ id: newId(), gemeente: 'GM0637', name: 'lamp.broken', objectId: newId() }]),
  );
  const { boss } = test.jobs;
  const [job] = await boss.fetch<Parameters<typeof handleOnce>[2]>(subscription.queue);
  if (!job) throw new Error('No job was sent');
  const fault: unknown = await workOn(test.world, subscription, job.data).catch((error: unknown) => error);
  if (!(fault instanceof Error)) throw new Error('The job did not fail');
  await boss.fail(subscription.queue, job.id, fault);
  const kept = await asOwner<{ row: string }>(
    test.urls,
    'GM0637',
    'select row_to_json(j)::text as row from jobs.job j where id = $1',
    [job.id],
  );
  expect(kept[0]?.row).toContain('row refused for ***');
  expect(kept[0]?.row).not.toMatch(/Jansje|0612345678|wim@/);
  expect(test.logged.join('')).toMatch(/"msg":"job failed".*"queue":"test-fault"/);
  expect(test.logged.join('')).not.toMatch(/Jansje|wim@/);
});
