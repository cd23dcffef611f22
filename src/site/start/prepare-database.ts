import pg from 'pg';
import { type Migration, migrate } from '#platform/database/migrate.ts';
import { appRoleFlaws, grantToApp } from '#platform/database/roles.ts';
import { installJobs } from '#platform/jobs/boss.ts';
import { sentences } from './sentences.ts';
import { StartProblem } from './stop-sentence.ts';

/** The two ways into one database. */
export interface DatabaseUrls {
  readonly ownerUrl: string;
  readonly appUrl: string;
}

/** Any number will do, as long as each process that prepares asks for the same one; not that of the migrator. */
const PREPARE_LOCK = 637_002;
const OLDEST = 150_000;

/** Refuses a database that cannot be reached, is too old, or whose application role could pass by row security. */
export const checkDatabase = async ({ ownerUrl, appUrl }: DatabaseUrls): Promise<void> => {
  await reach('DATABASE_OWNER_URL', ownerUrl, refuseOldServer);
  await reach('DATABASE_URL', appUrl, async () => undefined);
  const { role, flaws } = await appRoleFlaws(appUrl);
  if (flaws.length > 0) throw new StartProblem(sentences.appRole(role, flaws));
};

/**
 * Brings tables, job tables and rights up to date. Two processes that start together do it one after the other;
 * the second finds everything done. Gives the migrations that were applied now.
 */
export const prepareDatabase = (urls: DatabaseUrls, migrations: readonly Migration[]): Promise<string[]> =>
  asOwner(urls.ownerUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [PREPARE_LOCK]);
    const known = new Set(migrations.map(({ name }) => name));
    const applied = await appliedNames(client);
    if (applied.some((name) => !known.has(name))) throw new StartProblem(sentences.newerDatabase());
    const fresh = await migrate(urls.ownerUrl, migrations);
    await installJobs(urls.ownerUrl, userOf(urls.appUrl));
    await grantToApp(urls.ownerUrl, userOf(urls.appUrl));
    return fresh;
  });

/** What was in the database before this start. */
export interface Found {
  /** Nothing of ours was ever put in it. */
  readonly fresh: boolean;
  /** It holds a demonstration municipality. */
  readonly demo: boolean;
}

/** Looks, without changing anything. */
export const lookAtDatabase = (ownerUrl: string): Promise<Found> =>
  asOwner(ownerUrl, async (client) => {
    if (!(await hasTable(client, 'schema_migration'))) return { fresh: true, demo: false };
    if (!(await hasTable(client, 'tenant'))) return { fresh: false, demo: false };
    const { rows } = await client.query<{ demo: boolean }>(
      'select exists (select 1 from tenant where demo) as demo',
    );
    return { fresh: false, demo: rows[0]?.demo ?? false };
  });

/** Whether no municipality but a demonstration is in the database. */
export const holdsOnlyDemo = (ownerUrl: string): Promise<boolean> =>
  asOwner(ownerUrl, async (client) => {
    if (!(await hasTable(client, 'tenant'))) return true;
    const { rows } = await client.query<{ only: boolean }>(
      'select not exists (select 1 from tenant where not demo) as only',
    );
    return rows[0]?.only ?? false;
  });

const appliedNames = (client: pg.Client): Promise<string[]> =>
  hasTable(client, 'schema_migration').then(async (present) => {
    if (!present) return [];
    const { rows } = await client.query<{ name: string }>('select name from schema_migration');
    return rows.map(({ name }) => name);
  });

const hasTable = async (client: pg.Client, table: string): Promise<boolean> => {
  const { rows } = await client.query<{ present: boolean }>('select to_regclass($1) is not null as present', [
    `public.${table}`,
  ]);
  return rows[0]?.present ?? false;
};

const userOf = (url: string): string => decodeURIComponent(/^[a-z]+:\/\/([^:@/]+)/.exec(url)?.[1] ?? '');

/** The connection's end also gives the lock free. */
const asOwner = async <T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

const reach = async (
  setting: string,
  url: string,
  look: (client: pg.Client) => Promise<void>,
): Promise<void> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    throw new StartProblem(sentences.unreachable(setting, reasonOf(error)), { cause: error });
  }
  try {
    await look(client);
  } finally {
    await client.end();
  }
};

/** The code of what went wrong; the message itself may quote the address with its password. */
const reasonOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'geen antwoord';

const refuseOldServer = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ number: string; version: string }>(
    "select current_setting('server_version_num') as number, current_setting('server_version') as version",
  );
  const [server] = rows;
  if (server && Number(server.number) < OLDEST) throw new StartProblem(sentences.tooOld(server.version));
};
