import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import type { ProgramFiles } from './finding.ts';

/** The folder of the whole repository. */
export const ROOT = join(import.meta.dirname, '..', '..', '..');

/** All files below a folder of the repository with one of these extensions, by their path with forward slashes. */
export const readTree = (folder: string, extensions: readonly string[]): ProgramFiles =>
  new Map(
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && extensions.includes(extname(entry.name)))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !path.includes(`${sep}node_modules${sep}`))
      .map((path) => [path.slice(ROOT.length + 1).replaceAll(sep, '/'), readFileSync(path, 'utf8')] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );

/** The TypeScript of the program with its tests beside it. */
export const readProgram = (): ProgramFiles => readTree('src', ['.ts', '.tsx']);

/** Whether a file is a test or something only tests use. */
export const isTestFile = (path: string): boolean => /\.(test|fixture)\.tsx?$/.test(path);

/** The files of the root folder itself; the lock file is npm's own. */
export const readRoot = (extensions: readonly string[]): ProgramFiles =>
  new Map(
    readdirSync(ROOT, { withFileTypes: true })
      .filter((entry) => entry.isFile() && extensions.includes(extname(entry.name)))
      .filter(({ name }) => name !== 'package-lock.json')
      .map(({ name }) => [name, readFileSync(join(ROOT, name), 'utf8')] as const),
  );
