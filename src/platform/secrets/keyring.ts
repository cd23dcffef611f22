import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

/** A key that seals rows. Its bytes are in a KeyObject, so that printing or logging it shows nothing. */
export interface SealingKey {
  readonly id: string;
  readonly created: string;
  readonly root: KeyObject;
  /** Derived from `root`; the only form in which it encrypts. */
  readonly key: KeyObject;
}

/** What the root is used for; each use has its own key, so that one leaked use tells nothing of another. */
type Purpose = 'blind_index' | 'history_hash' | 'session' | 'csrf' | 'transfer';

/**
 * All keys of one installation. `sealing` keys rotate; `root` does not, because what is derived from it (blind indexes
 * and history hashes) is compared with values stored years ago.
 */
export interface Keyring {
  readonly active: SealingKey;
  readonly sealing: ReadonlyMap<string, SealingKey>;
  readonly root: KeyObject;
  readonly derived: Readonly<Record<Purpose, KeyObject>>;
}

/** The bytes as they stand in the key file. */
export interface KeyBytes {
  readonly id: string;
  readonly created: string;
  readonly bytes: Buffer;
}

export const KEY_LENGTH = 32;

/** Builds the keyring from bytes; undefined when `active` names none of the keys. */
export const makeKeyring = (
  active: string,
  keys: readonly KeyBytes[],
  rootBytes: Buffer,
): Keyring | undefined => {
  const sealing = new Map(keys.map((key) => [key.id, sealingKey(key)]));
  const activeKey = sealing.get(active);
  if (!activeKey) return undefined;
  const root = createSecretKey(rootBytes);
  const derived = {
    blind_index: subKey(root, 'blind_index'),
    history_hash: subKey(root, 'history_hash'),
    session: subKey(root, 'session'),
    csrf: subKey(root, 'csrf'),
    transfer: subKey(root, 'transfer'),
  };
  return { active: activeKey, sealing, root, derived };
};

const sealingKey = ({ id, created, bytes }: KeyBytes): SealingKey => {
  const root = createSecretKey(bytes);
  return { id, created, root, key: subKey(root, 'sealing') };
};

const subKey = (root: KeyObject, purpose: Purpose | 'sealing'): KeyObject =>
  createSecretKey(new Uint8Array(hkdfSync('sha256', root, '', `wijkregie/1/${purpose}`, KEY_LENGTH)));
