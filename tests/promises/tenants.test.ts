import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tenantTransaction } from '#platform/database/tenant-transaction.ts';
import { loadDemoTown } from '#testing/demo/load.ts';
import { type TestWorld, testWorld } from '#testing/world.ts';
import { checkTenants, type TenantTable } from './checks/tenants.ts';
import { connected } from './support/clients.ts';
import { asTenantTables, fillTwo, tenantTables } from './support/two-tenants.ts';

const MINE = 'GM0637';
const THEIRS = 'GM0106';

let test: TestWorld;
let tables: TenantTable[];
let madeUp: string[];
beforeAll(async () => {
  test = await testWorld();
  await loadDemoTown(test.world, test.urls.ownerUrl);
  madeUp = await connected(test.urls.adminUrl, (admin) => fillTwo(admin, MINE, THEIRS));
  tables = asTenantTables(await connected(test.urls.adminUrl, tenantTables));
}, 120_000);
afterAll(() => test?.close());

describe('two municipalities in one database', () => {
  it('neither see nor touch one another’s rows, in any table', async () => {
    const { seen, breaches } = await connected(test.urls.appUrl, (app) =>
      checkTenants(app, tables, MINE, THEIRS),
    );
    expect(breaches).toEqual([]);
    expect(seen).toBeGreaterThanOrEqual(35);
    // What the demo municipality has no row of was made up from the columns; no table stays empty.
    expect(madeUp.length).toBeLessThan(seen / 2);
  });

  it('leave no municipality behind on a connection that goes back to the pool', async () => {
    const { pool } = test.world;
    await tenantTransaction(pool, MINE, (db) => db.selectFrom('signaal').select('id').execute());
    await expect(
      tenantTransaction(pool, MINE, async () => {
        throw new Error('planted');
      }),
    ).rejects.toThrow('planted');
    for (const client of await Promise.all(Array.from({ length: 8 }, () => pool.connect()))) {
      expect((await client.query('select 1 from signaal')).rowCount).toBe(0);
      client.release();
    }
  });

  it('cannot be joined by a name that is no code', async () => {
    for (const name of [`GM0637'; select 1; --`, '', 'gm0637', 'GM0637 or true']) {
      await expect(tenantTransaction(test.world.pool, name, async () => 1)).rejects.toThrow(RangeError);
    }
  });
});

describe('seen red', () => {
  const role = async () => {
    const rows = await connected(test.urls.appUrl, (app) =>
      app.query<{ name: string }>('select quote_ident(current_user) as name'),
    );
    return rows.rows[0]?.name ?? '';
  };
  const COLUMNS = '(gemeente text not null, id uuid not null, primary key (gemeente, id))';
  const ROWS = `('${MINE}', gen_random_uuid()), ('${THEIRS}', gen_random_uuid())`;

  it.each([
    [
      'a table without row level security',
      '',
      ['is seen without', 'shows rows of another', 'takes a row', 'loses rows', 'moves its rows'],
    ],
    [
      'a policy that only looks at what is written',
      `alter table planted enable row level security;
       create policy open on planted using (true) with check (gemeente = (select current_gemeente()))`,
      ['is seen without', 'shows rows of another', 'loses rows'],
    ],
    [
      'a policy that does not look at what is written',
      `alter table planted enable row level security;
       create policy open on planted using (gemeente = (select current_gemeente())) with check (true)`,
      ['takes a row', 'moves its rows'],
    ],
    ['an empty table', `call protect_tenant_table('planted'); truncate planted`, ['proves nothing']],
  ])('finds %s', async (_what, sql, complaints) => {
    const app = await role();
    const planted = `create table planted ${COLUMNS}; insert into planted values ${ROWS}; ${sql};
      grant select, insert, update, delete on planted to ${app}`;
    await connected(test.urls.adminUrl, (admin) => admin.query(planted));
    const table = { name: 'planted', columns: ['gemeente', 'id'] };
    const { breaches } = await connected(test.urls.appUrl, (client) =>
      checkTenants(client, [table], MINE, THEIRS),
    );
    await connected(test.urls.adminUrl, (admin) => admin.query('drop table planted'));
    for (const complaint of complaints) expect(breaches.join('\n')).toContain(complaint);
  });
});
