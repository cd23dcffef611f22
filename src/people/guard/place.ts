import type { Token } from './tokens.ts';

/** Ends of Dutch street names and of the buildings named like them. */
const STREET_END =
  /.(?:straat|straatje|laan|weg|plein|plantsoen|park|hof|hofje|kade|dijk|singel|gracht|pad|dreef|hage|haag|wal|ring|steeg|haven|burg|veld|velden|zoom|werf|erf|gaarde|akker|oord|baan|brug|tunnel|school|college|kerk|flat|huis|centrum|bos|gang|passage|promenade|markt|poort|boulevard|rode|horst|land|meer|schans|stede|tuin|tuinen|vaart|viaduct|waard|weide|zijde|zicht|str)$/;

const NUMBER_WORDS = new Set(['nummer', 'nr', 'no', 'huisnummer', 'huisnr', 'nummers', 'nrs']);

/** What follows a number that is a time, a day, an amount: not a house. */
const UNITS = new Set(
  (
    'uur minuten minuut seconden dag dagen week weken maand maanden jaar keer x maal euro cent procent meter m km cm graden ' +
    'stuks mensen personen kinderen jongens jongeren honden katten auto bomen hoog januari februari maart april mei juni ' +
    'juli augustus september oktober november december jan feb mrt apr jun jul aug sep okt nov dec'
  ).split(' '),
);

/** Whether a word can be the name of a street: `Dorpsstraat`, but not `Weg` alone, which is a surname too. */
export const isStreet = (token: Token | undefined): boolean =>
  token?.kind === 'word' && STREET_END.test(token.lower) && token.text.length > 5;

/** Skips the dot of an abbreviation: `nr.`, `dhr.`. */
export const afterDot = (tokens: readonly Token[], at: number): number =>
  tokens[at]?.text === '.' && tokens[at]?.start === tokens[at - 1]?.end ? at + 1 : at;

/** `nummer 12`, `nr. 12`: the place after it, or undefined. */
export const readHouseNumber = (tokens: readonly Token[], at: number): number | undefined => {
  if (!NUMBER_WORDS.has(tokens[at]?.lower ?? '')) return undefined;
  const next = afterDot(tokens, at + 1);
  return isHouse(tokens, next) ? afterLetter(tokens, next + 1) : undefined;
};

/** `Dorpsstraat 12`, `Dorpsstraat nr. 12`: the place after it, or undefined. */
export const readStreetAddress = (tokens: readonly Token[], at: number): number | undefined => {
  if (!isStreet(tokens[at])) return undefined;
  return readHouseNumber(tokens, at + 1) ?? readBareNumber(tokens, at + 1);
};

/** A number that can be a house and is not a time, a day or an amount. */
export const readBareNumber = (tokens: readonly Token[], at: number): number | undefined => {
  if (!isHouse(tokens, at)) return undefined;
  const after = tokens[at + 1];
  const isTime = after !== undefined && /[:%€]/.test(after.text) && after.start === tokens[at]?.end;
  return isTime || UNITS.has(after?.lower ?? '') ? undefined : afterLetter(tokens, at + 1);
};

const isHouse = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.kind === 'number' && tokens[at].text.length <= 4;

/** The letter of `12a` belongs to the address. */
const afterLetter = (tokens: readonly Token[], at: number): number => {
  const [number, letter] = [tokens[at - 1], tokens[at]];
  const touches = letter?.kind === 'word' && letter.text.length === 1 && letter.start === number?.end;
  return touches ? at + 1 : at;
};
