import pg from 'pg';
import { type Context, defineCommand, execute } from '#platform/command/command.ts';
import { isGemeenteCode, runSql } from '#platform/database/tenant-transaction.ts';
import { operatorPrincipal } from '#platform/policy/principal.ts';
import type { World } from '#platform/world.ts';
import { refuse } from '../errors.ts';

/** A new municipality: its code (`GM0637`), name and the host names under which it answers, the public one first. */
export interface NewTenant {
  readonly code: string;
  readonly name: string;
  readonly demo: boolean;
  readonly hosts: readonly string[];
}

const HOST = /^(?=.{1,253}$)(?!-)[a-z0-9-]{1,63}(?:\.(?!-)[a-z0-9-]{1,63})*$/;

/** Brings a host name to the one form in which it is kept; throws `bad_host`. */
export const hostOf = (text: string): string => {
  const host = text.trim().toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '');
  if (!HOST.test(host)) throw refuse('bad_host', { fields: { hosts: 'bad_host' }, values: { host } });
  return host;
};

/** Makes a municipality and its host names. Runs on the owner's connection: see {@link makeTenant}. */
export const createTenant = defineCommand<NewTenant, void>({
  name: 'tenant.create',
  action: 'tenant.create',
  run: async (context, input) => {
    context.allow();
    const { db, gemeente, now } = context;
    const name = input.name.trim();
    if (name === '' || name.length > 100) throw refuse('name_needed', { fields: { name: 'name_needed' } });
    const hosts = [...new Set(input.hosts.map(hostOf))];
    await refuseTaken(context, hosts);
    await db.insertInto('tenant').values({ gemeente, name, demo: input.demo, created_at: now }).execute();
    await runSql(
      db,
      `insert into tenant_host (host, gemeente, is_public_address)
       select host, $1, place = 1 from unnest($2::text[]) with ordinality as given(host, place)`,
      [gemeente, hosts],
    );
    context.record({
      noun: 'tenant',
      objectId: gemeente,
      action: 'create',
      after: { name, demo: input.demo, hosts },
    });
  },
});

const refuseTaken = async ({ db, gemeente }: Context, hosts: readonly string[]): Promise<void> => {
  const [tenant] = await runSql(db, 'select gemeente from tenant where gemeente = $1', [gemeente]);
  if (tenant) throw refuse('tenant_exists', { fields: { code: 'tenant_exists' } });
  const [host] = await runSql<{ host: string }>(db, 'select host from tenant_host where host = any($1)', [
    hosts,
  ]);
  if (host) throw refuse('host_taken', { fields: { hosts: 'host_taken' }, values: { host: host.host } });
};

/**
 * Creates a municipality as the operator. The application's own role may not write the tenant directory, so this takes
 * the owner's address. Throws the refusals `bad_code`, `bad_host`, `name_needed`, `tenant_exists`, `host_taken`.
 */
export const makeTenant = async (world: World, ownerUrl: string, input: NewTenant): Promise<void> => {
  if (!isGemeenteCode(input.code)) throw refuse('bad_code', { fields: { code: 'bad_code' } });
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  try {
    await execute({ ...world, pool }, input.code, operatorPrincipal, createTenant, input);
  } finally {
    await pool.end();
  }
};

/**
 * Keeps in the history that all of a municipality left the house in an export, before the first row goes: also an export
 * that stops halfway has been given.
 */
export const noteExport = defineCommand<void, void>({
  name: 'tenant.export',
  action: 'tenant.export',
  run: async (context) => {
    context.allow();
    context.record({ noun: 'tenant', objectId: context.gemeente, action: 'export' });
  },
});
