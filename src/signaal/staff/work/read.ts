import { grantsFor } from '#people/index.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { type Cursor, type ListPage, listPage } from '#platform/paging.ts';
import type { Principal } from '#platform/policy/principal.ts';
import type { Assignment, Signaal } from '../../store/load.ts';
import { VERSION_COLUMN } from '../list.ts';
import { IS_OPEN, type Parameters, parameters, type Statement } from '../sql.ts';
import { seek } from '../words.ts';

/** The states in which a part waits for its department; `reopened` is one that came back. */
export const partFilters = ['offered', 'accepted', 'planned', 'reopened'] as const;
export type PartFilter = (typeof partFilters)[number];

/** What narrows a department's list. A number finds just that one, whatever else was chosen (2.37). */
export interface WorkFilter {
  readonly state?: PartFilter | undefined;
  readonly buurtId?: string | undefined;
  readonly categoryId?: string | undefined;
  readonly source?: Signaal['source'] | undefined;
  readonly channel?: Signaal['channel'] | undefined;
  readonly lateAt?: Date | undefined;
  readonly words?: readonly string[];
  readonly number?: number | undefined;
}

/** One part on a department's list, with the words of its signaal. */
export interface WorkRow {
  readonly id: string;
  readonly signaalId: string;
  readonly number: number;
  readonly source: Signaal['source'];
  readonly channel: Signaal['channel'];
  readonly text: string | null;
  readonly urgent: boolean;
  readonly placeKind: Signaal['place_kind'];
  readonly street: string | null;
  readonly placeNote: string | null;
  readonly buurt: string | null;
  readonly category: string | null;
  readonly categoryEn: string | null;
  readonly department: string;
  readonly account: string | null;
  readonly state: Assignment['state'];
  readonly offeredBy: Assignment['offered_by'];
  readonly offeredAt: Date;
  readonly plannedOn: string | null;
  readonly hearBy: string | null;
  readonly version: string;
  readonly dueAt: Date | null;
  readonly dueKind: string | null;
}

/** Whose parts: departments, and whether complaints about conduct are among them. */
export interface WorkScope {
  readonly departmentIds: readonly string[];
  readonly complaints: boolean;
}

/** The departments for which this person answers; null when it is not his work. */
export const workScope = (principal: Principal): WorkScope | null => {
  const grants = grantsFor(principal, 'assignment.answer');
  const departmentIds = grants.flatMap(({ holding, reach }) =>
    (reach === 'department' || reach === 'complaint') && holding?.departmentId ? [holding.departmentId] : [],
  );
  const complaints = grants.some(({ reach }) => reach === 'complaint');
  return departmentIds.length > 0 ? { departmentIds: [...new Set(departmentIds)], complaints } : null;
};

/** How a worklist is read. */
export interface WorkQuestion {
  readonly gemeente: string;
  readonly scope: WorkScope;
  readonly filter: WorkFilter;
  readonly after: Cursor | null;
  readonly size: number;
}

const PRESS = `
  left join lateral (
    select t.kind, t.due_at from term t
    where t.gemeente = a.gemeente and t.object_id = a.id
      and t.kind = any (array['assignment', 'reopened', 'plan_date', 'planned_on', 'hear_by'])
      and t.state = any (array['open', 'passed']) and t.started_at >= a.state_since
    order by t.due_at limit 1) press on true`;

