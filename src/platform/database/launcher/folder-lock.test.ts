import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { makeTemporaryFolder, removeTemporaryFolder } from '#platform/temporary-folder.ts';
import { folderHolder, lockFolder } from './folder-lock.ts';
import { processIdentity } from './processes.ts';

const FIXTURE = fileURLToPath(new URL('holder.fixture.ts', import.meta.url));
const holders: ChildProcess[] = [];
const folders: string[] = [];

afterEach(() => {
  for (const holder of holders.splice(0)) holder.kill('SIGKILL');
  for (const folder of folders.splice(0)) removeTemporaryFolder(folder);
});

const newFolder = (): string => {
  const folder = makeTemporaryFolder('lock');
  folders.push(folder);
  return folder;
};

const hold = async (folder: string): Promise<{ child: ChildProcess; line: string }> => {
  const child = spawn(process.execPath, [FIXTURE, 'lock', folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  holders.push(child);
  for await (const line of createInterface({ input: child.stdout })) return { child, line };
  throw new Error('The holder said nothing');
};

const writeHolder = (folder: string, number: number, content: string): void => {
  mkdirSync(join(folder, 'lock'), { recursive: true });
  writeFileSync(join(folder, 'lock', String(number)), content);
};

it('a folder is held until it is released, and can then be held again', () => {
  const folder = newFolder();
  const lock = lockFolder(folder);
  expect(folderHolder(folder)).toBe(process.pid);
  expect(() => lockFolder(folder)).toThrow(/al in gebruik/);
  lock.release();
  lock.release();
  expect(folderHolder(folder)).toBeUndefined();
  lockFolder(folder).release();
});

it('a late second release does not take the folder from the next holder', () => {
  const folder = newFolder();
  const first = lockFolder(folder);
  first.release();
  const second = lockFolder(folder);
  first.release();
  expect(folderHolder(folder)).toBe(process.pid);
  second.release();
});

it('a killed holder holds nothing', async () => {
  const folder = newFolder();
  const { child, line } = await hold(folder);
  expect(line).toBe('taken');
  expect(() => lockFolder(folder)).toThrow(String(child.pid));
  child.kill('SIGKILL');
  await once(child, 'exit');
  lockFolder(folder).release();
});

it.each([
  [
    'a number that now belongs to another run',
    JSON.stringify({ pid: process.pid, identity: 'before the reboot' }),
  ],
  ['a file torn by a power cut', '{"pid":1'],
  ['an empty file', ''],
])('%s holds nothing', (_what, content) => {
  const folder = newFolder();
  writeHolder(folder, 4, content);
  lockFolder(folder);
  expect(readdirSync(join(folder, 'lock'))).toEqual(['5']);
});

it('only the highest number counts', () => {
  const folder = newFolder();
  writeHolder(folder, 1, JSON.stringify({ pid: process.pid, identity: processIdentity(process.pid) }));
  writeHolder(folder, 2, '{}');
  expect(folderHolder(folder)).toBeUndefined();
});

it('of many that find the same dead holder at once exactly one wins', async () => {
  const folder = newFolder();
  writeHolder(folder, 1, '{"pid":1,"identity":"gone"}');
  const lines = await Promise.all(Array.from({ length: 6 }, () => hold(folder)));
  expect(lines.filter(({ line }) => line === 'taken')).toHaveLength(1);
  expect(lines.filter(({ line }) => line.startsWith('refused'))).toHaveLength(5);
});
