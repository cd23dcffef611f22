import type { Keyring } from '#platform/secrets/index.ts';
import type { ArchivedFile, ArchiveWriter } from './archive-write.ts';
import type { Ask } from './ask.ts';
import type { KeyRecipe } from './export-key.ts';
import { exportRows, newSpace } from './export-rows.ts';
import { FORMAT, MANIFEST, type Manifest, printManifest, SIGNATURE } from './manifest.ts';
import { memoryClearer } from './memory.ts';
import { planOf, type SealedColumn } from './sealed.ts';
import { readMigrationState, readTables } from './tables.ts';

/** A file that goes along beside the tables, such as an explanation. */
export interface ExtraFile {
  readonly path: string;
  readonly content: string;
}

export interface ExportSettings {
  readonly gemeente: string;
  readonly madeAt: Date;
  readonly house: Keyring;
  readonly key: { readonly recipe: KeyRecipe; readonly keyring: Keyring };
  readonly sealed: readonly SealedColumn[];
  /** What the maker wants to know of the tenant at the other end; stands in the manifest as it is. */
  readonly tenant: Readonly<Record<string, unknown>>;
  readonly extras: AsyncIterable<ExtraFile>;
  readonly progress: (table: string, rows: number) => void;
}

/** What went out. */
export interface ExportCount {
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
  readonly bytes: number;
}

/**
 * Writes all that one tenant's transaction sees: every table the database has, files as files, the extras, and last the
 * manifest with its signature. The transaction must be one snapshot. Memory is bounded whatever the size.
 */
export const exportTenant = async (
  ask: Ask,
  archive: ArchiveWriter,
  settings: ExportSettings,
): Promise<ExportCount> => {
  const { gemeente, house, key } = settings;
  const files: ArchivedFile[] = [];
  const work = {
    ask,
    archive,
    gemeente,
    house,
    exported: key.keyring,
    files,
    space: newSpace(),
    clear: memoryClearer(),
  };
  const tables: Manifest['tables'] = [];
  for (const table of await readTables(ask)) {
    const plan = planOf(table, settings.sealed);
    const { rows, parts } = await exportRows(work, table, plan, (count) =>
      settings.progress(table.name, count),
    );
    const columns = [...plan.plain, ...plan.sealed.map(({ column }) => column), ...plan.files];
    tables.push({ name: table.name, columns, rows, parts: [...parts] });
  }
  for await (const { path, content } of settings.extras)
    files.push(await archive.put(path, Buffer.from(content)));
  await writeManifest(archive, key.keyring, {
    format: 'wijkregie-export',
    version: FORMAT,
    gemeente,
    madeAt: settings.madeAt.toISOString(),
    migration: await readMigrationState(ask),
    key: key.recipe,
    tables,
    files,
    tenant: { ...settings.tenant },
  });
  return {
    tables: tables.length,
    rows: tables.reduce((sum, { rows }) => sum + rows, 0),
    files: files.length,
    bytes: files.reduce((sum, { size }) => sum + size, 0),
  };
};

/** Last of all: an export without it is no export. */
const writeManifest = async (archive: ArchiveWriter, keyring: Keyring, manifest: Manifest): Promise<void> => {
  const { text, signature } = printManifest(manifest, keyring);
  await archive.put(SIGNATURE, Buffer.from(signature));
  await archive.put(MANIFEST, Buffer.from(text));
};
