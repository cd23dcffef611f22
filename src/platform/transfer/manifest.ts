import { z } from 'zod';
import { isSameSecret, type Keyring, sign } from '#platform/secrets/index.ts';
import type { ArchiveReader } from './archive-read.ts';
import type { KeyRecipe } from './export-key.ts';
import { TransferProblem } from './problem.ts';

/** The name of the manifest: written last, so without it an export is not whole. */
export const MANIFEST = 'manifest.json';
/** The name of its signature. */
export const SIGNATURE = 'manifest.sig';
/** The version of the form in which an export is written. */
export const FORMAT = 1;
/** The largest manifest that is read, in bytes: half a million photos. */
const MOST = 200_000_000;

const NAME = /^[a-z][a-z0-9_]{0,62}$/;
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const path = z.string().max(100);

const manifestSchema = z.object({
  format: z.literal('wijkregie-export'),
  version: z.literal(FORMAT),
  gemeente: z.string().regex(/^[A-Z0-9][A-Z0-9-]{1,39}$/),
  madeAt: z.iso.datetime(),
  /** The last migration of the database it came from, and the hash of all of them. */
  migration: z.object({ name: z.string().max(100), all: hash }),
  key: z.object({
    method: z.literal('scrypt'),
    salt: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
    cost: z.union([z.literal(32_768), z.literal(1_024)]),
    blockSize: z.literal(8),
    rounds: z.literal(3),
  }),
  tables: z.array(
    z.object({
      name: z.string().regex(NAME),
      columns: z.array(z.string().regex(NAME)).max(400),
      rows: z.number().int().nonnegative(),
      parts: z.array(path),
    }),
  ),
  files: z.array(z.object({ path, size: z.number().int().nonnegative(), sha256: hash })),
  /** Facts of the tenant that its maker passes on, such as its name and hosts. */
  tenant: z.record(z.string(), z.unknown()),
});

/** What an export says of itself. */
export type Manifest = z.infer<typeof manifestSchema>;

/** The manifest as it is written, and the signature over exactly that text. */
export const printManifest = (
  manifest: Manifest,
  keyring: Keyring,
): { readonly text: string; readonly signature: string } => {
  const text = `${JSON.stringify(manifest, null, 1)}\n`;
  return { text, signature: sign(keyring, 'transfer', text) };
};

/** A manifest that was read, with the keys that opened it. */
export interface OpenManifest {
  readonly manifest: Manifest;
  readonly keyring: Keyring;
}

/**
 * Reads and believes a manifest only when its signature was made with the same key file. `keysFor` makes the keys.
 * Throws `not_an_export`, `other_format`, `manifest_broken` or `wrong_key`.
 */
export const readManifest = async (
  archive: ArchiveReader,
  keysFor: (recipe: KeyRecipe) => Keyring,
): Promise<OpenManifest> => {
  const content = await textOf(archive, MANIFEST, MOST);
  const signature = await textOf(archive, SIGNATURE, 200);
  refuseOtherFormat(content);
  const manifest = parsed(manifestSchema, content);
  const keyring = keysFor(manifest.key);
  if (!isSameSecret(signature, sign(keyring, 'transfer', content))) throw new TransferProblem('wrong_key');
  return { manifest, keyring };
};

const textOf = async (archive: ArchiveReader, path: string, most: number): Promise<string> => {
  try {
    return (await archive.read(path, most)).toString('utf8');
  } catch (error) {
    const missing = error instanceof TransferProblem && error.code === 'missing_file';
    throw missing ? new TransferProblem('not_an_export', {}, error) : error;
  }
};

const someFormat = z.object({ format: z.literal('wijkregie-export'), version: z.number() });

const refuseOtherFormat = (content: string): void => {
  const { version } = parsed(someFormat, content);
  if (version !== FORMAT) throw new TransferProblem('other_format', { found: version, known: FORMAT });
};

const parsed = <T>(schema: z.ZodType<T>, text: string): T => {
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    throw new TransferProblem('manifest_broken', {}, error);
  }
};
