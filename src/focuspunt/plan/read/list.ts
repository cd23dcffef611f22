import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { type Cursor, type ListPage, listPage } from '#platform/paging.ts';
import type { LightWord } from '../commands/quarter.ts';
import type { PlanState } from '../rules/states.ts';

/** A plan in the list of plans. */
export interface PlanRow {
  readonly id: string;
  readonly focuspuntId: string;
  readonly title: string;
  readonly area: string;
  readonly state: PlanState;
  readonly dueOn: string | null;
  readonly waiver: string | null;
  readonly light: LightWord | null;
  readonly open: number;
  readonly late: number;
  readonly createdAt: Date;
}

const SIZE = 50;

const LIST = `
  select p.id, f.id as "focuspuntId", f.title, a.name as area, p.state, f.plan_due_on as "dueOn", f.plan_waiver as waiver,
    (select q.light from quarter_status q where q.gemeente = f.gemeente and q.focuspunt_id = f.id
      order by q.said_at desc, q.id desc limit 1) as light,
    (select count(*)::int from plan_action c where c.gemeente = p.gemeente and c.plan_id = p.id
      and c.state in ('open', 'busy')) as open,
    (select count(*)::int from plan_action c where c.gemeente = p.gemeente and c.plan_id = p.id
      and c.state in ('open', 'busy') and c.due_on < $2) as late,
    p.created_at as "createdAt"
  from plan p
  join focuspunt f on f.gemeente = p.gemeente and f.id = p.focuspunt_id
  join area a on a.gemeente = f.gemeente and a.id = f.area_id
  where p.gemeente = $1`;

/** The plans of a municipality, the newest first; one page of 50. One query. */
export const listPlans = async (
  db: TenantDb,
  gemeente: string,
  today: string,
  after: Cursor | null,
): Promise<ListPage<PlanRow>> => {
  const rows = await runSql<PlanRow>(
    db,
    `${LIST} ${after ? 'and (p.created_at, p.id) < ($3, $4)' : ''} order by p.created_at desc, p.id desc limit ${SIZE + 1}`,
    after ? [gemeente, today, after.at, after.id] : [gemeente, today],
  );
  return listPage(rows, SIZE, (row) => ({ at: row.createdAt, id: row.id }));
};

/** The focuspunt of a plan; null when there is no such plan. */
export const focuspuntOfPlan = async (
  db: TenantDb,
  gemeente: string,
  planId: string,
): Promise<string | null> => {
  const row = await db
    .selectFrom('plan')
    .select('focuspunt_id')
    .where('gemeente', '=', gemeente)
    .where('id', '=', planId)
    .executeTakeFirst();
  return row?.focuspunt_id ?? null;
};
