import type { Detector, Span } from './finding.ts';

/** The @ itself, or how people write it to hide from machines. */
const AT = / @ |@ ?| ?[([{<] ?(?:at|apenstaartje?) ?[)\]}>] ?/gi;

const LOCAL = /[\p{L}\d._%+'-]/u;
const DOMAIN = /^[\p{L}\d-]{1,63}(?:(?:\.| punt | dot | ?[([](?:punt|dot)[)\]] ?)[\p{L}\d-]{1,63}){1,4}/iu;

/** Longest part before the @ that the standard allows; keeps the search linear. */
const LONGEST_LOCAL = 64;

/** E-mail addresses, also with spaces around the @ or with the @ written out. */
export const findMail: Detector = (text) => {
  const found: Span[] = [];
  for (const { 0: at, index } of text.matchAll(AT)) {
    let start = index;
    while (start > 0 && index - start < LONGEST_LOCAL && LOCAL.test(text.charAt(start - 1))) start -= 1;
    const after = index + at.length;
    const domain = DOMAIN.exec(text.slice(after, after + 320))?.[0];
    if (start === index || domain === undefined || !endsInLetters(domain)) continue;
    found.push({ kind: 'mail', start, end: after + domain.length });
  }
  return found;
};

/** "om 12@13.30" is no address. */
const endsInLetters = (domain: string): boolean => /\p{L}{2,}$/u.test(domain);
