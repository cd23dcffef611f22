/** Builds `dist/` anew: the two programs by vite, the browser's files beside them. Started by `prepare.mjs`, which keeps the stamp. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');
// Vitest says `test`, which would build the pages for React's slow twin, and that is not what the program then runs.
process.env.NODE_ENV = 'production';

/** Pieces of an earlier build have other hashes in their names and would stay for ever. */
const removeOldPrograms = (): void => {
  mkdirSync(dist, { recursive: true });
  for (const name of readdirSync(dist)) if (name.endsWith('.js')) unlinkSync(join(dist, name));
};

const buildAssets = async (): Promise<void> => {
  const child = spawn(process.execPath, [join(root, 'scripts', 'build-assets.ts')], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error('The files for the browser could not be built');
};

removeOldPrograms();
for (const part of await Promise.allSettled([build({ root }), buildAssets()])) {
  if (part.status === 'fulfilled') continue;
  process.stderr.write(`${part.reason instanceof Error ? part.reason.message : String(part.reason)}\n`);
  process.exitCode = 1;
}
