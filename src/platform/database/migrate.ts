import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/** One numbered file of plain SQL. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

const FILE = /^\d{4}-[a-z0-9-]+\.sql$/;
/** Any number will do, as long as every process that migrates asks for the same one. */
const MIGRATION_LOCK = 637_001;

/** Reads the migrations of a folder in their order. Throws when the numbering has a gap or a double. */
export const readMigrations = (folder: string): Migration[] => {
  const names = readdirSync(folder)
    .filter((name) => FILE.test(name))
    .sort();
  for (const [position, name] of names.entries()) {
    if (Number(name.slice(0, 4)) !== position + 1) throw new Error(`Migration out of order: ${name}`);
  }
  return names.map((name) => {
    const sql = readFileSync(join(folder, name), 'utf8');
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
  });
};

/**
 * Brings the database to the newest migration, each in its own transaction, under a lock so that two
 * processes starting together do it once. Returns the names that were applied.
 * Throws when a migration that was applied earlier has been edited since.
 */
export const migrate = async (ownerUrl: string, migrations: readonly Migration[]): Promise<string[]> => {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const applied = await appliedMigrations(client);
    const fresh: string[] = [];
    for (const migration of migrations) {
      const before = applied.get(migration.name);
      if (before !== undefined && before !== migration.checksum) {
        throw new Error(`Migration ${migration.name} was edited after it had been applied`);
      }
      if (before === undefined) {
        await applyMigration(client, migration);
        fresh.push(migration.name);
      }
    }
    return fresh;
  } finally {
    await client.end();
  }
};

const appliedMigrations = async (client: pg.Client): Promise<Map<string, string>> => {
  await client.query(
    `create table if not exists schema_migration (
      name text primary key, checksum text not null, applied_at timestamptz not null default clock_timestamp())`,
  );
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from schema_migration',
  );
  return new Map(rows.map((row) => [row.name, row.checksum]));
};

const applyMigration = async (client: pg.Client, migration: Migration): Promise<void> => {
  await client.query('begin');
  try {
    await client.query(migration.sql);
    await client.query('insert into schema_migration (name, checksum) values ($1, $2)', [
      migration.name,
      migration.checksum,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`Migration ${migration.name} failed`, { cause: error });
  }
};
