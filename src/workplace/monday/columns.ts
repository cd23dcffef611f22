import type { Parameters } from '#signaal/index.ts';

/** A cluster that the system found, with the signalen that it would bundle. */
export interface PatternRow {
  readonly id: string;
  readonly reason: 'many_near' | 'reopened';
  readonly themeId: string;
  readonly theme: string;
  readonly themeEn: string | null;
  readonly buurtId: string | null;
  readonly buurt: string | null;
  readonly reporters: number;
  readonly signalen: readonly {
    readonly id: string;
    readonly number: number;
    readonly channel: string;
    readonly street: string | null;
    readonly text: string | null;
    readonly lat: number | null;
    readonly lon: number | null;
  }[];
}

/** Something promised before a day. */
export interface PromiseRow {
  readonly kind: 'action' | 'word' | 'plan' | 'test' | 'check' | 'rondgang';
  readonly id: string;
  readonly title: string;
  readonly who: string | null;
  readonly day: string;
}

/** A focuspunt that runs, with what was said of it last. */
export interface FocusRow {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly light: 'runs' | 'falters' | 'done' | null;
  readonly saidAt: string | null;
}

/** A knot that waits for a decision. */
export interface KnotRow {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly state: string;
  readonly reportedAt: string;
  readonly decideBy: string;
  readonly guard: string | null;
  readonly sides: readonly string[];
  readonly onAgenda: boolean;
}

/** Hours used beside the line, and what is dropped for it. */
export interface HelpRow {
  readonly id: string;
  readonly title: string;
  readonly hours: number;
  readonly dropped: string;
  readonly state: string;
}

/** What the page shows beside the decisions. */
export interface MondayRows {
  readonly patterns: readonly PatternRow[];
  readonly promises: readonly PromiseRow[];
  readonly focuspunten: readonly FocusRow[];
  readonly knots: readonly KnotRow[];
  readonly helps: readonly HelpRow[];
  readonly hoursUsed: number;
  readonly late: readonly { readonly department: string; readonly count: number }[];
}

/** What the statement is asked. Days as `YYYY-MM-DD`. */
export interface MondayQuestion {
  readonly gemeente: string;
  readonly today: string;
  readonly until: string;
  readonly now: Date;
  readonly accountId: string | null;
  readonly year: number;
  readonly buurtIds: readonly string[];
  readonly areaIds: readonly string[];
}

/** The places of the parameters in the statement. */
interface Places {
  readonly g: string;
  readonly until: string;
  readonly now: string;
  readonly account: string;
  readonly year: string;
  readonly buurten: string;
  readonly areas: string;
  readonly today: string;
}

/** The columns of {@link MondayRows}, for a statement that reads more besides. */
export const mondayColumns = (p: Parameters, question: MondayQuestion): string => {
  const places: Places = {
    g: p.add(question.gemeente),
    until: `${p.add(question.until)}::date`,
    today: `${p.add(question.today)}::date`,
    now: `${p.add(question.now)}::timestamptz`,
    account: `${p.add(question.accountId)}::uuid`,
    year: `${p.add(question.year)}::integer`,
    buurten: `${p.add([...question.buurtIds])}::uuid[]`,
    areas: `${p.add([...question.areaIds])}::uuid[]`,
  };
  return [patterns, promises, focuspunten, knots, helps, hoursUsed, late]
    .map((column) => column(places))
    .join(', ');
};

const patterns = ({ g, buurten }: Places): string => `
  array(select jsonb_build_object('id', ps.id, 'reason', ps.reason, 'theme', c.name, 'themeEn', c.name_en,
      'themeId', c.id, 'buurtId', ps.buurt_id, 'buurt', b.name, 'reporters', ps.reporters, 'signalen', array(
        select jsonb_build_object('id', s.id, 'number', s.number, 'channel', s.channel, 'street', s.street,
          'text', left(s.text, 120), 'lat', s.lat, 'lon', s.lon)
        from pattern_suggestion_signaal x join signaal s on s.gemeente = ${g} and s.id = x.signaal_id
        where x.gemeente = ${g} and x.suggestion_id = ps.id and s.kind <> 'complaint'
        order by s.received_at, s.id limit 25))
    from pattern_suggestion ps
    join category c on c.gemeente = ${g} and c.id = ps.category_id
    left join buurt b on b.gemeente = ${g} and b.id = ps.buurt_id
    where ps.gemeente = ${g} and ps.state = 'open' and ps.buurt_id = any (${buurten})
    order by ps.found_at, ps.id limit 5) as patterns`;

/** So many are shown of what is too late, and as many of what comes. */
const MOST_PROMISES = 15;

/** One kind of promise, with its bounds: what comes before what is too late already. */
const promise = (kind: PromiseRow['kind'], columns: string, from: string): string => `
  (select '${kind}' as kind, ${columns} from ${from} limit 20)`;

