import type { ReactNode } from 'react';
import {
  Alert,
  Details,
  Heading,
  Lead,
  Link,
  Own,
  Paragraph,
  Section,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { monitorTexts } from '../texts.ts';
import { GoalChart } from '../web/chart.tsx';
import { RedBadges, Standing } from '../web/goal-block.tsx';
import { Acts } from './goal-acts.tsx';
import { Definitions } from './goal-definitions.tsx';
import { Facts } from './goal-facts.tsx';
import { Measurements } from './goal-measurements.tsx';
import type { GoalPage } from './read.ts';

const DONE = ['set', 'proposed', 'confirmed', 'measured'] as const;

/** The page of one goal: how it stands, all its figures, and how we reckon. */
export const goalPage = (rq: Rq, page: GoalPage, thread: ReactNode): PageContent => {
  const t = rq.texts(monitorTexts);
  const { goal, object } = page;
  const done = DONE.find((word) => word === rq.url.searchParams.get('gedaan'));
  return {
    title: goal.title,
    width: rq.signedIn ? 'staff' : 'resident',
    current: '/doelen',
    body: (
      <>
        <Paragraph>
          <Link href={object.href}>
            {goal.objectKind === 'gemeente' ? t('goal.ofGemeente') : t('goal.of', { title: object.title })}
          </Link>
        </Paragraph>
        {done ? <Alert kind="ok" announce title={t(`did.${done}`)} /> : null}
        <Heading level={1}>
          <Own>{goal.title}</Own>
        </Heading>
        {thread}
        {goal.isSet ? null : <Lead>{t('state.proposed')}</Lead>}
        <Section id="nu" title={t('goal.now')}>
          <RedBadges rq={rq} goal={goal} />
          <Standing rq={rq} goal={goal} />
          <Acts rq={rq} page={page} />
        </Section>
        <Section id="metingen" title={t('goal.measurements')}>
          {goal.kind === 'figure' ? <GoalChart rq={rq} goal={goal} /> : null}
          <Measurements rq={rq} page={page} />
        </Section>
        <Facts rq={rq} page={page} />
        <Definitions rq={rq} page={page} />
        {goal.kind === 'figure' ? (
          <Details summary={t('goal.how')}>
            <Paragraph>{t('goal.howText')}</Paragraph>
          </Details>
        ) : null}
      </>
    ),
  };
};
