import { blindIndex, type Keyring } from '#platform/secrets/index.ts';
import { type Contact, contactIndexes, NO_CONTACT } from './contact.ts';

/** The fingerprints beside a sealed contact, worked out anew from its text; for data that moves to other keys. */
export const contactFingerprints = (keyring: Keyring, gemeente: string, sealedText: string) => {
  const stored: Partial<Contact> = JSON.parse(sealedText);
  return contactIndexes(keyring, gemeente, { ...NO_CONTACT, ...stored });
};

/** The fingerprint by which a sealed code is found; for data that moves to other keys. */
export const codeFingerprints = (keyring: Keyring, gemeente: string, code: string) => ({
  code_hash: blindIndex(keyring, gemeente, 'code', code) ?? null,
});