const promises = ({ g, until, today, areas, buurten }: Places): string => {
  const soonFirst = (day: string): string => `${day} < ${today}, ${day}`;
  return `
  array(select jsonb_build_object('kind', q.kind, 'id', q.id, 'title', q.title, 'who', q.who, 'day', q.day) from (
    select z.*, row_number() over (partition by z.day < ${today} order by z.day, z.id) as place from (
    ${promise(
      'action',
      'pl.id, pa.title, pa.owner_function as who, pa.due_on as day',
      `focuspunt f join plan pl on pl.gemeente = ${g} and pl.focuspunt_id = f.id
       join plan_action pa on pa.gemeente = ${g} and pa.plan_id = pl.id
       where f.gemeente = ${g} and f.area_id = any (${areas}) and pa.due_on <= ${until}
         and pa.state = any (array['open', 'busy']) order by ${soonFirst('pa.due_on')}, pa.id`,
    )} union all
    ${promise(
      'word',
      `s.id, coalesce(c.name, s.number::text), s.street as who, s.hear_by as day`,
      `signaal s left join category c on c.gemeente = ${g} and c.id = s.category_id
       where s.gemeente = ${g} and s.buurt_id = any (${buurten}) and s.queue = 'wijkregisseur'
         and s.state = any (array['received', 'reopened']) and s.hear_by <= ${until} order by ${soonFirst('s.hear_by')}, s.id`,
    )} union all
    ${promise(
      'plan',
      'f.id, f.title, f.trekker_function as who, f.plan_due_on as day',
      `focuspunt f where f.gemeente = ${g} and f.area_id = any (${areas}) and f.plan_due_on <= ${until}
         and f.plan_waiver is null and f.state = any (array['set', 'council_informed', 'running'])
         and not exists (select 1 from plan pl where pl.gemeente = ${g} and pl.focuspunt_id = f.id
           and pl.state <> 'draft') order by ${soonFirst('f.plan_due_on')}, f.id`,
    )} union all
    ${promise(
      'test',
      'f.id, f.title, f.trekker_function as who, f.next_test_on as day',
      `focuspunt f where f.gemeente = ${g} and f.area_id = any (${areas}) and f.next_test_on <= ${until}
         and f.state = any (array['running', 'yearly_test']) order by ${soonFirst('f.next_test_on')}, f.id`,
    )} union all
    ${promise(
      'check',
      'k.id, k.title, null as who, k.check_on as day',
      `knot k where k.gemeente = ${g} and k.state = 'decided' and k.check_on <= ${until}
         and (k.buurt_id = any (${buurten}) or k.area_id = any (${areas})) order by ${soonFirst('k.check_on')}, k.id`,
    )} union all
    ${promise(
      'rondgang',
      'm.id, m.text as title, a.name as who, m.starts_on as day',
      `wijk_memory m join area a on a.gemeente = ${g} and a.id = m.area_id
       where m.gemeente = ${g} and m.area_id = any (${areas}) and m.kind = 'rondgang' and m.ended_at is null
         and m.starts_on between ${today} and ${until} order by m.starts_on, m.id`,
    )}) z) q where q.place <= ${MOST_PROMISES} order by q.day, q.id) as promises`;
};

const focuspunten = ({ g, areas }: Places): string => `
  array(select jsonb_build_object('id', f.id, 'title', f.title, 'state', f.state, 'light', q.light,
      'saidAt', q.said_at)
    from focuspunt f left join lateral (select light, said_at from quarter_status
      where gemeente = ${g} and focuspunt_id = f.id order by said_at desc, id desc limit 1) q on true
    where f.gemeente = ${g} and f.area_id = any (${areas})
      and f.state = any (array['set', 'council_informed', 'running', 'yearly_test'])
    order by f.number limit 10) as focuspunten`;

const knots = ({ g, areas, buurten }: Places): string => `
  array(select jsonb_build_object('id', k.id, 'number', k.number, 'title', k.title, 'state', k.state,
      'reportedAt', k.reported_at, 'decideBy', k.decide_by, 'guard', w.name, 'sides', array(select d.name from department d
        where d.gemeente = ${g} and d.id = any (array[k.side_a_department_id, k.side_b_department_id])
        order by d.name), 'onAgenda', exists (select 1 from alderman_agenda ag
        where ag.gemeente = ${g} and ag.object_id = k.id and ag.discussed_at is null))
    from knot k left join account w on w.gemeente = ${g} and w.id = k.guard_account_id
    where k.gemeente = ${g} and (k.buurt_id = any (${buurten}) or k.area_id = any (${areas}))
      and k.state = any (array['reported', 'with_guard', 'heard', 'escalated_to_director', 'escalated_to_college'])
    order by k.reported_at, k.id limit 10) as knots`;

const ownHours = ({ g, account, year }: Places): string =>
  `bandwidth h where h.gemeente = ${g} and h.account_id = ${account} and h.year = ${year}`;

const helps = (places: Places): string => `
  array(select jsonb_build_object('id', h.id, 'title', h.title, 'hours', h.hours, 'dropped', h.what_is_dropped,
      'state', h.state)
    from ${ownHours(places)} and h.state = any (array['within_pot', 'asked', 'approved'])
    order by h.created_at desc, h.id desc limit 10) as helps`;

const hoursUsed = (places: Places): string => `
  (select coalesce(sum(h.hours), 0)::float8 from ${ownHours(places)}
    and h.state = any (array['within_pot', 'approved', 'ended'])) as "hoursUsed"`;

const late = ({ g, buurten, now }: Places): string => `
  array(select jsonb_build_object('department', l.name, 'count', l.count) from (
    select d.name, count(*)::int as count from (
      select a.department_id from (
        select s.id from signaal s
        where s.gemeente = ${g} and s.buurt_id = any (${buurten}) and s.queue = 'department'
          and s.state = any (array['assigned', 'planned', 'reopened']) limit 10000) o
      join assignment a on a.gemeente = ${g} and a.signaal_id = o.id
      where a.state = any (array['offered', 'accepted', 'planned'])
        and exists (select 1 from term t where t.gemeente = ${g} and t.object_id = a.id and t.due_at < ${now}
          and t.kind = any (array['assignment', 'plan_date', 'planned_on', 'hear_by', 'reopened'])
          and t.state = any (array['open', 'passed']) and t.started_at >= a.state_since)
      limit 10000) x
    join department d on d.gemeente = ${g} and d.id = x.department_id
    group by d.name order by count desc, d.name limit 20) l) as late`;
