import type { ReactNode } from 'react';
import { RedBadges, Standing, targetInWords } from '#monitor/index.ts';
import { formatDate } from '#platform/calendar/index.ts';
import {
  Alert,
  Heading,
  Lead,
  Link,
  LinkButton,
  Own,
  OwnIn,
  Paragraph,
  Section,
  StatusBadge,
  SummaryList,
  type SummaryRow,
  Table,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { dayOr, StateBadge } from '../labels.tsx';
import { enterHref, FOCUSPUNTEN, memoHref, paperHref, reactHref, workHref } from '../paths.ts';
import { focuspuntTexts } from '../texts.ts';
import { type Said, SayForm } from './react-form.tsx';
import { Reactions } from './reactions.tsx';
import type { PublicFocuspunt } from './read.ts';

/** What a higher room adds to this page, such as following it; nothing by default. */
export type FollowSlot = (rq: Rq, focuspunt: { readonly id: string; readonly title: string }) => ReactNode;

interface PageProps {
  readonly rq: Rq;
  readonly focuspunt: PublicFocuspunt;
}

const Why = ({ rq, focuspunt }: PageProps) => {
  const t = rq.texts(focuspuntTexts);
  return (
    <Section id="waarom" title={t('page.why')}>
      <Paragraph>
        <Own>{focuspunt.problem}</Own>
      </Paragraph>
      {focuspunt.whyNot === null ? null : (
        <Paragraph>
          <OwnIn text={t('page.why_not', { text: focuspunt.whyNot })} own={[focuspunt.whyNot]} />
        </Paragraph>
      )}
      {focuspunt.whatIsAdded === null ? null : (
        <Paragraph>
          <OwnIn
            text={t('page.what_is_added', { text: focuspunt.whatIsAdded })}
            own={[focuspunt.whatIsAdded]}
          />
        </Paragraph>
      )}
    </Section>
  );
};

const Goals = ({ rq, focuspunt }: PageProps) => {
  const t = rq.texts(focuspuntTexts);
  return (
    <Section id="doel" title={t('page.goal')}>
      {focuspunt.goals.length === 0 ? (
        <Paragraph>
          <StatusBadge tone="late">{t('gap.goal')}</StatusBadge>
        </Paragraph>
      ) : null}
      {focuspunt.goals.map((goal) => {
        const target = targetInWords(rq, goal);
        return (
          <div key={goal.id} className="wr-flow">
            <Paragraph>
              {target === null ? goal.title : t('list.goal', { goal: goal.title, target })}{' '}
              {goal.targetOn === null ? null : t('page.target_on', { day: dayOr(rq, goal.targetOn, '') })}
            </Paragraph>
            <Paragraph>
              <RedBadges rq={rq} goal={goal} />
            </Paragraph>
            <Standing rq={rq} goal={goal} />
          </div>
        );
      })}
      {focuspunt.withoutBaselineUntil === null ? null : (
        <Paragraph>
          <StatusBadge tone="late">
            {t('page.without_baseline', { day: dayOr(rq, focuspunt.withoutBaselineUntil, '') })}
          </StatusBadge>
        </Paragraph>
      )}
    </Section>
  );
};

const factRows = ({ rq, focuspunt }: PageProps): SummaryRow[] => {
  const t = rq.texts(focuspuntTexts);
  const { besluitOn, heldUntil, rejectReason, planDueOn, isPlanWaived, nextTestOn, memoId } = focuspunt;
  const row = (key: string, term: string, value: ReactNode): SummaryRow => ({ key, term, value });
  return [
    row(
      'trekker',
      t('page.trekker'),
      focuspunt.trekker ?? <StatusBadge tone="late">{t('gap.trekker')}</StatusBadge>,
    ),
    ...(besluitOn === null ? [] : [row('besluit', t('page.besluit'), dayOr(rq, besluitOn, ''))]),
    ...(heldUntil === null ? [] : [row('held', t('page.held_until'), dayOr(rq, heldUntil, ''))]),
    ...(rejectReason === null ? [] : [row('reason', t('page.reject_reason'), rejectReason)]),
    ...(planDueOn === null || focuspunt.actions.length > 0
      ? []
      : [row('plan', t('page.plan_due'), dayOr(rq, planDueOn, ''))]),
    ...(isPlanWaived ? [row('plan', t('page.plan_name'), t('page.plan_waived'))] : []),
    ...(nextTestOn === null ? [] : [row('test', t('page.next_test'), dayOr(rq, nextTestOn, ''))]),
    ...(memoId === null
      ? []
      : [
          row('memo', t('page.memo'), <Link href={memoHref(memoId)}>{t('page.memo.link')}</Link>),
          row('raad', t('page.council'), <Link href="/raad">{t('page.council.link')}</Link>),
        ]),
  ];
};

const Actions = ({ rq, focuspunt }: PageProps) => {
  const t = rq.texts(focuspuntTexts);
  if (focuspunt.actions.length === 0) return null;
  return (
    <Section id="plan" title={t('page.plan')}>
      <Table
        lang={rq.lang}
        caption={t('page.actions')}
        rows={focuspunt.actions}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'title',
            header: t('page.action'),
            rowHeader: true,
            cell: ({ title }) => <Own>{title}</Own>,
          },
          { key: 'owner', header: t('page.action.owner'), cell: ({ owner }) => owner },
          { key: 'due', header: t('page.action.due'), cell: ({ dueOn }) => formatDate(dueOn, rq.lang) },
          { key: 'state', header: t('page.action.state'), cell: ({ state }) => t(`action.${state}`) },
        ]}
      />
    </Section>
  );
};

