import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import type { LightWord } from '../commands/quarter.ts';
import type { ActionState, PlanState } from '../rules/states.ts';

/** Whose work is asked for: of areas, of one person, or both. */
export interface DueWanted {
  readonly areaIds?: readonly string[] | undefined;
  readonly accountId?: string | undefined;
  /** The last day that counts, `YYYY-MM-DD`. */
  readonly until: string;
}

/** An action that waits; also one that is late already. */
export interface DueAction {
  readonly id: string;
  readonly planId: string;
  readonly focuspuntId: string;
  readonly focuspunt: string;
  readonly title: string;
  readonly ownerFunction: string;
  readonly ownerAccountId: string | null;
  readonly dueOn: string;
  readonly state: ActionState;
  readonly version: number;
}

const MOST = 100;

const WANTED = `($3::uuid[] is null or f.area_id = any ($3::uuid[]))`;

const ACTIONS = `
  select c.id, c.plan_id as "planId", f.id as "focuspuntId", f.title as focuspunt, c.title,
    c.owner_function as "ownerFunction", c.owner_account_id as "ownerAccountId", c.due_on as "dueOn", c.state, c.version
  from plan_action c
  join plan p on p.gemeente = c.gemeente and p.id = c.plan_id
  join focuspunt f on f.gemeente = p.gemeente and f.id = p.focuspunt_id
  where c.gemeente = $1 and c.due_on <= $2 and c.state in ('open', 'busy') and ${WANTED}
    and ($4::uuid is null or c.owner_account_id = $4)
  order by c.due_on, c.id limit ${MOST}`;

/** The actions that are due until a day, earliest first, late ones among them; at most 100. One query. */
export const actionsDue = (
  db: TenantDb,
  gemeente: string,
  { areaIds, accountId, until }: DueWanted,
): Promise<DueAction[]> =>
  runSql<DueAction>(db, ACTIONS, [gemeente, until, areaIds ? [...areaIds] : null, accountId ?? null]);

/** A plan that must be there and is not. */
export interface DuePlan {
  readonly planId: string;
  readonly focuspuntId: string;
  readonly focuspunt: string;
  readonly state: PlanState;
  readonly dueOn: string;
}

const PLANS = `
  select p.id as "planId", f.id as "focuspuntId", f.title as focuspunt, p.state, f.plan_due_on as "dueOn"
  from focuspunt f
  join plan p on p.gemeente = f.gemeente and p.focuspunt_id = f.id
  where f.gemeente = $1 and f.state in ('set', 'council_informed', 'running', 'yearly_test') and f.plan_due_on <= $2
    and f.plan_waiver is null and p.state = 'draft' and ${WANTED} and ($4::uuid is null or f.trekker_account_id = $4)
  order by f.plan_due_on, f.id limit ${MOST}`;

/** The plans that are due until a day and are still a draft without a waiver; at most 100. One query. */
export const plansDue = (
  db: TenantDb,
  gemeente: string,
  { areaIds, accountId, until }: DueWanted,
): Promise<DuePlan[]> =>
  runSql<DuePlan>(db, PLANS, [gemeente, until, areaIds ? [...areaIds] : null, accountId ?? null]);

/** What was said last of a focuspunt. */
export interface LatestLight {
  readonly focuspuntId: string;
  readonly quarter: string;
  readonly light: LightWord;
  readonly sentence: string;
  readonly saidAt: Date;
}

const LIGHTS = `
  select f.id as "focuspuntId", l.quarter, l.light, l.sentence, l.said_at as "saidAt"
  from unnest($2::uuid[]) as f (id)
  join lateral (select q.quarter, q.light, q.sentence, q.said_at from quarter_status q
    where q.gemeente = $1 and q.focuspunt_id = f.id order by q.said_at desc, q.id desc limit 1) l on true`;

/** What was said last of each of these focuspunten, by its id; one that nobody spoke of is not in it. One query. */
export const latestLights = async (
  db: TenantDb,
  gemeente: string,
  focuspuntIds: readonly string[],
): Promise<ReadonlyMap<string, LatestLight>> => {
  if (focuspuntIds.length === 0) return new Map();
  const rows = await runSql<LatestLight>(db, LIGHTS, [gemeente, [...focuspuntIds]]);
  return new Map(rows.map((row) => [row.focuspuntId, row]));
};
