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

/** Words that stand in nearly every Dutch text and set none apart: nobody is helped by seeking them. */
const FILLERS: ReadonlySet<string> = new Set(
  (
    'aan al als bij dan dat de deze die dit door een en er geen had hebben heb heeft het hier hij iets ik in is je kan ' +
    'maar me meer met mij mijn na naar niet nog nu of om omdat onder ons onze ook op over te tegen toch toe tot uit van ' +
    'veel via voor want was wat we wel werd wie wij wil worden wordt ze zelf zich zij zijn zo zonder zou'
  ).split(' '),
);

/** Those of these words by which a text is kept and sought. */
export const tellingWords = (words: readonly string[]): string[] =>
  words.filter((word) => !FILLERS.has(word));

/** One line of text for comparing names of streets and people: folded, single spaces. */
export const searchForm = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
