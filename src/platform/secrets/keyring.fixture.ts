import { randomBytes } from 'node:crypto';
import { type Keyring, makeKeyring } from './keyring.ts';

/** A keyring for one test, of fresh keys under a given id. */
export const someKeyring = (id = '0a0b0c0d'): Keyring => {
  const keyring = makeKeyring(id, [{ id, created: '2016', bytes: randomBytes(32) }], randomBytes(32));
  if (!keyring) throw new Error('no keyring');
  return keyring;
};
