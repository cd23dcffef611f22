import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { tenantTransaction } from '#platform/database/tenant-transaction.ts';
import { systemCode, TransferProblem } from '#platform/transfer/problem.ts';
import type { World } from '#platform/world.ts';
import { type OpenDataSource, openFileName, openFiles } from '#thread/index.ts';
import type { CliCommand } from '../command.ts';
import { say } from '../sentences.ts';
import { chosenTenant } from '../tenants.ts';

/** The same files as on the page of the open data, to a new folder. */
export const exportOpenData: CliCommand = {
  name: 'export open-data',
  about: 'Schrijf de open data van een gemeente naar een nieuwe map (CSV, GeoJSON, JSON-regels).',
  options: [
    { name: 'gemeente', value: 'GM0637', about: 'Code van de gemeente; nodig als er meer zijn.' },
    { name: 'to', value: 'map', about: 'Nieuwe map.', required: true },
  ],
  run: async (input, { world, progress }) => {
    const gemeente = await chosenTenant(world, input.option('gemeente'));
    const to = input.option('to');
    const files = await writeOpenData(world, gemeente, to, progress);
    return { sentences: [say.openDataExported(gemeente, to, files.length)], facts: { gemeente, to, files } };
  },
};

/** Writes every file of the open data as it is made; gives their names. Throws where the folder is there already. */
export const writeOpenData = async (
  world: Pick<World, 'pool' | 'keyring' | 'clock'>,
  gemeente: string,
  to: string,
  progress: (sentence: string) => void,
): Promise<string[]> => {
  try {
    await mkdir(to);
  } catch (error) {
    const [code, reason] = [
      systemCode(error) === 'EEXIST' ? 'target_exists' : 'unreadable',
      systemCode(error),
    ] as const;
    throw new TransferProblem(code, { path: to, reason }, error);
  }
  const source: OpenDataSource = {
    gemeente,
    keyring: world.keyring,
    now: world.clock.now(),
    read: (work) => tenantTransaction(world.pool, gemeente, work),
  };
  for (const file of openFiles) {
    progress(openFileName(file));
    await pipeline(
      Readable.from(file.content(source)),
      createWriteStream(join(to, openFileName(file)), { flags: 'wx' }),
    );
  }
  return openFiles.map(openFileName);
};
