import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { systemClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config/config.ts';
import { createLogger } from '#platform/logging.ts';
import { loadKeyring } from '#platform/secrets/index.ts';
import { makeTemporaryFolder, removeTemporaryFolder } from '#platform/temporary-folder.ts';
import { StartProblem } from '../start/stop-sentence.ts';
import { makeKey } from './make-key.ts';
import { parseTyped } from './parse.ts';

const folder = makeTemporaryFolder('make-key');
afterAll(() => removeTemporaryFolder(folder));

const make = (to: string) => {
  const typed = parseTyped(['make-key', '--to', to], [makeKey]);
  if (typed.kind !== 'run') throw new Error('not a command');
  return makeKey.runBelow(typed.input, {
    config: readConfig({ DATA_DIR: folder }),
    version: '0.0.0',
    log: createLogger({ level: 'error', clock: systemClock }),
    progress: () => undefined,
  });
};

it('makes a key file that only its owner can read, and never a second one over it', async () => {
  const to = join(folder, 'keys.json');
  const { facts, sentences } = await make(to);
  expect(facts.active).toBe(loadKeyring(to).active.id);
  expect(statSync(to).mode & 0o777).toBe(0o600);
  expect(sentences.join(' ')).toContain(to);
  const before = readFileSync(to, 'utf8');
  await expect(make(to)).rejects.toThrow(/bestaat al/);
  expect(readFileSync(to, 'utf8')).toBe(before);
});

it('says in a sentence when the folder cannot be written', async () => {
  await expect(make(join(folder, 'nergens', 'keys.json'))).rejects.toThrow(StartProblem);
});
