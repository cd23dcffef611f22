import { refuseField } from '../errors.ts';
import type { GoalObjectKind } from '../objects.ts';
import type { GoalKind } from '../rules/gaps.ts';
import { isUsableDay } from '../rules/usable-day.ts';

/** A goal as it is typed; days are `YYYY-MM-DD`. What a kind does not have is null. */
export interface GoalInput {
  /** Null makes a new goal. */
  readonly goalId: string | null;
  /** The version that the form showed; null for a new goal. */
  readonly version: number | null;
  readonly objectKind: GoalObjectKind;
  /** Of the focuspunt; null for a goal of the municipality. */
  readonly objectId: string | null;
  readonly kind: GoalKind;
  readonly title: string;
  /** What exactly is measured, done or asked. */
  readonly definition: string;
  /** Of a figure, such as `%` or `meldingen per jaar`. */
  readonly unit: string | null;
  readonly source: string;
  readonly direction: 'up' | 'down' | null;
  readonly targetValue: number | null;
  readonly targetText: string | null;
  readonly targetOn: string | null;
  readonly baselineDueOn: string | null;
  readonly measureEveryMonths: number | null;
  /** Of a judgement: who judges. */
  readonly judge: string | null;
  readonly ownerAccountId: string | null;
  readonly ownerFunction: string | null;
}

const LONGEST_LINE = 200;
const LONGEST_TEXT = 4_000;

/** A new goal without anything filled in, for whoever sets only part of it. */
export const emptyGoal: Omit<GoalInput, 'objectKind' | 'objectId' | 'kind' | 'title'> = {
  goalId: null,
  version: null,
  definition: '',
  unit: null,
  source: '',
  direction: null,
  targetValue: null,
  targetText: null,
  targetOn: null,
  baselineDueOn: null,
  measureEveryMonths: null,
  judge: null,
  ownerAccountId: null,
  ownerFunction: null,
};

/**
 * Checks what must be there; a target, a date or a baseline may be missing: that is not refused but stands red (0.2 D4).
 * Gives the texts without blanks around them, and only what the kind has.
 */
export const checkedGoal = (input: GoalInput): GoalInput => {
  const text = (value: string | null): string | null => value?.trim() || null;
  const isFigure = input.kind === 'figure';
  const goal: GoalInput = {
    ...input,
    title: input.title.trim(),
    definition: input.definition.trim(),
    source: input.source.trim(),
    unit: isFigure ? text(input.unit) : null,
    direction: isFigure ? input.direction : null,
    targetValue: isFigure ? input.targetValue : null,
    baselineDueOn: isFigure ? input.baselineDueOn : null,
    targetText: text(input.targetText),
    judge: input.kind === 'judgement' ? text(input.judge) : null,
    ownerFunction: text(input.ownerFunction),
  };
  if (goal.title === '') throw refuseField('title', 'title_missing');
  if (isFigure && goal.unit === null) throw refuseField('unit', 'unit_missing');
  if (goal.kind === 'judgement' && goal.judge === null) throw refuseField('judge', 'judge_missing');
  if (goal.kind === 'judgement' && goal.definition === '')
    throw refuseField('definition', 'definition_missing');
  if (goal.ownerAccountId === null && goal.ownerFunction === null)
    throw refuseField('ownerFunction', 'owner_missing');
  checkSizes(goal);
  checkNumbers(goal);
  return goal;
};

const checkSizes = (goal: GoalInput): void => {
  for (const field of ['title', 'unit', 'judge', 'ownerFunction', 'source'] as const)
    if ((goal[field] ?? '').length > LONGEST_LINE) throw refuseField(field, 'field_too_long');
  for (const field of ['definition', 'targetText'] as const)
    if ((goal[field] ?? '').length > LONGEST_TEXT) throw refuseField(field, 'field_too_long');
};

const checkNumbers = ({ targetValue, measureEveryMonths, ...days }: GoalInput): void => {
  if (targetValue !== null && !Number.isFinite(targetValue))
    throw refuseField('targetValue', 'number_unreadable');
  if (
    measureEveryMonths !== null &&
    !(Number.isInteger(measureEveryMonths) && measureEveryMonths >= 1 && measureEveryMonths <= 120)
  )
    throw refuseField('measureEveryMonths', 'months_unreadable');
  for (const field of ['targetOn', 'baselineDueOn'] as const) {
    const day = days[field];
    if (day !== null && !isUsableDay(day)) throw refuseField(field, 'date_unreadable');
  }
};
