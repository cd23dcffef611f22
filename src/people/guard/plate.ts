import type { Detector, Span } from './finding.ts';

const WITH_DASHES =
  /(?<![\p{L}\d-])(?:[a-z]{1,3}|\d{1,3})(?:-(?:[a-z]{1,3}|\d{1,3})){2}(?![\p{L}\d]|-[\p{L}\d])/giu;

/** The same without dashes, of which only some are plates: see {@link isAnnounced}. */
const IN_ONE =
  /(?<![\p{L}\d-])(?=((?:[a-z]{1,3}|\d{1,3})(?:[ -]?(?:[a-z]{1,3}|\d{1,3})){2})(?![\p{L}\d]|-[\p{L}\d]))/giu;

/** Dutch sidecodes by the sizes of their groups. */
const SIZES = new Set(['222', '231', '132', '321', '123']);

/** Groups that make a day or a measure look like a plate: "1-mei-16", "ma-12-05", "nr-12-14". */
const NOT_ON_A_PLATE =
  /^(?:jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec|ma|di|wo|do|vr|za|zo|nr|no|km|cm|mm|st|bv)$/;

const PLATE_WORD = /kenteken|nummerplaat|nummerbord/i;
const VEHICLE =
  /(?<!\p{L})(?:auto|bus|busje|bestelbus|bestelauto|vrachtwagen|aanhanger|caravan|camper|scooter|brommer|motor|taxi|audi|bmw|citroen|fiat|ford|kia|mercedes|opel|peugeot|renault|seat|skoda|tesla|toyota|volkswagen|volvo|vw)(?!\p{L})/iu;

const FOREIGN =
  /(?:kenteken|nummerplaat|nummerbord)(?:\s+is)?[\s:]{1,3}([A-Z]{1,3}[ -]?[A-Z]{0,3}[ -]?\d{1,5}[A-Z]{0,2})(?![\p{L}\d])/gu;

const DIGIT = /\d/;

/** Licence plates: the Dutch sidecodes with dashes, and without them where the text says it is one. */
export const findPlate: Detector = (text) => {
  const found: Span[] = [];
  // Each of them holds a digit, and most texts hold none.
  if (!DIGIT.test(text)) return found;
  for (const { 0: plate, index } of text.matchAll(WITH_DASHES)) {
    if (isSidecode(plate.split('-'))) found.push(spanOf(index, plate));
  }
  for (const { 1: plate = '', index } of text.matchAll(IN_ONE)) {
    if (DIGIT.test(plate) && isSidecode(groupsOf(plate)) && isAnnounced(text, index, plate))
      found.push(spanOf(index, plate));
  }
  for (const { 0: whole, 1: plate = '', index } of text.matchAll(FOREIGN)) {
    found.push(spanOf(index + whole.length - plate.length, plate));
  }
  return found;
};

const spanOf = (start: number, plate: string): Span => ({ kind: 'plate', start, end: start + plate.length });

const groupsOf = (plate: string): string[] => plate.match(/[a-z]+|\d+/gi)?.flatMap(halves) ?? [];

/** Two groups of letters or digits that touch, as in XX9999, are read as one of four. */
const halves = (group: string): string[] =>
  group.length === 4 ? [group.slice(0, 2), group.slice(2)] : [group];

const isSidecode = (groups: readonly string[]): boolean => {
  if (!SIZES.has(groups.map((group) => group.length).join(''))) return false;
  const letters = groups.filter((group) => /[a-z]/i.test(group));
  if (letters.length === 0 || letters.length === groups.length) return false;
  // In small letters "ma-12-05" is a Monday; in capitals it can only be a plate.
  return !letters.some((group) => group !== group.toUpperCase() && NOT_ON_A_PLATE.test(group.toLowerCase()));
};

/** After "kenteken" anything of the right shape; near a vehicle only capitals without vowels, as on today's plates. */
const isAnnounced = (text: string, start: number, plate: string): boolean => {
  const before = text.slice(Math.max(0, start - 40), start);
  const after = text.slice(start + plate.length, start + plate.length + 25);
  if (PLATE_WORD.test(before) || PLATE_WORD.test(after)) return true;
  return !/[a-zAEIOU]/.test(plate) && VEHICLE.test(before);
};
