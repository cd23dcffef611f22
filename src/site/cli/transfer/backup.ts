import { accessSync, constants, copyFileSync, existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { systemClock } from '#platform/clock.ts';
import { joinEmbedded, startEmbedded } from '#platform/database/launcher/launcher.ts';
import { placesIn } from '#platform/database/launcher/places.ts';
import { loadKeyring } from '#platform/secrets/index.ts';
import { type BackupDone, takeBackup } from '#platform/transfer/backup/take-backup.ts';
import { systemCode, TransferProblem } from '#platform/transfer/problem.ts';
import { type CellarCommand, type CliCellar, UsageProblem } from '../command.ts';
import { say } from '../sentences.ts';
import { withKeyFile } from './key-file.ts';
import { rememberBackup } from './last-backup.ts';

/** Copies the embedded database to one file, also while Wijkregie runs. It changes nothing, and does not migrate. */
export const backupCommand: CellarCommand = {
  name: 'backup',
  about: 'Maak een reservekopie van de ingebouwde database; Wijkregie mag gewoon doordraaien.',
  options: [
    { name: 'to', value: 'pad', about: 'Nieuw bestand, zoals wijkregie-2026-01-31.tar.gz.', required: true },
    {
      name: 'keys-to',
      value: 'pad',
      about: 'Kopieer ook het sleutelbestand, naar een andere plaats dan de reservekopie.',
    },
  ],
  runBelow: async (input, cellar) => {
    const { config } = cellar;
    if (config.database.kind === 'external') throw new UsageProblem(say.backupExternal);
    const [to, keysTo] = [resolve(input.option('to')), input.option('keys-to')];
    if (keysTo !== '' && dirname(resolve(keysTo)) === dirname(to))
      throw new UsageProblem(say.keysBesideBackup);
    for (const path of [to, keysTo]) {
      if (path !== '' && existsSync(path)) throw new TransferProblem('target_exists', { path });
    }
    if (keysTo !== '') refuseUnwritable(dirname(resolve(keysTo)));
    const done = await withKeyFile(config.keyFile.path, () => makeBackup(cellar, to));
    if (keysTo !== '') copyFileSync(config.keyFile.path, keysTo, constants.COPYFILE_EXCL);
    rememberBackup(config.dataDir, systemClock.now());
    return {
      sentences: [
        say.backedUp(to, done.packed),
        keysTo === '' ? say.keysApart(config.keyFile.path) : say.keysCopied(keysTo),
      ],
      facts: { to, ...done, keyFile: keysTo === '' ? null : keysTo },
    };
  },
};

/** Before the copying, which takes long: a folder that is not there or cannot be written. */
const refuseUnwritable = (path: string): void => {
  try {
    accessSync(path, constants.W_OK);
  } catch (error) {
    throw new TransferProblem('unreadable', { path, reason: systemCode(error) }, error);
  }
};

const makeBackup = async ({ config, log, version, progress }: CliCellar, to: string): Promise<BackupDone> => {
  const { dataDir, keyFile } = config;
  const places = placesIn(dataDir);
  if (!existsSync(places.cluster)) throw new UsageProblem(say.nothingToBackUp(dataDir));
  loadKeyring(keyFile.path);
  const database = (await joinEmbedded({ dataDir })) ?? (await startEmbedded({ dataDir, log }));
  try {
    progress(say.backingUp);
    return await takeBackup(
      {
        adminUrl: database.adminUrl,
        cluster: places.cluster,
        credentials: places.credentials,
        keyring: () => loadKeyring(keyFile.path),
        program: version,
        at: systemClock.now(),
      },
      to,
    );
  } finally {
    await database.stop();
  }
};
