import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Gives a function that clears memory away now. Node would let hundreds of megabytes of rows that were written long ago
 * pile up before it does so by itself, because the machine has more; an export must also run beside its server on a small
 * one.
 */
export const memoryClearer = (): (() => void) => {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  return () => {
    if (typeof collect === 'function') collect();
  };
};
