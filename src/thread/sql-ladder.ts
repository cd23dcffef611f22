import { MOST_VOICES, type ThreadKind } from './model.ts';

/** Where a walk begins: at signalen, knelpunten or focuspunten; each a query of ids by `$1` gemeente and `$2` id. */
interface Anchor {
  readonly signalen?: string;
  readonly knelpunten?: string;
  readonly focuspunten?: string;
}

const ITSELF = (table: string): string => `select o.id from ${table} o where o.gemeente = $1 and o.id = $2`;

const LINKED = (kind: 'focuspunt' | 'knelpunt'): string =>
  `select l.object_id from council_link l where l.gemeente = $1 and l.from_id = $2 and l.object_kind = '${kind}'`;

const OF_KNOT = (kind: 'signaal' | 'focuspunt' | 'knelpunt'): string =>
  `select n.object_id from knot n where n.gemeente = $1 and n.id = $2 and n.object_kind = '${kind}'`;

const OF_ROUND = (release: string): string =>
  `select o.focuspunt_id from news_release o where ${release} and o.focuspunt_id is not null
   union select p.id from news_release o join focuspunt p on p.gemeente = $1 and p.round_id = o.round_id where ${release}`;

/** Where the thread of each kind of object is taken up. */
const ANCHORS: Readonly<Record<ThreadKind, Anchor>> = {
  signaal: {
    signalen: `${ITSELF('signaal')} union
      select o.duplicate_of from signaal o where o.gemeente = $1 and o.id = $2 and o.duplicate_of is not null`,
  },
  care_pattern: {
    knelpunten:
      'select o.knelpunt_id from knelpunt_pattern o where o.gemeente = $1 and o.care_pattern_id = $2',
  },
  knot: {
    signalen: OF_KNOT('signaal'),
    knelpunten: OF_KNOT('knelpunt'),
    focuspunten: OF_KNOT('focuspunt'),
  },
  group: {},
  knelpunt: { knelpunten: ITSELF('knelpunt') },
  focuspunt: { focuspunten: ITSELF('focuspunt') },
  plan: { focuspunten: 'select o.focuspunt_id from plan o where o.gemeente = $1 and o.id = $2' },
  goal: {
    focuspunten:
      'select o.object_id from goal o where o.gemeente = $1 and o.id = $2 and o.object_id is not null',
  },
  measurement: {
    focuspunten: `select o.object_id from measurement m join goal o on o.gemeente = $1 and o.id = m.goal_id
      where m.gemeente = $1 and m.id = $2 and o.object_id is not null`,
  },
  yearly_test: {
    focuspunten: 'select o.focuspunt_id from yearly_test o where o.gemeente = $1 and o.id = $2',
  },
  news_release: { focuspunten: OF_ROUND('o.gemeente = $1 and o.id = $2') },
  document: {
    focuspunten: `${LINKED('focuspunt')} union ${OF_ROUND(
      'o.gemeente = $1 and o.id = (select d.release_id from document d where d.gemeente = $1 and d.id = $2)',
    )}`,
    knelpunten: LINKED('knelpunt'),
  },
  council_item: { focuspunten: LINKED('focuspunt'), knelpunten: LINKED('knelpunt') },
};

const NOTHING = 'select null::uuid where false';

/** Ids of one step of the ladder as an array, so that the next step finds its rows by an index. */
export const idsOf = (step: string): string => `array(select id from ${step})`;

const VOICES_OF_BUNDLED = `s (id) as materialized (
    (select x.id from signaal x
     where x.gemeente = $1 and x.id = any (${idsOf('bundled')}) and (x.kind <> 'complaint' or x.id = $2)
     union
     select x.id from signaal x
     where x.gemeente = $1 and x.duplicate_of = any (${idsOf('bundled')}) and x.kind <> 'complaint')
    limit ${MOST_VOICES + 1})`;

/**
 * The rungs: s0, k0, f0 where the walk begins; k and f both ways from there; s all voices, with who joined them. Complaints
 * are no voices, unless the walk begins at one: then its own page asked for it. From a knelpunt its neighbours under the
 * same focuspunt are not walked to.
 */
export const ladder = (kind: ThreadKind): string => {
  const { signalen = NOTHING, knelpunten = NOTHING, focuspunten = NOTHING } = ANCHORS[kind];
  return `
  with s0 (id) as materialized (${signalen}),
  f0 (id) as materialized (${focuspunten}),
  k0 (id) as materialized (${knelpunten} union
    select b.knelpunt_id from knelpunt_signaal b
    where b.gemeente = $1 and b.signaal_id = any (${idsOf('s0')}) and b.removed_at is null),
  k (id) as materialized (select id from k0 union
    (select b.knelpunt_id from focuspunt_knelpunt b
     where b.gemeente = $1 and b.focuspunt_id = any (${idsOf('f0')}) limit 200)),
  f (id) as materialized (select id from f0 union
    (select b.focuspunt_id from focuspunt_knelpunt b
     where b.gemeente = $1 and b.knelpunt_id = any (${idsOf('k0')}) limit 200)),
  bundled (id) as materialized (select id from s0 union
    (select b.signaal_id from knelpunt_signaal b
     where b.gemeente = $1 and b.knelpunt_id = any (${idsOf('k')}) and b.removed_at is null
     limit ${MOST_VOICES + 1})),
  ${VOICES_OF_BUNDLED}`;
};

/** The rungs of a signaal that hangs on no knelpunt: itself, what it follows, and who joined. */
export const nearLadder = `
  with s0 (id) as materialized (${ANCHORS.signaal.signalen}),
  k (id) as materialized (${NOTHING}),
  f (id) as materialized (${NOTHING}),
  bundled (id) as materialized (select id from s0),
  ${VOICES_OF_BUNDLED}`;
