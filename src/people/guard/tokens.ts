/** A word, a number or one other character, with its offsets. */
export interface Token {
  readonly kind: 'word' | 'number' | 'mark';
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
}

const TOKEN = /\p{L}[\p{L}']*(?:-\p{L}[\p{L}']*)*|\d+|[^\s\p{L}\d]/gu;

/** Cuts a normalised text in tokens; spaces fall away. */
export const tokensOf = (text: string): Token[] =>
  Array.from(text.matchAll(TOKEN), ({ 0: found, index }) => ({
    kind: kindOf(found),
    text: found,
    lower: found.toLowerCase(),
    start: index,
    end: index + found.length,
  }));

const DIGIT = /^\d/;
const LETTER = /^\p{L}/u;

const kindOf = (found: string): Token['kind'] => {
  if (DIGIT.test(found)) return 'number';
  return LETTER.test(found) ? 'word' : 'mark';
};
