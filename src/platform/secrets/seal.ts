import { createCipheriv, createDecipheriv } from 'node:crypto';
import { freshBytes } from '../random.ts';
import type { Keyring } from './keyring.ts';

/** Where a sealed value belongs. It opens nowhere else, so a value copied to another row or tenant is refused. */
export interface SealedPlace {
  readonly gemeente: string;
  /** Table, id and column, such as `reporter/0190.../mail`. */
  readonly row: string;
}

export type SealProblem = 'malformed' | 'unknown_key' | 'not_genuine';

/** Why a sealed value does not open; the message never holds the value. */
export class SealError extends Error {
  override readonly name = 'SealError';
  readonly code: SealProblem;

  constructor(code: SealProblem, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

// version (1) | key id (4) | nonce (12) | tag (16) | AES-256-GCM ciphertext
const VERSION = 1;
const HEADER = 5;
const NONCE = 12;
const TAG = 16;
const BODY = HEADER + NONCE + TAG;

/** Encrypts a text with the active key, bound to its place. The same text never gives the same bytes twice. */
export const seal = (keyring: Keyring, plaintext: string, place: SealedPlace): Buffer => {
  const { id, key } = keyring.active;
  const header = Buffer.concat([Buffer.from([VERSION]), Buffer.from(id, 'hex')]);
  const nonce = freshBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
  cipher.setAAD(boundTo(header, place));
  const body = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
  return Buffer.concat([header, nonce, cipher.getAuthTag(), body]);
};

/** Decrypts what {@link seal} made. Throws {@link SealError} when it was changed, moved, or sealed by a key that is gone. */
export const open = (keyring: Keyring, envelope: Buffer, place: SealedPlace): string => {
  const id = keyIdOf(envelope);
  const sealing = keyring.sealing.get(id);
  if (!sealing) throw new SealError('unknown_key', `The key file lacks key ${id}.`);
  const nonce = envelope.subarray(HEADER, HEADER + NONCE);
  const decipher = createDecipheriv('aes-256-gcm', sealing.key, nonce, { authTagLength: TAG });
  decipher.setAAD(boundTo(envelope.subarray(0, HEADER), place));
  decipher.setAuthTag(envelope.subarray(HEADER + NONCE, BODY));
  try {
    return Buffer.concat([decipher.update(envelope.subarray(BODY)), decipher.final()]).toString('utf8');
  } catch (cause) {
    throw new SealError('not_genuine', 'The sealed value was changed, or belongs to another row.', cause);
  }
};

/** Whether the value was sealed by another key than the active one. Throws {@link SealError} when it is not a sealed value. */
export const needsRotation = (envelope: Buffer, keyring: Keyring): boolean =>
  keyIdOf(envelope) !== keyring.active.id;

const keyIdOf = (envelope: Buffer): string => {
  if (envelope.length < BODY || envelope[0] !== VERSION) {
    throw new SealError('malformed', 'This is not a sealed value.');
  }
  return envelope.subarray(1, HEADER).toString('hex');
};

/** JSON, because joining with a separator would let two places share one name. */
const boundTo = (header: Buffer, { gemeente, row }: SealedPlace): Buffer =>
  Buffer.concat([header, Buffer.from(JSON.stringify([gemeente, row]))]);
