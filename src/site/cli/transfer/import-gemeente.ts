import pg from 'pg';
import { createTenant } from '#gemeente/index.ts';
import { runInside } from '#platform/command/command.ts';
import { runSql, tenantTransaction } from '#platform/database/tenant-transaction.ts';
import { operatorPrincipal } from '#platform/policy/principal.ts';
import { openArchive } from '#platform/transfer/archive-read.ts';
import type { Ask } from '#platform/transfer/ask.ts';
import { exportKeyring, readKeyWords } from '#platform/transfer/export-key.ts';
import { checkState, type ImportCount, importTenant } from '#platform/transfer/import-tenant.ts';
import { type OpenManifest, readManifest } from '#platform/transfer/manifest.ts';
import { checkedFiles } from '#platform/transfer/read-rows.ts';
import type { World } from '#platform/world.ts';
import type { CliCommand } from '../command.ts';
import { sealedColumns } from '../sealed-columns.ts';
import { say } from '../sentences.ts';
import { tenantFactsFrom } from './tenant-facts.ts';

/** Everything of one municipality back, into an installation that does not have it. */
export const importGemeente: CliCommand = {
  name: 'import gemeente',
  about: 'Lees een uitgevoerde gemeente in; het gaat helemaal goed of er verandert niets.',
  options: [
    { name: 'from', value: 'pad', about: 'De map of het .tar-bestand van de uitvoer.', required: true },
    { name: 'key', value: 'pad', about: 'Het sleutelbestand van de uitvoer.', required: true },
    {
      name: 'host',
      value: 'naam',
      about: 'Naam waaronder de site hier te vinden is, in plaats van de oude namen.',
    },
  ],
  run: async (input, { world, open, progress }) => {
    const from = input.option('from');
    const { words } = readKeyWords(input.option('key'), false);
    const done = await readExport(world, open.urls.ownerUrl, {
      from,
      words,
      host: input.option('host'),
      progress,
    });
    await open.addresses.refresh();
    const address = world.publicUrl(done.gemeente);
    return {
      sentences: [say.imported(done.name, done.gemeente, done.rows, done.tables), address, say.importNext],
      facts: { ...done, address },
    };
  },
};

interface ImportWishes {
  readonly from: string;
  readonly words: string;
  /** Empty: the names of the export. */
  readonly host: string;
  readonly progress: (sentence: string) => void;
}

/** Brings an export in, as the owner of the tables and in one transaction. Gives what came. */
export const readExport = async (
  world: World,
  ownerUrl: string,
  wishes: ImportWishes,
): Promise<ImportCount & { gemeente: string; name: string }> => {
  const archive = await openArchive(wishes.from);
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  try {
    const opened = await readManifest(archive, (recipe) => exportKeyring(wishes.words, recipe));
    const read = checkedFiles(archive, opened.manifest);
    return await storeAll({ ...world, pool }, opened, read, wishes);
  } finally {
    await pool.end();
    await archive.close();
  }
};

const storeAll = (
  world: World,
  { manifest, keyring }: OpenManifest,
  read: ReturnType<typeof checkedFiles>,
  { host, progress }: ImportWishes,
): Promise<ImportCount & { gemeente: string; name: string }> => {
  const { gemeente } = manifest;
  const { createdAt, ...tenant } = tenantFactsFrom(manifest.tenant);
  return tenantTransaction(world.pool, gemeente, async (db) => {
    const ask: Ask = (sql, values) => runSql(db, sql, values);
    await checkState(ask, manifest);
    await runInside(world, gemeente, operatorPrincipal, db, createTenant, {
      ...tenant,
      code: gemeente,
      hosts: host === '' ? tenant.hosts : [host],
    });
    await ask('update tenant set created_at = $2 where gemeente = $1', [gemeente, createdAt]);
    const count = await importTenant(ask, {
      manifest,
      read,
      house: world.keyring,
      exported: keyring,
      sealed: sealedColumns,
      progress: (table, rows) => progress(say.importing(table, rows)),
    });
    return { ...count, gemeente, name: tenant.name };
  });
};
