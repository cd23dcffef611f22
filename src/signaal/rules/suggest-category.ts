import { fold, wordsOf } from '#platform/words.ts';

/** Words that stand in every text: "een" does not make it about "Overlast van een groep". */
const EMPTY_WORDS: ReadonlySet<string> = new Set(
  'aan als bij dat de den der die dit door een en er het hun in is met naar niet of om ons ook op over te tot uit van voor wat wie zij zo zonder'.split(
    ' ',
  ),
);

/** A category as the suggestion looks at it. */
export interface CategoryWords {
  readonly id: string;
  readonly name: string;
  readonly keywords: string;
}

const NAME_WEIGHT = 3;
const MIN_STEM = 5;
const WHOLE = 1;
const BEGINNING = 0.5;
/** Words that say where something is: "straat" is no beginning of "straatlamp". */
const PLACES: ReadonlySet<string> = new Set([
  'straat',
  'straten',
  'straatje',
  'plein',
  'pleinen',
  'pleintje',
  'buurt',
  'buurten',
]);

/**
 * The category whose name and keywords fit a text best, or null when none does or two fit equally well.
 * A word counts when it equals a word of the category, and for half when one begins with the other from five letters on
 * ("lantaarnpalen", "lantaarn"): "afval" is rather "Overig afval" than "Afvalbak". Of two names that are wholly in the
 * text the longer one fits better. Rules and a word list, no model: a person can see why (product.md C10).
 */
export const suggestCategory = <Category extends CategoryWords>(
  text: string,
  categories: readonly Category[],
): Category | null => {
  const words = wordsOf(text);
  const scored = categories
    .map((category) => ({ category, ...fitOf(words, category) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score || other.named - one.named);
  const [best, second] = scored;
  if (!best || (best.score === second?.score && best.named === second.named)) return null;
  return best.category;
};

/** A text without the street it happened in: "in de Groenkampen" says nothing about plants. */
export const withoutStreet = (text: string, street: string): string =>
  street.trim() === '' ? text : fold(text).replaceAll(fold(street.trim()), ' ');

interface Fit {
  readonly score: number;
  /** How many words of the name are in the text. */
  readonly named: number;
}

/** The part of the name that is in the text, so that a long name needs more of its words; and each keyword. */
const fitOf = (words: readonly string[], category: CategoryWords): Fit => {
  const name = wordsOf(category.name).filter((word) => word.length > 2 && !EMPTY_WORDS.has(word));
  const named = count(words, name);
  const share = name.length === 0 ? 0 : named / name.length;
  return { score: share * NAME_WEIGHT + count(words, wordsOf(category.keywords)), named };
};

const count = (words: readonly string[], wanted: readonly string[]): number =>
  wanted.reduce((sum, want) => sum + Math.max(0, ...words.map((word) => likeness(word, want))), 0);

const likeness = (word: string, want: string): number => {
  if (word === want) return WHOLE;
  if (PLACES.has(word)) return 0;
  const begins =
    (want.length >= MIN_STEM && word.startsWith(want)) || (word.length >= MIN_STEM && want.startsWith(word));
  return begins ? BEGINNING : 0;
};
