import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { copyTemplate, type DatabaseUrls } from '#testing/template.ts';
import { checkAppRole, checkTables } from './checks/tables.ts';
import { connected, undone } from './support/clients.ts';

let urls: DatabaseUrls & { drop: () => Promise<void> };
beforeAll(async () => {
  urls = await copyTemplate(inject('database'));
});
afterAll(() => urls.drop());

const LEAST_TABLES = 35;

describe('every table of municipal data', () => {
  it('is bound to its tenant by keys, policies and forced row level security', async () => {
    const { seen, breaches } = await connected(urls.ownerUrl, checkTables);
    expect(breaches).toEqual([]);
    expect(seen).toBeGreaterThanOrEqual(LEAST_TABLES);
  });
});

describe('the role of the application', () => {
  it('walks past no policy and rewrites no history', async () => {
    const { seen, breaches } = await connected(urls.appUrl, checkAppRole);
    expect(breaches).toEqual([]);
    expect(seen).toBeGreaterThanOrEqual(7 + 8 + 15);
  });
});

const SOUND =
  'create table planted (gemeente text not null references tenant, id uuid not null, primary key (gemeente, id))';
const PROTECTED = `${SOUND}; call protect_tenant_table('planted')`;

/** Each planted breach with what the check must say of it. */
const PLANTED: [string, string, RegExp][] = [
  ['a table without row level security', SOUND, /^planted: row level security is not on/],
  [
    'one that its owner walks past',
    `${PROTECTED}; alter table planted no force row level security`,
    /not forced/,
  ],
  ['one without a policy', `${PROTECTED}; drop policy tenant_only on planted`, /no policy for all/],
  [
    'a policy open to all',
    `${PROTECTED}; create policy open on planted using (true) with check (true)`,
    /policy open is not bound/,
  ],
  [
    'a key that names no tenant',
    'create table planted (id uuid primary key, gemeente text references tenant)',
    /index planted_pkey does not begin/,
  ],
  ['no primary key', 'create table planted (gemeente text references tenant)', /no primary key/],
  [
    'an index that begins with another column',
    `${PROTECTED}; create index planted_by_id on planted (id)`,
    /planted_by_id does not begin/,
  ],
  [
    'a unique index of all tenants together',
    `${PROTECTED}; create unique index planted_once on planted (id)`,
    /planted_once does not begin/,
  ],
  [
    'an index on an expression',
    `${PROTECTED}; create index planted_by_word on planted (lower(gemeente))`,
    /planted_by_word does not begin/,
  ],
  [
    'a foreign key across tenants',
    `${PROTECTED}; create table other (id uuid primary key); alter table planted add foreign key (id) references other`,
    /foreign key planted_id_fkey/,
  ],
  [
    'a tenant nobody knows',
    `create table planted (gemeente text, id uuid, primary key (gemeente, id))`,
    /does not point at the tenant/,
  ],
  [
    'a trigger',
    `${PROTECTED}; create function nothing() returns trigger language plpgsql as 'begin return new; end';
     create trigger planted_trigger before insert on planted execute function nothing()`,
    /planted: has trigger planted_trigger/,
  ],
  ['a view with its owner’s rights', 'create view planted as select * from history', /view planted reads/],
  [
    'a function with its owner’s rights',
    `create function planted() returns bigint language sql security definer return 1`,
    /function planted runs/,
  ],
];

describe('seen red', () => {
  it.each(PLANTED)('finds %s', async (_what, sql, complaint) => {
    const { breaches } = await undone(urls.ownerUrl, async (client) => {
      await client.query(sql);
      return checkTables(client);
    });
    expect(breaches.filter((breach) => complaint.test(breach))).not.toEqual([]);
  });

  it('finds a role that may rewrite history or move a tenant', async () => {
    const role = await connected(urls.appUrl, async (client) => {
      const { rows } = await client.query<{ name: string }>('select quote_ident(current_user) as name');
      return rows[0]?.name ?? '';
    });
    const { breaches } = await undone(urls.adminUrl, async (client) => {
      await client.query(`grant update on history to ${role}; grant insert on tenant to ${role}`);
      await client.query(`grant create on schema public to ${role}; set local role ${role}`);
      return checkAppRole(client);
    });
    expect(breaches.toSorted()).toEqual(['history: may update', 'role: make tables', 'tenant: may insert']);
  });

  it('finds a role that owns, and one that is above all', async () => {
    const owner = await connected(urls.ownerUrl, checkAppRole);
    expect(owner.breaches).toContain('role: own a table');
    const admin = await connected(urls.adminUrl, checkAppRole);
    expect(admin.breaches).toContain('role: superuser');
  });
});
