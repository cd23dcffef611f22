import { formatDate, formatShortDate, isoDate, plusDays } from '#platform/calendar/index.ts';
import {
  Button,
  DateField,
  EmptyState,
  Heading,
  HonestNumber,
  Lead,
  Link,
  Paragraph,
  Section,
  Table,
  TextArea,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { answerStack } from '../commands/stack.ts';
import {
  type RankRow,
  rankingOf,
  type Stack,
  seesRanking,
  stackDepartments,
  stacksOf,
} from '../read/stacks.ts';
import { regieTexts } from '../texts.ts';
import { ActForm, actRoute, Did, doneQuery, type Failed, formOf, Mistakes, pageState } from '../web/form.tsx';

/** The simple signalen that were left lying. */
export const STACK = '/stapel';

/** The word that the page then says back. */
const ANSWERED = 'stack_answered';

/** How far ahead an answer proposes its day. */
const PROPOSED_DAYS = 7;

const Items = ({ rq, stack }: { rq: Rq; stack: Stack }) => {
  const t = rq.texts(regieTexts);
  return (
    <Table
      lang={rq.lang}
      caption={t('stack.title')}
      captionHidden
      rows={stack.items}
      rowKey={({ signaalId }) => signaalId}
      columns={[
        {
          key: 'signaal',
          header: t('stack.signaal'),
          cell: ({ signaalId, number, category }) => {
            const name = t('stack.number', { number, category: category ?? t('stack.no_category') });
            return rq.may('signaal.read') ? <Link href={`/signalen/${signaalId}`}>{name}</Link> : name;
          },
        },
        {
          key: 'since',
          header: t('stack.since'),
          cell: ({ lateSince }) => formatShortDate(new Date(lateSince), rq.lang),
        },
        {
          key: 'state',
          header: t('stack.state'),
          cell: ({ waiting }) => t(waiting ? 'stack.waiting' : 'stack.settled'),
        },
      ]}
    />
  );
};

const AnswerForm = ({ rq, stack, failed }: { rq: Rq; stack: Stack; failed: Failed | null }) => {
  const t = rq.texts(regieTexts);
  const form = formOf(rq, `${STACK}/${stack.id}/antwoord`, failed);
  // Only the form that came back keeps the plain ids: the summary of mistakes points at those.
  const idOf = (name: string): { id?: string } => (form.isOpen ? {} : { id: `${name}-${stack.id}` });
  return (
    <ActForm rq={rq} action={form.action} version={stack.version}>
      <TextArea
        {...form.field('sentence')}
        {...idOf('sentence')}
        label={t('stack.sentence')}
        description={t('stack.sentence.hint')}
        rows={2}
      />
      <DateField
        {...form.day('hear', plusDays(isoDate(rq.now), PROPOSED_DAYS))}
        {...idOf('hear')}
        label={t('stack.hear')}
      />
      <Button>{t('stack.send')}</Button>
    </ActForm>
  );
};

const StackSection = ({ rq, stack, failed }: { rq: Rq; stack: Stack; failed: Failed | null }) => {
  const t = rq.texts(regieTexts);
  const waiting = stack.items.filter((item) => item.waiting).length;
  return (
    <Section
      id={`stapel-${stack.id}`}
      title={t('stack.week', {
        department: stack.department,
        day: formatShortDate(stack.weekOf, rq.lang),
      })}
    >
      {stack.answeredAt === null ? (
        <Paragraph>{t('stack.count', { count: waiting })}</Paragraph>
      ) : (
        <Paragraph>
          {t('stack.answered', {
            day: formatShortDate(stack.answeredAt, rq.lang),
            answer: stack.answer ?? '',
          })}{' '}
          {stack.hearBy ? t('stack.hear_line', { day: formatDate(stack.hearBy, rq.lang) }) : null}
        </Paragraph>
      )}
      {stack.answeredAt === null && waiting > 0 ? <AnswerForm rq={rq} stack={stack} failed={failed} /> : null}
      <Items rq={rq} stack={stack} />
    </Section>
  );
};

/** For directie only: how many lie late at each department (0.2 D12). */
const Ranking = ({ rq, rows }: { rq: Rq; rows: readonly RankRow[] }) => {
  const t = rq.texts(regieTexts);
  const [first] = rows;
  if (!first) return <EmptyState title={t('stack.empty')}>{t('stack.empty.text')}</EmptyState>;
  const day = formatShortDate(first.weekOf, rq.lang);
  const total = rows.reduce((sum, { late }) => sum + late, 0);
  return (
    <>
      <HonestNumber
        lang={rq.lang}
        label={t('stack.total')}
        measured={{
          value: String(total),
          sample: String(total),
          source: t('stack.source', { day }),
          date: day,
          definition: { label: t('stack.definition') },
        }}
      />
      <Table
        lang={rq.lang}
        caption={t('stack.lead_ranking')}
        captionHidden
        rows={rows}
        rowKey={({ departmentId }) => departmentId}
        columns={[
          { key: 'department', header: t('stack.department'), cell: ({ department }) => department },
          { key: 'late', header: t('stack.late'), numeric: true, cell: ({ late }) => String(late) },
          {
            key: 'state',
            header: t('stack.state'),
            cell: ({ answered }) => t(answered ? 'stack.settled' : 'stack.open'),
          },
        ]}
      />
    </>
  );
};

interface StackPage {
  readonly stacks: readonly Stack[];
  readonly ranking: readonly RankRow[] | null;
  readonly failed: Failed | null;
  readonly done?: string | undefined;
}

const stackPage = (rq: Rq, { stacks, ranking, failed, done }: StackPage): PageContent => {
  const t = rq.texts(regieTexts);
  const empty = stacks.length === 0 && ranking === null;
  return {
    title: t('stack.title'),
    width: 'staff',
    current: STACK,
    ...pageState(failed),
    body: (
      <>
        <Mistakes rq={rq} failed={failed} />
        <Did rq={rq} done={done} />
        <Heading level={1}>{t('stack.title')}</Heading>
        <Lead>{t(ranking ? 'stack.lead_ranking' : 'stack.lead')}</Lead>
        {ranking ? <Ranking rq={rq} rows={ranking} /> : null}
        {empty ? <EmptyState title={t('stack.empty')}>{t('stack.empty.text')}</EmptyState> : null}
        {stacks.map((stack) => (
          <StackSection key={stack.id} rq={rq} stack={stack} failed={failed} />
        ))}
      </>
    ),
  };
};

const showStack = async (rq: Rq, failed: Failed | null, done?: string): Promise<Response> => {
  const departmentIds = stackDepartments(rq.principal);
  const read = await rq.read(async (db) => ({
    stacks: departmentIds.length === 0 ? [] : await stacksOf(db, rq.gemeente, departmentIds),
    ranking: seesRanking(rq.principal) ? await rankingOf(db, rq.gemeente) : null,
  }));
  return rq.page(stackPage(rq, { ...read, failed, done }));
};

const show = defineRoute({
  method: 'GET',
  path: STACK,
  policy: 'stack.read',
  query: doneQuery,
  handle: (rq, { query }) => showStack(rq, null, query.gedaan),
});

const answer = actRoute({
  path: `${STACK}/:id/antwoord`,
  policy: 'stack.answer',
  run: (rq, { text, day, version }, stackId) =>
    rq.run(answerStack, { stackId, version, sentence: text('sentence'), hearBy: day('hear') }),
  again: (rq, _, failed) => showStack(rq, failed),
  next: () => `${STACK}?gedaan=${ANSWERED}`,
});

/** The weekly stack of a department, and for directie the ranking. */
export const stackRoutes: readonly Route[] = [show, answer];
