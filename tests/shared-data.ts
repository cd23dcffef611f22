import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SHARED_DATA = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'shared', 'data');

/** Whether the real reference data lies beside the checkout (it does for developers and CI, not in a user's clone). */
export const hasSharedData = existsSync(SHARED_DATA);

/** Path of one reference file, such as `geo/zoetermeer-buurten-2017.geojson`; only valid when {@link hasSharedData}. */
export const sharedDataPath = (name: string): string => join(SHARED_DATA, name);

/** The text of one reference file. Throws when it is not there: guard the test with {@link hasSharedData}. */
export const readSharedData = (name: string): string => readFileSync(sharedDataPath(name), 'utf8');
