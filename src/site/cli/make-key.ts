import { resolve } from 'node:path';
import { systemClock } from '#platform/clock.ts';
import { createKeyFile } from '#platform/secrets/index.ts';
import type { CellarCommand } from './command.ts';
import { say } from './sentences.ts';
import { withKeyFile } from './transfer/key-file.ts';

/** Makes the key file of a new installation on a database of one's own; never over one that is there. Opens no database. */
export const makeKey: CellarCommand = {
  name: 'make-key',
  about: 'Maak het sleutelbestand voor een nieuwe Wijkregie op een eigen PostgreSQL (KEY_FILE).',
  options: [{ name: 'to', value: 'pad', about: 'Nieuw bestand, zoals keys.json.', required: true }],
  runBelow: async (input) => {
    const to = resolve(input.option('to'));
    const made = await withKeyFile(to, async () => createKeyFile(to, systemClock.now()));
    return { sentences: [say.ownKeyMade(to)], facts: { to, active: made.active.id } };
  },
};
