import { existsSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, vi } from 'vitest';

// No wrong answer of the guard may cost a file: deleting is replaced by a note of what was asked.
const removed = vi.hoisted(() => [] as string[]);
vi.mock('node:fs', async (original) => ({
  ...(await original<typeof import('node:fs')>()),
  rmSync: (path: string) => removed.push(path),
}));

const { makeTemporaryFolder, removeTemporaryFolder, TEMPORARY_PREFIX } = await import(
  './temporary-folder.ts'
);

it('removes a folder it made', () => {
  const folder = makeTemporaryFolder('guard');
  expect(existsSync(folder)).toBe(true);
  removeTemporaryFolder(folder);
  expect(removed).toEqual([folder]);
  rmdirSync(folder);
});

it.each([
  '',
  '.',
  '..',
  '/',
  process.cwd(),
  dirname(process.cwd()),
  tmpdir(),
  join(tmpdir(), 'something-abcdef'),
  join(tmpdir(), TEMPORARY_PREFIX),
  join(tmpdir(), `${TEMPORARY_PREFIX}guard`),
  `${TEMPORARY_PREFIX}guard-abcdef`,
  join('/home', `${TEMPORARY_PREFIX}guard-abcdef`),
  join(tmpdir(), `${TEMPORARY_PREFIX}guard-abcdef`, 'inside'),
  `${join(tmpdir(), `${TEMPORARY_PREFIX}guard-abcdef`)}/..`,
])('refuses to remove "%s"', (path) => {
  removed.length = 0;
  expect(() => removeTemporaryFolder(path)).toThrow(RangeError);
  expect(removed).toEqual([]);
});
