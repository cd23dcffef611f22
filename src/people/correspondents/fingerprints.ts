import { z } from 'zod';
import { blindIndex, type Keyring } from '#platform/secrets/index.ts';

const kept = z.object({ mail: z.string() });

/** The fingerprint beside a sealed correspondent, worked out anew from its text; for data that moves to other keys. */
export const correspondentFingerprints = (keyring: Keyring, gemeente: string, sealedText: string) => ({
  mail_index: blindIndex(keyring, gemeente, 'mail', kept.parse(JSON.parse(sealedText)).mail) ?? null,
});
