import { isoDate } from '#platform/calendar/index.ts';
import { isId } from '#platform/database/ids.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { notFound } from '#platform/errors.ts';
import type { Rq } from '#platform/web/request.ts';
import type { Knelpunt, Placement } from '../store/load.ts';
import { VOICES } from './list.ts';
import { reachOf } from './scope.ts';

/** A knelpunt with the names beside its ids. */
export interface KnelpuntDetail extends Knelpunt {
  readonly area: string;
  readonly theme: string | null;
  readonly owner: string;
  readonly voices: number;
  readonly buurtIds: readonly string[];
  readonly departmentIds: readonly string[];
  readonly placementIds: readonly string[];
}

/** One signaal in the bundle, in the reporter's own words; never who. */
export interface BundledRow {
  readonly id: string;
  readonly number: number;
  readonly text: string | null;
  readonly street: string | null;
  readonly state: string;
  readonly channel: string;
  readonly source: string;
  readonly at: string;
  readonly joined: number;
  readonly removedReason: string | null;
}

/** One placement with names. */
export interface PlacementRow {
  readonly id: string;
  readonly departmentId: string;
  readonly department: string;
  readonly state: Placement['state'];
  readonly promising: number;
  readonly useful: number;
  readonly advice: string;
  readonly returnReason: Placement['return_reason'];
  readonly suggested: string | null;
  readonly answer: string | null;
  readonly plannedOn: string | null;
  readonly offeredAt: string;
  readonly settledAt: string | null;
  readonly dueAt: string | null;
}

/** Voices of one source through one channel. */
export interface VoiceCount {
  readonly source: string;
  readonly channel: string;
  readonly count: number;
}

/** Everything around a knelpunt, and what can be chosen in its forms. */
export interface Around {
  readonly signalen: readonly BundledRow[];
  readonly removed: readonly BundledRow[];
  readonly placements: readonly PlacementRow[];
  readonly voices: readonly VoiceCount[];
  readonly care: readonly {
    readonly id: string;
    readonly number: number;
    readonly size: string;
    readonly note: string | null;
  }[];
  /** Accepted patterns near here that no knelpunt has yet. */
  readonly careFree: readonly {
    readonly id: string;
    readonly number: number;
    readonly size: string;
    readonly area: string;
  }[];
  readonly history: readonly {
    readonly id: string;
    readonly at: string;
    readonly action: string;
    readonly actor: string | null;
    readonly behalf: string | null;
  }[];
  readonly terms: readonly {
    readonly id: string;
    readonly kind: string;
    readonly due: string;
    readonly state: string;
  }[];
  readonly told: number;
  readonly knot: string | null;
  readonly focuspunt: { readonly id: string; readonly title: string } | null;
  readonly departments: readonly { readonly id: string; readonly name: string }[];
  readonly themes: readonly { readonly id: string; readonly name: string }[];
  readonly advice: { readonly promising: number; readonly useful: number; readonly advice: string } | null;
}

const CORE = `
  select k.*, a.name as area, c.name as theme, w.name as owner, ${VOICES} as voices,
    array(select ab.buurt_id::text from area_buurt ab where ab.gemeente = $1 and ab.area_id = k.area_id
      and ab.valid_from <= $3 and (ab.valid_to is null or ab.valid_to > $3) limit 1000) as "buurtIds",
    array(select p.department_id::text from knelpunt_placement p
      where p.gemeente = $1 and p.knelpunt_id = k.id limit 200) as "departmentIds",
    array(select p.id::text from knelpunt_placement p
      where p.gemeente = $1 and p.knelpunt_id = k.id limit 200) as "placementIds"
  from knelpunt k
  join area a on a.gemeente = $1 and a.id = k.area_id
  join account w on w.gemeente = $1 and w.id = k.owner_account_id
  left join category c on c.gemeente = $1 and c.id = k.category_id
  where k.gemeente = $1 and k.id = $2`;

/** Loads a knelpunt for a page; "not found" for whoever may not read it. */
export const readKnelpunt = async (db: TenantDb, rq: Rq, id: string): Promise<KnelpuntDetail> => {
  if (!isId(id)) throw notFound();
  const [knelpunt] = await runSql<KnelpuntDetail>(db, CORE, [rq.gemeente, id, isoDate(rq.now)]);
  if (!knelpunt) throw notFound();
  if (!rq.world.gate(rq.principal, 'knelpunt.read', reachOf(rq.principal, knelpunt)).ok) throw notFound();
  return knelpunt;
};

const bundled = (removed: boolean): string => `
  array(select jsonb_build_object('id', s.id, 'number', s.number, 'text', s.text, 'street', s.street, 'state', s.state,
      'channel', s.channel, 'source', s.source, 'at', s.received_at, 'removedReason', ks.removed_reason,
      'joined', (select count(*) from signaal j where j.gemeente = $1 and j.duplicate_of = s.id))
    from knelpunt_signaal ks join signaal s on s.gemeente = $1 and s.id = ks.signaal_id
    where ks.gemeente = $1 and ks.knelpunt_id = $2 and ks.removed_at is ${removed ? 'not null' : 'null'}
    order by s.received_at desc, s.id desc limit 300)`;

const MEMBERS = `
  select ks.signaal_id as id from knelpunt_signaal ks
  where ks.gemeente = $1 and ks.knelpunt_id = $2 and ks.removed_at is null`;

