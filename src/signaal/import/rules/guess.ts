import { fold } from '#platform/words.ts';
import { dayOrderOf, readDate } from './dates.ts';
import type { FileFacts } from './facts.ts';
import { FIELDS, type Field, NAMES } from './fields.ts';
import { type Mapping, meansEnded } from './mapping.ts';
import { readNumber, readPlace } from './numbers.ts';
import { zoneNamed } from './zone.ts';

/** `Created Date`, `created_date` and `CreatedDate` are one name. */
const keyOf = (name: string): string =>
  fold(name)
    .replace(/[^\p{L}\p{N}.]/gu, '')
    .replace(/\.+$/, '');

const utc = zoneNamed('UTC');
const isDate = (text: string): boolean =>
  readDate(text, 'dmy', utc) !== null || readDate(text, 'mdy', utc) !== null;

/** What the values of a column must look like, for a field that is not just words. */
const LOOKS: Partial<Record<Field, (value: string) => boolean>> = {
  received: isDate,
  ended: isDate,
  lat: (value) => readNumber(value) !== null,
  lon: (value) => readNumber(value) !== null,
  place: (value) => readPlace(value) !== null,
};

/** Most examples must fit: a few odd rows do not make another column of it. */
const fits = (field: Field, examples: readonly string[]): boolean => {
  const looks = LOOKS[field];
  if (!looks) return true;
  if (examples.length === 0) return field === 'ended' || field === 'place';
  return examples.filter(looks).length * 2 > examples.length;
};

/**
 * Guesses how the columns of a file tell a signaal: by their names (Dutch, English, Signalen, Fixi, Open311, portals) and by
 * what stands in them. Each column tells one field; a place in one value is only used without two numbers.
 */
export const guessMapping = (facts: FileFacts, system: string): Mapping => {
  const columns: Partial<Record<Field, string>> = {};
  const taken = new Set<string>();
  for (const field of FIELDS) {
    const column = columnFor(field, facts, taken);
    if (column === undefined || (field === 'place' && columns.lat && columns.lon)) continue;
    columns[field] = column;
    taken.add(column);
  }
  if (!columns.lat !== !columns.lon) {
    delete columns.lat;
    delete columns.lon;
  }
  const dates = [columns.received, columns.ended].flatMap((column) => examplesOf(facts, column));
  const statuses = columns.status === undefined ? [] : (facts.words[columns.status] ?? []);
  return {
    system,
    columns,
    zone: 'Europe/Amsterdam',
    dayOrder: dayOrderOf(dates),
    endedWords: statuses.filter(meansEnded),
    categories: {},
  };
};

const examplesOf = (facts: FileFacts, column: string | undefined): readonly string[] =>
  facts.columns.find(({ name }) => name === column)?.examples ?? [];

const columnFor = (field: Field, facts: FileFacts, taken: ReadonlySet<string>): string | undefined => {
  for (const wanted of NAMES[field].split(' ').map(keyOf)) {
    const found = facts.columns.find(
      ({ name, examples }) => keyOf(name) === wanted && !taken.has(name) && fits(field, examples),
    );
    if (found) return found.name;
  }
  return undefined;
};
