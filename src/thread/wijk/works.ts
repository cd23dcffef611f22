import { type RegionFigure, regionFiguresSql } from '#gemeente/index.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { isReleased } from '../sql-columns.ts';

/** A knelpunt as everybody may read it: its own human sentence, never the hypothesis. */
export interface PublicKnelpunt {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly sentence: string;
  readonly reason: string | null;
  readonly state: string;
  readonly createdAt: Date;
  readonly stateSince: Date;
}

/** A focuspunt as everybody may know it: nothing of a decision before its news (0.2 D15). */
export interface PublicFocuspunt {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly summary: string;
  readonly state: string;
  readonly createdAt: Date;
  readonly consultingSince: Date | null;
  readonly reactionUntil: Date | null;
  readonly besluitOn: string | null;
  readonly decidedAt: Date | null;
  readonly nextTestOn: string | null;
  readonly trekker: string | null;
  readonly invented: boolean;
}

/** A function that works for an area, with the contact of its organisation; never a person. */
export interface WorkingHere {
  readonly role: string | null;
  readonly function: string | null;
  readonly organisation: string | null;
  readonly contact: string | null;
}

/** A note that everybody may read, such as a rondgang. */
export interface PublicNote {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
}

/** What is done for an area, by whom, and when something happens; with the days on which the guidelines changed. */
export interface Works {
  readonly knelpunten: readonly PublicKnelpunt[];
  readonly focuspunten: readonly PublicFocuspunt[];
  readonly functions: readonly WorkingHere[];
  readonly notes: readonly PublicNote[];
  readonly guidelineDays: readonly string[];
  /** What the statistics office publishes of its buurten, newest only. */
  readonly keyFigures: readonly RegionFigure[];
}

const MOST = 50;
/** The functions that residents meet in their wijk. */
const STREET_ROLES = [
  'wijkregisseur',
  'wijk_wethouder',
  'public_space_manager',
  'stadsmarshall',
  'enforcement_officer',
  'support_officer',
  'desk_worker',
];

/** The areas that share a buurt with this one; portfolios are no places. */
const TOUCHING = `array(select distinct ab.area_id from area_buurt ab
    join area a on a.gemeente = $1 and a.id = ab.area_id
    join division d on d.gemeente = $1 and d.id = a.division_id and d.kind <> 'portfolio'
    where ab.gemeente = $1 and ab.buurt_id = any ($2::uuid[])
      and ab.valid_from <= $3 and (ab.valid_to is null or ab.valid_to > $3))`;

const KNELPUNTEN = `array(select jsonb_build_object('id', k.id, 'number', k.number, 'title', k.title,
      'sentence', k.public_sentence, 'reason', k.public_reason, 'state', k.state, 'createdAt', k.created_at,
      'stateSince', k.state_since)
    from knelpunt k where k.gemeente = $1 and k.area_id = any (${TOUCHING})
      and (k.buurt_id is null or k.buurt_id = any ($2::uuid[]))
    order by k.created_at desc, k.id desc limit ${MOST}) as knelpunten`;

const FOCUSPUNTEN = `array(select jsonb_build_object('id', f.id, 'number', f.number, 'title', f.title,
      'summary', f.public_summary, 'state', f.public_state, 'createdAt', f.created_at, 'invented', f.invented,
      'consultingSince', f.consulting_since,
      'reactionUntil', case when f.public_state = 'consulting' then f.reaction_until end,
      'besluitOn', case when ${isReleased('f')} then f.besluit_on end,
      'decidedAt', case when ${isReleased('f')} then f.outcome_public_at end,
      'nextTestOn', case when ${isReleased('f')} then f.next_test_on end,
      'trekker', case when ${isReleased('f')} then f.trekker_function end)
    from focuspunt f where f.gemeente = $1 and f.area_id = any (${TOUCHING}) and f.public_state <> 'proposed'
    order by f.created_at desc, f.id desc limit ${MOST}) as focuspunten`;

