const LATIN = /\p{Script=Latin}/u;
const OTHER_LETTER = /(?!\p{Script=Latin})\p{L}/u;
const WORD = /[\p{L}\p{M}]+/gu;

/** Letters of other scripts that look like a Latin one, without their accents. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  // Cyrillic
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  ј: 'j',
  ѕ: 's',
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  У: 'Y',
  Х: 'X',
  // Greek
  α: 'a',
  ο: 'o',
  ν: 'v',
  ρ: 'p',
  Α: 'A',
  Β: 'B',
  Ε: 'E',
  Ζ: 'Z',
  Η: 'H',
  Ι: 'I',
  Κ: 'K',
  Μ: 'M',
  Ν: 'N',
  Ο: 'O',
  Ρ: 'P',
  Τ: 'T',
  Χ: 'X',
};

/** A text in which a word mixed Latin letters with look-alikes of another script. */
export interface Corrected {
  readonly text: string;
  /** The foreign letters that were found, such as `ӧ (U+04E7)`; empty when nothing was wrong. */
  readonly letters: readonly string[];
}

/**
 * Writes words that mix scripts in Latin letters only: "Wijkcoӧrdinator" with a Cyrillic ӧ would never be found again by
 * whoever types it. A word wholly in another script is left alone.
 */
export const correctLookAlikes = (text: string): Corrected => {
  const letters = new Set<string>();
  const corrected = text.normalize('NFC').replace(WORD, (word) => {
    if (!LATIN.test(word) || !OTHER_LETTER.test(word)) return word;
    return [...word].map((letter) => latinFor(letter, letters)).join('');
  });
  return { text: corrected, letters: [...letters] };
};

const latinFor = (letter: string, found: Set<string>): string => {
  if (!OTHER_LETTER.test(letter)) return letter;
  found.add(`${letter} (U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`);
  const [base = letter, ...marks] = letter.normalize('NFD');
  return `${LOOK_ALIKES[base] ?? base}${marks.join('')}`.normalize('NFC');
};
