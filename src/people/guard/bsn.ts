import type { Detector, Span } from './finding.ts';

/** Digits in groups, joined by single spaces, dots or dashes. */
const RUN = /\d+(?:[ .-]\d+)*/g;

/** How people group the nine digits; other groups only count right after the word BSN. */
const GROUPINGS = new Set(['9', '333', '423', '2223', '111111111']);

const ANNOUNCED =
  /(?:bsn|burgerservicenummer|sofi-?nummer|sofinr)[^\p{L}\d]{0,3}(?:is|nr|nummer)?[^\p{L}\d]{0,4}$/iu;

interface Group {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
}

/** Burgerservicenummers: nine digits that pass the eleven-test, not cut out of a longer number. */
export const findBsn: Detector = (text) => {
  const found: Span[] = [];
  for (const { 0: run, index } of text.matchAll(RUN)) {
    const groups = Array.from(run.matchAll(/\d+/g), (part) => ({
      digits: part[0],
      start: index + part.index,
      end: index + part.index + part[0].length,
    }));
    for (let first = 0; first < groups.length; first += 1) {
      const last = lastOfNine(groups, first);
      if (last === undefined || !isBsn(text, groups, first, last)) continue;
      found.push({ kind: 'bsn', start: groups[first]?.start ?? 0, end: groups[last]?.end ?? 0 });
      first = last;
    }
  }
  return found;
};

/** The nine digits pass when 9a + 8b + ... + 2h - i is a multiple of eleven. */
const passesElevenTest = (digits: string): boolean => {
  if (!/^\d{9}$/.test(digits) || /^0+$/.test(digits)) return false;
  const sum = [...digits].reduce(
    (total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index),
    0,
  );
  return sum % 11 === 0;
};

const lastOfNine = (groups: readonly Group[], first: number): number | undefined => {
  let count = 0;
  for (let last = first; last < groups.length && count < 9; last += 1) {
    count += groups[last]?.digits.length ?? 0;
    if (count === 9) return last;
  }
  return undefined;
};

const isBsn = (text: string, groups: readonly Group[], first: number, last: number): boolean => {
  const parts = groups.slice(first, last + 1);
  const [start, end] = [parts[0]?.start ?? 0, parts.at(-1)?.end ?? 0];
  if (!passesElevenTest(parts.map(({ digits }) => digits).join(''))) return false;
  if (ANNOUNCED.test(text.slice(Math.max(0, start - 40), start))) return true;
  if (isGlued(text, start, end) || isInAddress(text, start)) return false;

  const separators = new Set(parts.slice(1).map((part) => text[part.start - 1]));
  if (separators.size > 1 || !GROUPINGS.has(parts.map(({ digits }) => digits.length).join(''))) return false;
  // Alone among spaces nine digits are a number of their own; groups, and anything with dots or dashes, may be part of more.
  const before = first > 0 ? text[start - 1] : undefined;
  const after = last < groups.length - 1 ? text[end] : undefined;
  const isPart = (neighbour: string | undefined) =>
    neighbour !== undefined && (neighbour !== ' ' || separators.has(' '));
  return !isPart(before) && !isPart(after);
};

/** A number in the address of a web page is the page's, as in `www.example.nl/melding/123456782`. */
const isInAddress = (text: string, start: number): boolean =>
  /(?:www\.|:\/\/)\S*$/i.test(text.slice(Math.max(0, start - 100), start));

/** Glued to a word, or behind a decimal comma, as in a pasted coordinate. */
const isGlued = (text: string, start: number, end: number): boolean =>
  /(?:[\p{L}_]|\d,)$/u.test(text.slice(Math.max(0, start - 2), start)) ||
  /^(?:[\p{L}_]|,\d)/u.test(text.slice(end, end + 2));
