import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import type { FocuspuntState } from '../../focuspunt/states.ts';
import type { LightWord } from '../commands/quarter.ts';
import type { ActionState, CommitmentState, PlanState } from '../rules/states.ts';

/** A partner that was asked, and what it said. */
export interface PartnerView {
  readonly memberId: string;
  readonly accountId: string | null;
  readonly organisation: string;
  readonly function: string;
  readonly view: 'yes' | 'no' | null;
  readonly comment: string | null;
}

/** An action on the page of its plan. */
export interface ActionRow {
  readonly id: string;
  readonly title: string;
  readonly ownerFunction: string;
  readonly ownerAccountId: string | null;
  readonly ownerDepartmentId: string | null;
  readonly dueOn: string;
  readonly state: ActionState;
  readonly cancelReason: string | null;
  readonly doneOn: string | null;
  readonly version: number;
}

/** What somebody said of a quarter. */
export interface LightRow {
  readonly quarter: string;
  readonly light: LightWord;
  readonly sentence: string;
  /** `YYYY-MM-DD`. */
  readonly saidOn: string;
}

/** A commitment on the page of the plan. */
export interface CommitmentRow {
  readonly id: string;
  readonly payer: string;
  readonly departmentId: string | null;
  readonly ownerFunction: string;
  readonly euro: number;
  readonly dueOn: string;
  readonly state: CommitmentState;
  readonly note: string | null;
  readonly version: number;
}

/** A yearly test on the page of the plan. */
export interface TestRow {
  readonly id: string;
  readonly dueOn: string;
  readonly state: 'prepared' | 'decided';
  readonly result: string | null;
}

/** Somebody of the wijkteam who can still be asked. */
export interface MemberRow {
  readonly id: string;
  readonly organisation: string;
  readonly function: string;
}

/** A plan with everything that stands around it. Days are `YYYY-MM-DD`. */
export interface PlanPageRow {
  readonly id: string;
  readonly version: number;
  readonly state: PlanState;
  readonly approach: string;
  readonly socialDomain: boolean;
  readonly roleSplit: string | null;
  readonly participation: string;
  readonly agreedWithout: string | null;
  readonly focuspuntId: string;
  readonly number: number;
  readonly title: string;
  readonly problem: string;
  readonly focuspuntState: FocuspuntState;
  readonly area: string;
  readonly buurtIds: readonly string[];
  readonly trekkerId: string | null;
  readonly trekker: string | null;
  readonly trekkerFunction: string | null;
  readonly trekkerDepartmentId: string | null;
  readonly besluitOn: string | null;
  readonly dueOn: string | null;
  readonly waiver: string | null;
  readonly nextTestOn: string | null;
  readonly views: readonly PartnerView[];
  readonly actions: readonly ActionRow[];
  readonly lights: readonly LightRow[];
  readonly commitments: readonly CommitmentRow[];
  readonly tests: readonly TestRow[];
  readonly members: readonly MemberRow[];
  /** The departments and organisations of today, to choose from. */
  readonly departments: readonly { readonly id: string; readonly name: string }[];
}

/** A plan has few of each; more than this stands in the history. */
const MOST = 100;

const listed = (object: string, from: string, order: string): string =>
  `coalesce((select json_agg(x.o) from (select json_build_object(${object}) as o from ${from} order by ${order} limit ${MOST}) x), '[]'::json)`;

