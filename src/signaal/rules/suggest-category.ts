import { wordsOf } from '#platform/words.ts';

/** A category as the suggestion looks at it. */
export interface CategoryWords {
  readonly id: string;
  readonly name: string;
  readonly keywords: string;
}

const NAME_WEIGHT = 3;
const MIN_STEM = 5;

/**
 * The category whose name and keywords fit a text best, or null when none does or two fit equally well.
 * A word counts when it equals a word of the category, or when one begins with the other from five letters on
 * ("lantaarnpalen", "lantaarn"). Rules and a word list, no model: a person can see why (product.md C10).
 */
export const suggestCategory = <Category extends CategoryWords>(
  text: string,
  categories: readonly Category[],
): Category | null => {
  const words = wordsOf(text);
  const scored = categories
    .map((category) => ({ category, score: scoreOf(words, category) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score);
  const [best, second] = scored;
  if (!best || best.score === second?.score) return null;
  return best.category;
};

const scoreOf = (words: readonly string[], category: CategoryWords): number =>
  share(words, wordsOf(category.name)) * NAME_WEIGHT + count(words, wordsOf(category.keywords));

/** The part of the name that is in the text, so that a long name needs more of its words. */
const share = (words: readonly string[], name: readonly string[]): number => {
  const long = name.filter((word) => word.length > 2);
  return long.length === 0 ? 0 : count(words, long) / long.length;
};

const count = (words: readonly string[], wanted: readonly string[]): number =>
  wanted.filter((want) => words.some((word) => alike(word, want))).length;

const alike = (word: string, want: string): boolean =>
  word === want ||
  (want.length >= MIN_STEM && word.startsWith(want)) ||
  (word.length >= MIN_STEM && want.startsWith(word));
