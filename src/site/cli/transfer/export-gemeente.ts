import { noteExport } from '#gemeente/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import { execute } from '#platform/command/command.ts';
import { runSql, type TenantDb, tenantSnapshot } from '#platform/database/tenant-transaction.ts';
import { operatorPrincipal } from '#platform/policy/principal.ts';
import { type ArchiveWriter, writeArchive } from '#platform/transfer/archive-write.ts';
import type { Ask } from '#platform/transfer/ask.ts';
import { exportKeyring, newRecipe, readKeyWords } from '#platform/transfer/export-key.ts';
import { type ExportCount, type ExtraFile, exportTenant } from '#platform/transfer/export-tenant.ts';
import type { World } from '#platform/world.ts';
import { type OpenDataSource, openFileName, openFiles } from '#thread/index.ts';
import { type CliCommand, UsageProblem } from '../command.ts';
import { sealedColumns } from '../sealed-columns.ts';
import { say } from '../sentences.ts';
import { chosenTenant } from '../tenants.ts';
import { readmeOf } from './readme.ts';
import { readTenantFacts } from './tenant-facts.ts';

/** Everything of one municipality to a folder or tar, in an open and documented form. */
export const exportGemeente: CliCommand = {
  name: 'export',
  about: 'Voer alles van één gemeente uit naar een map of een .tar, in een open vorm.',
  options: [
    { name: 'gemeente', value: 'GM0637', about: 'Code van de gemeente; nodig als er meer zijn.' },
    {
      name: 'to',
      value: 'pad',
      about: 'Nieuwe map, of nieuw bestand dat op .tar eindigt.',
      required: true,
    },
    {
      name: 'key',
      value: 'pad',
      about: 'Sleutelbestand voor contactgegevens en codes; wordt gemaakt als het er niet is.',
      required: true,
    },
  ],
  run: async (input, { world, version, progress }) => {
    const gemeente = await chosenTenant(world, input.option('gemeente'));
    const [to, keyPath] = [input.option('to').replace(/\/+$/, ''), input.option('key')];
    if (keyPath === to || keyPath.startsWith(`${to}/`)) throw new UsageProblem(say.keyInExport);
    const { words, isNew } = readKeyWords(keyPath, true);
    const count = await writeExport(world, gemeente, { to, words, version, progress });
    return {
      sentences: [
        say.exported(gemeente, to, count),
        (isNew ? say.keyMade : say.keyUsed)(keyPath),
        say.exportIsPersonal,
      ],
      facts: { gemeente, to, key: keyPath, keyMade: isNew, ...count },
    };
  },
};

interface ExportWishes {
  readonly to: string;
  readonly words: string;
  readonly version: string;
  readonly progress: (sentence: string) => void;
  /** How much work each guess of the key costs; less in tests. */
  readonly cost?: 1_024;
}

/** Writes one municipality to a new folder or tar; what stops halfway bears another name. Gives what went out. */
export const writeExport = async (
  world: World,
  gemeente: string,
  wishes: ExportWishes,
): Promise<ExportCount> => {
  const archive = await writeArchive(wishes.to, world.clock.now());
  try {
    await execute(world, gemeente, operatorPrincipal, noteExport, undefined);
    const count = await tenantSnapshot(world.pool, gemeente, (db) =>
      exportSnapshot(world, gemeente, db, archive, wishes),
    );
    await archive.finish();
    return count;
  } catch (error) {
    await archive.abandon();
    throw error;
  }
};

const exportSnapshot = async (
  world: World,
  gemeente: string,
  db: TenantDb,
  archive: ArchiveWriter,
  { words, version, progress, cost }: ExportWishes,
): Promise<ExportCount> => {
  const ask: Ask = (sql, values) => runSql(db, sql, values);
  const recipe = newRecipe(cost);
  const madeAt = world.clock.now();
  const tenant = await readTenantFacts(ask, gemeente);
  return exportTenant(ask, archive, {
    gemeente,
    madeAt,
    house: world.keyring,
    key: { recipe, keyring: exportKeyring(words, recipe) },
    sealed: sealedColumns,
    tenant: { ...tenant },
    extras: extrasOf(
      { gemeente, name: tenant.name, day: isoDate(madeAt), version },
      { gemeente, keyring: world.keyring, now: madeAt, read: (work) => work(db) },
    ),
    progress: (table, rows) => progress(say.exporting(table, rows)),
  });
};

/** The explanation, and the public part as tables; those are small: cleared by hand, or counted. */
async function* extrasOf(
  about: Parameters<typeof readmeOf>[0],
  source: OpenDataSource,
): AsyncGenerator<ExtraFile> {
  yield { path: 'LEESMIJ.md', content: readmeOf(about) };
  for (const file of openFiles.filter(({ extension }) => extension === 'csv')) {
    const texts: string[] = [];
    for await (const text of file.content(source)) texts.push(text);
    yield { path: `open-data/${openFileName(file)}`, content: texts.join('') };
  }
}
