import { grantsFor } from '#people/index.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import type { Principal } from '#platform/policy/principal.ts';

/** One late part in a stack. */
export interface StackItem {
  readonly signaalId: string;
  readonly number: number;
  readonly category: string | null;
  readonly lateSince: string;
  readonly waiting: boolean;
}

/** One stack of one department, with its items. */
export interface Stack {
  readonly id: string;
  readonly department: string;
  readonly weekOf: string;
  readonly answeredAt: Date | null;
  readonly answer: string | null;
  readonly hearBy: string | null;
  readonly version: number;
  readonly items: readonly StackItem[];
}

/** The departments whose stack somebody answers. */
export const stackDepartments = (principal: Principal): readonly string[] =>
  grantsFor(principal, 'stack.read').flatMap(({ holding, reach }) =>
    reach === 'department' && holding?.departmentId ? [holding.departmentId] : [],
  );

/** Whether somebody sees the counts of all departments: rankings go to directie only (0.2 D12). */
export const seesRanking = (principal: Principal): boolean =>
  grantsFor(principal, 'stack.read').some(({ reach }) => reach === 'aggregate');

/** More than this of one stack is not shown; the answer reaches all of it. */
const ITEMS = 200;

const WAITS = `a.state = any (array['offered', 'accepted', 'planned']) and a.state_since <= i.late_since
  and s.state = any (array['assigned', 'planned', 'reopened'])`;

/** The latest four stacks of these departments, the newest first. */
export const stacksOf = (
  db: TenantDb,
  gemeente: string,
  departmentIds: readonly string[],
): Promise<Stack[]> =>
  runSql<Stack>(
    db,
    `select t.id, d.name as department, t.week_of as "weekOf", t.answered_at as "answeredAt", t.answer,
       t.hear_by as "hearBy", t.version,
       array(select json_build_object('signaalId', s.id, 'number', s.number, 'category', c.name,
           'lateSince', i.late_since, 'waiting', ${WAITS})
         from late_stack_item i
         join assignment a on a.gemeente = $1 and a.id = i.assignment_id
         join signaal s on s.gemeente = $1 and s.id = i.signaal_id
         left join category c on c.gemeente = $1 and c.id = s.category_id
         where i.gemeente = $1 and i.stack_id = t.id order by i.late_since, i.assignment_id limit ${ITEMS}) as items
     from late_stack t join department d on d.gemeente = $1 and d.id = t.department_id
     where t.gemeente = $1 and t.department_id = any ($2::uuid[])
     order by t.week_of desc, t.id limit 4`,
    [gemeente, [...departmentIds]],
  );

/** How one department stands in the ranking of a week. */
export interface RankRow {
  readonly departmentId: string;
  readonly department: string;
  readonly weekOf: string;
  readonly late: number;
  readonly answered: boolean;
}

/** The departments of the latest week that has stacks, the most late first; at most 100. */
export const rankingOf = (db: TenantDb, gemeente: string): Promise<RankRow[]> =>
  runSql<RankRow>(
    db,
    `select t.department_id as "departmentId", d.name as department, t.week_of as "weekOf",
       t.answered_at is not null as answered,
       (select count(*)::int from late_stack_item i where i.gemeente = $1 and i.stack_id = t.id) as late
     from late_stack t join department d on d.gemeente = $1 and d.id = t.department_id
     where t.gemeente = $1
       and t.week_of = (select max(w.week_of) from late_stack w where w.gemeente = $1)
     order by late desc, d.name limit 100`,
    [gemeente],
  );
