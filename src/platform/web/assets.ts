import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Everything under this path is hashed and never changes. */
export const ASSETS_PATH = '/assets/';

/** One built file, ready to be sent. */
export interface AssetFile {
  body: Uint8Array<ArrayBuffer>;
  /** Compressed once at start; absent for what does not shrink, such as fonts. */
  gzip?: Uint8Array<ArrayBuffer>;
  contentType: string;
  /** The hash in the name makes it safe to keep for a year. */
  cacheControl: string;
}

export interface Assets {
  /** Address of a file by its logical name, such as `app.css`. Throws RangeError when the build has no such file. */
  url(logicalName: string): string;
  has(logicalName: string): boolean;
  /** The file behind a hashed name (without {@link ASSETS_PATH}); only names of the build are known, so no path can lead elsewhere. */
  file(hashedName: string): AssetFile | undefined;
  /** The design tokens of the house theme as built, for checking a tenant's own tokens. */
  themeTokens: Readonly<Record<string, string>>;
}

const contentTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const readAsset = (path: string): AssetFile => {
  const extension = extname(path);
  const body = new Uint8Array(readFileSync(path));
  return {
    body,
    ...(extension === '.woff2' ? {} : { gzip: new Uint8Array(gzipSync(body, { level: 9 })) }),
    contentType: contentTypes[extension] ?? 'application/octet-stream',
    cacheControl: 'public, max-age=31536000, immutable',
  };
};

const readJson = (path: string): Record<string, string> => {
  const read: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (typeof read !== 'object' || read === null) throw new TypeError(`Not an object: ${path}`);
  return Object.fromEntries(Object.entries(read).map(([key, value]) => [key, String(value)]));
};

/** Reads the built files of `dir` (`dist/assets`) into memory. Throws when nothing has been built there. */
export const loadAssets = (dir: string): Assets => {
  const manifest = readJson(join(dir, 'manifest.json'));
  const files = new Map(
    readdirSync(dir)
      .filter((name) => extname(name) in contentTypes)
      .map((name) => [name, readAsset(join(dir, name))]),
  );
  return {
    url: (logicalName) => {
      const hashed = manifest[logicalName];
      if (hashed === undefined) throw new RangeError(`No such asset: ${logicalName}`);
      return ASSETS_PATH + hashed;
    },
    has: (logicalName) => Object.hasOwn(manifest, logicalName),
    file: (hashedName) => files.get(hashedName),
    themeTokens: readJson(join(dir, 'theme-tokens.json')),
  };
};
