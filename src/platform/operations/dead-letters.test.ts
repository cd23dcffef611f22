import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#platform/database/ids.ts';
import { tenantTransaction } from '#platform/database/tenant-transaction.ts';
import { DEAD_LETTERS, handleOnce, type Subscription } from '#platform/jobs/jobs.ts';
import { makePerson, makeTenant } from '#testing/people.ts';
import { type TestClient, type TestSite, testSite } from '#testing/web.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { operationsRoutes } from './index.ts';

const JOBS = '/beheer/taken';
const handled: string[] = [];
const faults = { broken: true };
const subscription: Subscription = {
  queue: 'test-lamp',
  events: ['lamp.broken'],
  handle: async (_world, _db, event) => {
    if (faults.broken) throw new Error('geen lamp voor wim@voorbeeld.test');
    handled.push(event.objectId);
  },
};
let test: TestWorld;
let site: TestSite;
let admin: TestClient;

beforeAll(async () => {
  test = await testWorld({ subscriptions: [subscription] });
  await makeTenant(test);
  await makeTenant(test, 'GM0106', 'Assen');
  site = testSite(
    test,
    operationsRoutes(
      () => test.jobs.boss,
      async () => new Map(),
    ),
  );
  await test.drain();
});
afterAll(() => test.close());

beforeEach(async () => {
  faults.broken = true;
  handled.length = 0;
  await test.jobs.boss.deleteAllJobs(DEAD_LETTERS);
  admin = await site.client().signInAs(await makePerson(test, { holdings: [{ role: 'functional_admin' }] }));
});

/** Fails a job as often as it is tried, as the workers would; gives the id of its dead letter. */
const stuckJob = async (gemeente = 'GM0637'): Promise<{ objectId: string; deadLetter: string }> => {
  const objectId = newId();
  await tenantTransaction(test.world.pool, gemeente, (db) =>
    test.world.events.send(db, [{ id: newId(), gemeente, name: 'lamp.broken', objectId }]),
  );
  const { boss } = test.jobs;
  await asOwner(test.urls, gemeente, `update jobs.job set retry_limit = 0 where name = 'test-lamp'`);
  const [job] = await boss.fetch<{ id: string; gemeente: string; name: string; objectId: string }>(
    'test-lamp',
  );
  if (!job) throw new Error('No job was sent');
  const fault = await handleOnce(test.world, subscription, job.data).catch((error: unknown) => error);
  await boss.fail('test-lamp', job.id, { message: fault instanceof Error ? fault.message : '' });
  const [dead] = await asOwner<{ id: string }>(
    test.urls,
    gemeente,
    `select id from jobs.job where name = $1 and data->>'objectId' = $2`,
    [DEAD_LETTERS, objectId],
  );
  return { objectId, deadLetter: dead?.id ?? '' };
};

describe('stuck jobs', () => {
  it('are shown with their event, queue and last error, without addresses', async () => {
    await stuckJob();
    const page = await admin.get(JOBS);
    for (const word of ['lamp.broken', 'test-lamp', 'geen lamp voor ***']) expect(page.text).toContain(word);
    expect(page.text).not.toContain('wim@');
  });

  it('of another municipality are not shown, nor touched', async () => {
    const { deadLetter } = await stuckJob('GM0106');
    expect((await admin.get(JOBS)).text).toContain('Er is niets vastgelopen.');
    expect((await admin.post(`${JOBS}/${deadLetter}/opnieuw`)).status).toBe(409);
    expect((await admin.post(`${JOBS}/${deadLetter}/weg`, { reason: 'zomaar' })).status).toBe(409);
  });

  it('are tried again with one button, and then do their work', async () => {
    const { objectId, deadLetter } = await stuckJob();
    faults.broken = false;
    const answer = await admin.submit(await admin.get(JOBS), {}, `${JOBS}/${deadLetter}/opnieuw`);
    expect(answer.location).toBe(`${JOBS}?gedaan=again`);
    await test.drain();
    expect(handled).toEqual([objectId]);
    expect((await admin.get(JOBS)).text).toContain('Er is niets vastgelopen.');
  });

  it('are thrown away only with a reason, which the history keeps as a changed text', async () => {
    const { deadLetter } = await stuckJob();
    const page = await admin.get(`${JOBS}/${deadLetter}/weg`);
    const refused = await admin.submit(page, { reason: '' });
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('Vul in waarom')]);
    expect((await admin.post(`${JOBS}/${deadLetter}/weg`)).status, 'a form without the field').toBe(422);
    const long = await admin.submit(page, { reason: 'lang '.repeat(200) });
    expect([long.status, long.text]).toEqual([422, expect.stringContaining('hoogstens 500 tekens')]);
    expect((await admin.submit(page, { reason: 'lamp bestaat niet meer' })).status).toBe(303);
    expect((await admin.get(JOBS)).text).toContain('Er is niets vastgelopen.');
    const [kept] = await asOwner<{ action: string; after: { reason: string } }>(
      test.urls,
      'GM0637',
      'select action, after from history where object_id = $1',
      [deadLetter],
    );
    expect(kept?.action).toBe('job.dropped');
    expect(kept?.after.reason).toMatch(/^hash:/);
    expect((await admin.submit(page, { reason: 'nog eens' })).status, 'a second time').toBe(409);
  });

  it('are for the administrator only', async () => {
    const auditor = await makePerson(test, { holdings: [{ role: 'auditor' }] });
    expect((await (await site.client().signInAs(auditor)).get(JOBS)).text).toContain('forbidden');
  });
});