const FUNCTIONS = `array(select jsonb_build_object('role', w.role, 'function', w.function, 'organisation', w.organisation,
      'contact', w.contact)
    from (
      select distinct h.role, null::text as function, d.name as organisation, d.public_contact as contact
      from role_holding h
      join account p on p.gemeente = $1 and p.id = h.account_id and p.active
      left join department d on d.gemeente = $1 and d.id = h.department_id
      where h.gemeente = $1 and h.role = any ($4::text[]) and h.valid_from <= $3 and (h.valid_to is null or h.valid_to > $3)
        and exists (select 1 from area_buurt ab where ab.gemeente = $1 and ab.area_id = h.area_id
          and ab.buurt_id = any ($2::uuid[]) and ab.valid_from <= $3 and (ab.valid_to is null or ab.valid_to > $3))
      union
      select distinct null, m.function, d.name, coalesce(m.public_contact, d.public_contact)
      from wijkteam_member m join department d on d.gemeente = $1 and d.id = m.department_id
      where m.gemeente = $1 and m.area_id = any (${TOUCHING}) and m.standing
        and m.valid_from <= $3 and (m.valid_to is null or m.valid_to > $3)) w
    order by w.role nulls last, w.organisation, w.function limit ${MOST}) as functions`;

const NOTES = `array(select jsonb_build_object('id', n.id, 'kind', n.kind, 'text', n.text, 'startsOn', n.starts_on,
      'endsOn', n.ends_on)
    from wijk_memory n where n.gemeente = $1 and n.area_id = any (${TOUCHING}) and n.public and n.ended_at is null
      and coalesce(n.ends_on, n.starts_on) >= $3
    order by n.starts_on, n.id limit ${MOST}) as notes`;

const GUIDELINES = `array(select t.valid_from::text from text_override t
    where t.gemeente = $1 and t.key = $5 and t.lang = $6 and t.valid_from <= $3 and t.text <> ''
    order by t.valid_from desc limit 20) as "guidelineDays"`;

const KEY_FIGURES = `${regionFiguresSql('$1', '$2', '$3')} as "keyFigures"`;

type Stored<Thing> = {
  readonly [Key in keyof Thing]: Exclude<Thing[Key], Date> | (Date extends Thing[Key] ? string : never);
};
type StoredWorks = Omit<Works, 'knelpunten' | 'focuspunten'> & {
  readonly knelpunten: readonly Stored<PublicKnelpunt>[];
  readonly focuspunten: readonly Stored<PublicFocuspunt>[];
};

const moment = (text: string | null): Date | null => (text === null ? null : new Date(text));

/** Everything that is public about the work for an area, in one query; at most 50 of each. `day` is `YYYY-MM-DD`. */
export const worksFor = async (
  db: TenantDb,
  gemeente: string,
  buurtIds: readonly string[],
  day: string,
  guidelines: { readonly key: string; readonly lang: string },
): Promise<Works> => {
  const [row] = await runSql<StoredWorks>(
    db,
    `select ${[KNELPUNTEN, FOCUSPUNTEN, FUNCTIONS, NOTES, GUIDELINES, KEY_FIGURES].join(',\n')}`,
    [gemeente, [...buurtIds], day, STREET_ROLES, guidelines.key, guidelines.lang],
  );
  if (!row) throw new Error('A query without a row');
  return {
    ...row,
    knelpunten: row.knelpunten.map((one) => ({
      ...one,
      createdAt: new Date(one.createdAt),
      stateSince: new Date(one.stateSince),
    })),
    focuspunten: row.focuspunten.map((one) => ({
      ...one,
      createdAt: new Date(one.createdAt),
      consultingSince: moment(one.consultingSince),
      reactionUntil: moment(one.reactionUntil),
      decidedAt: moment(one.decidedAt),
    })),
  };
};
