import { isoDate } from '#platform/calendar/index.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import type { Rq } from '#platform/web/request.ts';
import type { CallerPlace, Tellable } from '#signaal/index.ts';

/** What the desk must know today about a wijk: a rondgang, a closed street (product.md S50). */
interface Memory {
  readonly id: string;
  readonly kind: 'rondgang' | 'closed_street' | 'sensitive' | 'who_does_what' | 'note';
  readonly text: string;
  readonly area: string;
}

/** Whom to call in a wijk. */
export interface Call {
  readonly id: string;
  readonly text: string;
  readonly area: string;
  /** In the wijk of the caller, as far as the form tells where that is. */
  readonly isHere: boolean;
}

/** A signaal of this desk that ended lately, or what it had joined. */
export interface Outcome extends Tellable {
  readonly id: string;
  readonly category: string | null;
  readonly categoryEn: string | null;
  readonly street: string | null;
}

/** A knelpunt that signalen of this desk became part of, and the focuspunt that came of it. */
export interface Became {
  readonly id: string;
  readonly title: string;
  readonly signalen: number;
  readonly focuspuntId: string | null;
  readonly focuspunt: string | null;
}

/** What stands beside the desk's form. */
export interface Beside {
  readonly memory: readonly Memory[];
  readonly calls: readonly Call[];
  readonly outcomes: readonly Outcome[];
  readonly became: readonly Became[];
}

const RECENT_DAYS = 30;
const DAY = 86_400_000;

/** What the memory says today of the wijken for which somebody works; `m` is a line of it, `a` its area. */
const REMEMBERED = `
      from wijk_memory m join area a on a.gemeente = $1 and a.id = m.area_id
      where m.gemeente = $1 and m.starts_on <= $2 and (m.ends_on is null or m.ends_on >= $2) and m.ended_at is null`;

const OF_OWN_AREAS = `($6::uuid[] is null or m.area_id in (select ab.area_id from area_buurt ab
          where ab.gemeente = $1 and ab.buurt_id = any ($6::uuid[])))`;

/** The areas of a buurt or a street: the places of its parameters. */
const areasOf = (street: string, buurt: string): string => `
  (select ab.area_id from area_buurt ab
    where ab.gemeente = $1 and ab.valid_from <= $2 and (ab.valid_to is null or ab.valid_to > $2)
      and ab.buurt_id in (select ${buurt}::uuid union all
        (select st.buurt_id from street st where st.gemeente = $1 and st.search_name = ${street} limit 20)))`;

/** The last signalen of each of the desk's people; more than these nobody remembers. */
const BESIDE = `
  with colleague as materialized (
    select $4::uuid as id
    union
    (select h.account_id from role_holding h where h.gemeente = $1 and h.department_id = any ($3::uuid[])
      and h.valid_from <= $2 and (h.valid_to is null or h.valid_to > $2) order by h.account_id limit 50)),
  recent as materialized (
    select told.* from colleague cross join lateral (
      select s.id, coalesce(s.duplicate_of, s.id) as root_id, s.category_id, s.street from signaal s
      where s.gemeente = $1 and s.registered_by = colleague.id and (s.kind <> 'complaint' or s.registered_by = $4)
      order by s.received_at desc, s.id desc limit 40) told)
  select
    array(select jsonb_build_object('id', m.id, 'kind', m.kind, 'text', m.text, 'area', a.name)
      ${REMEMBERED} and m.kind <> 'whom_to_call' and ${OF_OWN_AREAS}
      order by m.starts_on desc, m.id desc limit 8) as memory,
    array(select jsonb_build_object('id', m.id, 'text', m.text, 'area', a.name,
        'isHere', m.area_id in ${areasOf('$7', '$8')})
      ${REMEMBERED} and m.kind = 'whom_to_call' and ${OF_OWN_AREAS}
      order by a.name, m.starts_on desc, m.id desc limit 40) as calls,
    array(select jsonb_build_object('id', r.id, 'state', w.state, 'outcome', w.outcome, 'queue', w.queue,
        'owner', d.name, 'receivedAt', w.received_at, 'stateSince', w.state_since, 'plannedOn', w.planned_on,
        'hearBy', w.hear_by, 'street', r.street, 'category', c.name, 'categoryEn', c.name_en)
      from recent r
      join signaal w on w.gemeente = $1 and w.id = r.root_id
      join department d on d.gemeente = $1 and d.id = w.owner_department_id
      left join category c on c.gemeente = $1 and c.id = r.category_id
      where w.outcome is not null and w.state_since > $5
      order by w.state_since desc, r.id desc limit 5) as outcomes,
    array(select jsonb_build_object('id', k.id, 'title', k.title, 'signalen', count(distinct r.id),
        'focuspuntId', f.id, 'focuspunt', f.title)
      from recent r
      join knelpunt_signaal b on b.gemeente = $1 and b.signaal_id = any (array[r.id, r.root_id])
        and b.removed_at is null
      join knelpunt k on k.gemeente = $1 and k.id = b.knelpunt_id
      left join focuspunt_knelpunt fk on fk.gemeente = $1 and fk.knelpunt_id = k.id
      left join focuspunt f on f.gemeente = $1 and f.id = fk.focuspunt_id and f.public_state = any (
        array['set', 'council_informed', 'running', 'yearly_test', 'reached'])
      group by k.id, k.title, k.created_at, f.id, f.title
      order by k.created_at desc, k.id limit 5) as became`;

type Written = Omit<Beside, 'outcomes'> & {
  readonly outcomes: readonly (Omit<Outcome, 'receivedAt' | 'stateSince'> & {
    readonly receivedAt: string;
    readonly stateSince: string;
  })[];
};

/** Reads what stands beside the form, in one query. */
export const readBeside = async (rq: Rq, place: CallerPlace | null): Promise<Beside> => {
  const [row] = await rq.read((db) =>
    runSql<Written>(db, BESIDE, [
      rq.gemeente,
      isoDate(rq.now),
      rq.principal.holdings.flatMap(({ departmentId }) => departmentId ?? []),
      rq.principal.id,
      new Date(rq.now.getTime() - RECENT_DAYS * DAY),
      buurtenOf(rq),
      place?.street ?? '',
      place?.buurtId ?? null,
    ]),
  );
  return {
    memory: row?.memory ?? [],
    calls: row?.calls ?? [],
    became: row?.became ?? [],
    outcomes: (row?.outcomes ?? []).map((one) => ({
      ...one,
      receivedAt: new Date(one.receivedAt),
      stateSince: new Date(one.stateSince),
    })),
  };
};

/** The buurten that somebody works for; null when one role is for the whole municipality. */
const buurtenOf = ({ principal }: Pick<Rq, 'principal'>): string[] | null => {
  const own = principal.holdings.map(({ buurtIds }) => buurtIds);
  return own.includes(null) ? null : own.flatMap((buurtIds) => [...(buurtIds ?? [])]);
};

const CALLS = `
  select m.id, m.text, a.name as area, true as "isHere"
  ${REMEMBERED} and m.kind = 'whom_to_call' and m.area_id in ${areasOf('$3', '$4')}
  order by a.name, m.starts_on desc, m.id desc limit 10`;

/** Whom to call where the caller is, in one query; none when the place tells no wijk. */
export const readCalls = (rq: Rq, { street, buurtId }: CallerPlace): Promise<Call[]> =>
  rq.read((db) => runSql<Call>(db, CALLS, [rq.gemeente, isoDate(rq.now), street, buurtId]));