const AROUND = `
  select ${bundled(false)} as signalen, ${bundled(true)} as removed,
    array(select jsonb_build_object('id', p.id, 'departmentId', p.department_id, 'department', d.name, 'state', p.state,
        'promising', p.promising, 'useful', p.useful, 'advice', p.advice, 'returnReason', p.return_reason,
        'suggested', sd.name, 'answer', p.answer, 'plannedOn', p.planned_on, 'offeredAt', p.offered_at,
        'settledAt', p.settled_at, 'dueAt', (select min(t.due_at) from term t where t.gemeente = $1
          and t.object_id = p.id and t.state = any (array['open', 'passed'])))
      from knelpunt_placement p
      join department d on d.gemeente = $1 and d.id = p.department_id
      left join department sd on sd.gemeente = $1 and sd.id = p.suggested_department_id
      where p.gemeente = $1 and p.knelpunt_id = $2 order by p.offered_at, p.id limit 200) as placements,
    array(select jsonb_build_object('source', v.source, 'channel', v.channel, 'count', count(*)) from (
        select s.source, s.channel from signaal s where s.gemeente = $1 and s.id = any (array(${MEMBERS}))
        union all
        select s.source, s.channel from signaal s where s.gemeente = $1 and s.duplicate_of = any (array(${MEMBERS}))) v
      group by v.source, v.channel order by count(*) desc, v.source, v.channel) as voices,
    array(select jsonb_build_object('id', cp.id, 'number', cp.number, 'size', cp.size_class, 'note', cp.note)
      from knelpunt_pattern kp join care_pattern cp on cp.gemeente = $1 and cp.id = kp.care_pattern_id
      where kp.gemeente = $1 and kp.knelpunt_id = $2 order by cp.number limit 50) as care,
    array(select jsonb_build_object('id', cp.id, 'number', cp.number, 'size', cp.size_class, 'area', a.name)
      from care_pattern cp join area a on a.gemeente = $1 and a.id = cp.area_id
      where cp.gemeente = $1 and cp.state = 'accepted'
        and cp.area_id = any (array(select ab.area_id from area_buurt ab where ab.gemeente = $1
          and ab.buurt_id = any ($5::uuid[]) and ab.valid_from <= $4 and (ab.valid_to is null or ab.valid_to > $4)))
        and not exists (select 1 from knelpunt_pattern kp where kp.gemeente = $1 and kp.care_pattern_id = cp.id)
      order by cp.created_at desc, cp.id desc limit 20) as "careFree",
    array(select jsonb_build_object('id', h.id, 'at', h.at, 'action', h.action, 'actor', w.name, 'behalf', b.name)
      from history h left join account w on w.gemeente = $1 and w.id = h.actor_id
      left join account b on b.gemeente = $1 and b.id = h.on_behalf_of
      where h.gemeente = $1 and h.noun = any (array['knelpunt', 'knelpunt_placement'])
        and h.object_id = any ($3::text[]) order by h.at desc, h.id desc limit 100) as history,
    array(select jsonb_build_object('id', t.id, 'kind', t.kind, 'due', t.due_at, 'state', t.state) from term t
      where t.gemeente = $1 and t.object_id = $2 and t.state = any (array['open', 'passed'])
      order by t.due_at, t.id limit 20) as terms,
    (select count(distinct r.reporter_id)::int from knelpunt_told r
      where r.gemeente = $1 and r.knelpunt_id = $2) as told,
    (select n.id from knot n where n.gemeente = $1 and n.object_id = $2 order by n.reported_at desc limit 1) as knot,
    (select jsonb_build_object('id', f.id, 'title', f.title) from focuspunt_knelpunt fk
      join focuspunt f on f.gemeente = $1 and f.id = fk.focuspunt_id
      where fk.gemeente = $1 and fk.knelpunt_id = $2 order by f.created_at desc limit 1) as focuspunt,
    array(select jsonb_build_object('id', d.id, 'name', d.name) from department d
      where d.gemeente = $1 and d.kind = any (array['vakafdeling', 'partner'])
        and d.valid_from <= $4 and (d.valid_to is null or d.valid_to > $4)
      order by d.name collate "nl-x-icu", d.id limit 500) as departments,
    array(select jsonb_build_object('id', c.id, 'name', c.name) from category c
      where c.gemeente = $1 and c.parent_id is null and c.valid_from <= $4 and (c.valid_to is null or c.valid_to > $4)
      order by c.name collate "nl-x-icu", c.id limit 200) as themes,
    (select jsonb_build_object('promising', x.promising, 'useful', x.useful, 'advice', x.advice) from (
        (select p.promising, p.useful, p.advice, p.offered_at as at from knelpunt_placement p
          where p.gemeente = $1 and p.knelpunt_id = $2 order by p.offered_at desc limit 1)
        union all
        (select a.promising, a.useful, a.advice, a.offered_at from (${MEMBERS}) m
          join assignment a on a.gemeente = $1 and a.signaal_id = m.id
          where a.advice is not null and a.promising is not null and a.useful is not null
          order by a.offered_at desc limit 1)) x
      order by x.at desc limit 1) as advice`;

/** Reads everything around a knelpunt in one query. */
export const readAround = async (db: TenantDb, rq: Rq, knelpunt: KnelpuntDetail): Promise<Around> => {
  const objects = [knelpunt.id, ...knelpunt.placementIds];
  const [row] = await runSql<Around>(db, AROUND, [
    rq.gemeente,
    knelpunt.id,
    objects,
    isoDate(rq.now),
    knelpunt.buurtIds,
  ]);
  if (!row) throw new Error('A query without a row');
  return row;
};
