import { join } from 'node:path';
import pg from 'pg';
import { migrate, readMigrations } from '#platform/database/migrate.ts';
import { grantToApp } from '#platform/database/roles.ts';
import { installJobs } from '#platform/jobs/boss.ts';

/** The three ways into the database server of a test run. */
export interface DatabaseUrls {
  readonly adminUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    database: DatabaseUrls;
  }
}

const TEMPLATE = 'wijkregie_template';
const MIGRATIONS = join(import.meta.dirname, '..', '..', 'migrations');

/** Makes the migrated database that each test file copies in some twenty milliseconds. Called once a run. */
export const makeTemplate = async (urls: DatabaseUrls): Promise<void> => {
  const owner = pg.escapeIdentifier(userOf(urls.ownerUrl));
  await asAdmin(urls, `create database ${TEMPLATE} owner ${owner}`);
  const ownerUrl = onDatabase(urls.ownerUrl, TEMPLATE);
  await migrate(ownerUrl, readMigrations(MIGRATIONS));
  await installJobs(ownerUrl, userOf(urls.appUrl));
  await grantToApp(ownerUrl, userOf(urls.appUrl));
};

/** A database of one test file's own, equal to the template. */
export const copyTemplate = async (
  urls: DatabaseUrls,
): Promise<DatabaseUrls & { drop: () => Promise<void> }> => {
  const name = `test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  const owner = pg.escapeIdentifier(userOf(urls.ownerUrl));
  await asAdmin(urls, `create database ${name} template ${TEMPLATE} owner ${owner}`);
  return {
    adminUrl: onDatabase(urls.adminUrl, name),
    ownerUrl: onDatabase(urls.ownerUrl, name),
    appUrl: onDatabase(urls.appUrl, name),
    drop: () => asAdmin(urls, `drop database if exists ${name} with (force)`),
  };
};

const asAdmin = async (urls: DatabaseUrls, statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: urls.adminUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

const userOf = (url: string): string => decodeURIComponent(/^[a-z]+:\/\/([^:@/]+)/.exec(url)?.[1] ?? '');

/** The same address with another database: the part between the host and the parameters. */
const onDatabase = (url: string, name: string): string =>
  url.replace(/^([a-z]+:\/\/[^/]*\/)[^?]*/, `$1${name}`);
