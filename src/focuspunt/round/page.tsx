import { MistakeSummary, type Mistakes, noMistakes } from '#gemeente/index.ts';
import { stepsFrom } from '#platform/state-machine.ts';
import {
  Alert,
  EmptyState,
  Heading,
  Lead,
  Link,
  Own,
  Paragraph,
  ScreenOnly,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { ROUNDS } from '../focuspunt/paths.ts';
import { focuspuntTexts } from '../focuspunt/texts.ts';
import { type FailedRound, Point } from './point.tsx';
import type { RoundDetail } from './read.ts';
import { News, ProposeForm } from './round-acts.tsx';
import { roundMachine } from './states.ts';

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

const ProposalText = ({ text }: { readonly text: string }) =>
  text === '' ? null : (
    <Paragraph>
      <Own>{text}</Own>
    </Paragraph>
  );

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
        <Heading level={1}>
          <Own>{round.title}</Own>
        </Heading>
        {failed?.isStale ? <Alert kind="warning" title={t('work.meanwhile')} announce /> : null}
        <Lead>{t('round.lead', { state: t(`round.state.${round.state}`), points: round.list.length })}</Lead>
        {stepsFrom(roundMachine, round.state).map((step) => (
          <Paragraph key={step} small>
            {t('next.ahead', { steps: t(`round.step.${step}`) })}
          </Paragraph>
        ))}
        <ProposalText text={round.proposalText} />
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