/** The statement of a worklist, oldest offer first. */
export const workStatement = ({ gemeente, scope, filter, after, size }: WorkQuestion): Statement => {
  const p = parameters();
  const tenant = p.add(gemeente);
  const conditions = [
    departmentCondition(p, scope.departmentIds),
    ...(scope.complaints ? [] : [`s.kind <> 'complaint'`]),
    ...filterConditions(p, filter),
    ...(after ? [`(a.offered_at, a.id) > (${p.add(after.at)}, ${p.add(after.id)}::uuid)`] : []),
  ];
  const limit = p.add(size + 1);
  const seeking = seek(p, tenant, filter.number === undefined ? (filter.words ?? []) : []);
  const ways = seeking.ways('a.signaal_id').map(
    (way) => `(select a.id, a.offered_at from assignment a
      join signaal s on s.gemeente = ${tenant} and s.id = a.signaal_id
      ${filter.lateAt ? PRESS : ''}
      where a.gemeente = ${tenant} and ${[...conditions, ...way].join(' and ')}
      order by a.offered_at, a.id limit ${limit})`,
  );
  // First the ids of the page, then the words beside them: else every part of the department gets its words and its term.
  const sql = `
    with ${seeking.tables} page as materialized (
      select id from (${ways.join(' union all ')}) found order by offered_at, id limit ${limit})
    select a.id, s.id as "signaalId", s.number, s.source, s.channel, s.text, s.urgent, s.place_kind as "placeKind", s.street,
      s.place_note as "placeNote", b.name as buurt, c.name as category, c.name_en as "categoryEn",
      d.name as department, w.name as account, a.state, a.offered_by as "offeredBy", a.offered_at as "offeredAt",
      a.planned_on as "plannedOn", a.hear_by as "hearBy", ${VERSION_COLUMN},
      press.due_at as "dueAt", press.kind as "dueKind"
    from assignment a
    join signaal s on s.gemeente = ${tenant} and s.id = a.signaal_id
    join department d on d.gemeente = ${tenant} and d.id = a.department_id
    left join buurt b on b.gemeente = ${tenant} and b.id = s.buurt_id
    left join category c on c.gemeente = ${tenant} and c.id = s.category_id
    left join account w on w.gemeente = ${tenant} and w.id = a.account_id
    ${PRESS}
    where a.gemeente = ${tenant} and a.id = any (array(select id from page))
    order by a.offered_at, a.id`;
  return { sql, values: p.values };
};

const OPEN = `a.state in ('offered', 'accepted', 'planned')`;

/** One department, as most have, is found in its order by the index; more are sorted. */
const departmentCondition = (p: Parameters, ids: readonly string[]): string => {
  const [only] = ids;
  return ids.length === 1
    ? `a.department_id = ${p.add(only)}::uuid`
    : `a.department_id = any (${p.add(ids)}::uuid[])`;
};

const filterConditions = (p: Parameters, filter: WorkFilter): string[] => {
  if (filter.number !== undefined) return [`s.number = ${p.add(filter.number)}::bigint`];
  return [
    OPEN,
    ...stateConditions(p, filter.state),
    // An open part has an open signaal: saying so lets the index of what is open in a buurt find it.
    ...(filter.buurtId ? [`s.buurt_id = ${p.add(filter.buurtId)}::uuid and ${IS_OPEN}`] : []),
    ...(filter.categoryId ? [`s.category_id = ${p.add(filter.categoryId)}::uuid`] : []),
    ...(filter.source ? [`s.source = ${p.add(filter.source)}`] : []),
    ...(filter.channel ? [`s.channel = ${p.add(filter.channel)}`] : []),
    ...(filter.lateAt ? [`press.due_at < ${p.add(filter.lateAt)}::timestamptz`] : []),
  ];
};

const stateConditions = (p: Parameters, state: PartFilter | undefined): string[] => {
  if (state === undefined) return [];
  return state === 'reopened' ? [`a.offered_by = 'reopening'`] : [`a.state = ${p.add(state)}`];
};

/** Reads one page of a worklist. */
export const readWork = async (db: TenantDb, question: WorkQuestion): Promise<ListPage<WorkRow>> => {
  const { sql, values } = workStatement(question);
  const rows = await runSql<WorkRow>(db, sql, [...values]);
  return listPage(rows, question.size, ({ offeredAt, id }) => ({ at: offeredAt, id }));
};

/** How many parts a department has open, and how many of them are late; per person who took them on. */
export interface LoadRow {
  readonly account: string | null;
  readonly open: number;
  readonly late: number;
}

const LOAD = `
  select w.name as account, count(*)::int as open, count(*) filter (where press.due_at < $3)::int as late
  from assignment a
  join signaal s on s.gemeente = $1 and s.id = a.signaal_id
  left join account w on w.gemeente = $1 and w.id = a.account_id
  ${PRESS}
  where a.gemeente = $1 and a.department_id = any ($2::uuid[]) and ${OPEN} and s.kind <> 'complaint'
  group by w.name order by late desc, w.name nulls first limit 100`;

/** The load of a department per person, for its head (2.23). */
export const readLoad = (db: TenantDb, gemeente: string, scope: WorkScope, now: Date): Promise<LoadRow[]> =>
  runSql<LoadRow>(db, LOAD, [gemeente, scope.departmentIds, now]);
