import type { Keyring } from '#platform/secrets/index.ts';
import type { Ask } from './ask.ts';
import { importRows } from './import-rows.ts';
import type { Manifest } from './manifest.ts';
import { memoryClearer } from './memory.ts';
import { TransferProblem } from './problem.ts';
import type { ReadChecked } from './read-rows.ts';
import { planOf, type SealedColumn } from './sealed.ts';
import { readMigrationState, readTables, type TransferTable } from './tables.ts';

export interface ImportSettings {
  readonly manifest: Manifest;
  readonly read: ReadChecked;
  readonly house: Keyring;
  readonly exported: Keyring;
  readonly sealed: readonly SealedColumn[];
  readonly progress: (table: string, rows: number) => void;
}

/** What came in. */
export interface ImportCount {
  readonly tables: number;
  readonly rows: number;
}

/** Refuses an export of a database in another state: its columns would not be ours. */
export const checkState = async (ask: Ask, { migration }: Manifest): Promise<void> => {
  const here = await readMigrationState(ask);
  if (here.all !== migration.all) {
    throw new TransferProblem('other_migration', { found: migration.name, here: here.name });
  }
};

/**
 * Stores all rows of an export in the open transaction of its tenant, parents first. Throws {@link TransferProblem}; then
 * the caller rolls back, and nothing was changed.
 */
export const importTenant = async (ask: Ask, settings: ImportSettings): Promise<ImportCount> => {
  const { manifest, read, house, exported, sealed, progress } = settings;
  const tables = await readTables(ask);
  const given = givenTables(tables, manifest);
  const work = { ask, read, gemeente: manifest.gemeente, house, exported, clear: memoryClearer() };
  let total = 0;
  for (const table of tables) {
    const { rows, parts } = given(table.name);
    const plan = planOf(table, sealed);
    const stored = await importRows(work, { table, plan, parts }, (count) => progress(table.name, count));
    if (stored !== rows) {
      throw new TransferProblem('wrong_count', { table: table.name, expected: rows, found: stored });
    }
    total += stored;
  }
  return { tables: tables.length, rows: total };
};

/** The tables of the export must be exactly those of this database. */
const givenTables = (tables: readonly TransferTable[], manifest: Manifest) => {
  const given = new Map(manifest.tables.map((table) => [table.name, table]));
  const strange = manifest.tables.filter(({ name }) => !tables.some((table) => table.name === name));
  const missing = tables.filter(({ name }) => !given.has(name));
  if (strange.length > 0 || missing.length > 0 || given.size < manifest.tables.length) {
    const names = [...strange, ...missing].map(({ name }) => name).join(', ');
    throw new TransferProblem('other_tables', { tables: names });
  }
  return (name: string): Manifest['tables'][number] => {
    const table = given.get(name);
    if (!table) throw new Error(`Table ${name} vanished`);
    return table;
  };
};
