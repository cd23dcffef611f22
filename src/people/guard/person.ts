import { FORMS_OF_ADDRESS, GIVEN_NAMES, KNOWN_NAMES, NO_NAMES, PARTICLES, SURNAMES } from './names.ts';
import { afterDot, isStreet } from './place.ts';
import type { Token } from './tokens.ts';

/** A name read from the text. `addressed`: with a form of address; `full`: given name or initials and surname. */
export interface PersonName {
  readonly end: number;
  readonly form: 'addressed' | 'full' | 'given';
}

const MOST_INITIALS = 5;

/** Reads the name of a person that begins here; undefined when none does, or when it is that of a street or a shop. */
export const readPerson = (tokens: readonly Token[], at: number): PersonName | undefined =>
  readAddressed(tokens, at) ?? readInitialed(tokens, at) ?? readGiven(tokens, at);

/** A form of address with or without a name: the place after it. */
export const readFormOfAddress = (tokens: readonly Token[], at: number): number | undefined =>
  FORMS_OF_ADDRESS.has(tokens[at]?.lower ?? '') ? afterDot(tokens, at + 1) : undefined;

const readAddressed = (tokens: readonly Token[], at: number): PersonName | undefined => {
  const name = readFormOfAddress(tokens, at);
  if (name === undefined) return undefined;
  const end =
    readInitialed(tokens, name)?.end ?? readGivenAndSurname(tokens, name) ?? readSurname(tokens, name);
  if (end !== undefined) return namesStreet(tokens, end) ? undefined : { end, form: 'addressed' };
  return isGivenName(tokens[name]) ? { end: name + 1, form: 'addressed' } : undefined;
};

/** `J. Jansen`, `J.P. de Vries`. */
const readInitialed = (tokens: readonly Token[], at: number): PersonName | undefined => {
  let surname = at;
  const isInitial = () => /^\p{Lu}$/u.test(tokens[surname]?.text ?? '') && tokens[surname + 1]?.text === '.';
  while (surname - at < 2 * MOST_INITIALS && isInitial()) surname += 2;
  if (surname === at) return undefined;
  const end = readSurname(tokens, surname);
  return end === undefined || namesStreetOfPerson(tokens, end) ? undefined : { end, form: 'full' };
};

const readGiven = (tokens: readonly Token[], at: number): PersonName | undefined => {
  const end = readGivenAndSurname(tokens, at);
  if (end !== undefined) return { end, form: 'full' };
  const isAlone = isGivenName(tokens[at]) && isCapitalised(tokens[at]) && !isStreet(tokens[at + 1]);
  return isAlone ? { end: at + 1, form: 'given' } : undefined;
};

const readGivenAndSurname = (tokens: readonly Token[], at: number): number | undefined => {
  if (!isGivenName(tokens[at])) return undefined;
  const end = readSurname(tokens, at + 1);
  if (end === undefined) return undefined;
  const last = tokens[end - 1];
  const isKnown = KNOWN_NAMES.has(`${tokens[at]?.lower}_${last?.lower}`);
  return isKnown || namesStreetOfPerson(tokens, end) ? undefined : end;
};

const isGivenName = (token: Token | undefined): boolean =>
  GIVEN_NAMES.has((token?.lower ?? '').split('-')[0] ?? '');

/** Particles and one word that is a name: with a capital, or known as a surname. */
const readSurname = (tokens: readonly Token[], at: number): number | undefined => {
  let last = at;
  while (last - at < 4 && PARTICLES.has(tokens[last]?.lower ?? '')) last = afterDot(tokens, last + 1);
  const token = tokens[last];
  if (token?.kind !== 'word') return undefined;
  if (SURNAMES.has(token.lower.split('-')[0] ?? '')) return last + 1;
  return isCapitalised(token) && !NO_NAMES.has(token.lower) ? last + 1 : undefined;
};

/** All capitals say nothing: some people write everything so. */
const isCapitalised = (token: Token | undefined): boolean =>
  /^\p{Lu}['\p{Lu}-]{0,3}\p{Ll}/u.test(token?.text ?? '');

/** `Jan Steenstraat`, and `A.F. de Savornin Lohmanstraat` too; but `Jan Jansen Dorpsstraat 12` is a person with a street. */
const namesStreetOfPerson = (tokens: readonly Token[], end: number): boolean =>
  isStreet(tokens[end - 1]) || (isStreet(tokens[end]) && !SURNAMES.has(tokens[end - 1]?.lower ?? ''));

/** `de heer Hoogstraat` is a person, `oma Hoogstraat 12` is a street. */
const namesStreet = (tokens: readonly Token[], end: number): boolean =>
  isStreet(tokens[end - 1]) && tokens[end]?.kind === 'number';
