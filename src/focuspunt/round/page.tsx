import {
  MistakeSummary,
  type Mistakes,
  mistakeOf,
  noMistakes,
  storedFields,
  type Typed,
} from '#gemeente/index.ts';
import { formatDate } from '#platform/calendar/index.ts';
import { stepsFrom } from '#platform/state-machine.ts';
import {
  Alert,
  Button,
  EmptyState,
  Form,
  Heading,
  HiddenField,
  Lead,
  Link,
  Paragraph,
  ScreenOnly,
  Section,
  StatusBadge,
  SummaryList,
  type SummaryRow,
  TextArea,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { stances } from '../focuspunt/commands/advise.ts';
import { StateBadge } from '../focuspunt/labels.tsx';
import { memoHref, ROUNDS, roundHref, workHref } from '../focuspunt/paths.ts';
import { isWithoutBaseline } from '../focuspunt/readiness.ts';
import { focuspuntTexts } from '../focuspunt/texts.ts';
import { DecisionFields } from '../focuspunt/work/forms.tsx';
import type { RoundDetail, RoundPoint } from './read.ts';
import { roundMachine } from './states.ts';

/** Which form of the round failed: of a point by its id, or the proposal. */
export interface FailedRound {
  readonly form: string;
  readonly typed: Typed;
  readonly mistakes: Mistakes;
  readonly isStale: boolean;
}

interface PointProps {
  readonly rq: Rq;
  readonly round: RoundDetail;
  readonly point: RoundPoint;
  readonly failed: FailedRound | null;
  readonly baselineDay: string;
}

const countsIn = (rq: Rq, counts: Readonly<Record<string, number>>): string => {
  const t = rq.texts(focuspuntTexts);
  const words = stances.map((stance) =>
    t('advice.count', { stance: t(`stance.${stance}`), n: counts[stance] ?? 0 }),
  );
  return [...words, ...(counts.silent ? [t('advice.silent', { n: counts.silent })] : [])].join(', ');
};

const pointRows = (rq: Rq, point: RoundPoint): SummaryRow[] => {
  const t = rq.texts(focuspuntTexts);
  const given = (key: string, term: string, value: string | null): SummaryRow[] =>
    value === null || value === '' ? [] : [{ key, term, value }];
  const since = point.effortSince === null ? null : formatDate(point.effortSince, rq.lang);
  return [
    ...given('problem', t('field.problem'), point.problem),
    ...given(
      'effort',
      t('field.effort'),
      [point.effort, point.effortBy, since].filter((one) => one).join(', '),
    ),
    ...given('why', t('field.effort_why_not'), point.whyNot),
    ...given('added', t('field.what_is_added'), point.whatIsAdded),
    ...given('goal', t('page.goal'), point.goal),
    ...given('trekker', t('page.trekker'), point.trekker),
    ...given('budget', t('field.budget'), point.budget_line),
    ...given('advice', t('advice.title'), countsIn(rq, point.advice)),
    ...given('reactions', t('reactions.title'), countsIn(rq, point.reactions)),
  ];
};

/** One decision point: the facts, both answers beside each other, what is missing, and the college's choice. */
const Point = ({ rq, round, point, failed, baselineDay }: PointProps) => {
  const t = rq.texts(focuspuntTexts);
  return (
    <Section
      id={`punt-${point.number}`}
      title={t('round.point', { number: point.number, title: point.title })}
    >
      <Paragraph>
        <StateBadge rq={rq} state={point.state} /> {t('page.area', { area: point.area })}
      </Paragraph>
      <Paragraph>{point.summary}</Paragraph>
      <SummaryList rows={pointRows(rq, point)} />
      {point.gaps.map((gap) => (
        <Paragraph key={gap}>
          <StatusBadge tone="late">{t(`gap.${gap}`)}</StatusBadge>
        </Paragraph>
      ))}
      {point.outcome === null ? (
        <Paragraph>{t('round.asked', { title: point.title })}</Paragraph>
      ) : (
        <Paragraph>
          <strong>{t(`outcome.${point.outcome}`)}</strong>
        </Paragraph>
      )}
      <ScreenOnly>
        <Paragraph>
          <Link href={workHref(point.id)}>{t('round.to_work', { title: point.title })}</Link>
        </Paragraph>
        {point.state === 'with_college' && round.state === 'proposed' && rq.may('focuspunt.decide') ? (
          <DecideHere rq={rq} round={round} point={point} failed={failed} baselineDay={baselineDay} />
        ) : null}
      </ScreenOnly>
    </Section>
  );
};

const DecideHere = ({ rq, round, point, failed, baselineDay }: PointProps) => {
  const t = rq.texts(focuspuntTexts);
  const needsDay = isWithoutBaseline(point.gaps);
  const mine = failed?.form === point.id ? failed : null;
  const typed = mine?.typed ?? storedFields({ without_baseline_until: needsDay ? baselineDay : null });
  return (
    <Form action={`${roundHref(round.id)}/punten/${point.id}`} csrf={rq.csrf}>
      <HiddenField name="versie" value={String(point.version)} />
      <DecisionFields
        rq={rq}
        typed={typed}
        mistakes={mine?.mistakes ?? noMistakes}
        needsDay={needsDay}
        prefix={`${point.id}-`}
      />
      <Button>{t('round.decide', { number: point.number })}</Button>
    </Form>
  );
};

const ProposeForm = ({ rq, round, failed }: { rq: Rq; round: RoundDetail; failed: FailedRound | null }) => {
  const t = rq.texts(focuspuntTexts);
  const mine = failed?.form === 'voorstel' ? failed : null;
  return (
    <ScreenOnly>
      <Form action={`${roundHref(round.id)}/voorstellen`} csrf={rq.csrf}>
        <TextArea
          name="proposal_text"
          rows={5}
          label={t('round.text')}
          description={t('round.text.hint')}
          value={mine?.typed.text('proposal_text') ?? ''}
          {...mistakeOf(mine?.mistakes ?? noMistakes, 'proposal_text')}
        />
        <Button>{t('round.step.propose')}</Button>
      </Form>
    </ScreenOnly>
  );
};

const News = ({ rq, round }: { rq: Rq; round: RoundDetail }) => {
  const t = rq.texts(focuspuntTexts);
  if (round.releaseId !== null) {
    return (
      <Paragraph>
        <Link href={memoHref(round.releaseId)}>{t('next.memo_there')}</Link>
      </Paragraph>
    );
  }
  if (round.state !== 'decided') return null;
  return (
    <>
      <Paragraph>{t('next.embargo')}</Paragraph>
      {rq.may('release.make') ? (
        <Paragraph>
          <Link href={`/raadsmemo/nieuw?ronde=${round.id}`}>{t('next.memo')}</Link>
        </Paragraph>
      ) : null}
    </>
  );
};

interface PageProps {
  readonly rq: Rq;
  readonly round: RoundDetail;
  readonly failed: FailedRound | null;
  readonly baselineDay: string;
}

const mistakesOf = (failed: FailedRound | null): Mistakes => {
  if (failed === null) return noMistakes;
  const prefix = failed.form === 'voorstel' ? '' : `${failed.form}-`;
  const named = Object.entries(failed.mistakes);
  return Object.fromEntries(
    named.map(([field, words]) => [field === 'form' ? field : `${prefix}${field}`, words]),
  );
};

/** The collegevoorstel of a round, to read, to print and to decide on, point by point. */
export const roundPage = ({ rq, round, failed, baselineDay }: PageProps): PageContent => {
  const t = rq.texts(focuspuntTexts);
  const isWrong = failed !== null && Object.keys(failed.mistakes).length > 0;
  return {
    title: round.title,
    width: 'staff',
    current: ROUNDS,
    ...(isWrong ? { status: 422, hasErrors: true } : failed?.isStale ? { status: 409 } : {}),
    body: (
      <>
        <MistakeSummary rq={rq} mistakes={mistakesOf(failed)} />
        <Heading level={1}>{round.title}</Heading>
        {failed?.isStale ? <Alert kind="warning" title={t('work.meanwhile')} announce /> : null}
        <Lead>{t('round.lead', { state: t(`round.state.${round.state}`), points: round.list.length })}</Lead>
        {stepsFrom(roundMachine, round.state).map((step) => (
          <Paragraph key={step} small>
            {t('next.ahead', { steps: t(`round.step.${step}`) })}
          </Paragraph>
        ))}
        {round.proposalText === '' ? null : <Paragraph>{round.proposalText}</Paragraph>}
        <News rq={rq} round={round} />
        {round.list.length === 0 ? (
          <EmptyState title={t('round.empty')}>{t('round.empty.text')}</EmptyState>
        ) : (
          round.list.map((point) => (
            <Point
              key={point.id}
              rq={rq}
              round={round}
              point={point}
              failed={failed}
              baselineDay={baselineDay}
            />
          ))
        )}
        {round.state === 'gathering' && round.list.length > 0 && rq.may('round.manage') ? (
          <ProposeForm rq={rq} round={round} failed={failed} />
        ) : null}
        <ScreenOnly>
          <Paragraph>
            <Link href={ROUNDS}>{t('round.all')}</Link>
          </Paragraph>
        </ScreenOnly>
      </>
    ),
  };
};
