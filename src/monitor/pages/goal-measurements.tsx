import { formatShortDate } from '#platform/calendar/index.ts';
import { Link, Paragraph, StatusBadge, Table, VisuallyHidden } from '#platform/web/components/index.ts';
import type { Measurement } from '../read/view.ts';
import { monitorTexts } from '../texts.ts';
import { marginIn, numberIn, outcomeIn } from '../web/words.ts';
import type { PageProps } from './goal-facts.tsx';

interface Row extends Measurement {
  readonly counts: boolean;
}

/** All measurements, the latest first; a corrected one stays to be seen. */
export const Measurements = ({ rq, page }: PageProps) => {
  const t = rq.texts(monitorTexts);
  const { goal, corrected, may } = page;
  const rows: Row[] = [
    ...goal.measurements.map((row) => ({ ...row, counts: true })),
    ...corrected.map((row) => ({ ...row, counts: false })),
  ].toSorted((a, b) => b.measuredOn.localeCompare(a.measuredOn));
  if (rows.length === 0) return <Paragraph>{t('goal.noMeasurements')}</Paragraph>;
  const isFigure = goal.kind === 'figure';
  return (
    <Table
      lang={rq.lang}
      caption={t('goal.measurements')}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: 'on', header: t('column.on'), cell: (row) => formatShortDate(row.measuredOn, rq.lang) },
        { key: 'role', header: t('column.role'), cell: (row) => t(`role.${row.role}`) },
        { key: 'value', header: t('column.value'), cell: (row) => outcomeIn(rq, goal, row) },
        ...(isFigure
          ? [
              {
                key: 'margin',
                header: t('column.margin'),
                cell: (row: Row) => (row.value === null ? '–' : marginIn(rq, goal, row)),
              },
              {
                key: 'n',
                header: t('column.n'),
                numeric: true,
                cell: (row: Row) => (row.n === null ? '–' : numberIn(rq, row.n)),
              },
            ]
          : []),
        { key: 'source', header: t('column.source'), cell: (row) => row.source || '–' },
        { key: 'version', header: t('column.version'), numeric: true, cell: (row) => row.definitionVersion },
        {
          key: 'note',
          header: t('column.note'),
          cell: (row) => <Note rq={rq} page={page} row={row} may={may.measure} />,
        },
      ]}
    />
  );
};

const Note = ({ rq, page, row, may }: PageProps & { row: Row; may: boolean }) => {
  const t = rq.texts(monitorTexts);
  if (!row.counts) return <StatusBadge tone="neutral">{t('goal.corrected')}</StatusBadge>;
  return (
    <>
      {row.note}
      {row.note === null || !may ? null : ' '}
      {may ? (
        <Link href={`/doelen/${page.goal.id}/meten?verbetert=${row.id}`}>
          {t('goal.correct')}
          <VisuallyHidden>
            {' '}
            {t('goal.correctAbout', { date: formatShortDate(row.measuredOn, rq.lang) })}
          </VisuallyHidden>
        </Link>
      ) : row.note === null ? (
        '–'
      ) : null}
    </>
  );
};
