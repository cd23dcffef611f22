import { randomInt } from 'node:crypto';
import { ALPHABET, rankOf } from './alphabet.ts';
import { checkValue, isRight } from './check-character.ts';

/** Eleven random characters (50.4 bits) and a check character. */
const LENGTH = 12;

/** Why a typed code is not one: wrong number of characters, one that is never used, or a typing error. */
export type CodeProblem = 'length' | 'character' | 'check';

export type ParsedCode = { readonly code: string } | { readonly problem: CodeProblem };

/** A new code, such as `7KFP-2XMW-R04T`, that nobody can guess. */
export const newCode = (): string => {
  const values = Array.from({ length: LENGTH - 1 }, () => randomInt(ALPHABET.length));
  return write([...values, checkValue(values)]);
};

/**
 * Reads a code as people type it: small letters, spaces, dots or no dashes at all, O for 0. Gives it in its one spelling.
 * One wrong character or two swapped neighbours are always noticed.
 */
export const parseCode = (input: string): ParsedCode => {
  const typed = input.slice(0, 100).normalize('NFKC').toUpperCase();
  const characters = [...typed.replace(/[\s.,\-_/'"\p{Pd}\p{Cf}]/gu, '')];
  if (characters.length !== LENGTH) return { problem: 'length' };
  const values = characters.map(rankOf);
  if (values.includes(-1)) return { problem: 'character' };
  return isRight(values) ? { code: write(values) } : { problem: 'check' };
};

const write = (values: readonly number[]): string =>
  values
    .map((value) => ALPHABET.charAt(value))
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-');
