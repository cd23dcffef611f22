import { KEY_LENGTH, type KeyBytes, type Keyring } from './keyring.ts';

/** What stands in the key file. */
export interface KeyFile {
  readonly active: string;
  readonly keys: readonly KeyBytes[];
  readonly root: Buffer;
}

const ID = /^[0-9a-f]{8}$/;

/** Reads the JSON of a key file; a string says what is wrong with it, never quoting the file, because it holds secrets. */
export const parseKeyFile = (text: string): KeyFile | string => {
  const json = parseJson(text);
  if (!isRecord(json)) return 'it is not JSON';
  const { active, keys, root } = json;
  if (typeof active !== 'string') return 'it names no active key';
  const rootBytes = keyBytes(root);
  if (!rootBytes) return 'its root is not 32 bytes in base64';
  if (!Array.isArray(keys) || keys.length === 0) return 'it holds no keys';
  const read = keys.map(readKey);
  const good = read.filter((key) => key !== undefined);
  if (good.length < read.length) return 'one of its keys is not complete';
  if (new Set(good.map(({ id }) => id)).size < good.length) return 'two of its keys have one id';
  return { active, keys: good, root: rootBytes };
};

/** Writes what {@link parseKeyFile} reads. */
export const printKeyFile = ({ active, keys, root }: KeyFile): string => {
  const lines = keys.map(({ id, created, bytes }) => ({ id, created, key: bytes.toString('base64') }));
  return `${JSON.stringify({ active, keys: lines, root: root.toString('base64') }, null, 2)}\n`;
};

/** The bytes behind a keyring, to write it again. */
export const toKeyFile = (keyring: Keyring): KeyFile => ({
  active: keyring.active.id,
  keys: [...keyring.sealing.values()].map(({ id, created, root }) => ({ id, created, bytes: root.export() })),
  root: keyring.root.export(),
});

const readKey = (json: unknown): KeyBytes | undefined => {
  if (!isRecord(json)) return undefined;
  const { id, created, key } = json;
  const bytes = keyBytes(key);
  if (typeof id !== 'string' || !ID.test(id) || typeof created !== 'string' || !bytes) return undefined;
  return { id, created, bytes };
};

const keyBytes = (value: unknown): Buffer | undefined => {
  if (typeof value !== 'string' || !/^[A-Za-z0-9+/]{43}=$/.test(value)) return undefined;
  const bytes = Buffer.from(value, 'base64');
  return bytes.length === KEY_LENGTH ? bytes : undefined;
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
