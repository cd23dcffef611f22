import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { makeTemporaryFolder, removeTemporaryFolder } from '#platform/temporary-folder.ts';
import { removeInside } from './remove.ts';

const folders: string[] = [];
const newFolder = (): string => {
  const folder = makeTemporaryFolder('remove');
  folders.push(folder);
  return folder;
};

afterEach(() => {
  for (const folder of folders.splice(0)) removeTemporaryFolder(folder);
});

it('removes what matches, except what is to be kept', () => {
  const home = join(newFolder(), 'postgres');
  for (const name of ['bin-1', 'bin-2', 'cluster']) {
    mkdirSync(join(home, name), { recursive: true });
    writeFileSync(join(home, name, 'file'), 'x');
  }
  removeInside(home, /^bin-/, 'bin-2');
  expect(['bin-1', 'bin-2', 'cluster'].map((name) => existsSync(join(home, name)))).toEqual([
    false,
    true,
    true,
  ]);
});

it.each(['', '.', 'postgres', '/', '/postgres-data'])('refuses to look in "%s"', (home) => {
  // A pattern that matches nothing: should the refusal fail, nothing is lost.
  expect(() => removeInside(home, /^$/)).toThrow(RangeError);
});
