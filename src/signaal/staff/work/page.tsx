import type { ReactNode } from 'react';
import { formatShortDate } from '#platform/calendar/index.ts';
import type { ListPage } from '#platform/paging.ts';
import {
  type Column,
  EmptyState,
  Heading,
  InlineForm,
  Link,
  Pager,
  Section,
  StatusBadge,
  Table,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { signaalTexts } from '../../texts.ts';
import type { SignaalRow } from '../list.ts';
import { staffTexts } from '../texts.ts';
import { categoryName, DueBadge, Excerpt, PartBadge, placeLine, voiceLine } from '../web/labels.tsx';
import { Dense, OneLine, Strip } from '../web/layout.tsx';
import { signaalColumns, signaalHref } from '../web/rows.tsx';
import type { ListChoices } from './choices.ts';
import { WorkFilters, type WorkQuery } from './filter.tsx';
import type { LoadRow, WorkRow } from './read.ts';

/** The department's worklist. */
export const WORK = '/werk';

/** A department's list, with the load per person for its head. */
export interface WorkPage {
  readonly query: WorkQuery;
  readonly page: ListPage<WorkRow>;
  readonly choices: ListChoices;
  readonly load: readonly LoadRow[] | null;
}

const nextHref = (rq: Rq, next: string | undefined): string | undefined => {
  if (next === undefined) return undefined;
  const here = new URLSearchParams(rq.url.search);
  here.set('na', next);
  return `${WORK}?${here}`;
};

/** One click to take it on, one to say that it is done. */
const Acts = ({ rq, row }: { rq: Rq; row: WorkRow }) => {
  const t = rq.texts(staffTexts);
  const href = `${signaalHref(row.signaalId)}/delen/${row.id}`;
  return (
    <Strip>
      {row.state === 'offered' ? (
        <InlineForm
          action={`${href}/aanvaarden`}
          csrf={rq.csrf}
          label={t('part.accept')}
          fields={[
            { name: 'versie', value: row.version },
            { name: 'terug', value: WORK },
          ]}
        />
      ) : null}
      <Link href={`${signaalHref(row.signaalId)}#deel-${row.id}`}>{t('part.done')}</Link>
    </Strip>
  );
};

const Words = ({ rq, row }: { rq: Rq; row: WorkRow }) => {
  const t = rq.texts(staffTexts);
  return (
    <>
      <Link href={signaalHref(row.signaalId)}>
        {t('signaal.number', { number: row.number })}
        {': '}
        <Excerpt rq={rq} text={row.text} />
      </Link>{' '}
      {row.urgent ? <StatusBadge tone="warning">{t('urgent')}</StatusBadge> : null}
    </>
  );
};

const State = ({ rq, row }: { rq: Rq; row: WorkRow }) => (
  <>
    <PartBadge rq={rq} state={row.state} />{' '}
    {row.offeredBy === 'reopening' ? (
      <StatusBadge tone="warning">{rq.texts(signaalTexts)('state.reopened')}</StatusBadge>
    ) : null}{' '}
    <DueBadge rq={rq} due={row} />
  </>
);

const TwoLines = ({ first, second }: { first: ReactNode; second: string }) => (
  <>
    {first}
    <br />
    <span className="wr-muted">{second}</span>
  </>
);

const columns = (rq: Rq): Column<WorkRow>[] => {
  const t = rq.texts(staffTexts);
  return [
    { key: 'number', header: t('column.signaal'), cell: (row) => <Words rq={rq} row={row} /> },
    {
      key: 'place',
      header: t('column.place'),
      cell: (row) => <TwoLines first={placeLine(rq, row)} second={categoryName(rq, row)} />,
    },
    { key: 'state', header: t('column.state'), cell: (row) => <State rq={rq} row={row} /> },
    {
      key: 'offered',
      header: t('column.offered'),
      cell: (row) => (
        <TwoLines
          first={<OneLine>{formatShortDate(row.offeredAt, rq.lang)}</OneLine>}
          second={`${row.account ?? row.department}; ${voiceLine(rq, row)}`}
        />
      ),
    },
    { key: 'acts', header: t('column.acts'), cell: (row) => <Acts rq={rq} row={row} /> },
  ];
};

/** Who is late, for the head of the department (2.23). */
const Load = ({ rq, load }: { rq: Rq; load: readonly LoadRow[] }) => {
  const t = rq.texts(staffTexts);
  return (
    <Section id="stand" title={t('work.load')}>
      <Table
        lang={rq.lang}
        caption={t('work.load')}
        captionHidden
        rows={load}
        rowKey={({ account }) => account ?? '-'}
        columns={[
          { key: 'who', header: t('column.who'), cell: ({ account }) => account ?? t('work.nobody') },
          { key: 'open', header: t('column.open'), numeric: true, cell: ({ open }) => String(open) },
          {
            key: 'late',
            header: t('column.late'),
            numeric: true,
            cell: ({ late }) =>
              late === 0 ? '0' : <StatusBadge tone="late">{t('work.late', { count: late })}</StatusBadge>,
          },
        ]}
      />
    </Section>
  );
};

/** A department's worklist: oldest offer first, what is late in words and red. */
export const workPage = (rq: Rq, { query, page, choices, load }: WorkPage): PageContent => {
  const t = rq.texts(staffTexts);
  const filtered = rq.url.search !== '';
  return {
    title: t('work.title'),
    width: 'staff',
    current: WORK,
    body: (
      <Dense>
        <Heading level={1}>{t('work.title')}</Heading>
        {load ? <Load rq={rq} load={load} /> : null}
        <WorkFilters rq={rq} path={WORK} query={query} choices={choices} withState />
        {page.rows.length === 0 ? (
          <EmptyState title={t(filtered ? 'list.none' : 'work.empty')}>
            {t(filtered ? 'list.none.text' : 'work.empty.text')}
          </EmptyState>
        ) : (
          <Table
            lang={rq.lang}
            caption={t('work.title')}
            captionHidden
            rows={page.rows}
            rowKey={({ id }) => id}
            columns={columns(rq)}
          />
        )}
        <Pager lang={rq.lang} nextHref={nextHref(rq, page.next)} />
      </Dense>
    ),
  };
};

/** What somebody without a department may see: the signalen of his reach, oldest first. */
export const scopedPage = (
  rq: Rq,
  { query, page, choices }: { query: WorkQuery; page: ListPage<SignaalRow>; choices: ListChoices },
): PageContent => {
  const t = rq.texts(staffTexts);
  return {
    title: t('scoped.title'),
    width: 'staff',
    current: WORK,
    body: (
      <Dense>
        <Heading level={1}>{t('scoped.title')}</Heading>
        <WorkFilters rq={rq} path={WORK} query={query} choices={choices} withState={false} />
        {page.rows.length === 0 ? (
          <EmptyState title={t('list.none')}>{t('list.none.text')}</EmptyState>
        ) : (
          <Table
            lang={rq.lang}
            caption={t('scoped.title')}
            captionHidden
            rows={page.rows}
            rowKey={({ id }) => id}
            columns={signaalColumns(rq)}
          />
        )}
        <Pager lang={rq.lang} nextHref={nextHref(rq, page.next)} />
      </Dense>
    ),
  };
};
