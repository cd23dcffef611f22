import { randomBytes, scryptSync } from 'node:crypto';
import { lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { type Keyring, makeKeyring } from '#platform/secrets/index.ts';
import { systemCode, TransferProblem } from './problem.ts';

/** How the key of an export follows from the words in its key file; stands in the manifest. */
export interface KeyRecipe {
  readonly method: 'scrypt';
  /** Base64 of 32 random bytes, other for each export. */
  readonly salt: string;
  /** Each guess takes some tenths of a second and 32 MB; tests take less. */
  readonly cost: 32_768 | 1_024;
  readonly blockSize: 8;
  readonly rounds: 3;
}

const LEAST_WORDS = 20;
const COST = 32_768;
const ROUNDS = 3;
const BLOCK_SIZE = 8;
const MEMORY = 64 * 1024 * 1024;

/** A new recipe for a new export. */
export const newRecipe = (cost: KeyRecipe['cost'] = COST): KeyRecipe => ({
  method: 'scrypt',
  salt: randomBytes(32).toString('base64'),
  cost,
  blockSize: BLOCK_SIZE,
  rounds: ROUNDS,
});

/**
 * The words of a key file; makes the file with random words when `mayMake` and there is none. Throws `key_missing`, or
 * `weak_key` on fewer than twenty signs: whoever steals the export may guess as long as he likes.
 */
export const readKeyWords = (path: string, mayMake: boolean): { words: string; isNew: boolean } => {
  if (!lstatSync(path, { throwIfNoEntry: false })) {
    if (!mayMake) throw new TransferProblem('key_missing', { path });
    const words = randomBytes(32).toString('base64url');
    try {
      writeFileSync(path, `${words}\n`, { mode: 0o600, flag: 'wx' });
    } catch (error) {
      throw new TransferProblem('unreadable', { path, reason: systemCode(error) }, error);
    }
    return { words, isNew: true };
  }
  const words = wordsIn(path);
  if (words.length < LEAST_WORDS) throw new TransferProblem('weak_key', { path, least: LEAST_WORDS });
  return { words, isNew: false };
};

const wordsIn = (path: string): string => {
  try {
    return readFileSync(path, 'utf8').trim().normalize('NFC');
  } catch (error) {
    throw new TransferProblem('unreadable', { path, reason: systemCode(error) }, error);
  }
};

/** The keys of one export: they seal what was sealed, and sign the manifest. */
export const exportKeyring = (words: string, { salt, cost, blockSize, rounds }: KeyRecipe): Keyring => {
  const bytes = scryptSync(words, Buffer.from(salt, 'base64'), 64, {
    N: cost,
    r: blockSize,
    p: rounds,
    maxmem: MEMORY,
  });
  const id = Buffer.from(salt, 'base64').subarray(0, 4).toString('hex');
  const key = { id, created: '', bytes: bytes.subarray(0, 32) };
  const keyring = makeKeyring(id, [key], bytes.subarray(32));
  if (!keyring) throw new Error('A keyring without its own key');
  return keyring;
};
