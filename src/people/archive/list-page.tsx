import { formatDateTime, formatShortDate } from '#platform/calendar/index.ts';
import type { FieldErrors } from '#platform/errors.ts';
import { stepsFrom } from '#platform/state-machine.ts';
import {
  ErrorSummary,
  Heading,
  Lead,
  Link,
  Pager,
  Paragraph,
  Section,
  SummaryList,
  Table,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { inWords } from '../web-form.ts';
import { Approve, Cancel } from './list-acts.tsx';
import { ARCHIVE, classInWords, resultInWords } from './overview-page.tsx';
import type { ClassCount, ItemRow, ListFacts } from './read.ts';
import { listMachine } from './states.ts';
import { archiveTexts } from './texts.ts';

/** Everything that stands on the page of one list. */
export interface ListView {
  readonly list: ListFacts;
  readonly counts: readonly ClassCount[];
  readonly items: readonly ItemRow[];
  readonly next: string | undefined;
}

/** What was typed in the form that withdraws. */
export interface TypedCancel {
  readonly reason: string;
}

/** Whether lines may still come off and people may still say yes or no. */
export const isUndecided = ({ state }: ListFacts): boolean =>
  state === 'drawn_up' || state === 'approved_once';

const Facts = ({ rq, list }: { rq: Rq; list: ListFacts }) => {
  const t = rq.texts(archiveTexts);
  const by = (name: string | null, at: Date | null): string =>
    name !== null && at !== null
      ? t('list.by', { name, moment: formatDateTime(at, rq.lang) })
      : t('list.nobody');
  const rows = [
    { key: 'state', term: t('list.state'), value: t(`list.state.${list.state}`) },
    { key: 'day', term: t('list.reference'), value: formatShortDate(list.reference_day, rq.lang) },
    { key: 'drawn', term: t('list.drawn'), value: by(list.drawn_name, list.drawn_at) },
    { key: 'first', term: t('list.first'), value: by(list.first_name, list.first_approved_at) },
    { key: 'second', term: t('list.second'), value: by(list.second_name, list.approved_at) },
  ];
  const steps = stepsFrom(listMachine, list.state).map((step) => t(`list.step.${step}`));
  if (steps.length > 0) rows.push({ key: 'next', term: t('list.next'), value: steps.join(', ') });
  if (list.executed_at)
    rows.push({
      key: 'executed',
      term: t('list.executed'),
      value: formatDateTime(list.executed_at, rq.lang),
    });
  if (list.cancelled_at) {
    const who = by(list.cancelled_name, list.cancelled_at);
    rows.push({ key: 'cancelled', term: t('list.cancelled'), value: `${who}: ${list.cancel_reason}` });
  }
  return <SummaryList rows={rows} />;
};

interface CountTableProps {
  readonly rq: Rq;
  readonly counts: readonly ClassCount[];
  /** All is done: nothing can wait on the list any more. */
  readonly done?: boolean;
}

/** The counts of a list by class, each with its number in the selectielijst. */
export const CountTable = ({ rq, counts, done = false }: CountTableProps) => {
  const t = rq.texts(archiveTexts);
  const day = (text: string): string => formatShortDate(text, rq.lang);
  return (
    <Table
      lang={rq.lang}
      caption={t('list.counts')}
      captionHidden
      rows={counts}
      rowKey={(row) => row.class}
      columns={[
        { key: 'class', header: t('line.class'), cell: (row) => classInWords(rq, row.class) },
        { key: 'result', header: t('class.result'), cell: (row) => resultInWords(rq, row.class) },
        {
          key: 'period',
          header: t('count.period'),
          cell: (row) => t('count.period.value', { first: day(row.first_day), last: day(row.last_day) }),
        },
        ...(done
          ? []
          : [
              {
                key: 'listed',
                header: t('count.listed'),
                numeric: true,
                cell: (row: ClassCount) => row.listed,
              },
            ]),
        { key: 'destroyed', header: t('count.destroyed'), numeric: true, cell: (row) => row.destroyed },
        { key: 'kept', header: t('count.kept'), numeric: true, cell: (row) => row.kept },
        { key: 'skipped', header: t('count.skipped'), numeric: true, cell: (row) => row.skipped },
      ]}
    />
  );
};

const LineTable = ({ rq, view }: { rq: Rq; view: ListView }) => {
  const t = rq.texts(archiveTexts);
  const day = (text: string): string => formatShortDate(text, rq.lang);
  const canKeep = rq.may('destruction.approve') && isUndecided(view.list);
  const fate = ({ state, kept_reason, kept_until }: ItemRow): string =>
    state === 'kept'
      ? t('line.state.kept', { day: day(kept_until ?? ''), reason: kept_reason ?? '' })
      : t(`line.state.${state}`);
  return (
    <Table
      lang={rq.lang}
      caption={t('list.lines')}
      captionHidden
      rows={view.items}
      rowKey={({ id }) => id}
      columns={[
        { key: 'label', header: t('line.label'), cell: ({ label }) => label },
        { key: 'class', header: t('line.class'), cell: (row) => classInWords(rq, row.class) },
        { key: 'started', header: t('line.started'), cell: (row) => day(row.started_on) },
        { key: 'until', header: t('line.until'), cell: (row) => day(row.keep_until) },
        {
          key: 'state',
          header: t('line.state'),
          cell: (row) => (
            <>
              {fate(row)}
              {canKeep && row.state === 'listed' ? (
                <>
                  {' '}
                  <Link href={`${ARCHIVE}/${view.list.id}/bewaren/${row.id}`}>
                    {t('line.keep')} {row.label}
                  </Link>
                </>
              ) : null}
            </>
          ),
        },
      ]}
    />
  );
};

/** One destruction list: where it stands, what is on it, and the next act. */
export const listPage = (rq: Rq, view: ListView, typed: TypedCancel, errors: FieldErrors): PageContent => {
  const t = rq.texts(archiveTexts);
  const { list, counts, next } = view;
  const path = `${ARCHIVE}/${list.id}`;
  const title = t('list.title', { number: list.number });
  return {
    title,
    width: 'staff',
    current: ARCHIVE,
    hasErrors: Object.keys(errors).length > 0,
    body: (
      <>
        <Paragraph>
          <Link href={ARCHIVE}>{t('archive.title')}</Link>
        </Paragraph>
        <ErrorSummary lang={rq.lang} errors={inWords(errors, t)} />
        <Heading level={1}>{title}</Heading>
        {list.state === 'approved' ? <Lead>{t('list.again')}</Lead> : null}
        {list.state === 'executed' ? (
          <Paragraph>
            <Link href={`${path}/verklaring`}>{t('list.certificate')}</Link>
          </Paragraph>
        ) : null}
        <Facts rq={rq} list={list} />
        <Section id="wat" title={t('list.counts')}>
          <CountTable rq={rq} counts={counts} />
        </Section>
        <Section id="regels" title={t('list.lines')}>
          <Paragraph>
            <Link href={`${path}/lijst.csv`}>{t('list.download')}</Link>
          </Paragraph>
          <LineTable rq={rq} view={view} />
          <Pager lang={rq.lang} nextHref={next && `${path}?na=${next}#regels`} />
        </Section>
        {isUndecided(list) && rq.may('destruction.approve') ? (
          <>
            <Approve rq={rq} list={list} errors={errors} />
            <Cancel rq={rq} list={list} typed={typed} errors={errors} />
          </>
        ) : null}
      </>
    ),
  };
};
