import { createHash, createHmac, type KeyObject, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Keyring } from './keyring.ts';
import { type BlindIndexKind, normalise } from './normalise.ts';

/**
 * A text to store beside a sealed value, equal for equal values within one gemeente and telling nothing without the key.
 * Undefined when nothing searchable is left of the value, so that two empty ones are never taken for the same person.
 * Survives rotation of the sealing keys. Also for a resident's code: its 50 bits could be guessed from a hash without key.
 */
export const blindIndex = (
  keyring: Keyring,
  gemeente: string,
  kind: BlindIndexKind,
  value: string,
): string | undefined => {
  const plain = normalise(kind, value);
  if (plain === '') return undefined;
  return mac(keyring.derived.blind_index, [gemeente, kind, plain]).subarray(0, 18).toString('base64url');
};

/** A fingerprint for the history: shows that a text changed, or was this one, without keeping it. */
export const keyedHash = (keyring: Keyring, gemeente: string, text: string): string =>
  mac(keyring.derived.history_hash, [gemeente, text]).toString('base64url');

/** Signs a text for a session cookie, a form, or what leaves the house as a whole (an export, a backup). */
export const sign = (keyring: Keyring, purpose: 'session' | 'csrf' | 'transfer', text: string): string =>
  mac(keyring.derived[purpose], [text]).toString('base64url');

/** Whether `signature` was made by {@link sign} for this purpose and text. */
export const isSigned = (
  keyring: Keyring,
  purpose: 'session' | 'csrf',
  text: string,
  signature: string,
): boolean => isSameSecret(sign(keyring, purpose, text), signature);

/** A secret nobody can guess, safe in an address; at least 16 random bytes. Throws RangeError when fewer are asked. */
export const randomToken = (bytes = 32): string => {
  if (!Number.isInteger(bytes) || bytes < 16 || bytes > 1024) {
    throw new RangeError('A token has 16 to 1024 bytes');
  }
  return randomBytes(bytes).toString('base64url');
};

/** How a {@link randomToken} is stored. Without key or salt, because such a token cannot be guessed; never use it for a code or a name. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** Compares secrets in a time that does not depend on where they differ, nor on their lengths. */
export const isSameSecret = (one: string, other: string): boolean =>
  timingSafeEqual(createHash('sha256').update(one).digest(), createHash('sha256').update(other).digest());

const mac = (key: KeyObject, parts: readonly string[]): Buffer =>
  createHmac('sha256', key).update(JSON.stringify(parts)).digest();
