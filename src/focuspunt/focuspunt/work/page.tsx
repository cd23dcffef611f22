import type { ReactNode } from 'react';
import {
  Alert,
  Heading,
  Link,
  Own,
  Paragraph,
  Section,
  SummaryList,
} from '#platform/web/components/index.ts';
import type { PageContent } from '#platform/web/request.ts';
import { AgendaForm } from '#regie/index.ts';
import { StateBadge } from '../labels.tsx';
import { focuspuntHref, ROUNDS } from '../paths.ts';
import { focuspuntTexts } from '../texts.ts';
import { Answers } from './answers.tsx';
import { factRows } from './facts.tsx';
import { DescribeForm, RoundForm } from './forms.tsx';
import { Gaps } from './gaps.tsx';
import { GoalForm } from './goal-form.tsx';
import { Goals } from './goals.tsx';
import { Ahead, NextAct } from './next-act.tsx';
import type { WorkProps } from './props.ts';
import { Sources } from './sources.tsx';
import { TakeForm } from './take-form.tsx';
import { TrekkerForm } from './trekker-form.tsx';
import { Words } from './words.tsx';

interface PageProps extends WorkProps {
  readonly thread: ReactNode;
  readonly done: string | undefined;
  /** What other parts of this room add: its plan, its yearly test. */
  readonly more: ReactNode;
}

const DONE = new Set([
  'vragen',
  'naar-college',
  'besluit',
  'trekker',
  'omschrijven',
  'ronde',
  'doel',
  'reacties',
  'voorgesteld',
]);

/** The page of whoever works on a focuspunt: what is missing in red, the next act, both answers, the forms. */
export const workPage = (props: PageProps): PageContent => {
  const { rq, work, failed, thread, done, more } = props;
  const t = rq.texts(focuspuntTexts);
  const isWrong = failed !== null && Object.keys(failed.mistakes).length > 0;
  return {
    title: t('work.title', { title: work.title }),
    width: 'staff',
    current: ROUNDS,
    ...(isWrong ? { status: 422, hasErrors: true } : failed?.isStale ? { status: 409 } : {}),
    body: (
      <>
        <Heading level={1}>
          <Own>{work.title}</Own>
        </Heading>
        {thread}
        {failed?.isStale ? <Alert kind="warning" title={t('work.meanwhile')} announce /> : null}
        {done !== undefined && DONE.has(done) ? (
          <Alert kind="ok" title={t.dynamic(`done.${done}`)} announce />
        ) : null}
        <Paragraph>
          <StateBadge rq={rq} state={work.state} />{' '}
          {t('work.number', { number: work.number, area: work.area })}
        </Paragraph>
        <Gaps rq={rq} work={work} />
        <Section id="nu" title={t('work.now')}>
          <NextAct {...props} />
          <Ahead rq={rq} work={work} />
        </Section>
        {rq.may('focuspunt.prepare') ? <Forms rq={rq} work={work} failed={failed} /> : null}
        {more}
        <Section id="feiten" title={t('work.facts')}>
          <SummaryList rows={factRows(rq, work)} />
          <Sources rq={rq} work={work} />
        </Section>
        <Goals rq={rq} work={work} />
        <Answers rq={rq} work={work} />
        <Words rq={rq} work={work} failed={failed} />
        <Paragraph>
          {work.state === 'proposed' ? null : (
            <Link href={focuspuntHref(work.id)}>{t('work.to_public')}</Link>
          )}
        </Paragraph>
      </>
    ),
  };
};

const Forms = ({ rq, work, failed }: WorkProps) => {
  const t = rq.texts(focuspuntTexts);
  return (
    <Section id="invullen" title={t('work.fill')}>
      {work.goals.length === 0 ? <GoalForm rq={rq} work={work} failed={failed} /> : null}
      <TrekkerForm rq={rq} work={work} failed={failed} />
      <DescribeForm rq={rq} work={work} failed={failed} />
      <TakeForm rq={rq} work={work} failed={failed} />
      <AgendaForm rq={rq} objectKind="focuspunt" objectId={work.id} />
      {['proposed', 'consulting', 'with_college', 'held'].includes(work.state) && rq.may('round.manage') ? (
        <RoundForm rq={rq} work={work} failed={failed} />
      ) : null}
    </Section>
  );
};
