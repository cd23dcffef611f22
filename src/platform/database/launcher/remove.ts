import { readdirSync, rmSync } from 'node:fs';
import { basename, isAbsolute, join } from 'node:path';

/**
 * Removes the entries of PostgreSQL's home whose names match, except `keep`. The only recursive delete of
 * the launcher: it names its folder, so no other path can reach it. Throws RangeError on another folder.
 */
export const removeInside = (home: string, names: RegExp, keep?: string): void => {
  if (!isAbsolute(home) || basename(home) !== 'postgres')
    throw new RangeError(`Not a database's home: "${home}"`);
  for (const name of readdirSync(home)) {
    if (names.test(name) && name !== keep) {
      rmSync(join(home, name), { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    }
  }
};
