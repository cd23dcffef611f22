import type { Detector, FindingKind, Span } from './finding.ts';
import { type PersonName, readFormOfAddress, readPerson } from './person.ts';
import { afterDot, isStreet, readBareNumber, readHouseNumber, readStreetAddress } from './place.ts';
import { type Token, tokensOf } from './tokens.ts';

/** Words that tie a name to an address after it: `mevrouw De Vries, die woont op nummer 12`. */
const NAME_TO_PLACE = new Set(
  'woont woonde woonachtig wonende wonen zit die dat van op aan uit in bij de het huis naast boven onder tegenover , ( : -'.split(
    ' ',
  ),
);

/** Words that tie an address to a name after it: `op nummer 12 woont Jan Jansen`. */
const PLACE_TO_NAME = new Set(
  'woont woonde wonen heet is van bij de een zekere waar daar ook dat die genaamd bewoner bewoonster eigenaar , ( : -'.split(
    ' ',
  ),
);

const LIVES = new Set(['woont', 'woonde', 'wonen', 'heet', 'bewoner', 'bewoonster', 'genaamd']);
const BEFORE_BARE_NUMBER = new Set(['op', 'van', 'aan', 'huis', ',']);
const NEIGHBOURS = new Set([
  'buurman',
  'buurvrouw',
  'buren',
  'bewoner',
  'bewoonster',
  'bewoners',
  'gezin',
  'familie',
  'fam',
  'mevrouw',
  'meneer',
  'man',
  'vrouw',
]);
const LONGEST_TIE = 7;

/**
 * A named person with an address, in either order (must go), and persons that are named or placed but not both (a hint).
 * A name is believed with a form of address, a given name or initials; a house number alone is a place.
 */
export const findPersonAddress: Detector = (text) => {
  const tokens = tokensOf(text);
  const found: Span[] = [];
  for (let at = 0; at < tokens.length; ) {
    const seen = readNameFirst(tokens, at) ?? readPlaceFirst(tokens, at) ?? readNeighbour(tokens, at);
    if (seen)
      found.push({ kind: seen.kind, start: tokens[at]?.start ?? 0, end: tokens[seen.end - 1]?.end ?? 0 });
    at = seen?.end ?? at + 1;
  }
  return found;
};

interface Seen {
  readonly kind: FindingKind;
  readonly end: number;
}

const readNameFirst = (tokens: readonly Token[], at: number): Seen | undefined => {
  const person = readPerson(tokens, at);
  if (!person) return undefined;
  const end = addressAfter(tokens, person);
  if (end !== undefined) return { kind: 'person_address', end };
  return person.form === 'addressed' ? { kind: 'hint', end: person.end } : undefined;
};

/** Follows the tie from a name; ends at an address, or finds none. A given name alone needs the word "nummer". */
const addressAfter = (tokens: readonly Token[], { end, form }: PersonName): number | undefined => {
  for (let at = end; at - end <= LONGEST_TIE; at += 1) {
    const house = readHouseNumber(tokens, at);
    // "Ellen nummer 12" may be a street; "Ellen van nummer 12" is not.
    if (house !== undefined && (form !== 'given' || at > end)) return house;
    if (form !== 'given') {
      const address =
        readStreetAddress(tokens, at) ??
        placeNameAddress(tokens, at, end) ??
        bareAddress(tokens, at, end, form);
      if (address !== undefined) return address;
    }
    if (!NAME_TO_PLACE.has(tokens[at]?.lower ?? '')) return undefined;
  }
  return undefined;
};

/** A street without the usual end, after a tie: `mevrouw De Vries, Vuurtoren 12`. */
const placeNameAddress = (tokens: readonly Token[], at: number, start: number): number | undefined =>
  at > start && /^\p{Lu}\p{Ll}/u.test(tokens[at]?.text ?? '') ? readBareNumber(tokens, at + 1) : undefined;

/** `Jan Jansen op 12`; directly after a name only when nothing follows: `mevrouw De Vries 12, ...`. */
const bareAddress = (
  tokens: readonly Token[],
  at: number,
  start: number,
  form: PersonName['form'],
): number | undefined => {
  const end = readBareNumber(tokens, at);
  if (end === undefined) return undefined;
  if (at > start) return BEFORE_BARE_NUMBER.has(tokens[at - 1]?.lower ?? '') ? end : undefined;
  return form === 'addressed' && tokens[end]?.kind !== 'word' ? end : undefined;
};

const readPlaceFirst = (tokens: readonly Token[], at: number): Seen | undefined => {
  const place = readHouseNumber(tokens, at) ?? readStreetAddress(tokens, at);
  if (place === undefined) return undefined;
  let lives = false;
  for (let next = place; next - place <= LONGEST_TIE; next += 1) {
    const person = readPerson(tokens, next);
    if (person && (person.form !== 'given' || lives)) {
      return isStreet(tokens[person.end]) ? undefined : { kind: 'person_address', end: person.end };
    }
    const word = tokens[next]?.lower ?? '';
    if (!PLACE_TO_NAME.has(word)) return undefined;
    lives ||= LIVES.has(word);
  }
  return undefined;
};

/** `de buurvrouw van nummer 12`: nobody is named, but everybody there knows who is meant. */
const readNeighbour = (tokens: readonly Token[], at: number): Seen | undefined => {
  if (!NEIGHBOURS.has(tokens[at]?.lower ?? '')) return undefined;
  let next = readFormOfAddress(tokens, at) ?? afterDot(tokens, at + 1);
  while (
    ['van', 'op', 'uit', 'aan', 'bij', 'de', 'het', 'huis', 'die', 'woont', 'in'].includes(
      tokens[next]?.lower ?? '',
    )
  )
    next += 1;
  const end = readHouseNumber(tokens, next) ?? readStreetAddress(tokens, next);
  return end === undefined ? undefined : { kind: 'hint', end };
};