const React = ({ rq, focuspunt, said }: PageProps & { readonly said: Said }) => {
  const t = rq.texts(focuspuntTexts);
  if (!focuspunt.isReactionOpen || focuspunt.reactionUntil === null) return null;
  return (
    <Section id="reageren" title={t('react.title')}>
      <Paragraph>{t('react.until', { day: formatDate(focuspunt.reactionUntil, rq.lang) })}</Paragraph>
      <SayForm
        rq={rq}
        said={said}
        question={t('react.question')}
        action={reactHref(focuspunt.id)}
        button={t('react.send')}
      />
      <Paragraph>
        <Link href={paperHref(focuspunt.id)}>{t('react.paper')}</Link>
      </Paragraph>
      {rq.may('focuspunt.enter_reaction') ? (
        <LinkButton href={enterHref(focuspunt.id)} look="secondary">
          {t('enter.title')}
        </LinkButton>
      ) : null}
    </Section>
  );
};

/** What becomes of the wijkteam's advice, in numbers. */
const Advice = ({ rq, focuspunt }: PageProps) => {
  const t = rq.texts(focuspuntTexts);
  if (focuspunt.advice.length === 0) return null;
  const words = focuspunt.advice.map(({ stance, n }) =>
    stance === null ? t('advice.silent', { n }) : t('advice.count', { stance: t(`stance.${stance}`), n }),
  );
  return (
    <Section id="advies" title={t('advice.title')}>
      <Paragraph>{words.join(', ')}.</Paragraph>
    </Section>
  );
};

interface Shown extends PageProps {
  readonly said: Said;
  readonly thread: ReactNode;
  readonly follow: ReactNode;
  readonly hasReacted: boolean;
}

/** The public page of a focuspunt: what, why, goal, who carries it, what happens, when it is tested. */
export const publicPage = ({ rq, focuspunt, said, thread, follow, hasReacted }: Shown): PageContent => {
  const t = rq.texts(focuspuntTexts);
  const isWrong = Object.keys(said.mistakes).length > 0;
  return {
    title: focuspunt.title,
    current: FOCUSPUNTEN,
    ...(isWrong ? { status: 422, hasErrors: true } : {}),
    body: (
      <>
        <Heading level={1}>
          <Own>{focuspunt.title}</Own>
        </Heading>
        {thread}
        {hasReacted ? (
          <Alert kind="ok" title={t('react.thanks')} announce>
            <Paragraph>{t('react.thanks.text')}</Paragraph>
          </Alert>
        ) : null}
        <Paragraph>
          <StateBadge rq={rq} state={focuspunt.state} /> {t('page.area', { area: focuspunt.area })}
          {focuspunt.invented ? ` ${t('page.invented')}` : ''}
        </Paragraph>
        <Lead>
          <Own>{focuspunt.summary}</Own>
        </Lead>
        <SummaryList rows={factRows({ rq, focuspunt })} />
        <React rq={rq} focuspunt={focuspunt} said={said} />
        <Why rq={rq} focuspunt={focuspunt} />
        <Goals rq={rq} focuspunt={focuspunt} />
        <Actions rq={rq} focuspunt={focuspunt} />
        <Advice rq={rq} focuspunt={focuspunt} />
        <Reactions rq={rq} focuspunt={focuspunt} />
        <Paragraph small>{t('page.maatwerk')}</Paragraph>
        {follow}
        {rq.may('focuspunt.read') ? (
          <Paragraph>
            <Link href={workHref(focuspunt.id)}>{t('page.to_work')}</Link>
          </Paragraph>
        ) : null}
        <Paragraph>
          <Link href={FOCUSPUNTEN}>{t('page.all')}</Link>
        </Paragraph>
      </>
    ),
  };
};
