import { formatShortDate } from '#platform/calendar/index.ts';
import { type Column, Link, StatusBadge } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { signaalTexts } from '../../texts.ts';
import type { SignaalRow } from '../list.ts';
import { staffTexts } from '../texts.ts';
import { categoryName, DueBadge, Excerpt, placeLine, StateBadge, voiceLine } from './labels.tsx';
import { OneLine } from './layout.tsx';

/** The address of a signaal for staff. */
export const signaalHref = (id: string): string => `/signalen/${id}`;

/** Number and the reporter's own words, as a link to the whole. */
const numberColumn = (rq: Rq): Column<SignaalRow> => ({
  key: 'number',
  header: rq.texts(staffTexts)('column.signaal'),
  rowHeader: true,
  cell: (row) => (
    <>
      <Link href={signaalHref(row.id)}>
        {rq.texts(staffTexts)('signaal.number', { number: row.number })}
        {': '}
        <Excerpt rq={rq} text={row.text} />
      </Link>
      {row.urgent ? (
        <>
          {' '}
          <StatusBadge tone="warning">{rq.texts(staffTexts)('urgent')}</StatusBadge>
        </>
      ) : null}
    </>
  ),
});

/** The columns every list of signalen has. */
export const signaalColumns = (rq: Rq): Column<SignaalRow>[] => {
  const t = rq.texts(staffTexts);
  return [
    numberColumn(rq),
    {
      key: 'place',
      header: t('column.place'),
      cell: (row) => (
        <>
          {placeLine(rq, row)}
          <br />
          <span className="wr-muted">{categoryName(rq, row)}</span>
        </>
      ),
    },
    {
      key: 'received',
      header: t('column.received'),
      cell: (row) => (
        <>
          <OneLine>{formatShortDate(row.receivedAt, rq.lang)}</OneLine>
          <br />
          <span className="wr-muted">{voiceLine(rq, row)}</span>
        </>
      ),
    },
    {
      key: 'state',
      header: t('column.state'),
      cell: (row) => (
        <>
          <StateBadge rq={rq} state={row.state} /> <DueBadge rq={rq} due={row} />
        </>
      ),
    },
    {
      key: 'owner',
      header: t('column.owner'),
      cell: (row) =>
        row.queue === 'department' ? row.owner : rq.texts(signaalTexts).dynamic(`queue.${row.queue}`),
    },
  ];
};
