import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** The start of the name of every folder made here; what does not bear it is never removed. */
export const TEMPORARY_PREFIX = 'wijkregie-tmp-';

/** A new folder of our own directly below the machine's temporary folder, such as `…/wijkregie-tmp-lock-x7Yb2a`. */
export const makeTemporaryFolder = (purpose: string): string =>
  mkdtempSync(join(tmpdir(), `${TEMPORARY_PREFIX}${purpose}-`));

/**
 * Removes such a folder with all that is in it. Throws RangeError on any other path: an empty variable or a
 * parent too many must never reach a recursive delete.
 */
export const removeTemporaryFolder = (folder: string): void => {
  const random = /-[A-Za-z0-9]{6}$/;
  const name = basename(folder);
  const isOurs = dirname(folder) === tmpdir() && name.startsWith(TEMPORARY_PREFIX) && random.test(name);
  if (!isOurs) throw new RangeError(`Not a temporary folder of ours, so it is not removed: "${folder}"`);
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
};
