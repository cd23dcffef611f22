import { wordsOf } from '#platform/words.ts';

/** Words that tell nothing about a subject, also where only one description has them. */
const EMPTY = new Set(
  (
    'alle als alsmede ander andere bij binnen boven buiten dan dat den deze die dit door dus een eigen gaan gaat geen grote ' +
    'het hier hoge hoe incl lange langdurige meer melding meldingen meldingen met moet moeten naar niet nieuwe nog omdat ' +
    'onder ook over overig overige overlast ruimte specifiek staan tot tussen uit van vanaf vermoeden via voor waar wat ' +
    'welke werkende wordt worden zijn zoals zowel zware'
  ).split(' '),
);

/** What a description says that does not belong to the subject: "NIET: bijtende honden". */
const EXCEPTIONS = /\b(?:dus\s+)?NIET\b[^.)]*|\bmet uitzondering van\b[^.)]*/g;

const wordsIn = (description: string): string[] =>
  wordsOf(description.replace(EXCEPTIONS, ' ')).filter((word) => word.length > 2 && !EMPTY.has(word));

/**
 * The words by which each subject can be found in what people write, out of its description; at most 60. A word that
 * stands in more descriptions points at none of them and is left out.
 */
export const keywordsFrom = (descriptions: readonly string[]): string[] => {
  const lists = descriptions.map(wordsIn);
  const uses = new Map<string, number>();
  for (const word of lists.flat()) uses.set(word, (uses.get(word) ?? 0) + 1);
  return lists.map((words) =>
    words
      .filter((word) => uses.get(word) === 1)
      .slice(0, 60)
      .join(' '),
  );
};
