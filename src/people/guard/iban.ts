import type { Detector, Span } from './finding.ts';

/** Lengths by country from the IBAN register. */
const LENGTHS = new Map(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 ' +
    'FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 ' +
    'LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 ' +
    'SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/** A sentence such as "de 12 bomen langs het pad" has letters enough to be right by chance. */
const FEWEST_DIGITS = 10;

const START = /(?<![\p{L}\d])[a-z]{2}[ .-]?\d[ .-]?\d/giu;

/** Bank account numbers of any country, with the spaces, dots and dashes people put in, whose check digits are right. */
export const findIban: Detector = (text) => {
  const found: Span[] = [];
  for (const { index } of text.matchAll(START)) {
    const end = endOfIban(text, index);
    if (end !== undefined) found.push({ kind: 'iban', start: index, end });
  }
  return found;
};

const endOfIban = (text: string, start: number): number | undefined => {
  const length = LENGTHS.get(text.slice(start, start + 2).toUpperCase());
  if (length === undefined) return undefined;
  let iban = '';
  let at = start;
  for (; iban.length < length; at += 1) {
    const character = text.charAt(at);
    if (/[a-z\d]/i.test(character)) iban += character;
    else if (!/[ .-]/.test(character) || !/[a-z\d]/i.test(text.charAt(at + 1))) return undefined;
  }
  if (/[\p{L}\d]/u.test(text.charAt(at)) || iban.replace(/\D/g, '').length < FEWEST_DIGITS) return undefined;
  return isRightIban(iban) ? at : undefined;
};

/** ISO 7064: the number, turned round and with letters as numbers, is 1 modulo 97. */
const isRightIban = (iban: string): boolean => {
  const turned = iban.slice(4) + iban.slice(0, 4);
  let rest = 0;
  for (const character of turned) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
};
