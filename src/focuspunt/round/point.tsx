import { type Mistakes, noMistakes, storedFields, type Typed } from '#gemeente/index.ts';
import {
  Button,
  Form,
  HiddenField,
  Link,
  Own,
  OwnIn,
  Paragraph,
  ScreenOnly,
  Section,
  StatusBadge,
  SummaryList,
  type SummaryRow,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { StateBadge } from '../focuspunt/labels.tsx';
import { roundHref, workHref } from '../focuspunt/paths.ts';
import { isWithoutBaseline } from '../focuspunt/readiness.ts';
import { focuspuntTexts } from '../focuspunt/texts.ts';
import { DecisionFields } from '../focuspunt/work/decision-fields.tsx';
import { pointRows } from './point-rows.ts';
import type { RoundDetail, RoundPoint } from './read.ts';

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

/** A fact with what the wijkregisseur or trekker wrote in it marked as such. */
const inOwnWords = (point: RoundPoint, row: SummaryRow): SummaryRow => {
  const { problem, effort, effortBy, whyNot, whatIsAdded, budget_line } = point;
  if (typeof row.value !== 'string') return row;
  return {
    ...row,
    value: (
      <OwnIn
        text={row.value}
        own={[problem, effort, effortBy, whyNot, whatIsAdded, budget_line].map((words) =>
          words?.trim().replace(/\.$/u, ''),
        )}
      />
    ),
  };
};

/** One decision point: the facts, both answers beside each other, what is missing, and the college's choice. */
export const Point = ({ rq, round, point, failed, baselineDay }: PointProps) => {
  const t = rq.texts(focuspuntTexts);
  return (
    <Section
      id={`punt-${point.number}`}
      title={
        <OwnIn text={t('round.point', { number: point.number, title: point.title })} own={[point.title]} />
      }
    >
      <Paragraph>
        <StateBadge rq={rq} state={point.state} /> {t('page.area', { area: point.area })}
      </Paragraph>
      <Paragraph>
        <Own>{point.summary}</Own>
      </Paragraph>
      <SummaryList rows={pointRows(rq, point).map((row) => inOwnWords(point, row))} />
      {point.gaps.map((gap) => (
        <Paragraph key={gap}>
          <StatusBadge tone="late">{t(`gap.${gap}`)}</StatusBadge>
        </Paragraph>
      ))}
      {point.outcome === null ? (
        <Paragraph>
          <OwnIn text={t('round.asked', { title: point.title })} own={[point.title]} />
        </Paragraph>
      ) : (
        <Paragraph>
          <strong>{t(`outcome.${point.outcome}`)}</strong>
        </Paragraph>
      )}
      <ScreenOnly>
        <Paragraph>
          <Link href={workHref(point.id)}>
            <OwnIn text={t('round.to_work', { title: point.title })} own={[point.title]} />
          </Link>
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
