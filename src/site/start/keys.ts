import { existsSync, statSync } from 'node:fs';
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

/** The keys of a program that runs on while a command beside it adds one. */
export interface LiveKeys {
  /** Always the newest keys that were read. */
  readonly keyring: Keyring;
  /** Reads the file again when it changed. Throws when it cannot be read any more; the keys in use stay. */
  readonly refresh: () => void;
}

/** Keeps looking at the key file: what a rotation seals must open here before it is sealed (see `rotate-key`). */
export const liveKeys = (path: string, first: Keyring): LiveKeys => {
  let keys = first;
  let read = versionOf(path);
  return {
    keyring: {
      get active() {
        return keys.active;
      },
      get sealing() {
        return keys.sealing;
      },
      get root() {
        return keys.root;
      },
      get derived() {
        return keys.derived;
      },
    },
    refresh: () => {
      const now = versionOf(path);
      if (now === read) return;
      keys = loadKeyring(path);
      read = now;
    },
  };
};

/** Changes whenever the file is replaced, also twice within one tick of the file system's clock. */
const versionOf = (path: string): string => {
  const { ino, mtimeMs, size } = statSync(path);
  return `${ino} ${mtimeMs} ${size}`;
};
