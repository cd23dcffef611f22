import { formatShortDate } from '#platform/calendar/index.ts';
import type { Measured } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { type GoalRow, type GoalView, intervalIn, isTooSmall, type Measurement } from '../read/view.ts';
import { isShare } from '../rules/share.ts';
import { monitorTexts } from '../texts.ts';

const LOCALES = { nl: 'nl-NL', en: 'en-GB' } as const;

/** A number as people read it, with at most two decimals. */
export const numberIn = (rq: Pick<Rq, 'lang'>, value: number): string =>
  value.toLocaleString(LOCALES[rq.lang], { maximumFractionDigits: 2 });

const withUnit = (rq: Rq, goal: Pick<GoalRow, 'unit'>, value: number): string => {
  const text = numberIn(rq, value);
  if (goal.unit === null) return text;
  return isShare(goal.unit) ? `${text}%` : `${text} ${goal.unit}`;
};

/** The margin of a row: as its source states it, or as it follows from the number of answers. */
export const marginIn = (rq: Rq, goal: GoalView, row: Measurement): string => {
  const t = rq.texts(monitorTexts);
  if (isHidden(rq, goal, row)) return t('value.hidden');
  if (row.margin === 0) return t('margin.count');
  if (row.margin !== null) return t('margin.stated', { margin: withUnit(rq, goal, row.margin) });
  const interval = intervalIn(goal, row);
  if (!interval) return t('margin.unknown');
  const round = (value: number) => withUnit(rq, goal, Math.round(value * 10) / 10);
  return t('margin.share', { low: round(interval.low), high: round(interval.high) });
};

/** Whether this reader may not see the figure of a row: residents see none that stands on too few answers (C5.7). */
export const isHidden = (rq: Pick<Rq, 'signedIn'>, goal: GoalView, row: Measurement): boolean =>
  rq.signedIn === null && isTooSmall(goal, row);

/** What a row found: a value with its unit, a judgement, or "niet gemeten" and why. */
export const outcomeIn = (rq: Rq, goal: GoalView, row: Measurement): string => {
  const t = rq.texts(monitorTexts);
  if (isHidden(rq, goal, row)) return t('value.hidden');
  if (row.value !== null) return withUnit(rq, goal, row.value);
  if (row.judgement !== null) return t(`judgement.${row.judgement}`);
  return `${t('red.not_measured')}: ${row.notMeasuredReason ?? ''}`;
};

/** Everything that makes the figure of a row honest; null without a figure. */
export const measuredOf = (rq: Rq, goal: GoalView, row: Measurement | null): Measured | null => {
  if (row === null || row.value === null) return null;
  return {
    value: outcomeIn(rq, goal, row),
    margin: marginIn(rq, goal, row),
    sample: row.n === null ? rq.texts(monitorTexts)('margin.unknown') : numberIn(rq, row.n),
    source: row.source,
    date: formatShortDate(row.measuredOn, rq.lang),
    definition: {
      label: rq.texts(monitorTexts)('goal.definitionVersion', { version: row.definitionVersion }),
      href: `/doelen/${goal.id}`,
    },
  };
};

/** What two figures say together, in one sentence. */
export const changeInWords = (rq: Rq, goal: GoalView): string => {
  const t = rq.texts(monitorTexts);
  const { change } = goal;
  const signed = (value: number) => `${value > 0 ? '+' : ''}${numberIn(rq, Math.round(value * 10) / 10)}`;
  const difference = (value: number) =>
    `${signed(value)} ${isShare(goal.unit) ? t('unit.points') : (goal.unit ?? '')}`.trim();
  switch (change.kind) {
    case 'nothing_to_compare':
    case 'definition_changed':
      return t(`change.${change.kind}`);
    case 'too_few':
      return t('change.too_few', { n: change.n });
    case 'margin_unknown':
      return t('change.margin_unknown', { difference: difference(change.difference) });
    default:
      return t(`change.${change.kind}`, {
        difference: difference(change.difference),
        low: signed(change.low),
        high: signed(change.high),
      });
  }
};

/** What the goal strives for, in a few words; null when nothing was filled in. */
export const targetInWords = (rq: Rq, goal: GoalRow): string | null => {
  if (goal.targetValue !== null) return withUnit(rq, goal, goal.targetValue);
  return goal.targetText;
};
