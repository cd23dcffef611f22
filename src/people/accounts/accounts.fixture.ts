import { expect } from 'vitest';
import { newId } from '#platform/database/ids.ts';
import { makePerson, makeTenant } from '#testing/people.ts';
import { type TestClient, type TestSite, testSite } from '#testing/web.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { peopleRoutes } from '../index.ts';

/** The municipality of these tests; Assen (`GM0106`) is its neighbour. */
export const GEMEENTE = 'GM0637';

/** Two municipalities, and the first one's only administrator at the screens. */
export interface AccountsSite {
  readonly test: TestWorld;
  readonly site: TestSite;
  readonly adminId: string;
  readonly admin: TestClient;
}

/** Makes the world of a test file; close `test` in `afterAll`. */
export const accountsSite = async (): Promise<AccountsSite> => {
  const test = await testWorld();
  const site = testSite(test, peopleRoutes);
  await makeTenant(test);
  await makeTenant(test, 'GM0106', 'Assen');
  const adminId = await makePerson(test, { name: 'Faye Beheer', holdings: [{ role: 'functional_admin' }] });
  return { test, site, adminId, admin: await site.client().signInAs(adminId) };
};

const idIn = (location: string | null): string => location?.split('/').at(-1) ?? '';

/** What the administrator makes, and what the tables then hold; `at` gives the world as it is when asked. */
export const accountsOf = (at: () => Pick<AccountsSite, 'test' | 'admin'>) => {
  const rows = <Row extends Record<string, unknown>>(
    sql: string,
    values: unknown[] = [],
    gemeente = GEMEENTE,
  ) => asOwner<Row>(at().test.urls, gemeente, sql, values);
  const make = async (name: string, email = `${newId()}@voorbeeld.test`): Promise<string> => {
    const { admin } = at();
    const page = await admin.get('/beheer/accounts/nieuw');
    const answer = await admin.submit(page, { name, email });
    expect(answer.status).toBe(303);
    return idIn(answer.location);
  };
  const historyOf = async (id: string): Promise<string[]> => {
    const found = await rows<{ action: string }>(
      'select action from history where object_id = $1 order by at, id',
      [id],
    );
    return found.map((row) => row.action);
  };
  return { rows, make, historyOf };
};
