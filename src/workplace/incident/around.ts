import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { SCOPED, type SignaalScope, scopeValues } from './counts.ts';

/** A motie, toezegging, document or raadsmemo on the topic. */
export interface PaperRow {
  readonly record: 'item' | 'document' | 'memo';
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly on: string;
  readonly precision: 'day' | 'month' | 'year';
  readonly state: string;
  readonly owner: string | null;
  readonly dueOn: string | null;
}

/** What the council knows and who works on it. */
export interface Around {
  /** How many meldingen of the topic are bundled in each focuspunt. */
  readonly bundled: readonly { readonly focuspuntId: string; readonly count: number }[];
  readonly papers: readonly PaperRow[];
  /** Departments of the wijkregisseurs of the area, by name. */
  readonly wijkregie: readonly { readonly name: string | null; readonly contact: string | null }[];
  readonly wijkteam: readonly { readonly function: string; readonly department: string }[];
  readonly memory: readonly string[];
}

/** Whose papers and people are asked for. */
export interface AroundScope {
  readonly focuspuntIds: readonly string[];
  readonly areaIds: readonly string[];
  readonly categoryIds: readonly string[];
  readonly today: string;
  /** Shows what the raad was told and others not yet. */
  readonly withCouncil: boolean;
}

const MOST_PAPERS = 20;
const day = (table: string): string =>
  `${table}.valid_from <= $10 and (${table}.valid_to is null or ${table}.valid_to > $10)`;

const ABOUT = `exists (select 1 from council_link l where l.gemeente = $1 and l.from_id = r.id
    and (l.object_kind = 'focuspunt' and l.object_id = any ($7::uuid[])
      or l.object_kind = 'area' and l.object_id = any ($8::uuid[])
      or l.object_kind = 'category' and l.object_id = any ($9::uuid[])
      or l.object_kind = 'knelpunt' and exists (select 1 from focuspunt_knelpunt k
        where k.gemeente = $1 and k.knelpunt_id = l.object_id and k.focuspunt_id = any ($7::uuid[]))))`;

/** A release of which the raad was told; `$11` says whether that is enough, else everybody must be (0.2 D15). */
const TOLD = '(n.press_told_at is not null or $11 and n.council_told_at is not null)';

const PAPERS = `
  select jsonb_build_object('record', p.record, 'id', p.id, 'kind', p.kind, 'title', p.title, 'on', p.day,
    'precision', p.precision, 'state', p.state, 'owner', p.owner, 'dueOn', p.due_on)
  from (
    select 'item' as record, r.id, r.kind, r.title, r.given_on as day, r.given_precision as precision, r.state,
      r.owner_function as owner, r.due_on from council_item r where r.gemeente = $1 and ${ABOUT}
    union all
    select 'document', r.id, r.kind, r.title, r.dated_on, r.dated_precision, r.status, null, null
      from document r where r.gemeente = $1 and ${ABOUT} and (r.release_id is null or exists (
        select 1 from news_release n where n.gemeente = $1 and n.id = r.release_id and ${TOLD}))
    union all
    select 'memo', n.id, 'council_memo', coalesce(n.memo_content->>'title', n.memo_number),
      (n.council_told_at at time zone 'Europe/Amsterdam')::date, 'day', 'for_information', null, null
      from news_release n where n.gemeente = $1 and ${TOLD} and exists (
        select 1 from focuspunt f where f.gemeente = $1 and f.id = any ($7::uuid[])
          and (f.id = n.focuspunt_id or f.round_id = n.round_id))) p
  order by p.day desc, p.id desc limit ${MOST_PAPERS}`;

const AROUND = `
  select
    array(select jsonb_build_object('focuspuntId', k.focuspunt_id, 'count', count(distinct s.id)::int)
      from focuspunt_knelpunt k
      join knelpunt_signaal ks on ks.gemeente = $1 and ks.knelpunt_id = k.knelpunt_id and ks.removed_at is null
      join signaal s on s.id = ks.signaal_id and ${SCOPED}
      where k.gemeente = $1 and k.focuspunt_id = any ($7::uuid[])
      group by k.focuspunt_id) as bundled,
    array(${PAPERS}) as papers,
    array(select jsonb_build_object('name', w.name, 'contact', w.public_contact)
      from (select distinct d.name, d.public_contact from role_holding h
        left join department d on d.gemeente = $1 and d.id = h.department_id
        where h.gemeente = $1 and h.role = 'wijkregisseur' and h.area_id = any ($8::uuid[]) and ${day('h')}) w
      order by w.name limit 10) as wijkregie,
    array(select jsonb_build_object('function', m.function, 'department', d.name) from wijkteam_member m
      join department d on d.gemeente = $1 and d.id = m.department_id
      where m.gemeente = $1 and m.area_id = any ($8::uuid[]) and m.standing and ${day('m')}
      order by d.name, m.function, m.id limit 20) as wijkteam,
    array(select w.text from wijk_memory w
      where w.gemeente = $1 and w.area_id = any ($8::uuid[]) and w.kind = 'who_does_what' and w.public
        and w.ended_at is null and w.starts_on <= $10 and (w.ends_on is null or w.ends_on >= $10)
      order by w.starts_on desc, w.id limit 10) as memory`;

const NOTHING: Around = { bundled: [], papers: [], wijkregie: [], wijkteam: [], memory: [] };

/** Reads papers and people around a topic, in one query. */
export const readAround = async (
  db: TenantDb,
  gemeente: string,
  since: Date,
  signalen: SignaalScope,
  { focuspuntIds, areaIds, categoryIds, today, withCouncil }: AroundScope,
): Promise<Around> => {
  const values = [
    ...scopeValues(gemeente, since, signalen),
    focuspuntIds,
    areaIds,
    categoryIds,
    today,
    withCouncil,
  ];
  const [row] = await runSql<Around>(db, AROUND, values);
  return row ?? NOTHING;
};