const PAGE = `
  select p.id, p.version, p.state, p.approach, p.social_domain as "socialDomain", p.role_split as "roleSplit",
    p.participation, p.agreed_without as "agreedWithout", f.id as "focuspuntId", f.number::int as number, f.title,
    f.problem, f.state as "focuspuntState", a.name as area, f.trekker_account_id as "trekkerId", t.name as trekker,
    f.trekker_function as "trekkerFunction", f.trekker_department_id as "trekkerDepartmentId",
    f.besluit_on as "besluitOn", f.plan_due_on as "dueOn", f.plan_waiver as waiver, f.next_test_on as "nextTestOn",
    array(select ab.buurt_id::text from area_buurt ab where ab.gemeente = f.gemeente and ab.area_id = f.area_id
      and ab.valid_from <= $3 and (ab.valid_to is null or ab.valid_to > $3) limit 1000) as "buurtIds",
    ${listed(
      `'memberId', m.id, 'accountId', m.account_id, 'organisation', d.name, 'function', m.function, 'view', v.view, 'comment', v.comment`,
      `plan_view v join wijkteam_member m on m.gemeente = v.gemeente and m.id = v.member_id
        join department d on d.gemeente = m.gemeente and d.id = m.department_id
        where v.gemeente = p.gemeente and v.plan_id = p.id`,
      'd.name, m.id',
    )} as views,
    ${listed(
      `'id', c.id, 'title', c.title, 'ownerFunction', c.owner_function, 'ownerAccountId', c.owner_account_id,
        'ownerDepartmentId', c.owner_department_id, 'dueOn', c.due_on, 'state', c.state,
        'cancelReason', c.cancel_reason, 'doneOn', c.done_on, 'version', c.version`,
      'plan_action c where c.gemeente = p.gemeente and c.plan_id = p.id',
      'c.due_on, c.id',
    )} as actions,
    ${listed(
      `'quarter', q.quarter, 'light', q.light, 'sentence', q.sentence,
        'saidOn', to_char(q.said_at at time zone 'Europe/Amsterdam', 'YYYY-MM-DD')`,
      'quarter_status q where q.gemeente = f.gemeente and q.focuspunt_id = f.id',
      'q.said_at desc, q.id desc',
    )} as lights,
    ${listed(
      `'id', k.id, 'payer', k.payer, 'departmentId', k.department_id, 'ownerFunction', k.owner_function,
        'euro', k.euro, 'dueOn', k.due_on, 'state', k.state, 'note', k.note, 'version', k.version`,
      'commitment k where k.gemeente = f.gemeente and k.focuspunt_id = f.id',
      'k.due_on, k.id',
    )} as commitments,
    ${listed(
      `'id', y.id, 'dueOn', y.due_on, 'state', y.state, 'result', y.result`,
      'yearly_test y where y.gemeente = f.gemeente and y.focuspunt_id = f.id',
      'y.due_on desc, y.id desc',
    )} as tests,
    ${listed(
      `'id', m.id, 'organisation', d.name, 'function', m.function`,
      `wijkteam_member m join department d on d.gemeente = m.gemeente and d.id = m.department_id
        where m.gemeente = f.gemeente and m.area_id = f.area_id and m.valid_from <= $3
          and (m.valid_to is null or m.valid_to > $3) and not exists (select 1 from plan_view v
            where v.gemeente = p.gemeente and v.plan_id = p.id and v.member_id = m.id)`,
      'm.standing desc, d.name, m.id',
    )} as members,
    ${listed(
      `'id', d.id, 'name', d.name`,
      `department d where d.gemeente = p.gemeente and d.valid_from <= $3 and (d.valid_to is null or d.valid_to > $3)`,
      'd.name, d.id',
    )} as departments
  from plan p
  join focuspunt f on f.gemeente = p.gemeente and f.id = p.focuspunt_id
  join area a on a.gemeente = f.gemeente and a.id = f.area_id
  left join account t on t.gemeente = f.gemeente and t.id = f.trekker_account_id
  where p.gemeente = $1 and p.id = $2`;

/** A plan with its views, actions, quarters, commitments and tests on a day; null when it is not there. One query. */
export const readPlan = async (
  db: TenantDb,
  gemeente: string,
  id: string,
  today: string,
): Promise<PlanPageRow | null> => (await runSql<PlanPageRow>(db, PAGE, [gemeente, id, today]))[0] ?? null;
