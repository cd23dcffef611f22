/**
 * Twenty-four characters that a person can read from paper and say over the telephone.
 * Left out for the eye: O, Q and D (0), I (1), Z (2), S (5), G (6), B (8), U (V). Left out for Dutch ears: B and D
 * (pee, tee), N (em), S (ef), Z and G (see, jee), and the vowels, which are the rhyme of all others and would make words.
 * Pairs that can still be misheard (P and T, H and K, 7 and 9) are caught by the check character.
 */
export const ALPHABET = '0123456789CFHJKLMPRTVWXY';

/** A character that never stands in a code can only be one of its look-alikes; those with two are not guessed. */
const MEANT: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  I: '1',
  Z: '2',
  S: '5',
  G: '6',
  B: '8',
  U: 'V',
  N: 'M',
};

/** The rank (0 to 23) of a typed capital, look-alikes included; -1 when it cannot be in a code. */
export const rankOf = (character: string): number => ALPHABET.indexOf(MEANT[character] ?? character);
