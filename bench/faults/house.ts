import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { makeTemporaryFolder } from '#platform/temporary-folder.ts';

const root = join(import.meta.dirname, '..', '..');

/** A copy of what was built, so that a build meanwhile does not change the program between two of its starts. Gives its folder. */
export const copyOfHouse = (): string => {
  const house = makeTemporaryFolder('faults-house');
  for (const part of ['dist', 'migrations', 'package.json'])
    cpSync(join(root, part), join(house, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
  return house;
};
