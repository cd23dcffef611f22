import { formatShortDate } from '#platform/calendar/index.ts';
import type { ListPage } from '#platform/paging.ts';
import {
  EmptyState,
  Heading,
  Lead,
  Link,
  LinkButton,
  Pager,
  StatusBadge,
  Table,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { address, QUESTIONS } from '../paths.ts';
import { councilTexts } from '../texts.ts';
import type { QuestionRow } from './read.ts';

const TONES = {
  asked: 'warning',
  forwarded: 'active',
  drafted: 'warning',
  answered: 'ok',
  withdrawn: 'neutral',
} as const;

/** The state of a question in words, with its tone. */
export const QuestionBadge = ({ rq, state }: { rq: Rq; state: QuestionRow['state'] }) => (
  <StatusBadge tone={TONES[state]}>{rq.texts(councilTexts)(`question.${state}`)}</StatusBadge>
);

const SHORT = 120;

/** The beginning of a question, to tell it from others. */
const shortOf = (text: string): string => (text.length > SHORT ? `${text.slice(0, SHORT).trimEnd()}…` : text);

const Questions = ({ rq, rows }: { rq: Rq; rows: readonly QuestionRow[] }) => {
  const t = rq.texts(councilTexts);
  return (
    <Table
      lang={rq.lang}
      caption={t('question.list')}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'date',
          header: t('register.date'),
          cell: ({ askedAt }) => formatShortDate(askedAt, rq.lang),
        },
        {
          key: 'question',
          header: t('field.question'),
          rowHeader: true,
          cell: ({ id, question }) => <Link href={`${QUESTIONS}/${id}`}>{shortOf(question)}</Link>,
        },
        {
          key: 'department',
          header: t('field.department'),
          cell: ({ department }) => department ?? '–',
        },
        {
          key: 'state',
          header: t('register.state'),
          cell: ({ state }) => <QuestionBadge rq={rq} state={state} />,
        },
      ]}
    />
  );
};

/** The technical questions that somebody may read. */
export const questionsPage = (rq: Rq, { rows, next }: ListPage<QuestionRow>): PageContent => {
  const t = rq.texts(councilTexts);
  return {
    title: t('question.list'),
    width: 'staff',
    current: QUESTIONS,
    body: (
      <>
        <Heading level={1}>{t('question.list')}</Heading>
        <Lead>{t('question.lead')}</Lead>
        {rq.may('question.ask') ? (
          <LinkButton href={`${QUESTIONS}/nieuw`}>{t('question.new')}</LinkButton>
        ) : null}
        {rows.length === 0 ? (
          <EmptyState title={t('question.none')}>{t('question.none.text')}</EmptyState>
        ) : (
          <Questions rq={rq} rows={rows} />
        )}
        <Pager lang={rq.lang} nextHref={next && address(QUESTIONS, { na: next })} />
      </>
    ),
  };
};
