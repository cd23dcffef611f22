import { existsSync } from 'node:fs';
import type { Clock } from '#platform/clock.ts';
import type { Config } from '#platform/config/config.ts';
import { createKeyFile, KeyFileError, type Keyring, loadKeyring } from '#platform/secrets/index.ts';
import { sentences } from './sentences.ts';
import { StartProblem } from './stop-sentence.ts';

/**
 * Reads the key file, or makes the one of a fresh embedded database. Never a second one: with new keys nothing that
 * was sealed would open again.
 */
export const openKeys = ({ keyFile }: Pick<Config, 'keyFile'>, clock: Clock, fresh: boolean): Keyring => {
  try {
    if (existsSync(keyFile.path) || !keyFile.mayCreate) return loadKeyring(keyFile.path);
    if (!fresh) throw new StartProblem(sentences.keysLost(keyFile.path));
    return createKeyFile(keyFile.path, clock.now());
  } catch (error) {
    if (!(error instanceof KeyFileError)) throw error;
    throw new StartProblem(sentences.keyFile(keyFile.path, error.code), { cause: error });
  }
};
