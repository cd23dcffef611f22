/**
 * `$1` gemeente, `$2` the object's id, `$3` whether only what is public may be read, `$4` the hash of the
 * code that the visitor showed or null, `$5` the most rows of one station, `$6` the account of the visitor or null,
 * `$7` the day.
 */

/** The buurten of an area today, as text. */
export const BUURTEN = (area: string): string =>
  `array(select ab.buurt_id::text from area_buurt ab where ab.gemeente = $1 and ab.area_id = ${area}
    and ab.valid_from <= $7 and (ab.valid_to is null or ab.valid_to > $7) limit 500)`;
/** No ids at all. */
export const NO_IDS = 'array[]::text[]';

/** What the college decided is known to everybody: the news has reached its last step (product.md 0.2 D15). */
export const isReleased = (alias: string): string =>
  `${alias}.public_state <> all (array['proposed', 'consulting', 'with_college'])`;

interface Columns {
  readonly station: string;
  readonly kind: string;
  readonly id: string;
  readonly number?: string;
  readonly title?: string;
  readonly state?: string;
  readonly at?: string;
  readonly day?: string;
  readonly reached?: string;
  readonly own?: string;
  readonly buurten?: string;
  readonly departments?: string;
  readonly accounts?: string;
  readonly facts?: string;
}

/** One row of the thread; what is not named is empty. */
export const columns = (of: Columns): string => `
  select '${of.station}' as station, '${of.kind}' as kind, ${of.id}::text as id, ${of.number ?? 'null'}::float8 as number,
    ${of.title ?? 'null'}::text as title, ${of.state ?? 'null'}::text as state, ${of.at ?? 'null'}::timestamptz as at,
    ${of.day ?? 'null'}::date as day, ${of.reached ?? 'true'} as reached, ${of.own ?? 'false'} as own,
    ${of.buurten ?? NO_IDS} as "buurtIds", ${of.departments ?? NO_IDS} as "departmentIds",
    ${of.accounts ?? NO_IDS} as "accountIds", ${of.facts ?? `'{}'::jsonb`} as facts`;
