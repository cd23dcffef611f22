import type { GoalView, Measurement } from '#monitor/index.ts';
import { csvOf } from '#platform/csv.ts';
import type { Rq } from '#platform/web/request.ts';
import { councilTexts } from '../texts.ts';
import type { CouncilFocuspunt } from './focuspunten.ts';

type Cell = string | number | null;

const measured = (row: Measurement | null): Cell[] =>
  row === null || row.value === null
    ? [null, null, null, null, null, null]
    : [row.value, row.margin, row.n, row.source, row.measuredOn, row.definitionVersion];

const COLUMNS = [
  'number',
  'title',
  'area',
  'standing',
  'reds',
  'goal',
  'unit',
  'target',
  'targetOn',
  ...['baseline', 'latest'].flatMap((which) =>
    ['value', 'margin', 'n', 'source', 'date', 'version'].map((what) => `${which}.${what}`),
  ),
  'trekker',
  'besluit',
  'nextTest',
  'invented',
] as const;

/** The same table as the page of the raad, one line per goal; a focuspunt without a goal has a line too. */
export const focuspuntenCsv = (rq: Rq, focuspunten: readonly CouncilFocuspunt[]): string => {
  const t = rq.texts(councilTexts);
  const line = (one: CouncilFocuspunt, goal: GoalView | null): Cell[] => {
    const later = goal && goal.latest?.id !== goal.baseline?.id ? goal.latest : null;
    return [
      one.number,
      one.title,
      one.area,
      t(`standing.${standingOf(one)}`),
      one.reds.map((red) => t.dynamic(`red.${red}`, { date: one.withoutBaselineUntil ?? '' })).join(', '),
      goal?.title ?? null,
      goal?.unit ?? null,
      goal?.targetValue ?? goal?.targetText ?? null,
      goal?.targetOn ?? null,
      ...measured(goal?.baseline ?? null),
      ...measured(later),
      one.trekker,
      one.besluitOn,
      one.nextTestOn,
      one.invented ? t('invented') : null,
    ];
  };
  return csvOf([
    COLUMNS.map((name) => t.dynamic(`csv.${name}`)),
    ...focuspunten.flatMap((one) =>
      one.goals.length === 0 ? [line(one, null)] : one.goals.map((goal) => line(one, goal)),
    ),
  ]);
};

/** Red, green, or over. */
export const standingOf = ({ hasEnded, reds }: CouncilFocuspunt): 'ended' | 'red' | 'green' => {
  if (hasEnded) return 'ended';
  return reds.length > 0 ? 'red' : 'green';
};
