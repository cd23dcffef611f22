import type { Settings } from '#gemeente/index.ts';
import { type GoalView, goalsOf } from '#monitor/index.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { type RedReason, redReasons } from './red.ts';

/** A focuspunt of which the raad was told, as its row tells it. */
interface Row {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly summary: string;
  readonly areaId: string;
  readonly area: string;
  readonly categoryId: string | null;
  readonly state: string;
  readonly trekker: string | null;
  readonly trekkerDepartment: string | null;
  readonly besluitOn: string | null;
  readonly withoutBaselineUntil: string | null;
  readonly planDueOn: string | null;
  readonly hasPlan: boolean;
  readonly nextTestOn: string | null;
  /** The first day of an action of the plan that is still to be done. */
  readonly nextActionOn: string | null;
  readonly invented: boolean;
}

/** A focuspunt with its goals, and why it is red. */
export interface CouncilFocuspunt extends Row {
  readonly goals: readonly GoalView[];
  /** Empty for what is complete and in time, and for what has ended. */
  readonly reds: readonly RedReason[];
  readonly hasEnded: boolean;
}

/** Which focuspunten are asked for; null means all. */
export interface FocuspuntScope {
  readonly areaIds: readonly string[] | null;
  /** What was decided is known as soon as the raad was told; for everybody else only with the last step of its news. */
  readonly withCouncil: boolean;
}

const ENDED: readonly string[] = ['reached', 'stopped', 'transferred'];
const MOST = 200;

/** What the college decided stays unknown here until the raad was told, or until everybody was ($4, 0.2 D15). */
const TOLD = `(not $4 and f.public_state = any (array['running', 'yearly_test', 'reached', 'stopped', 'transferred'])
  or $4 and f.state = any (array['council_informed', 'running', 'yearly_test', 'reached', 'stopped', 'transferred'])
  or $4 and f.state = 'set' and exists (select 1 from news_release n
    where n.gemeente = $1 and (n.focuspunt_id = f.id or n.round_id = f.round_id) and n.council_told_at is not null))`;

const FOCUSPUNTEN = `
  select f.id, f.number::int as number, f.title, f.public_summary as summary, f.area_id as "areaId", a.name as area,
    f.category_id as "categoryId", f.state, f.trekker_function as trekker, d.name as "trekkerDepartment",
    f.besluit_on as "besluitOn", f.without_baseline_until as "withoutBaselineUntil", f.plan_due_on as "planDueOn",
    (f.plan_waiver is not null or exists (select 1 from plan p where p.gemeente = $1 and p.focuspunt_id = f.id
      and p.state <> 'draft')) as "hasPlan",
    f.next_test_on as "nextTestOn", f.invented,
    (select min(w.due_on) from plan p join plan_action w on w.gemeente = $1 and w.plan_id = p.id
      where p.gemeente = $1 and p.focuspunt_id = f.id and w.state = any (array['open', 'busy'])
        and w.due_on >= $2) as "nextActionOn"
  from focuspunt f
  join area a on a.gemeente = $1 and a.id = f.area_id
  left join department d on d.gemeente = $1 and d.id = f.trekker_department_id
  where f.gemeente = $1 and ($3::uuid[] is null or f.area_id = any ($3)) and ${TOLD}
  order by a.name collate "nl-x-icu", f.number limit ${MOST}`;

/** Reads the focuspunten of which the raad was told, by area; two queries, at most 200. */
export const readFocuspunten = async (
  db: TenantDb,
  gemeente: string,
  { today, settings }: { readonly today: string; readonly settings: Settings },
  { areaIds, withCouncil }: FocuspuntScope,
): Promise<CouncilFocuspunt[]> => {
  const rows = await runSql<Row>(db, FOCUSPUNTEN, [gemeente, today, areaIds, withCouncil]);
  const goals = await goalsOf(
    db,
    gemeente,
    rows.map(({ id }) => id),
    { today, settings },
  );
  return rows.map((row) => {
    const own = goals.filter(({ objectId, isSet }) => isSet && objectId === row.id);
    const hasEnded = ENDED.includes(row.state);
    return { ...row, goals: own, hasEnded, reds: hasEnded ? [] : redReasons({ ...row, goals: own }, today) };
  });
};
