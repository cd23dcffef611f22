import type { ReactNode } from 'react';
import { outcomeIn, RedBadges, Standing } from '#monitor/index.ts';
import { formatDate, isoDate } from '#platform/calendar/index.ts';
import {
  Alert,
  Heading,
  Lead,
  Link,
  LinkButton,
  List,
  Own,
  OwnIn,
  Paragraph,
  Section,
  StatusBadge,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { Problems } from '../../plan/pages/frame.tsx';
import { planTexts } from '../../plan/texts.ts';
import { DecideForm, ProposeForm } from './forms.tsx';
import type { TestPage } from './model.ts';

interface PageProps {
  readonly rq: Rq;
  readonly page: TestPage;
}

/** What was measured since the last test, goal by goal, and what was not. */
const Measured = ({ rq, page: { evidence, may } }: PageProps) => {
  const t = rq.texts(planTexts);
  const goals = [
    ...evidence.measured.map(({ goal }) => ({ goal, isNew: true })),
    ...evidence.missing.map(({ goal }) => ({ goal, isNew: false })),
  ];
  return (
    <Section id="gemeten" title={t('test.measured')}>
      {goals.length === 0 ? <StatusBadge tone="late">{t('test.noGoals')}</StatusBadge> : null}
      {goals.map(({ goal, isNew }) => (
        <Section
          key={goal.id}
          id={`doel-${goal.id}`}
          level={3}
          title={
            <Link href={`/doelen/${goal.id}`}>
              <Own>{goal.title}</Own>
            </Link>
          }
        >
          {isNew ? null : <StatusBadge tone="late">{t('test.notNew')}</StatusBadge>}
          <RedBadges rq={rq} goal={goal} />
          <Standing rq={rq} goal={goal} />
          {!isNew && may.measure ? (
            <LinkButton href={`/doelen/${goal.id}/meten`} look="secondary">
              {t('test.measure')}
            </LinkButton>
          ) : null}
        </Section>
      ))}
    </Section>
  );
};

const Proposal = ({ rq, page }: PageProps) => {
  const t = rq.texts(planTexts);
  const { test, may } = page;
  return (
    <Section id="voorstel" title={t('test.proposal')}>
      {test.proposal === null ? (
        <Paragraph>{t('test.noProposal')}</Paragraph>
      ) : (
        <>
          <Paragraph>{t('test.proposed', { result: t(`result.${test.proposal}`) })}</Paragraph>
          <Paragraph>
            <Own>{test.proposalReason}</Own>
          </Paragraph>
          {test.state === 'prepared' ? <Paragraph muted>{t('test.waitsFor')}</Paragraph> : null}
        </>
      )}
      {test.notMeasuredReason === null ? null : (
        <Paragraph>
          <OwnIn
            text={t('test.notMeasuredIs', { reason: test.notMeasuredReason })}
            own={[test.notMeasuredReason]}
          />
        </Paragraph>
      )}
      {may.propose ? <ProposeForm rq={rq} page={page} /> : null}
    </Section>
  );
};

const Decision = ({ rq, page }: PageProps) => {
  const t = rq.texts(planTexts);
  const { test, may, evidence } = page;
  if (test.result === null || test.decidedOn === null)
    return may.decide ? (
      <Section id="besluit" title={t('test.decideTitle')}>
        <DecideForm rq={rq} page={page} />
      </Section>
    ) : null;
  const lines: [string, string | null][] = [
    ['reason', test.reason],
    ['dissent', test.dissent === null ? null : t('test.dissentIs', { dissent: test.dissent })],
    ['who', test.transferredTo === null ? null : t('test.transferredIs', { who: test.transferredTo })],
    ['mandate', test.mandate === null ? null : t('test.by', { mandate: test.mandate })],
    ...evidence.measured.map(({ goal, row }): [string, string] => [
      goal.id,
      `${goal.title}: ${outcomeIn(rq, goal, row)}`,
    ]),
  ];
  const own = [
    test.reason,
    test.dissent,
    test.transferredTo,
    test.mandate,
    ...evidence.measured.map(({ goal }) => goal.title),
  ];
  return (
    <Section id="besluit" title={t('test.decideTitle')}>
      <Paragraph>
        {t('test.decided', { date: formatDate(test.decidedOn, rq.lang), result: t(`result.${test.result}`) })}
      </Paragraph>
      <List
        items={lines.flatMap(([key, content]) =>
          content === null ? [] : [{ key, content: <OwnIn text={content} own={own} /> }],
        )}
      />
      {test.result === 'adjusted' && may.measure ? (
        <LinkButton href={`/plannen/${test.planId}#doelen`}>{t('test.adjustGoals')}</LinkButton>
      ) : null}
    </Section>
  );
};

/** The page of a yearly test: what was measured, what is proposed, what was decided. */
export const testPage = (rq: Rq, page: TestPage, thread: ReactNode): PageContent => {
  const t = rq.texts(planTexts);
  const { test, failed } = page;
  const title = t('test.title', { title: test.title });
  const done = (['proposed', 'decided'] as const).find((word) => word === page.done && !failed);
  const isWrong = failed !== null && !failed.isStale;
  const isLate = test.state === 'prepared' && test.dueOn < isoDate(rq.now);
  return {
    title,
    width: 'staff',
    current: '/plannen',
    ...(isWrong ? { status: 422, hasErrors: true } : failed ? { status: 409 } : {}),
    body: (
      <>
        <Problems rq={rq} failed={failed} />
        {done ? <Alert kind="ok" announce title={t(`did.${done}`)} /> : null}
        <Paragraph>
          <Link href={`/plannen/${test.planId}`}>{t('test.back')}</Link>
        </Paragraph>
        <Heading level={1} look={2}>
          <OwnIn text={title} own={[test.title]} />
        </Heading>
        {thread}
        <StatusBadge tone={test.state === 'decided' ? 'ok' : 'active'}>
          {t(`testState.${test.state}`)}
        </StatusBadge>
        {isLate ? <StatusBadge tone="late">{t('tests.late')}</StatusBadge> : null}
        <Paragraph>{t('test.due', { date: formatDate(test.dueOn, rq.lang) })}</Paragraph>
        <Lead>{t('test.lead')}</Lead>
        <Measured rq={rq} page={page} />
        <Proposal rq={rq} page={page} />
        <Decision rq={rq} page={page} />
      </>
    ),
  };
};
