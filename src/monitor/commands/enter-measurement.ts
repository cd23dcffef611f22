import { type Context, defineCommand } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { refuse as refusePlatform } from '#platform/errors.ts';
import { refuseField } from '../errors.ts';
import { isShare } from '../rules/share.ts';
import { isUsableDay } from '../rules/usable-day.ts';
import { dueOf, type Goal, lockGoal, reachesGoal, restartDue, storeGoal } from '../store.ts';

/** How a judged goal stands. */
export type Judgement = 'reached' | 'partly' | 'not_reached';
/** A row before, between or at the yearly test. */
export type MeasurementRole = 'baseline' | 'interim' | 'test';

/** A measurement as it is typed: a value, a judgement, or why nothing was measured. */
export interface MeasurementInput {
  readonly goalId: string;
  readonly role: MeasurementRole;
  readonly value: number | null;
  /** Half the interval of 95 percent as the source states it; 0 for a full count; null follows from `n` for a percentage. */
  readonly margin: number | null;
  readonly n: number | null;
  readonly judgement: Judgement | null;
  readonly notMeasuredReason: string | null;
  readonly measuredOn: string;
  readonly source: string;
  readonly note: string | null;
  /** The row that this one puts right; it stays, and does not count any more. */
  readonly correctsId: string | null;
}

const LONGEST = 2_000;

/**
 * Enters a measurement. It is never changed: a mistake is put right by a new row (C2.1). "Niet gemeten" with its reason is
 * a row too. Gives its id. Throws refusals of `MonitorError` by field.
 */
export const enterMeasurement = defineCommand<MeasurementInput, string>({
  name: 'measurement.enter',
  action: 'measurement.enter',
  run: async (context, input) => {
    const { goal, object } = await lockGoal(context, input.goalId);
    context.allow(reachesGoal(context, goal.object_kind, object.facts, goal.owner_account_id));
    const row = checked(context, goal, input);
    await mustFitOthers(context, goal, input);
    const id = newId();
    const { db, gemeente, now, principal } = context;
    if (principal.id === null) throw refusePlatform('sign_in_needed', { status: 401 });
    await db
      .insertInto('measurement')
      .values({
        gemeente,
        id,
        ...row,
        definition_version: goal.definition_version,
        entered_by: principal.id,
        entered_at: now,
      })
      .execute();
    const { role, value, margin, n, judgement, measured_on, corrects_id } = row;
    const after = { goal_id: goal.id, role, value, margin, n, judgement, measured_on, corrects_id };
    context.record({ noun: 'measurement', objectId: id, action: 'entered', after });
    await moveDue(context, goal);
    context.emit('measurement.entered', id);
    return id;
  },
});

/** Refuses what is missing or cannot be; gives the columns. */
const checked = ({ today }: Context, goal: Goal, input: MeasurementInput) => {
  const reason = input.notMeasuredReason?.trim() || null;
  const source = input.source.trim() || goal.source;
  if (!isUsableDay(input.measuredOn))
    throw refuseField('measuredOn', input.measuredOn === '' ? 'date_missing' : 'date_unreadable');
  if (input.measuredOn > today) throw refuseField('measuredOn', 'date_in_future');
  for (const [field, text] of Object.entries({
    source,
    note: input.note ?? '',
    notMeasuredReason: reason ?? '',
  }))
    if (text.length > LONGEST) throw refuseField(field, 'field_too_long');
  const empty = { value: null, margin: null, n: null, judgement: null };
  const shared = {
    goal_id: goal.id,
    role: input.role,
    not_measured_reason: reason,
    measured_on: input.measuredOn,
    source,
    note: input.note?.trim() || null,
    corrects_id: input.correctsId,
  };
  if (input.notMeasuredReason !== null && reason === null)
    throw refuseField('notMeasuredReason', 'reason_missing');
  if (reason !== null) return { ...shared, ...empty };
  if (source === '') throw refuseField('source', 'source_missing');
  if (goal.kind !== 'figure') {
    if (input.judgement === null) throw refuseField('judgement', 'judgement_missing');
    return { ...shared, ...empty, judgement: input.judgement };
  }
  return { ...shared, ...empty, ...figureOf(goal, input) };
};

const figureOf = (goal: Goal, { value, margin, n }: MeasurementInput) => {
  if (value === null) throw refuseField('value', 'value_missing');
  if (!Number.isFinite(value)) throw refuseField('value', 'number_unreadable');
  if (isShare(goal.unit) && (value < 0 || value > 100)) throw refuseField('value', 'share_unreadable');
  if (margin !== null && !(Number.isFinite(margin) && margin >= 0))
    throw refuseField('margin', 'margin_unreadable');
  if (n === null) throw refuseField('n', 'sample_missing');
  if (!Number.isInteger(n) || n < 1 || n > 1e9) throw refuseField('n', 'sample_unreadable');
  return { value, margin, n };
};

/** One baseline a goal; a row is corrected once, the correction itself can be corrected again. */
const mustFitOthers = async (
  { db, gemeente }: Context,
  goal: Goal,
  input: MeasurementInput,
): Promise<void> => {
  const rows = await db
    .selectFrom('measurement')
    .select(['id', 'role', 'corrects_id', 'not_measured_reason'])
    .where('gemeente', '=', gemeente)
    .where('goal_id', '=', goal.id)
    .execute();
  const corrected = new Set(rows.map((row) => row.corrects_id));
  if (input.correctsId !== null) {
    if (!rows.some(({ id }) => id === input.correctsId))
      throw refuseField('correctsId', 'correction_unknown');
    if (corrected.has(input.correctsId)) throw refuseField('correctsId', 'corrected_already');
  }
  const isBaseline = input.role === 'baseline' && !input.notMeasuredReason?.trim();
  const other = rows.find(
    (row) =>
      row.role === 'baseline' &&
      row.not_measured_reason === null &&
      !corrected.has(row.id) &&
      row.id !== input.correctsId,
  );
  if (isBaseline && other) throw refuseField('role', 'baseline_exists');
};

const moveDue = async (context: Context, goal: Goal): Promise<void> => {
  const last = await context.db
    .selectFrom('measurement')
    .select('measured_on')
    .where('gemeente', '=', context.gemeente)
    .where('goal_id', '=', goal.id)
    .orderBy('measured_on', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  const nextDue = dueOf(goal, last.measured_on);
  await storeGoal(context, goal, 'measured', { next_due_on: nextDue });
  await restartDue(context, goal.id, nextDue);
};
