import { randomFillSync } from 'node:crypto';

const POOL = 8_192;
const pool = Buffer.alloc(POOL);
let used = POOL;

/**
 * Random bytes that nobody can guess, for ids and nonces of which an import needs thousands a second: asked of the system
 * in one go, each given out once and wiped here. Throws RangeError when more than 1,024 are asked.
 */
export const freshBytes = (size: number): Buffer => {
  if (!Number.isInteger(size) || size < 1 || size > 1_024) throw new RangeError('Ask 1 to 1,024 bytes');
  if (used + size > POOL) {
    randomFillSync(pool);
    used = 0;
  }
  const bytes = Buffer.from(pool.subarray(used, used + size));
  pool.fill(0, used, used + size);
  used += size;
  return bytes;
};
