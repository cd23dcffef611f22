const MARKS = /\p{M}+/gu;
const NOT_A_WORD = /[^\p{L}\p{N}]+/u;

/** Lower case without accents: `Cafés` becomes `cafes`. */
export const fold = (text: string): string => text.normalize('NFKD').replace(MARKS, '').toLowerCase();

/** The different words of a text, folded, of 2 to 40 characters; at most `limit` of them. */
export const wordsOf = (text: string, limit = 400): string[] => {
  const words = fold(text)
    .split(NOT_A_WORD)
    .filter((word) => word.length >= 2 && word.length <= 40);
  return [...new Set(words)].slice(0, limit);
};

/** One line of text for comparing names of streets and people: folded, single spaces. */
export const searchForm = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
