import type { ReactNode } from 'react';
import { RedBadges, Standing } from '#monitor/index.ts';
import { formatDate, isoDate } from '#platform/calendar/index.ts';
import {
  Alert,
  Heading,
  Link,
  LinkButton,
  List,
  Own,
  OwnIn,
  Paragraph,
  Section,
  StatusBadge,
  type StatusTone,
  SummaryList,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import type { PlanState } from '../rules/states.ts';
import { planTexts } from '../texts.ts';
import { ActionsPart } from './actions.tsx';
import { Problems } from './frame.tsx';
import type { PlanPage } from './model.ts';
import { MoneyPart } from './money.tsx';
import { PartnersPart } from './partners.tsx';
import { QuarterPart } from './quarter.tsx';
import { NextStep, TextsPart } from './texts-part.tsx';

interface PageProps {
  readonly rq: Rq;
  readonly page: PlanPage;
}

const TONES: Record<PlanState, StatusTone> = {
  draft: 'neutral',
  agreed: 'active',
  active: 'active',
  finished: 'ok',
};

const DONE = [
  'edited',
  'asked',
  'viewed',
  'agreed',
  'started',
  'finished',
  'revised',
  'waived',
  'added',
  'moved',
  'said',
  'promised',
  'settled',
] as const;

/** The state of a plan, and whether it is late or not needed. */
export const PlanStateBadge = ({
  rq,
  plan,
}: {
  rq: Rq;
  plan: Pick<PlanPage['plan'], 'state' | 'dueOn' | 'waiver'>;
}) => {
  const t = rq.texts(planTexts);
  const isLate =
    plan.state === 'draft' && plan.waiver === null && plan.dueOn !== null && plan.dueOn < isoDate(rq.now);
  return (
    <>
      <StatusBadge tone={TONES[plan.state]}>{t(`state.${plan.state}`)}</StatusBadge>
      {isLate && plan.dueOn !== null ? (
        <StatusBadge tone="late">{t('plan.late', { date: formatDate(plan.dueOn, rq.lang) })}</StatusBadge>
      ) : null}
    </>
  );
};

const About = ({ rq, page: { plan } }: PageProps) => {
  const t = rq.texts(planTexts);
  return (
    <Section id="focuspunt" title={t('plan.about')}>
      <SummaryList
        rows={[
          { key: 'problem', term: t('plan.problem'), value: <Own>{plan.problem}</Own> },
          { key: 'area', term: t('plan.area'), value: plan.area },
          {
            key: 'trekker',
            term: t('plan.trekker'),
            value: [plan.trekker, plan.trekkerFunction].filter(Boolean).join(', ') || t('plan.nobody'),
          },
          {
            key: 'besluit',
            term: t('plan.besluit'),
            value: plan.besluitOn === null ? t('plan.empty') : formatDate(plan.besluitOn, rq.lang),
          },
        ]}
      />
    </Section>
  );
};

const Goals = ({ rq, page }: PageProps) => {
  const t = rq.texts(planTexts);
  return (
    <Section id="doelen" title={t('goals.title')}>
      {page.goals.length === 0 ? <StatusBadge tone="late">{t('goals.none')}</StatusBadge> : null}
      {page.goals.map((goal) => (
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
          <RedBadges rq={rq} goal={goal} />
          <Standing rq={rq} goal={goal} />
        </Section>
      ))}
      {page.may('goal.set') ? (
        <LinkButton href={`/doelen/nieuw?focuspunt=${page.plan.focuspuntId}`} look="secondary">
          {t('goals.new')}
        </LinkButton>
      ) : null}
    </Section>
  );
};

const Tests = ({ rq, page: { plan } }: PageProps) => {
  const t = rq.texts(planTexts);
  const today = isoDate(rq.now);
  return (
    <Section id="jaartoets" title={t('tests.title')}>
      <Paragraph>
        {plan.nextTestOn === null
          ? t('tests.none')
          : t('tests.next', { date: formatDate(plan.nextTestOn, rq.lang) })}
      </Paragraph>
      {plan.tests.length === 0 ? null : (
        <List
          plain
          items={plan.tests.map((test) => ({
            key: test.id,
            content: (
              <>
                <Link href={`/toetsen/${test.id}`}>
                  {t('tests.row', { date: formatDate(test.dueOn, rq.lang) })}
                </Link>{' '}
                {test.state === 'prepared' && test.dueOn < today ? (
                  <StatusBadge tone="late">{t('tests.late')}</StatusBadge>
                ) : (
                  t.dynamic(test.result === null ? `testState.${test.state}` : `result.${test.result}`)
                )}
              </>
            ),
          }))}
        />
      )}
    </Section>
  );
};

/** The page of a plan: how it goes, the next act, and everything around it. */
export const planPage = (rq: Rq, page: PlanPage, thread: ReactNode): PageContent => {
  const t = rq.texts(planTexts);
  const { plan, failed } = page;
  const title = t('plan.title', { title: plan.title });
  const done = DONE.find((word) => word === page.done && !failed);
  const isWrong = failed !== null && !failed.isStale;
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
          <Link href={`/focuspunten/${plan.focuspuntId}${rq.may('focuspunt.read') ? '/werk' : ''}`}>
            <Own>{plan.title}</Own>
          </Link>
        </Paragraph>
        <Heading level={1} look={2}>
          <OwnIn text={title} own={[plan.title]} />
        </Heading>
        {thread}
        <PlanStateBadge rq={rq} plan={plan} />
        {plan.waiver === null ? null : (
          <Paragraph>
            <OwnIn text={t('plan.waived', { reason: plan.waiver })} own={[plan.waiver]} />
          </Paragraph>
        )}
        {plan.state === 'draft' && plan.waiver === null && plan.dueOn !== null ? (
          <Paragraph>{t('plan.due', { date: formatDate(plan.dueOn, rq.lang) })}</Paragraph>
        ) : null}
        <QuarterPart rq={rq} page={page} />
        <TextsPart rq={rq} page={page} />
        <NextStep rq={rq} page={page} />
        <ActionsPart rq={rq} page={page} />
        <PartnersPart rq={rq} page={page} />
        <Goals rq={rq} page={page} />
        <MoneyPart rq={rq} page={page} />
        <Tests rq={rq} page={page} />
        <About rq={rq} page={page} />
      </>
    ),
  };
};
