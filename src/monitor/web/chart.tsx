import { formatShortDate } from '#platform/calendar/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { type GoalView, intervalIn, type Measurement } from '../read/view.ts';
import { monitorTexts } from '../texts.ts';
import { isHidden, numberIn } from './words.ts';

const WIDTH = 400;
const HEIGHT = 220;
const LEFT = 52;
const RIGHT = 12;
const TOP = 30;
const BOTTOM = 34;

interface Point {
  readonly row: Measurement;
  readonly x: number;
  readonly y: number;
  /** The ends of the margin; null when it is not known. */
  readonly low: number | null;
  readonly high: number | null;
}

interface Drawing {
  readonly points: readonly Point[];
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
  readonly targetY: number | null;
}

const dayOf = (row: Measurement): number => Date.parse(`${row.measuredOn}T00:00:00Z`) / 86_400_000;

/** A straight scale; one single value lies in the middle. */
const scale =
  (from: number, to: number, start: number, end: number) =>
  (value: number): number =>
    from === to ? (start + end) / 2 : start + ((value - from) / (to - from)) * (end - start);

/** Places of points, margins and target in the drawing; null without a figure. Values begin at 0 when they are not far from it. */
const draw = (rq: Rq, goal: GoalView): Drawing | null => {
  const rows = goal.measurements.filter((row) => row.value !== null && !isHidden(rq, goal, row));
  const [first] = rows;
  if (!first) return null;
  const bounds = rows.map((row) => intervalIn(goal, row));
  const values = rows.flatMap((row, index) => [
    row.value ?? 0,
    bounds[index]?.low ?? 0,
    bounds[index]?.high ?? 0,
  ]);
  if (goal.targetValue !== null) values.push(goal.targetValue);
  const [least, most] = [Math.min(0, ...values), Math.max(...values)];
  const days = rows.map(dayOf);
  const x = scale(Math.min(...days), Math.max(...days), LEFT + 16, WIDTH - RIGHT - 16);
  const y = scale(least, most === least ? least + 1 : most, HEIGHT - BOTTOM, TOP);
  return {
    points: rows.map((row, index) => {
      const interval = bounds[index];
      return {
        row,
        x: x(dayOf(row)),
        y: y(row.value ?? 0),
        low: interval ? y(interval.low) : null,
        high: interval ? y(interval.high) : null,
      };
    }),
    ticks: [least, (least + most) / 2, most].map((value) => ({ value, y: y(value) })),
    targetY: goal.targetValue === null ? null : y(goal.targetValue),
  };
};

/** Points of one definition joined by a line; between two definitions there is none. */
const linesOf = (points: readonly Point[]): Point[][] => [
  ...Map.groupBy(points, ({ row }) => row.definitionVersion).values(),
];

/** The figures of a goal in time with their margins, drawn on the server; the table beside it says the same. */
export const GoalChart = ({ rq, goal }: { rq: Rq; goal: GoalView }) => {
  const drawing = draw(rq, goal);
  if (!drawing) return null;
  const t = rq.texts(monitorTexts);
  const [first, last] = [drawing.points[0], drawing.points.at(-1)];
  const ends = first && last && first !== last ? [first, last] : first ? [first] : [];
  return (
    <figure className="wr-chart">
      <figcaption className="wr-chart__about">{t('goal.chartAbout')}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('goal.chart', { title: goal.title })}>
        {drawing.ticks.map(({ value, y }) => (
          <g key={value}>
            <line className="wr-chart__grid" x1={LEFT} x2={WIDTH - RIGHT} y1={y} y2={y} />
            <text className="wr-chart__word" x={LEFT - 8} y={y + 5} textAnchor="end">
              {numberIn(rq, value)}
            </text>
          </g>
        ))}
        <Target label={t('goal.chartTarget')} y={drawing.targetY} />
        <Points points={drawing.points} />
        {ends.map(({ row, x }, index) => (
          <text
            key={row.id}
            className="wr-chart__word"
            x={x}
            y={HEIGHT - 10}
            textAnchor={ends.length === 1 ? 'middle' : index === 0 ? 'start' : 'end'}
          >
            {formatShortDate(row.measuredOn, rq.lang)}
          </text>
        ))}
      </svg>
    </figure>
  );
};

const Target = ({ label, y }: { label: string; y: number | null }) =>
  y === null ? null : (
    <g>
      <line className="wr-chart__target" x1={LEFT} x2={WIDTH - RIGHT} y1={y} y2={y} />
      <text className="wr-chart__word" x={LEFT + 4} y={y - 8}>
        {label}
      </text>
    </g>
  );

const Points = ({ points }: { points: readonly Point[] }) => (
  <>
    {linesOf(points).map((line) => (
      <polyline
        key={line[0]?.row.id}
        className="wr-chart__line"
        points={line.map(({ x, y }) => `${x},${y}`).join(' ')}
      />
    ))}
    {points.map(({ row, x, y, low, high }) => (
      <g key={row.id}>
        {low === null || high === null ? null : (
          <path
            className="wr-chart__margin"
            d={`M${x - 5} ${low}h10M${x} ${low}V${high}M${x - 5} ${high}h10`}
          />
        )}
        <circle className="wr-chart__point" cx={x} cy={y} r={5} />
      </g>
    ))}
  </>
);
