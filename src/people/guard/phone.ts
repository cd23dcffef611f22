import type { Detector, Span } from './finding.ts';

/** Where a number can begin: +31, 0031, (079), 06; not inside another number or word. */
const START = /(?<![\p{L}\d+]|\d[.,:/-])(?:\+|\(?0(?=[1-9]|0[1-9]))/gu;

/** Area codes of three and four digits. 0800, 0900 and 14-numbers belong to organisations and may stand in a text. */
const AREA =
  /^0(?:6|1[0358]|2[0346]|3[03568]|4[0356]|5[0358]|7\d|8[24578]|1[1678]\d|2[259]\d|3[124]\d|4[1789]\d|5[124679]\d)/;

const ANNOUNCED =
  /(?<!\p{L})(?:tel|telefoon|telefoonnummer|telnr|mobiel|mobieltje|mob|gsm|06-nummer)[.:]?\s{0,2}(?:is|nr|nummer)?[.:]?\s{0,2}(?=\d)/giu;

interface Digits {
  readonly digits: string;
  readonly end: number;
}

/** Telephone numbers: Dutch ones in every usual spelling, foreign ones with their country code, any after "tel". */
export const findPhone: Detector = (text) => {
  const found: Span[] = [];
  for (const { 0: opening, index } of text.matchAll(START)) {
    const end = opening === '+' ? foreign(text, index) : national(text, index);
    if (end !== undefined) found.push({ kind: 'phone', start: index, end });
  }
  for (const { 0: word, index } of text.matchAll(ANNOUNCED)) {
    const start = index + word.length;
    const { digits, end } = take(text, start, 12);
    if (digits.length >= 6 && !/^0[89]0/.test(digits)) found.push({ kind: 'phone', start, end });
  }
  return found;
};

const foreign = (text: string, start: number): number | undefined => {
  const { digits, end } = take(text, start + 1, 15);
  if (!/^[1-9]/.test(digits) || digits.length < 8) return undefined;
  if (digits.startsWith('31')) return take(text, start + 1, digits.startsWith('310') ? 12 : 11).end;
  return end;
};

const national = (text: string, start: number): number | undefined => {
  const first = text.indexOf('0', start);
  if (text.startsWith('00', first)) return abroad(text, first);
  const { digits, end } = take(text, first, 10);
  const area = AREA.exec(digits)?.[0];
  if (area === undefined || digits.length < 10 || /\d/.test(text.charAt(end))) return undefined;
  const written = text.slice(first, end);
  // The area code is written in one piece: "05-06-2024 10" is a day and an hour.
  if (!written.startsWith(area) || isDate(written)) return undefined;
  return end;
};

/** 00 and a country code in one piece. */
const abroad = (text: string, start: number): number | undefined => {
  if (!/^00[1-9]\d/.test(text.slice(start, start + 4))) return undefined;
  const { digits, end } = take(text, start, 17);
  return digits.length >= 11 ? end : undefined;
};

/** "06-05-2024 12" and "06-05-24 14.30" have ten digits, but are a day with an hour. */
const isDate = (written: string): boolean =>
  /^06[-./ ](?:0?[1-9]|1[0-2])[-./ ](?:19|20)\d\d\b/.test(written) ||
  /^06([-./])(?:0[1-9]|1[0-2])\1\d\d(?!\1|\d)\D{1,3}(?:[01]\d|2[0-3])\D?[0-5]\d$/.test(written);

/** Digits from here on, with at most three spaces, dots, dashes, slashes or brackets between two of them. */
const take = (text: string, start: number, most: number): Digits => {
  let digits = '';
  let end = start;
  for (let at = start; digits.length < most && at - end <= 3 && at < text.length; at += 1) {
    const character = text.charAt(at);
    if (/\d/.test(character)) {
      digits += character;
      end = at + 1;
    } else if (!/[ .()/-]/.test(character)) break;
  }
  return { digits, end };
};
