import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTemporaryFolder, removeTemporaryFolder } from '../temporary-folder.ts';
import { blindIndex, keyedHash } from './hashes.ts';
import { addKey, createKeyFile, isPrivate, KeyFileError, loadKeyring } from './key-file.ts';
import { needsRotation, open, seal } from './seal.ts';

const now = new Date('2016-05-12T10:00:00Z');
const place = { gemeente: 'GM0637', row: 'reporter/1/mail' };

let folder: string;
let path: string;
beforeEach(() => {
  folder = makeTemporaryFolder('keys');
  path = join(folder, 'keys.json');
});
afterEach(() => removeTemporaryFolder(folder));

const problemOf = (act: () => unknown): KeyFileError => {
  try {
    act();
  } catch (error) {
    if (error instanceof KeyFileError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
};

type Json = Record<string, unknown>;

const damage = (change: (file: Json) => unknown) => {
  createKeyFile(path, now);
  const file: Json = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify(change(file)));
};

describe('a key file', () => {
  it('is made for its owner alone and read again', () => {
    const made = createKeyFile(path, now);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const loaded = loadKeyring(path);
    expect(loaded.active.id).toBe(made.active.id);
    expect(loaded.active.created).toBe('2016-05-12T10:00:00.000Z');
    expect(open(loaded, seal(made, 'geheim', place), place)).toBe('geheim');
  });

  it('is never overwritten', () => {
    createKeyFile(path, now);
    const before = readFileSync(path, 'utf8');
    expect(problemOf(() => createKeyFile(path, now)).code).toBe('exists');
    expect(readFileSync(path, 'utf8')).toBe(before);
  });

  it.each([0o640, 0o604, 0o644, 0o666])('is refused with mode %o', (mode) => {
    createKeyFile(path, now);
    chmodSync(path, mode);
    const problem = problemOf(() => loadKeyring(path));
    expect(problem.code).toBe('readable_by_others');
    expect(problem.message).toContain(`chmod 600 ${path}`);
  });

  it('is missed with a clear sentence', () => {
    expect(problemOf(() => loadKeyring(path)).message).toBe(`There is no key file at ${path}.`);
    expect(problemOf(() => createKeyFile(join(folder, 'no', 'keys.json'), now)).code).toBe('unreadable');
    expect(problemOf(() => loadKeyring(folder)).code).toMatch(/unreadable|readable_by_others/);
  });

  it('is refused when it is not JSON', () => {
    writeFileSync(path, 'geheime sleutel', { mode: 0o600 });
    const problem = problemOf(() => loadKeyring(path));
    expect(problem.code).toBe('malformed');
    expect(problem.message).not.toContain('geheime');
  });

  it.each([
    ['no active key', (file: Json) => ({ ...file, active: undefined })],
    ['an active key that is not there', (file: Json) => ({ ...file, active: 'ffffffff' })],
    ['no keys', (file: Json) => ({ ...file, keys: [] })],
    ['a key without bytes', (file: Json) => ({ ...file, keys: [{ id: file.active, created: 'x' }] })],
    ['a key that is text', (file: Json) => ({ ...file, keys: ['x'] })],
    ['a short root', (file: Json) => ({ ...file, root: 'c2hvcnQ=' })],
    ['a key twice', ({ keys, ...file }: Json) => ({ ...file, keys: [keys, keys].flat() })],
    ['a list', () => []],
  ])('is refused with %s', (_, change) => {
    damage(change);
    expect(problemOf(() => loadKeyring(path)).code).toBe('malformed');
  });

  it('does not show its keys when printed', () => {
    const keyring = createKeyFile(path, now);
    const secret: string = JSON.parse(readFileSync(path, 'utf8')).root;
    const printed = inspect(keyring, { depth: 9 }) + JSON.stringify(keyring);
    expect(printed).not.toContain(secret);
    expect(printed).not.toContain(Buffer.from(secret, 'base64').toString('hex'));
  });
});

describe('rotation', () => {
  it('seals with the new key, opens with the old, and knows which values are left', () => {
    const before = createKeyFile(path, now);
    const old = seal(before, 'geheim', place);
    const after = addKey(path, new Date('2017-05-12T10:00:00Z'));
    expect(after.active.id).not.toBe(before.active.id);
    expect(open(after, old, place)).toBe('geheim');
    expect(needsRotation(old, before)).toBe(false);
    expect(needsRotation(old, after)).toBe(true);
    expect(needsRotation(seal(after, 'geheim', place), after)).toBe(false);
    expect(loadKeyring(path).active.id).toBe(after.active.id);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['keys.json']);
  });

  it('leaves blind indexes and history hashes as they were', () => {
    const before = createKeyFile(path, now);
    const after = addKey(path, now);
    const mail = 'a@example.nl';
    expect(blindIndex(after, 'GM0637', 'mail', mail)).toBe(blindIndex(before, 'GM0637', 'mail', mail));
    expect(keyedHash(after, 'GM0637', 'tekst')).toBe(keyedHash(before, 'GM0637', 'tekst'));
  });
});

describe('who may read the file', () => {
  it.each([
    [0o600, 1000, 1000, true],
    [0o400, 1000, 1000, true],
    [0o640, 1000, 1000, false],
    [0o604, 1000, 1000, false],
    // A secret of a cluster: root's file, the program's own group.
    [0o440, 0, 10_001, true],
    [0o460, 0, 10_001, false],
    [0o444, 0, 10_001, false],
    [0o440, 0, 0, false],
  ])('mode %o of user %i, asked as %i: %s', (mode, uid, self, isSo) => {
    expect(isPrivate({ mode: 0o100_000 | mode, uid }, self)).toBe(isSo);
  });
});
