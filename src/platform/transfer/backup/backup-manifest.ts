import { z } from 'zod';
import { isSameSecret, type Keyring, sign } from '#platform/secrets/index.ts';
import { MANIFEST, SIGNATURE } from '../manifest.ts';
import { TransferProblem } from '../problem.ts';

export { MANIFEST, SIGNATURE };

/** The version of the form in which a backup is written. */
export const BACKUP_FORMAT = 1;

const manifestSchema = z.object({
  format: z.literal('wijkregie-backup'),
  version: z.number(),
  madeAt: z.iso.datetime(),
  /** Of the program, and of PostgreSQL (major only). */
  program: z.string().max(50),
  postgres: z.string().max(10),
  migration: z.string().max(100),
  /** Ids of all sealing keys that were known: what is sealed opens only with these. */
  keys: z.array(z.string().max(20)).max(1000),
  files: z
    .array(z.object({ path: z.string().max(100), size: z.number().int(), sha256: z.string().length(64) }))
    .max(1_000_000),
});

/** What a backup says of itself. */
export type BackupManifest = z.infer<typeof manifestSchema>;

/** Its text and the signature over it, which only the key file of the house can make. */
export const printBackupManifest = (
  manifest: BackupManifest,
  keyring: Keyring,
): { readonly text: string; readonly signature: string } => {
  const text = `${JSON.stringify(manifest, null, 1)}\n`;
  return { text, signature: sign(keyring, 'transfer', text) };
};

/** Reads it back; believes it only with the key file that belongs to it. Throws {@link TransferProblem}. */
export const readBackupManifest = (text: string, signature: string, keyring: Keyring): BackupManifest => {
  const manifest = parsed(text);
  if (manifest.version !== BACKUP_FORMAT) {
    throw new TransferProblem('other_format', { found: manifest.version, known: BACKUP_FORMAT });
  }
  const isOurs = isSameSecret(signature, sign(keyring, 'transfer', text));
  if (!isOurs) throw new TransferProblem('wrong_key');
  const missing = manifest.keys.filter((id) => !keyring.sealing.has(id));
  if (missing.length > 0) throw new TransferProblem('older_key', { keys: missing.join(', ') });
  return manifest;
};

const parsed = (text: string): BackupManifest => {
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new TransferProblem('manifest_broken', {}, error);
  }
};
