import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '#platform/clock.ts';
import { everyTenant } from '#platform/database/every-tenant.ts';
import { runSql, tenantTransaction } from '#platform/database/tenant-transaction.ts';
import { addKey, type Keyring, needsRotation, open, seal } from '#platform/secrets/index.ts';
import type { SealedColumn } from '#platform/transfer/sealed.ts';
import type { World } from '#platform/world.ts';
import { KEYS_REFRESH } from '../start/serve.ts';
import { StartProblem } from '../start/stop-sentence.ts';
import type { CliCommand } from './command.ts';
import { sealedColumns } from './sealed-columns.ts';
import { say } from './sentences.ts';
import { withKeyFile } from './transfer/key-file.ts';

const BATCH = 200;

/** Makes a new key the active one and seals everything again with it; stopped halfway, `--resume` goes on. */
export const rotateKey: CliCommand = {
  name: 'rotate-key',
  about: 'Maak een nieuwe sleutel en versleutel alle contactgegevens opnieuw.',
  options: [
    { name: 'resume', about: 'Geen nieuwe sleutel: ga verder met wat nog op een oude sleutel staat.' },
  ],
  run: async (input, { config, world, progress }) => {
    const resume = input.given('resume');
    const { path } = config.keyFile;
    const keyring = resume
      ? world.keyring
      : await withKeyFile(path, async () => addKey(path, systemClock.now()));
    const first = (resume ? say.keyKept : say.keyAdded)(keyring.active.id);
    if (!resume) await letOthersReadIt(progress);
    const count = await reseal(world, keyring, progress);
    return {
      sentences: [
        first,
        say.rotated(count),
        ...(resume || config.database.kind === 'embedded' ? [] : [say.copyKeys]),
      ],
      facts: { active: keyring.active.id, resealed: count },
    };
  },
};

/** A program that runs on this file must know the new key before the first value is sealed with it. */
const letOthersReadIt = async (progress: (sentence: string) => void): Promise<void> => {
  progress(say.waiting);
  await sleep(3 * KEYS_REFRESH);
};

/**
 * Seals what an older key sealed with the active one, tenant by tenant, in small transactions. Gives how many values.
 * Throws a start problem that names the tenants in which something went wrong; the others were done.
 */
export const reseal = async (
  world: Pick<World, 'pool' | 'log'>,
  keyring: Keyring,
  progress: (sentence: string) => void,
): Promise<number> => {
  let total = 0;
  const unfinished = new Set<string>();
  await everyTenant(world, async (gemeente) => {
    unfinished.add(gemeente);
    for (const column of sealedColumns) {
      let after: string | null = '00000000-0000-0000-0000-000000000000';
      let count = 0;
      while (after !== null) {
        const batch: Batch = await resealBatch(world, keyring, gemeente, column, after);
        after = batch.last;
        count += batch.count;
      }
      total += count;
      if (count > 0) progress(say.rotating(gemeente, column.table, count));
    }
    unfinished.delete(gemeente);
  });
  if (unfinished.size > 0) throw new StartProblem(say.rotationHalf([...unfinished].join(', ')));
  return total;
};

interface Batch {
  /** The id after which the next batch begins; null when this was the last one. */
  readonly last: string | null;
  readonly count: number;
}

const resealBatch = (
  world: Pick<World, 'pool'>,
  keyring: Keyring,
  gemeente: string,
  { table, column, row }: SealedColumn,
  after: string,
): Promise<Batch> =>
  tenantTransaction(world.pool, gemeente, async (db) => {
    const rows = await runSql<{ id: string; sealed: Buffer }>(
      db,
      `select id, ${column} as sealed from ${table}
       where gemeente = $1 and id > $2 and octet_length(${column}) > 0 order by id limit ${BATCH} for update`,
      [gemeente, after],
    );
    const old = rows.filter(({ sealed }) => needsRotation(sealed, keyring));
    for (const { id, sealed } of old) {
      const place = { gemeente, row: row(id) };
      const fresh = seal(keyring, open(keyring, sealed, place), place);
      await runSql(db, `update ${table} set ${column} = $3 where gemeente = $1 and id = $2`, [
        gemeente,
        id,
        fresh,
      ]);
    }
    return { last: rows.length < BATCH ? null : (rows.at(-1)?.id ?? null), count: old.length };
  });
