import { formatDate } from '#platform/calendar/index.ts';
import { Section, SummaryList } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { monitorTexts } from '../texts.ts';
import { targetInWords } from '../web/words.ts';
import type { GoalPage } from './read.ts';

/** The page of a goal, for its parts. */
export interface PageProps {
  readonly rq: Rq;
  readonly page: GoalPage;
}

/** How the goal reads: what is counted, where it must be, by when, and whose it is. */
export const Facts = ({ rq, page: { goal } }: PageProps) => {
  const t = rq.texts(monitorTexts);
  const day = (value: string | null): string | null => (value === null ? null : formatDate(value, rq.lang));
  const isFigure = goal.kind === 'figure';
  const rows: [string, string, string | null][] = [
    ['kind', t('goal.kind'), t(`kind.${goal.kind}`)],
    [
      'definition',
      goal.kind === 'judgement' ? t('goal.question') : t('goal.definition'),
      goal.definition || null,
    ],
    ...(goal.kind === 'judgement'
      ? ([['judge', t('goal.judge'), goal.judge]] as [string, string, string | null][])
      : []),
    ['target', isFigure ? t('goal.target') : t('goal.targetText'), targetInWords(rq, goal)],
    ...(isFigure
      ? ([['direction', t('goal.direction'), goal.direction && t(`direction.${goal.direction}`)]] as [
          string,
          string,
          string | null,
        ][])
      : []),
    ['targetOn', t('goal.targetOn'), day(goal.targetOn)],
    ['source', t('goal.source'), goal.source || null],
    ['owner', t('goal.owner'), goal.ownerFunction],
    ['next', t('goal.next'), day(goal.nextDueOn)],
  ];
  return (
    <Section id="doel" title={t('goal.facts')}>
      <SummaryList
        rows={rows.map(([key, term, value]) => ({ key, term, value: value ?? t('goal.unknown') }))}
      />
    </Section>
  );
};
