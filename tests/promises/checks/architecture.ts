import { posix } from 'node:path';
import { arrows, DEMO_FOLDER, ENTRIES, OPEN_ROOMS } from '../arrows.ts';
import type { Finding, ProgramFiles } from '../support/finding.ts';
import { importsOf } from '../support/imports.ts';
import { isTestFile } from '../support/source-tree.ts';

/** One import of our own code: from file to file, both as paths in the repository. */
interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly specifier: string;
}

/** The room in which a file lies; the entries belong to the site. */
export const roomOf = (path: string): string =>
  ENTRIES.includes(path) ? 'site' : (/^src\/([^/]+)\//.exec(path)?.[1] ?? '');

/** Every import of every file of `src`: only the declared arrows, only through the doors, no circle. */
export const checkArchitecture = (files: ProgramFiles): Finding & { readonly imports: number } => {
  const breaches: string[] = [];
  const found: Arrow[] = [];
  let imports = 0;
  for (const [path, text] of files) {
    if (!Object.hasOwn(arrows, roomOf(path))) breaches.push(`${path}: lies in no known room`);
    for (const specifier of importsOf(path, text)) {
      imports += 1;
      if (specifier === null) breaches.push(`${path}: imports a module by a computed name`);
      else if (specifier.startsWith('#') || specifier.startsWith('.')) {
        found.push({ from: path, to: targetOf(path, specifier), specifier });
      }
    }
  }
  breaches.push(...found.flatMap(faultsOf));
  const own = found.filter(({ from }) => !isTestFile(from) && roomOf(from) !== 'testing');
  breaches.push(...circles(own.map(({ from, to }) => [roomOf(from), roomOf(to)] as const)));
  return { seen: files.size, imports, breaches };
};

const targetOf = (path: string, specifier: string): string =>
  specifier.startsWith('#') ? `src/${specifier.slice(1)}` : posix.join(posix.dirname(path), specifier);

const faultsOf = ({ from, to, specifier }: Arrow): string[] => {
  const [mine, theirs] = [roomOf(from), roomOf(to)];
  const line = `${from} -> ${to}`;
  if (!to.startsWith('src/')) return isTestFile(from) ? [] : [`${line}: leaves src`];
  if (mine === theirs) {
    const roundabout = specifier.startsWith('#') && !OPEN_ROOMS.includes(mine);
    return roundabout ? [`${line}: goes round by its own door`] : [];
  }
  if (theirs === 'testing') return builderFaults(from, to, line);
  const faults: string[] = [];
  // A test joins rooms as the site does; only the ground floor's own know nothing above, not even there.
  const floor = isTestFile(from) && mine !== 'platform' ? 'site' : mine;
  if (!arrows[floor]?.includes(theirs)) faults.push(`${line}: ${mine} may not use ${theirs}`);
  if (!OPEN_ROOMS.includes(theirs) && to !== `src/${theirs}/index.ts`)
    faults.push(`${line}: not through the door`);
  if (!specifier.startsWith('#') && !ENTRIES.includes(from))
    faults.push(`${line}: reaches another room by ../`);
  return faults;
};

/** The builders are for tests; the program may only load the demo municipality. */
const builderFaults = (from: string, to: string, line: string): string[] => {
  if (isTestFile(from)) return [];
  return roomOf(from) === 'site' && to.startsWith(DEMO_FOLDER)
    ? []
    : [`${line}: only tests use the builders`];
};

/** The circles among rooms that use one another, each named once. */
export const circles = (pairs: Iterable<readonly [string, string]>): string[] => {
  const uses = new Map<string, Set<string>>();
  for (const [from, to] of pairs) {
    if (from !== to) uses.set(from, (uses.get(from) ?? new Set()).add(to));
  }
  const found = new Set<string>();
  const walk = (room: string, path: readonly string[]): void => {
    const at = path.indexOf(room);
    if (at >= 0) {
      found.add(`circle of rooms: ${path.slice(at).toSorted().join(', ')}`);
      return;
    }
    for (const next of uses.get(room) ?? []) walk(next, [...path, room]);
  };
  for (const room of uses.keys()) walk(room, []);
  return [...found];
};

/** Packages that the program itself needs must be installed with it: no import of a package that only builds or tests. */
export const checkPackages = (files: ProgramFiles, dependencies: readonly string[]): Finding => {
  const breaches: string[] = [];
  let seen = 0;
  for (const [path, text] of files) {
    const isBuilder = roomOf(path) === 'testing' && !path.startsWith(DEMO_FOLDER);
    if (isTestFile(path) || isBuilder) continue;
    for (const specifier of importsOf(path, text)) {
      if (specifier === null || /^(#|\.|node:)/.test(specifier)) continue;
      seen += 1;
      const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
      if (!dependencies.includes(name))
        breaches.push(`${path}: needs ${name}, which is not installed with it`);
    }
  }
  return { seen, breaches };
};
