// Writes migrations.json anew: allowed until the first release, afterwards only for a migration that lands.
// (The addresses are written anew by `REFRESH=1 vitest run tests/promises/whole-house`: read the difference first.)
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { landedNow } from './checks/migrations.ts';
import { readTree } from './support/source-tree.ts';

const write = (name: string, value: unknown): void =>
  writeFileSync(join(import.meta.dirname, name), `${JSON.stringify(value, null, 2)}\n`);

write('migrations.json', landedNow(readTree('migrations', ['.sql'])));
