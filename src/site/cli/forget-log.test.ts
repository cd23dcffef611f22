import { afterAll, beforeAll, expect, it } from 'vitest';
import { logAccess } from '#people/index.ts';
import { tenantTransaction } from '#platform/database/tenant-transaction.ts';
import { makeTenant } from '#testing/people.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import type { CliHouse } from './command.ts';
import { forgetLog } from './forget-log.ts';

const GEMEENTE = 'GM0637';
let test: TestWorld;

beforeAll(async () => {
  test = await testWorld({ start: '2016-03-07T10:00:00+01:00' });
  await makeTenant(test);
  await makeTenant(test, 'GM0106', 'Assen');
  for (const gemeente of [GEMEENTE, 'GM0106'])
    for (const day of ['2009-03-06T23:59:59+01:00', '2009-03-07T00:00:00+01:00', '2016-03-01T09:00:00+01:00'])
      await tenantTransaction(test.world.pool, gemeente, (db) =>
        logAccess(db, gemeente, new Date(day), { kind: 'signed_in', accountId: null, reason: null }),
      );
});
afterAll(() => test.close());

const run = (options: Readonly<Record<string, string>>) => {
  if (!('run' in forgetLog)) throw new Error('The command works below the house');
  const house = { open: { urls: test.urls }, world: test.world, progress: () => undefined };
  return forgetLog.run(
    { option: (name) => options[name] ?? '', given: (name) => name in options, words: [] },
    house as unknown as CliHouse,
  );
};
const linesOf = async (gemeente: string): Promise<number> =>
  (await asOwner(test.urls, gemeente, 'select 1 from access_log where gemeente = $1', [gemeente])).length;

it('forgets what is older than seven years to the day, of one municipality, and says so in the history', async () => {
  expect((await run({ gemeente: GEMEENTE, 'dry-run': '' })).facts).toMatchObject({ lines: 1 });
  expect(await linesOf(GEMEENTE)).toBe(3);
  expect((await run({ gemeente: GEMEENTE })).facts).toMatchObject({ lines: 1, before: '2009-03-07' });
  expect([await linesOf(GEMEENTE), await linesOf('GM0106')]).toEqual([2, 3]);
  expect((await run({ gemeente: GEMEENTE })).facts).toMatchObject({ lines: 0 });
  const told = await asOwner<{ after: unknown }>(
    test.urls,
    GEMEENTE,
    `select after from history where gemeente = $1 and noun = 'access_log'`,
    [GEMEENTE],
  );
  expect(told).toEqual([{ after: { lines: 1, before: '2009-03-07' } }]);
});

it.each(['4', '0', '-7', 'zeven', '7.5', '51'])('keeps at least five years: %s is refused', async (years) => {
  await expect(run({ gemeente: GEMEENTE, years })).rejects.toThrow(/geen aantal jaren/);
});
