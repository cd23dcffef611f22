import { inspectText, mustRemove } from './guard.ts';
import { normaliseText } from './normalise.ts';
import { readPerson } from './person.ts';
import { readHouseNumber, readStreetAddress } from './place.ts';
import { type Token, tokensOf } from './tokens.ts';

const POSTCODE = /\b[1-9]\d{3}\s?[A-Z]{2}\b/g;
/** The fewest that are shown back; a text full of names need not list them all. */
const MOST_SHOWN = 5;

/**
 * What names a person or a house, each by itself, in a text that may hold neither: a pattern from the care network is
 * about themes and areas only (product.md C1.10, C5). Gives the pieces as typed, in order, at most five; none is well.
 * Stricter than {@link inspectText}, which lets a house number stand as a place.
 */
export const namedInText = (text: string): string[] => {
  const plain = normaliseText(text);
  const tokens = tokensOf(plain.text);
  const spans = mustRemove(inspectText(text)).map(({ start, end }) => ({ start, end }));
  const add = (start: number, end: number): void => {
    spans.push(plain.original(start, end));
  };
  for (let at = 0; at < tokens.length; ) {
    const end = readNamed(tokens, at);
    if (end !== undefined) add(tokens[at]?.start ?? 0, tokens[end - 1]?.end ?? 0);
    at = end ?? at + 1;
  }
  for (const { index, 0: found } of plain.text.matchAll(POSTCODE)) add(index, index + found.length);
  const pieces = spans.toSorted((a, b) => a.start - b.start).map(({ start, end }) => text.slice(start, end));
  return [...new Set(pieces)].slice(0, MOST_SHOWN);
};

const readNamed = (tokens: readonly Token[], at: number): number | undefined =>
  readPerson(tokens, at)?.end ?? readStreetAddress(tokens, at) ?? readHouseNumber(tokens, at);
