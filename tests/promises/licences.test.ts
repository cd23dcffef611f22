import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import manifest from '../../package.json' with { type: 'json' };
import { checkLicences, type PackageFacts } from './checks/licences.ts';
import { ROOT } from './support/source-tree.ts';

const factsSchema = z.object({
  name: z.string(),
  version: z.string(),
  license: z.unknown(),
  dependencies: z.record(z.string(), z.string()).default({}),
  optionalDependencies: z.record(z.string(), z.string()).default({}),
});
type Facts = z.infer<typeof factsSchema>;

/** The nearest installed package of this name, as Node would find it from a folder. */
const findPackage = (name: string, from: string): string | undefined => {
  for (let folder = from; ; folder = dirname(folder)) {
    const file = join(folder, 'node_modules', name, 'package.json');
    if (existsSync(file)) return file;
    if (folder === ROOT || folder === dirname(folder)) return undefined;
  }
};

/** Every installed package that the program needs to run, and those that they need. */
const installedWithIt = (): PackageFacts[] => {
  const found = new Map<string, Facts>();
  const waiting: [name: string, from: string][] = Object.keys(manifest.dependencies).map((name) => [
    name,
    ROOT,
  ]);
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const file = findPackage(...next);
    // What is made for another system is not installed here.
    if (file === undefined || found.has(file)) continue;
    const facts = factsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    found.set(file, facts);
    const needed = Object.keys({ ...facts.dependencies, ...facts.optionalDependencies });
    waiting.push(...needed.map((name): [string, string] => [name, dirname(file)]));
  }
  return [...found.values()];
};

it('comes only with packages whose licence goes with the EUPL', () => {
  const { seen, breaches } = checkLicences(installedWithIt());
  expect(breaches).toEqual([]);
  expect(seen).toBeGreaterThan(Object.keys(manifest.dependencies).length);
});

describe('seen red', () => {
  it.each([
    undefined,
    'UNLICENSED',
    'SEE LICENSE IN LICENSE.txt',
    'GPL-3.0-only',
    'MIT AND SSPL-1.0',
    { type: 'MIT' },
  ])('finds %j', (license) => {
    expect(checkLicences([{ name: 'planted', version: '1.0.0', license }]).breaches).toHaveLength(1);
  });

  it('lets one good choice be enough', () => {
    const planted = { name: 'planted', version: '1.0.0', license: '(GPL-2.0 OR (MIT AND Zlib))' };
    expect(checkLicences([planted]).breaches).toEqual([]);
  });
});
