import { readSettings } from '#gemeente/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { notFound } from '#platform/errors.ts';
import type { Rq } from '#platform/web/request.ts';
import { type GoalObject, readGoalObject } from '../objects.ts';
import { oneGoal } from '../read/goals.ts';
import type { GoalView, Measurement } from '../read/view.ts';
import { reachesGoal } from '../store.ts';

/** A definition that held, newest last. */
export interface Definition {
  readonly version: number;
  readonly definition: string;
  readonly madeOn: string;
}

/** What the page of a goal shows. */
export interface GoalPage {
  readonly goal: GoalView;
  readonly object: GoalObject;
  readonly definitions: readonly Definition[];
  /** Rows that were put right, with the id of the row that did. */
  readonly corrected: readonly Measurement[];
  readonly may: { readonly set: boolean; readonly change: boolean; readonly measure: boolean };
}

const AROUND = `
  select coalesce((select json_agg(json_build_object('version', d.version, 'definition', d.definition,
      'madeOn', to_char(d.made_at at time zone 'Europe/Amsterdam', 'YYYY-MM-DD')) order by d.version)
    from goal_definition d where d.gemeente = $1 and d.goal_id = $2), '[]'::json) as definitions,
  coalesce((select json_agg(json_build_object('id', m.id, 'role', m.role, 'value', m.value, 'margin', m.margin, 'n', m.n,
      'judgement', m.judgement, 'notMeasuredReason', m.not_measured_reason, 'measuredOn', m.measured_on,
      'source', m.source, 'definitionVersion', m.definition_version, 'note', m.note, 'correctsId', m.corrects_id)
      order by m.measured_on, m.entered_at)
    from measurement m where m.gemeente = $1 and m.goal_id = $2 and exists (
      select 1 from measurement c where c.gemeente = m.gemeente and c.corrects_id = m.id)), '[]'::json) as corrected`;

/** Whether this visitor may do an action with a goal. */
const mayWith = (
  rq: Rq,
  action: string,
  goal: GoalView,
  object: GoalObject,
  ownerId: string | null,
): boolean => rq.world.gate(rq.principal, action, reachesGoal(rq, goal.objectKind, object.facts, ownerId)).ok;

/** Whether this visitor may know of a goal: residents of what is set and decided, staff of everything. */
const mayKnow = (rq: Rq, goal: GoalView, object: GoalObject): boolean =>
  (goal.isSet && object.isPublic) || rq.may('goal.propose') || rq.may('measurement.enter');

/** A goal with what it belongs to. Throws `not_found` when it is not there or not public yet. */
export const openGoal = async (
  rq: Rq,
  db: TenantDb,
  id: string,
): Promise<Pick<GoalPage, 'goal' | 'object' | 'may'>> => {
  const today = isoDate(rq.now);
  const settings = await readSettings(db, rq.gemeente, today);
  const goal = await oneGoal(db, rq.gemeente, id, { today, settings });
  if (!goal) throw notFound();
  const object = await readGoalObject(db, rq.gemeente, today, goal.objectKind, goal.objectId);
  if (!object || !mayKnow(rq, goal, object)) throw notFound();
  const set = mayWith(rq, 'goal.set', goal, object, null);
  const change = set || (!goal.isSet && mayWith(rq, 'goal.propose', goal, object, null));
  const measure = mayWith(rq, 'measurement.enter', goal, object, goal.ownerAccountId);
  return { goal, object, may: { set, change, measure } };
};

/** Everything on the page of a goal; four queries. */
export const readGoalPage = (rq: Rq, id: string): Promise<GoalPage> =>
  rq.read(async (db) => {
    const opened = await openGoal(rq, db, id);
    const [around] = await runSql<Pick<GoalPage, 'definitions' | 'corrected'>>(db, AROUND, [rq.gemeente, id]);
    return { ...opened, definitions: around?.definitions ?? [], corrected: around?.corrected ?? [] };
  });
