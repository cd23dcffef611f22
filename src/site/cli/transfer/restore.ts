import { existsSync } from 'node:fs';
import pg from 'pg';
import { systemClock } from '#platform/clock.ts';
import { type Keyring, open, SealError } from '#platform/secrets/index.ts';
import { restoreBackup } from '#platform/transfer/backup/restore.ts';
import { TransferProblem } from '#platform/transfer/problem.ts';
import { type CellarCommand, UsageProblem } from '../command.ts';
import { sealedColumns } from '../sealed-columns.ts';
import { say } from '../sentences.ts';
import { withKeyFile } from './key-file.ts';

/** Puts a backup back, starts it once, and looks whether what is sealed opens. */
export const restoreCommand: CellarCommand = {
  name: 'restore',
  about: 'Zet een reservekopie van de ingebouwde database terug in de gegevensmap (DATA_DIR).',
  options: [
    { name: 'from', value: 'pad', about: 'Het bestand van de reservekopie.', required: true },
    {
      name: 'keys',
      value: 'pad',
      about: 'Het sleutelbestand dat erbij hoort; anders dat van de gegevensmap.',
    },
    { name: 'replace', about: 'Er is al een database: leg die apart en zet deze ervoor in de plaats.' },
  ],
  runBelow: async (input, { config, log, progress }) => {
    if (config.database.kind === 'external') throw new UsageProblem(say.restoreExternal);
    const keyFrom = input.option('keys') || config.keyFile.path;
    if (!existsSync(keyFrom)) throw new TransferProblem('key_missing', { path: keyFrom });
    progress(say.restoring);
    const { manifest, kept, found } = await withKeyFile(keyFrom, () =>
      restoreBackup({
        from: input.option('from'),
        dataDir: config.dataDir,
        keyFrom,
        keyTo: config.keyFile.path,
        replace: input.given('replace'),
        at: systemClock.now(),
        log,
        check: lookInside,
      }),
    );
    return {
      sentences: [
        say.restored(manifest.madeAt, found.gemeenten, found.opened),
        ...(kept === null ? [] : [say.oldKept(kept)]),
        say.restoreNext,
      ],
      facts: { madeAt: manifest.madeAt, migration: manifest.migration, kept, ...found },
    };
  },
};

/** What a restored database turned out to hold. */
interface Found {
  readonly gemeenten: number;
  /** How many kinds of sealed values were opened to try. */
  readonly opened: number;
}

const SEALED = `select c.table_name || '.' || c.column_name as name from information_schema.columns c
  where c.table_schema = 'public' and c.data_type = 'bytea'`;

/** Looks as the superuser, past all tenants: is there something, and does the newest of each sealed column open? */
export const lookInside = async (adminUrl: string, keyring: Keyring): Promise<Found> => {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ n: number }>('select count(*)::int as n from tenant');
    const present = await client.query<{ name: string }>(SEALED);
    const names = new Set(present.rows.map(({ name }) => name));
    let opened = 0;
    for (const one of sealedColumns.filter(({ table, column }) => names.has(`${table}.${column}`))) {
      opened += await tryOne(client, keyring, one);
    }
    return { gemeenten: rows[0]?.n ?? 0, opened };
  } finally {
    await client.end();
  }
};

const tryOne = async (
  client: pg.Client,
  keyring: Keyring,
  { table, column, row }: (typeof sealedColumns)[number],
): Promise<number> => {
  const { rows } = await client.query<{ gemeente: string; id: string; sealed: Buffer }>(
    `select gemeente, id, ${column} as sealed from ${table} where octet_length(${column}) > 0 order by id desc limit 1`,
  );
  const [found] = rows;
  if (!found) return 0;
  try {
    open(keyring, found.sealed, { gemeente: found.gemeente, row: row(found.id) });
    return 1;
  } catch (error) {
    if (error instanceof SealError) throw new TransferProblem('not_openable', { table }, error);
    throw error;
  }
};
