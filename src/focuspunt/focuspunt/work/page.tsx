import type { ReactNode } from 'react';
import { RedBadges, Standing } from '#monitor/index.ts';
import { formatDate } from '#platform/calendar/index.ts';
import { stepsFrom } from '#platform/state-machine.ts';
import {
  Alert,
  Button,
  Form,
  Heading,
  HiddenField,
  Link,
  List,
  Paragraph,
  Quote,
  Section,
  StatusBadge,
  SummaryList,
  type SummaryRow,
  Table,
  TextArea,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { AgendaForm } from '#regie/index.ts';
import { dayOr, StateBadge } from '../labels.tsx';
import { FOCUSPUNTEN, focuspuntHref, memoHref, ROUNDS, roundHref } from '../paths.ts';
import { ReactionTable } from '../public/reactions.tsx';
import type { Gap, Warning } from '../readiness.ts';
import { focuspuntMachine } from '../states.ts';
import { focuspuntTexts } from '../texts.ts';
import { ActButton, DecisionForm, DescribeForm, type FormProps, RoundForm, TrekkerForm } from './forms.tsx';
import { GoalForm } from './goal-form.tsx';
import type { Work } from './read.ts';
import { Sources } from './sources.tsx';
import { TakeForm } from './take-form.tsx';

interface WorkProps extends FormProps {
  readonly work: Work;
}

/** Which form repairs what. */
const REPAIR: Record<Gap, string> = {
  goal: '#doel',
  baseline: 'goal',
  target: 'goal',
  end_date: 'goal',
  owner: 'goal',
  trekker: '#trekker',
  budget: '#omschrijven',
  plan: 'plan',
};

const repairHref = (work: Work, gap: Gap): string | null => {
  const where = REPAIR[gap];
  if (where === 'plan') return work.planId === null ? null : `/plannen/${work.planId}`;
  if (where !== 'goal') return where;
  const [goal] = work.goals;
  if (!goal) return '#doel';
  return gap === 'baseline' ? `/doelen/${goal.id}/meten` : `/doelen/${goal.id}/wijzigen`;
};

/** What is missing, each line in red with the form that repairs it ("twaalf keer rood"). */
const Gaps = ({ rq, work }: { rq: Rq; work: Work }) => {
  const t = rq.texts(focuspuntTexts);
  if (work.gaps.length === 0) {
    return (
      <Paragraph>
        <StatusBadge tone="ok">{t('gaps.none')}</StatusBadge>
      </Paragraph>
    );
  }
  return (
    <Section id="ontbreekt" title={t('gaps.title', { n: work.gaps.length })}>
      <List
        plain
        items={work.gaps.map((gap) => {
          const href = repairHref(work, gap);
          return {
            key: gap,
            content: (
              <>
                <StatusBadge tone="late">{t(`gap.${gap}`)}</StatusBadge>{' '}
                {href === null || !rq.may('focuspunt.prepare') ? null : (
                  <Link href={href}>{t(`repair.${gap}`)}</Link>
                )}
              </>
            ),
          };
        })}
      />
    </Section>
  );
};

const factRows = (rq: Rq, work: Work): SummaryRow[] => {
  const t = rq.texts(focuspuntTexts);
  const row = (key: string, term: string, value: ReactNode): SummaryRow => ({ key, term, value });
  const given = (key: string, term: string, value: ReactNode): SummaryRow[] =>
    value === null || value === '' ? [] : [row(key, term, value)];
  const trekker = [work.trekkerName, work.trekker_function, work.trekkerOrganisation].filter((one) => one);
  return [
    row('origin', t('field.origin'), t(`origin.${work.origin}`)),
    row('problem', t('field.problem'), work.problem),
    ...given('effort', t('field.effort'), work.effort),
    ...given('effortBy', t('field.effort_by'), work.effortBy),
    ...given('since', t('field.effort_since'), work.effortSince && formatDate(work.effortSince, rq.lang)),
    ...given('whyNot', t('field.effort_why_not'), work.effortWhyNot),
    ...given('added', t('field.what_is_added'), work.whatIsAdded),
    ...given('trekker', t('page.trekker'), trekker.join(', ')),
    ...given('budget', t('field.budget'), work.budget_line),
    ...given('besluit', t('page.besluit'), work.besluitOn && formatDate(work.besluitOn, rq.lang)),
    ...given('reason', t('page.reject_reason'), work.rejectReason),
    ...given('held', t('page.held_until'), work.heldUntil && formatDate(work.heldUntil, rq.lang)),
    ...given('planDue', t('page.plan_due'), work.planDueOn && formatDate(work.planDueOn, rq.lang)),
    ...given('test', t('page.next_test'), work.nextTestOn && formatDate(work.nextTestOn, rq.lang)),
    ...(work.roundId === null
      ? []
      : [row('round', t('field.round'), <Link href={roundHref(work.roundId)}>{work.roundTitle}</Link>)]),
  ];
};

/** The two answers beside each other, with their numbers, as the college gets them (0.2 D4). */
const Answers = ({ rq, work }: { rq: Rq; work: Work }) => {
  const t = rq.texts(focuspuntTexts);
  if (work.reactionUntil === null) return null;
  const answered = work.asked.filter(({ stance }) => stance !== null).length;
  return (
    <Section id="antwoorden" title={t('answers.title')}>
      <Paragraph>
        {t('answers.advice', { answered, asked: work.asked.length })}{' '}
        {work.adviceDueAt === null
          ? ''
          : t('answers.advice_until', { day: formatDate(work.adviceDueAt, rq.lang) })}
      </Paragraph>
      {work.asked.length === 0 ? null : (
        <Table
          lang={rq.lang}
          caption={t('answers.members')}
          rows={work.asked}
          rowKey={({ id }) => id}
          columns={[
            { key: 'who', header: t('answers.who'), rowHeader: true, cell: ({ who }) => who },
            {
              key: 'stance',
              header: t('answers.stance'),
              cell: ({ stance, hasAddress }) =>
                stance === null
                  ? t(hasAddress ? 'answers.silent' : 'answers.no_address')
                  : t(`stance.${stance}`),
            },
            { key: 'text', header: t('answers.text'), cell: ({ text }) => text ?? '' },
          ]}
        />
      )}
      <Paragraph>{t('answers.reactions_until', { day: formatDate(work.reactionUntil, rq.lang) })}</Paragraph>
      <ReactionTable rq={rq} reactions={work.reactions} />
    </Section>
  );
};

/** The words of residents, to look at before they are public. */
const Words = ({ rq, work, failed }: WorkProps) => {
  const t = rq.texts(focuspuntTexts);
  if (work.words.length === 0) return null;
  return (
    <Section id="woorden" title={t('words.title')}>
      {work.words.map((word) => {
        const mine = failed?.form === `reacties/${word.id}` ? failed : null;
        const id = `publicText-${word.id}`;
        return (
          <div key={word.id} className="wr-flow">
            <Quote by={`${t(`stance.${word.stance}`)}, ${t(`channel.${word.channel}`)}`}>{word.text}</Quote>
            {word.isCleared ? (
              <Paragraph small>{word.publicText === null ? t('words.kept') : t('words.public')}</Paragraph>
            ) : rq.may('focuspunt.clear_reaction') ? (
              <Form action={`${FOCUSPUNTEN}/${work.id}/reacties/${word.id}`} csrf={rq.csrf}>
                <HiddenField name="versie" value={String(work.version)} />
                <TextArea
                  id={id}
                  name="publicText"
                  rows={2}
                  label={t('words.publish_as')}
                  value={mine?.typed.text('publicText') ?? word.text}
                  {...(mine?.mistakes.text ? { error: mine.mistakes.text } : {})}
                />
                <Button look="secondary" name="doe" value="openbaar">
                  {t('words.publish')}
                </Button>
                <Button look="subtle" name="doe" value="intern">
                  {t('words.keep')}
                </Button>
              </Form>
            ) : null}
          </div>
        );
      })}
    </Section>
  );
};

const Warnings = ({ rq, work }: { rq: Rq; work: Work }) => {
  const t = rq.texts(focuspuntTexts);
  if (work.warnings.length === 0) return null;
  return (
    <Alert kind="warning" title={t('warnings.title')}>
      <List
        items={work.warnings.map((warning) => ({
          key: warning,
          content: isGap(warning) ? t(`gap.${warning}`) : t(`warning.${warning}`),
        }))}
      />
      <Paragraph>{t('warnings.text')}</Paragraph>
    </Alert>
  );
};

const isGap = (warning: Warning): warning is Gap => Object.hasOwn(REPAIR, warning);

/** The one next act in this state. */
const NextAct = (props: WorkProps) => {
  const { rq, work } = props;
  const t = rq.texts(focuspuntTexts);
  if (work.state === 'proposed' && rq.may('focuspunt.prepare')) {
    return (
      <>
        <Paragraph>{t('next.consult')}</Paragraph>
        <ActButton rq={rq} work={work} path="vragen" look="primary" label={t('step.consult')} />
      </>
    );
  }
  if (work.state === 'consulting' && rq.may('focuspunt.prepare')) {
    return (
      <>
        <Warnings rq={rq} work={work} />
        <ActButton rq={rq} work={work} path="naar-college" look="primary" label={t('step.to_college')} />
      </>
    );
  }
  if (work.state === 'with_college') {
    return (
      <>
        <Warnings rq={rq} work={work} />
        {rq.may('focuspunt.decide') ? (
          <DecisionForm {...props} />
        ) : (
          <Paragraph>{t('next.college')}</Paragraph>
        )}
      </>
    );
  }
  return <NewsAct rq={rq} work={work} />;
};

/** What can become of it from here. */
const Ahead = ({ rq, work }: { rq: Rq; work: Work }) => {
  const t = rq.texts(focuspuntTexts);
  const steps = stepsFrom(focuspuntMachine, work.state).map((step) => t(`step.${step}`));
  return steps.length === 0 ? null : (
    <Paragraph small>{t('next.ahead', { steps: steps.join(', ') })}</Paragraph>
  );
};

/** After a decision: make the memo, or look where its news is. */
const NewsAct = ({ rq, work }: { rq: Rq; work: Work }) => {
  const t = rq.texts(focuspuntTexts);
  const isDecided = work.state === 'set' || work.state === 'rejected' || work.state === 'held';
  if (!isDecided || work.isPublic) return null;
  if (work.releaseId !== null) {
    return (
      <Paragraph>
        <Link href={memoHref(work.releaseId)}>{t('next.memo_there')}</Link>
      </Paragraph>
    );
  }
  const about = work.roundId === null ? `focuspunt=${work.id}` : `ronde=${work.roundId}`;
  return (
    <>
      <Paragraph>{t('next.embargo')}</Paragraph>
      {rq.may('release.make') ? (
        <Paragraph>
          <Link href={`/raadsmemo/nieuw?${about}`}>{t('next.memo')}</Link>
        </Paragraph>
      ) : null}
    </>
  );
};

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
        <Heading level={1}>{work.title}</Heading>
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

const Goals = ({ rq, work }: { rq: Rq; work: Work }) => {
  const t = rq.texts(focuspuntTexts);
  if (work.goals.length === 0) return null;
  return (
    <Section id="doelen" title={t('page.goal')}>
      {work.goals.map((goal) => (
        <div key={goal.id} className="wr-flow">
          <Paragraph>
            <Link href={`/doelen/${goal.id}`}>{goal.title}</Link> <RedBadges rq={rq} goal={goal} />
          </Paragraph>
          <Standing rq={rq} goal={goal} />
        </div>
      ))}
      {work.withoutBaselineUntil === null ? null : (
        <Paragraph>{t('page.without_baseline', { day: dayOr(rq, work.withoutBaselineUntil, '') })}</Paragraph>
      )}
    </Section>
  );
};
