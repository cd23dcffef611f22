import { BUURTEN, columns } from '../sql-columns.ts';

/**
 * `$1` gemeente, `$2` the words, folded, `$3` whether only what is public may be found, `$4` a number or null, `$5` the most
 * rows of one kind, `$6` and `$8` the first and last name a street may have, `$7` the day.
 */

/** So many of the newest of each kind are looked through: older ones stand in their own lists. */
const NEWEST = 2_000;

const FOLDED = (text: string): string =>
  `translate(lower(${text}), 'áàâäãéèêëíìîïóòôöõúùûüçñ', 'aaaaaeeeeiiiiooooouuuucn')`;

/** All words occur in these columns, or the number is the object's. */
const ANSWERS = (text: string, number = 'null::bigint'): string =>
  `(${number} = $4 or (cardinality($2::text[]) > 0 and not exists (
     select 1 from unnest($2::text[]) w (word) where strpos(${FOLDED(text)}, w.word) = 0)))`;

/** The newest of a table, of which the rest of the statement looks. */
const NEWEST_OF = (table: string, by: string, where = 'true'): string =>
  `(select * from ${table} n where n.gemeente = $1 and ${where} order by n.${by} desc, n.id desc limit ${NEWEST}) o`;

const FOCUSPUNT = `${columns({
  station: 'focuspunt',
  kind: 'focuspunt',
  id: 'o.id',
  number: 'o.number',
  title: 'o.title',
  state: 'case when $3 then o.public_state else o.state end',
  at: 'o.created_at',
  buurten: BUURTEN('o.area_id'),
  departments: `array_remove(array[o.trekker_department_id::text], null)`,
  accounts: `array_remove(array[o.trekker_account_id::text, o.proposed_by::text], null)`,
})}
  from ${NEWEST_OF('focuspunt', 'created_at', `(not $3 or n.public_state <> 'proposed')`)}
  where ${ANSWERS(`o.title || ' ' || o.public_summary`, 'o.number')}`;

const KNELPUNT = `${columns({
  station: 'knelpunt',
  kind: 'knelpunt',
  id: 'o.id',
  number: 'o.number',
  title: 'o.title',
  state: 'o.state',
  at: 'o.created_at',
  buurten: BUURTEN('o.area_id'),
  departments: `array(select p.department_id::text from knelpunt_placement p
    where p.gemeente = $1 and p.knelpunt_id = o.id limit 50)`,
  accounts: 'array[o.owner_account_id::text, o.made_by::text]',
})}
  from ${NEWEST_OF('knelpunt', 'created_at')}
  where ${ANSWERS(`o.title || ' ' || o.public_sentence`, 'o.number')}`;

/** Only for staff; which of them may open it, its own page says. */
const KNOT = `${columns({
  station: 'assigned',
  kind: 'knot',
  id: 'o.id',
  number: 'o.number',
  title: 'o.title',
  state: 'o.state',
  at: 'o.reported_at',
  buurten: `case when o.buurt_id is null then ${BUURTEN('o.area_id')} else array[o.buurt_id::text] end`,
  departments: `array_remove(array[o.side_a_department_id::text, o.side_b_department_id::text], null)`,
  accounts: `array_remove(array[o.guard_account_id::text, o.raised_by::text], null)`,
})}
  from ${NEWEST_OF('knot', 'reported_at', 'not $3')} where ${ANSWERS('o.title', 'o.number')}`;

/** A document of a release waits for its news, which the raad hears first and everybody last (D15). */
const TOLD = (
  id: string,
): string => `exists (select 1 from news_release r where r.gemeente = $1 and r.id = ${id}
  and (r.press_told_at is not null or (not $3 and r.council_told_at is not null)))`;

const DOCUMENT = `${columns({
  station: 'council',
  kind: 'document',
  id: 'o.id',
  title: 'o.title',
  state: 'o.status',
  day: 'o.dated_on',
})}
  from ${NEWEST_OF('document', 'dated_on')}
  where (o.release_id is null or ${TOLD('o.release_id')})
    and ${ANSWERS(`coalesce(o.number, '') || ' ' || o.title || ' ' || o.summary`)}`;

const ITEM = `${columns({
  station: 'council',
  kind: 'council_item',
  id: 'o.id',
  title: 'o.title',
  state: 'o.state',
  day: 'o.given_on',
})}
  from ${NEWEST_OF('council_item', 'given_on')}
  where ${ANSWERS(`coalesce(o.number, '') || ' ' || o.title || ' ' || o.text`)}`;

const MEMO = `${columns({
  station: 'council',
  kind: 'news_release',
  id: 'o.id',
  title: `o.memo_content->>'title'`,
  at: 'o.council_told_at',
})}
  from ${NEWEST_OF('news_release', 'made_at')}
  where ${TOLD('o.id')} and ${ANSWERS(`o.memo_number || ' ' || (o.memo_content->>'title')`)}`;

/** Streets by the beginning of their name: they lead to their wijk. */
const STREET = `${columns({
  station: 'heard',
  kind: 'street',
  id: 'o.id',
  title: 'o.name',
  buurten: 'array[o.buurt_id::text]',
})}
  from street o where o.gemeente = $1 and $6 <> '' and o.search_name >= $6 and o.search_name < $8`;

const part = (sql: string, order: string): string => `(select * from (${sql}) f order by ${order} limit $5)`;

/** Everything but signalen that answers to a search, at most `$5` of each kind. */
export const searchStatement = (): string =>
  [
    ...[FOCUSPUNT, KNELPUNT, KNOT].map((sql) => part(sql, 'at desc, id')),
    ...[DOCUMENT, ITEM, MEMO].map((sql) => part(sql, 'coalesce(day::timestamptz, at) desc, id')),
    part(STREET, 'title, id'),
  ].join(' union all ');
