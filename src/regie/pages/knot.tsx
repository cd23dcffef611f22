import type { ReactNode } from 'react';
import { formatDate, formatDateTime, formatShortDate } from '#platform/calendar/index.ts';
import {
  Columns,
  Details,
  EmptyState,
  Heading,
  Link,
  List,
  Paragraph,
  Quote,
  Section,
  SummaryList,
  type SummaryRow,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import type { DecisionRow } from '../read/knot.ts';
import { regieTexts } from '../texts.ts';
import { Did, Mistakes, pageState } from '../web/form.tsx';
import { KnotBadge, KnotDay, turnOf } from '../web/knot-words.tsx';
import { euros, lines } from '../web/words.ts';
import { KnotActs } from './knot-acts.tsx';
import type { KnotPage } from './knot-model.ts';
import { KNOTS } from './knots.tsx';

interface Props {
  readonly rq: Rq;
  readonly page: KnotPage;
}

const OBJECT_HREF = {
  signaal: '/signalen/',
  group: '/groepen/',
  knelpunt: '/knelpunten/',
  focuspunt: '/focuspunten/',
} as const;

const Facts = ({ rq, page: { knot, workdays } }: Props) => {
  const t = rq.texts(regieTexts);
  const rows: SummaryRow[] = [
    {
      key: 'object',
      term: t('knot.object'),
      value: (
        <Link href={`${OBJECT_HREF[knot.objectKind]}${knot.objectId}`}>
          {t(`object.${knot.objectKind}`)}: {knot.title}
        </Link>
      ),
    },
    {
      key: 'turn',
      term: t('knots.turn'),
      value: turnOf(rq, { ...knot, owner: knot.decisions[0]?.owner ?? null }),
    },
    { key: 'day', term: t('knots.day'), value: <KnotDay rq={rq} row={knot} workdays={workdays} /> },
    { key: 'cause', term: t('knots.cause'), value: t(`knot.cause.${knot.cause}`) },
    {
      key: 'reported',
      term: t('knot.reported'),
      value: [formatDate(knot.reportedAt, rq.lang), knot.raisedBy].filter(Boolean).join(', '),
    },
  ];
  return (
    <>
      <SummaryList rows={rows} />
      {knot.causeNote ? <Quote by={knot.raisedBy ?? ''}>{knot.causeNote}</Quote> : null}
      {knot.droppedReason ? <Paragraph>{t('knot.dropped', { reason: knot.droppedReason })}</Paragraph> : null}
    </>
  );
};

/** How it went back and forth: each department with its reason. */
const Journey = ({ rq, page: { parts, moves } }: Props) => {
  const t = rq.texts(regieTexts);
  const day = (date: Date): string => formatShortDate(date, rq.lang);
  const steps = [
    ...parts.map((part) => ({
      key: part.id,
      content: lines(
        t(`journey.part.${part.state}`, {
          department: part.department,
          offered: day(part.offeredAt),
          day: day(part.stateSince),
        }),
        part.returnReason ? t(`return.${part.returnReason}`) : null,
        part.returnNote,
      ),
    })),
    ...moves.map((move) => ({
      key: move.id,
      content: lines(
        t(`journey.move.${move.state}`, { department: move.to, day: day(move.settledAt ?? move.offeredAt) }),
        move.reason,
      ),
    })),
  ];
  if (steps.length === 0) return null;
  return (
    <Section id="heen-en-weer" title={t('knot.journey')}>
      <List ordered items={steps} />
    </Section>
  );
};

const Sides = ({ rq, page: { knot } }: Props) => {
  const t = rq.texts(regieTexts);
  const unheard = [
    { id: knot.sideAId, name: knot.sideA },
    { id: knot.sideBId, name: knot.sideB },
  ].filter(({ id }) => id !== null && !knot.hearings.some(({ departmentId }) => departmentId === id));
  return (
    <Section id="beide-kanten" title={t('knot.sides')}>
      {knot.hearings.length === 0 ? (
        <EmptyState title={t('knot.nobody_heard')}>{t('knot.nobody_heard.text')}</EmptyState>
      ) : null}
      {knot.hearings.map((said) => (
        <Quote
          key={said.id}
          by={[said.department, said.by, t(`hearing.${said.how}`), formatDateTime(new Date(said.at), rq.lang)]
            .filter((part) => part !== null)
            .join(', ')}
        >
          {said.text}
        </Quote>
      ))}
      {unheard.map(({ id, name }) => (
        <Paragraph key={id}>{t('knot.unheard', { department: name ?? '' })}</Paragraph>
      ))}
    </Section>
  );
};

const Decision = ({ rq, decision }: { rq: Rq; decision: DecisionRow }) => {
  const t = rq.texts(regieTexts);
  const rows: SummaryRow[] = [
    { key: 'owner', term: t('decision.owner'), value: decision.owner },
    { key: 'due', term: t('decision.due'), value: formatDate(decision.dueOn, rq.lang) },
    {
      key: 'budget',
      term: t('decision.budget'),
      value: [decision.budgetLine, decision.amountEuro === null ? null : euros(rq.lang, decision.amountEuro)]
        .filter((part) => part !== null)
        .join(', '),
    },
    {
      key: 'by',
      term: t('decision.by'),
      value: `${t(`level.${decision.level}`)}, ${decision.by}, ${formatDateTime(new Date(decision.at), rq.lang)}`,
    },
    { key: 'mandate', term: t('decision.mandate'), value: decision.mandate ?? t('decision.own_power') },
  ];
  return (
    <>
      <Quote>{decision.text}</Quote>
      <SummaryList rows={rows} />
      <Heading level={3}>{t('decision.public')}</Heading>
      {decision.publicText.split('\n\n').map((paragraph) => (
        <Paragraph key={paragraph}>{paragraph}</Paragraph>
      ))}
    </>
  );
};

const Decisions = ({ rq, page: { knot } }: Props) => {
  const t = rq.texts(regieTexts);
  const [latest, ...replaced] = knot.decisions;
  if (!latest) return null;
  return (
    <Section id="besluit" title={t('knot.decision')}>
      <Decision rq={rq} decision={latest} />
      {knot.objectKind === 'group' ? (
        <Paragraph>
          <Link href={`/groepen/${knot.objectId}/brief`}>{t('knot.letter')}</Link>
        </Paragraph>
      ) : null}
      {replaced.length === 0 ? null : (
        <>
          <Heading level={3}>{t('knot.replaced')}</Heading>
          <List
            items={replaced.map(({ id, at, owner, text }) => ({
              key: id,
              content: lines(`${formatDateTime(new Date(at), rq.lang)}: ${owner}`, text),
            }))}
          />
        </>
      )}
    </Section>
  );
};

const History = ({ rq, page: { knot } }: Props) => {
  const t = rq.texts(regieTexts);
  return (
    <Details summary={t('knot.history')}>
      <List
        ordered
        items={knot.history.map(({ id, at, action, by }) => {
          const values = {
            day: formatDateTime(new Date(at), rq.lang),
            what: t.dynamic(`step.${action}`),
            name: by ?? '',
          };
          return { key: id, content: t(by === null ? 'knot.history_line' : 'knot.history_by', values) };
        })}
      />
    </Details>
  );
};

/** One knot: who has it, how it came to be, both sides, the decision, and what this person can do. */
export const knotPage = (rq: Rq, page: KnotPage, thread: ReactNode): PageContent => {
  const t = rq.texts(regieTexts);
  const title = t('knot.name', { number: page.knot.number, title: page.knot.title });
  return {
    title,
    width: 'staff',
    current: KNOTS,
    ...pageState(page.failed),
    body: (
      <>
        <Paragraph>
          <Link href={KNOTS}>{t('knots.title')}</Link>
        </Paragraph>
        <Mistakes rq={rq} failed={page.failed} />
        <Did rq={rq} done={page.done} />
        <Heading level={1} look={2}>
          {title}
        </Heading>
        <p>
          <KnotBadge rq={rq} state={page.knot.state} />{' '}
          {page.acts.size === 0 ? null : <Link href="#doen">{t('knot.acts')}</Link>}
        </p>
        {thread}
        <Columns asideLabel={t('knot.acts')} aside={<KnotActs rq={rq} page={page} />}>
          <Decisions rq={rq} page={page} />
          <Facts rq={rq} page={page} />
          <Journey rq={rq} page={page} />
          <Sides rq={rq} page={page} />
          <History rq={rq} page={page} />
        </Columns>
      </>
    ),
  };
};
