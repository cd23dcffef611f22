/** How much two texts look alike, from 0 (nothing shared) to 1 (the same). Words only rank; they never decide. */
export interface Likeness {
  /** Jaccard index of the sets of three characters in a row, spaces included. */
  readonly characters: number;
  /** Jaccard index of the sets of words. */
  readonly words: number;
}

const NOT_WRITTEN = /[^\p{L}\p{N}_ ]/gu;

/** Lower case; what is no letter, digit, underscore or space becomes a space; single spaces, trimmed. */
export const plainText = (text: string): string =>
  text.toLowerCase().replace(NOT_WRITTEN, ' ').replace(/ +/g, ' ').trim();

/** The different runs of `size` characters of a plain text; one shorter than that is a run of its own. */
export const shingles = (plain: string, size = 3): Set<string> => {
  const characters = [...plain];
  if (characters.length === 0) return new Set();
  if (characters.length <= size) return new Set([plain]);
  const runs = new Set<string>();
  for (let at = 0; at + size <= characters.length; at += 1) {
    runs.add(characters.slice(at, at + size).join(''));
  }
  return runs;
};

const wordsIn = (plain: string): Set<string> => new Set(plain.split(' ').filter(Boolean));

/** What two sets share, divided by all they hold together; two empty sets share nothing. */
export const jaccard = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  const shared = [...one].filter((item) => other.has(item)).length;
  const together = one.size + other.size - shared;
  return together === 0 ? 0 : shared / together;
};

/** The exact likeness of two texts; time grows in line with their length. */
export const likenessOf = (one: string, other: string): Likeness => {
  const [plain, second] = [plainText(one), plainText(other)];
  return {
    characters: jaccard(shingles(plain), shingles(second)),
    words: jaccard(wordsIn(plain), wordsIn(second)),
  };
};

/** One figure to rank by: the mean of both, so that a shared word counts however its sentence runs. */
export const rankOf = ({ characters, words }: Likeness): number => (characters + words) / 2;
