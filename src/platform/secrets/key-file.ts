import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { type KeyFile, parseKeyFile, printKeyFile, toKeyFile } from './key-file-format.ts';
import { KEY_LENGTH, type Keyring, makeKeyring } from './keyring.ts';

export type KeyFileProblem = 'missing' | 'exists' | 'readable_by_others' | 'unreadable' | 'malformed';

/** Why a key file cannot be used; the message is one sentence that says what to do. */
export class KeyFileError extends Error {
  override readonly name = 'KeyFileError';
  readonly code: KeyFileProblem;

  constructor(code: KeyFileProblem, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/** Reads the keys. Throws {@link KeyFileError}, also when anyone but the owner may read the file. */
export const loadKeyring = (path: string): Keyring => {
  refuseWhenOthersMayRead(path);
  return keyringFrom(path, parse(path, read(path)));
};

/** Makes a new key file that only its owner can read, and returns its keys. Never overwrites: that would lose all that is sealed. */
export const createKeyFile = (path: string, now: Date): Keyring => {
  const key = newKey(now);
  const file: KeyFile = { active: key.id, keys: [key], root: randomBytes(KEY_LENGTH) };
  writeNew(path, printKeyFile(file));
  return keyringFrom(path, file);
};

/** Adds a fresh sealing key and makes it the active one; old keys stay, to open what they sealed. */
export const addKey = (path: string, now: Date): Keyring => {
  const current = toKeyFile(loadKeyring(path));
  const key = newKey(now);
  const file: KeyFile = { ...current, active: key.id, keys: [...current.keys, key] };
  const fresh = `${path}.${key.id}.new`;
  writeNew(fresh, printKeyFile(file));
  try {
    renameSync(fresh, path);
  } catch (cause) {
    unlinkSync(fresh);
    throw new KeyFileError('unreadable', `The key file ${path} cannot be replaced.`, cause);
  }
  return keyringFrom(path, file);
};

const newKey = (now: Date) => ({
  id: randomBytes(4).toString('hex'),
  created: now.toISOString(),
  bytes: randomBytes(KEY_LENGTH),
});

/**
 * Whether only the program can read a file: it is its owner's alone, or root's and of one group, to be read. So a cluster
 * mounts secrets for a program that does not run as root, with a group that no other program has.
 */
export const isPrivate = (
  { mode, uid }: { readonly mode: number; readonly uid: number },
  self: number,
): boolean => (mode & 0o077) === 0 || (uid === 0 && self !== 0 && (mode & 0o037) === 0);

const refuseWhenOthersMayRead = (path: string): void => {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new KeyFileError('missing', `There is no key file at ${path}.`);
  // Windows keeps its rights elsewhere: the mode bits say nothing there.
  if (process.platform === 'win32' || isPrivate(stat, process.getuid?.() ?? 0)) return;
  throw new KeyFileError(
    'readable_by_others',
    `The key file ${path} can be read by others than its owner; run: chmod 600 ${path}`,
  );
};

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new KeyFileError('unreadable', `The key file ${path} cannot be read.`, cause);
  }
};

const parse = (path: string, text: string): KeyFile => {
  const file = parseKeyFile(text);
  if (typeof file !== 'string') return file;
  throw new KeyFileError('malformed', `The key file ${path} is damaged: ${file}. Put back your copy of it.`);
};

const keyringFrom = (path: string, { active, keys, root }: KeyFile): Keyring => {
  const keyring = makeKeyring(active, keys, root);
  if (keyring) return keyring;
  throw new KeyFileError(
    'malformed',
    `The key file ${path} is damaged: it lacks its active key "${active}".`,
  );
};

/** The bytes are on the disk before anything can be sealed with them. */
const writeNew = (path: string, text: string): void => {
  const file = openNew(path);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};

const openNew = (path: string): number => {
  try {
    return openSync(path, 'wx', 0o600);
  } catch (cause) {
    const exists = cause instanceof Error && 'code' in cause && cause.code === 'EEXIST';
    if (exists) throw new KeyFileError('exists', `There is already a key file at ${path}.`, cause);
    throw new KeyFileError('unreadable', `The key file ${path} cannot be made.`, cause);
  }
};
