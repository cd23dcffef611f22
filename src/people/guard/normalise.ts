/** A text brought to plain characters, that knows where each of them came from. */
export interface NormalisedText {
  readonly text: string;
  /** The typed characters behind a stretch of the plain text. */
  readonly original: (start: number, end: number) => { start: number; end: number };
}

const DIGIT_ZEROES = [0x0660, 0x06f0, 0x0966];

/**
 * Undoes what hides a number or a name from a pattern: full-width and other digits, accents, invisible and direction
 * characters, odd dashes and spaces. Offsets of the typed text are kept, so that findings point at what the writer sees.
 */
export const normaliseText = (typed: string): NormalisedText => {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  let at = 0;
  for (const character of typed) {
    const plain = plainForm(character);
    for (let count = 0; count < plain.length; count += 1) {
      starts.push(at);
      ends.push(at + character.length);
    }
    text += plain;
    at += character.length;
  }
  return { text, original: (start, end) => ({ start: starts[start] ?? at, end: ends[end - 1] ?? at }) };
};

const plainForm = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return character;
  const zero = DIGIT_ZEROES.find((first) => code >= first && code <= first + 9);
  if (zero !== undefined) return String(code - zero);
  return character
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/\p{Zs}/gu, ' ')
    .replace(/[\u2018\u2019\u02bc]/gu, "'");
};
