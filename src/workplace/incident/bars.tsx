import { formatShortDate } from '#platform/calendar/index.ts';
import { Details, HonestNumber, Paragraph, Section, Table } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { Answer, Bar } from './answer.ts';
import { incidentTexts } from './texts.ts';
import { periodIn, shownIn } from './words.ts';

const WIDTH = 360;
const HEIGHT = 130;
const FLOOR = 106;
const TOP = 20;
const GAP = 6;
/** The height at which a hidden number is drawn: it says nothing of how much it is. */
const HIDDEN = 14;

/** The version of what is counted: a change of the definition is a new one. */
export const COUNT_VERSION = 1;

const OneBar = ({
  rq,
  bar,
  index,
  most,
  count,
}: {
  rq: Rq;
  bar: Bar;
  index: number;
  most: number;
  count: number;
}) => {
  const width = WIDTH / count;
  const x = index * width + GAP / 2;
  const height = bar.count === null ? HIDDEN : ((FLOOR - TOP) * bar.count) / Math.max(1, most);
  const middle = x + (width - GAP) / 2;
  return (
    <>
      <rect
        className={bar.count === null ? 'wr-chart__hidden' : 'wr-chart__bar'}
        x={x}
        y={FLOOR - height}
        width={width - GAP}
        height={height}
      />
      {bar.count ? (
        <text className="wr-chart__word" x={middle} y={FLOOR - height - 4} textAnchor="middle">
          {bar.count}
        </text>
      ) : null}
      <text className="wr-chart__word" x={middle} y={HEIGHT - 6} textAnchor="middle">
        {periodIn(rq, bar, 'narrow')}
      </text>
    </>
  );
};

/** The months as bars; the table beside it says the same. */
const Drawing = ({ rq, bars }: { rq: Rq; bars: readonly Bar[] }) => {
  const most = Math.max(0, ...bars.map(({ count }) => count ?? 0));
  return (
    <figure className="wr-chart">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
        <line className="wr-chart__grid" x1={0} x2={WIDTH} y1={FLOOR} y2={FLOOR} />
        {bars.map((bar, index) => (
          <OneBar key={bar.month} rq={rq} bar={bar} index={index} most={most} count={bars.length} />
        ))}
      </svg>
    </figure>
  );
};

const MonthTable = ({ rq, answer }: { rq: Rq; answer: Answer }) => {
  const t = rq.texts(incidentTexts);
  return (
    <Table
      lang={rq.lang}
      caption={t('months.table')}
      rows={answer.bars}
      rowKey={({ month }) => month}
      columns={[
        { key: 'month', header: t('months.month'), cell: (bar) => periodIn(rq, bar, 'long') },
        {
          key: 'count',
          header: t('months.count'),
          numeric: true,
          cell: ({ count }) => shownIn(rq, count, answer.leastShown),
        },
      ]}
    />
  );
};

/** How many were told in each of the last twelve months, with what makes the figure honest. */
export const Months = ({ rq, answer }: { rq: Rq; answer: Answer }) => {
  const t = rq.texts(incidentTexts);
  const { total, leastShown, today, leftOutSensitive } = answer;
  const value = total > 0 && total < leastShown ? null : total;
  const shown = shownIn(rq, value, leastShown);
  return (
    <Section id="months" title={t('months.title')}>
      {answer.period === 1 ? null : (
        <Paragraph>{t('months.together', { months: answer.period, least: leastShown })}</Paragraph>
      )}
      <Drawing rq={rq} bars={answer.bars} />
      <HonestNumber
        lang={rq.lang}
        label={t('months.total')}
        measured={{
          value: shown,
          sample: shown,
          source: t('months.source'),
          date: formatShortDate(today, rq.lang),
          definition: { label: t('months.version', { version: COUNT_VERSION }), href: '#months-definition' },
        }}
      />
      <Paragraph>{t('months.trust')}</Paragraph>
      {leftOutSensitive ? <Paragraph>{t('months.sensitive')}</Paragraph> : null}
      <Details summary={t('months.asTable')}>
        <MonthTable rq={rq} answer={answer} />
      </Details>
      <Paragraph small id="months-definition">
        {t('months.definition', { version: COUNT_VERSION, least: leastShown })}
      </Paragraph>
    </Section>
  );
};
