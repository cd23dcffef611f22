/** Builds `dist/assets`: stylesheets, fonts and client scripts, each under a name that carries its content's hash. */
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { buildClientScripts } from './assets/client-scripts.ts';
import { appStylesheet, fontFiles, mapStylesheet, readFont } from './assets/stylesheets.ts';

const projectRoot = join(dirname(fileURLToPath(import.meta.url)), '..');

export interface BuiltAsset {
  /** Logical name, such as `app.css`; the key in the manifest. */
  name: string;
  /** Name of the file in `dist/assets`. */
  fileName: string;
  bytes: number;
  gzipBytes: number;
}

const hashed = (name: string, content: string | Buffer): string => {
  const extension = extname(name);
  const hash = createHash('sha256').update(content).digest('base64url').replace(/[-_]/g, '').slice(0, 10);
  return `${name.slice(0, -extension.length)}.${hash}${extension}`;
};

const readSources = (root: string): string[] =>
  globSync('src/**/*.{ts,tsx}', { cwd: root })
    .filter((path) => !/\.test\.tsx?$/.test(path))
    .map((path) => readFileSync(join(root, path), 'utf8'));

/** Collects files for one folder and keeps the account of names and sizes. */
const assetWriter = (dir: string) => {
  const built: BuiltAsset[] = [];
  const add = (name: string, content: string | Buffer, fileName = hashed(name, content)): string => {
    writeFileSync(join(dir, fileName), content);
    const gzipBytes = gzipSync(content, { level: 9 }).length;
    built.push({ name, fileName, bytes: Buffer.byteLength(content), gzipBytes });
    return fileName;
  };
  return { add, built };
};

/** Removes the files of an earlier build, one by one and only those with a hash in their name. */
const removeOutdated = (dir: string, keep: ReadonlySet<string>): void => {
  for (const name of readdirSync(dir)) {
    if (!keep.has(name) && /^[\w-]+\.[\w-]{8,12}\.(css|js|svg|woff2)$/.test(name))
      unlinkSync(join(dir, name));
  }
};

/** Builds everything into `outDir` and returns what was made. */
export const buildAssets = async (
  root = projectRoot,
  outDir = join(root, 'dist/assets'),
): Promise<BuiltAsset[]> => {
  mkdirSync(outDir, { recursive: true });
  const { add, built } = assetWriter(outDir);
  const scripts = buildClientScripts(root);

  const fonts = fontFiles(root);
  const fontNames = new Map<string, string>();
  for (const font of fonts) fontNames.set(font.name, add(font.name, await readFont(font)));
  const app = appStylesheet(root, readSources(root), fonts, (name) => fontNames.get(name) ?? name);
  add('app.css', app.css);
  for (const name of ['wr-map-areas', 'wr-map-pin']) add(`${name}.css`, mapStylesheet(root));
  add('icon.svg', readFileSync(join(root, 'src/platform/web/styles/icon.svg')));
  for (const { name, fileName, code } of await scripts) add(name, code, fileName);

  const manifest = Object.fromEntries(built.map(({ name, fileName }) => [name, fileName]));
  writeFileSync(join(outDir, 'manifest.json'), JSON.stringify(manifest, null, 2));
  writeFileSync(join(outDir, 'theme-tokens.json'), JSON.stringify(Object.fromEntries(app.tokens)));
  removeOutdated(outDir, new Set(Object.values(manifest)));
  return built;
};

const report = (built: readonly BuiltAsset[], milliseconds: number): string => {
  const lines = built.map(
    ({ name, bytes, gzipBytes }) =>
      `${name.padEnd(56)} ${String(bytes).padStart(7)} B ${String(gzipBytes).padStart(7)} B gzip`,
  );
  return [...lines, `${built.length} assets in ${Math.round(milliseconds)} ms`].join('\n');
};

if (import.meta.main) {
  const start = performance.now();
  const built = await buildAssets();
  process.stdout.write(`${report(built, performance.now() - start)}\n`);
}
