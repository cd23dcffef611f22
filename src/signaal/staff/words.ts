import { tellingWords } from '#platform/words.ts';
import type { Parameters } from './sql.ts';

/**
 * A word that so many signalen hold is common: they are then met soon enough along the order of the list. The rarest word
 * of a search is sought by its own index, so that nobody waits while a whole list is gone through for two words.
 */
const COMMON = 5_000;

/** A search for words in a statement: what goes before it, and the two ways of which each search takes exactly one. */
export interface Seeking {
  /** Common table expressions, each followed by a comma; empty without words. */
  readonly tables: string;
  /** Conditions on the id of a signaal; a statement asks for each way apart and takes the two together. */
  readonly ways: (id: string) => readonly (readonly string[])[];
}

/**
 * How all these words (folded, `wordsOf`; words that every text has narrow nothing) are sought; `gemeente` is the place of that parameter, and a word is common when
 * `common` signalen or more hold it. The order of the ids is that of the index: without it the whole table may be read.
 */
export const seek = (
  p: Parameters,
  gemeente: string,
  words: readonly string[],
  common: number = COMMON,
): Seeking => {
  const telling = tellingWords(words);
  if (telling.length === 0) return { tables: '', ways: () => [[]] };
  const places = telling.map((word) => p.add(word));
  // Asked of each id apart: as a condition "exists" PostgreSQL may read all that hold a common word instead.
  const holds = (id: string): string[] =>
    places.map(
      (place) => `(select true from signaal_word sw where sw.gemeente = ${gemeente} and sw.signaal_id = ${id}
        and sw.word = ${place})`,
    );
  const some = places.map(
    (place) => `(array(select sw.signaal_id from signaal_word sw
        where sw.gemeente = ${gemeente} and sw.word = ${place} order by sw.signaal_id limit ${common}))`,
  );
  const tables = `
    rarest as materialized (
      select ids, cardinality(ids) < ${common} as rare from (values ${some.join(', ')}) each_word (ids)
      order by cardinality(ids) limit 1),
    sought as materialized (
      select array(select held.id from rarest, unnest(rarest.ids) held (id)
        where rarest.rare and ${holds('held.id').join(' and ')}) as ids),`;
  return {
    tables,
    ways: (id) => [
      ['(select rare from rarest)', `${id} = any (array(select unnest(ids) from sought))`],
      ['not (select rare from rarest)', ...holds(id)],
    ],
  };
};
