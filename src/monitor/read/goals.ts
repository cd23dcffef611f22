import type { Settings } from '#gemeente/index.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import type { GoalObjectKind } from '../objects.ts';
import { type GoalRow, type GoalView, type Measurement, viewOf } from './view.ts';

/** On which day and by which settings a goal is judged. */
export interface Viewpoint {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly settings: Settings;
}

/** The goals of one focuspunt are few; more than this in one answer is another question. */
const MOST_GOALS = 300;
/** The newest rows of a goal that decide how it stands; a goal measured each month has ten years in them. */
const MOST_ROWS = 120;

/** A row that was put right does not count; its correction does. */
const ROWS = `coalesce((
    select json_agg(json_build_object('id', m.id, 'role', m.role, 'value', m.value, 'margin', m.margin, 'n', m.n,
      'judgement', m.judgement, 'notMeasuredReason', m.not_measured_reason, 'measuredOn', m.measured_on,
      'source', m.source, 'definitionVersion', m.definition_version, 'note', m.note, 'correctsId', m.corrects_id)
      order by m.measured_on, m.entered_at, m.id)
    from (select * from measurement r where r.gemeente = g.gemeente and r.goal_id = g.id
      and not exists (select 1 from measurement c where c.gemeente = r.gemeente and c.corrects_id = r.id)
      order by r.measured_on desc, r.entered_at desc, r.id desc limit ${MOST_ROWS}) m), '[]'::json)`;

const GOAL = `g.id, g.object_kind as "objectKind", g.object_id as "objectId", g.kind, g.title, g.definition,
  g.definition_version as "definitionVersion", g.unit, g.source, g.direction, g.target_value as "targetValue",
  g.target_text as "targetText", g.target_on as "targetOn", g.baseline_due_on as "baselineDueOn",
  g.measure_every_months as "measureEveryMonths", g.next_due_on as "nextDueOn", g.judge,
  g.owner_account_id as "ownerAccountId", g.owner_function as "ownerFunction", g.set_at is not null as "isSet",
  g.version, ${ROWS} as rows`;

const read = async (db: TenantDb, where: string, values: unknown[], view: Viewpoint): Promise<GoalView[]> => {
  const rows = await runSql<GoalRow & { rows: Measurement[] }>(
    db,
    `select ${GOAL} from goal g where g.gemeente = $1 and g.replaced_at is null and ${where}
     order by g.created_at, g.id limit ${MOST_GOALS}`,
    values,
  );
  return rows.map(({ rows: measurements, ...goal }) => viewOf(goal, measurements, view));
};

/** The goals of these focuspunten, each with how it stands today; one query, at most 300 goals. */
export const goalsOf = (
  db: TenantDb,
  gemeente: string,
  focuspuntIds: readonly string[],
  view: Viewpoint,
): Promise<GoalView[]> =>
  focuspuntIds.length === 0
    ? Promise.resolve([])
    : read(db, 'g.object_id = any ($2::uuid[])', [gemeente, [...focuspuntIds]], view);

/** The goals of the municipality itself, set or proposed; one query. */
export const goalsOfGemeente = (db: TenantDb, gemeente: string, view: Viewpoint): Promise<GoalView[]> =>
  read(db, 'g.object_kind = $2', [gemeente, 'gemeente' satisfies GoalObjectKind], view);

/** One goal; null when it is not there. */
export const oneGoal = async (
  db: TenantDb,
  gemeente: string,
  id: string,
  view: Viewpoint,
): Promise<GoalView | null> => (await read(db, 'g.id = $2', [gemeente, id], view))[0] ?? null;
