import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sign } from '#platform/secrets/index.ts';
import { exportKeyring } from '#platform/transfer/export-key.ts';
import { MANIFEST, type Manifest, SIGNATURE } from '#platform/transfer/manifest.ts';
import type { World } from '#platform/world.ts';
import { writeExport } from './export-gemeente.ts';

/** The words of the key file of every export in these tests. */
export const WORDS = 'twintig tekens of meer voor de sleutel';

const silent = () => undefined;

/** Writes an export as the command does, but quicker. */
export const exported = (world: World, gemeente: string, to: string) =>
  writeExport(world, gemeente, { to, words: WORDS, version: '0.0.0', progress: silent, cost: 1_024 });

/** What a test does to a manifest. */
export type Change = (manifest: Manifest) => void;

/** Changes a manifest as somebody with the key would: signed anew, with the sums of what the files hold now. */
export const signedAnew = (folder: string, change: Change): void => {
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8'));
  const files = manifest.files.map((file) => {
    const content = readFileSync(join(folder, file.path));
    return { ...file, size: content.length, sha256: createHash('sha256').update(content).digest('hex') };
  });
  manifest.files = files;
  change(manifest);
  const text = JSON.stringify(manifest);
  writeFileSync(join(folder, MANIFEST), text);
  writeFileSync(join(folder, SIGNATURE), sign(exportKeyring(WORDS, manifest.key), 'transfer', text));
};

/** Changes the first file of a table in an export that lies in a folder. */
export const editRows = (folder: string, table: string, edit: (text: string) => string): void => {
  const path = join(folder, 'tables', table, '000001.jsonl');
  writeFileSync(path, edit(readFileSync(path, 'utf8')));
};
