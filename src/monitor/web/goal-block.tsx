import { formatDate } from '#platform/calendar/index.ts';
import { HonestNumber, Paragraph, StatusBadge } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { GoalView } from '../read/view.ts';
import { monitorTexts } from '../texts.ts';
import { changeInWords, isHidden, measuredOf } from './words.ts';

interface GoalProps {
  readonly rq: Rq;
  readonly goal: GoalView;
}

/** What is missing at a goal, each in red with its word; nothing when it is complete and in time. */
export const RedBadges = ({ rq, goal }: GoalProps) => {
  const t = rq.texts(monitorTexts);
  return goal.reds.map((red) => (
    <StatusBadge key={red} tone="late">
      {t(`red.${red}`)}
    </StatusBadge>
  ));
};

/** Better or worse, only when the change exceeds the margin (design.md, law 10). */
export const Light = ({ rq, goal }: GoalProps) => {
  const t = rq.texts(monitorTexts);
  const { kind } = goal.change;
  if (kind === 'better') return <StatusBadge tone="ok">{t('changeShort.better')}</StatusBadge>;
  if (kind === 'worse') return <StatusBadge tone="warning">{t('changeShort.worse')}</StatusBadge>;
  return null;
};

/** Baseline and latest as honest numbers with what they say together; of a judgement its words. */
export const Standing = ({ rq, goal }: GoalProps) => {
  const t = rq.texts(monitorTexts);
  return (
    <>
      {goal.kind === 'figure' ? <Figures rq={rq} goal={goal} /> : <Judged rq={rq} goal={goal} />}
      {goal.notMeasured === null ? null : (
        <Paragraph>
          {t('goal.notMeasured', { date: formatDate(goal.notMeasured.measuredOn, rq.lang) })}:{' '}
          {goal.notMeasured.notMeasuredReason}
        </Paragraph>
      )}
      {goal.isReached === null ||
      goal.kind !== 'figure' ||
      (goal.latest && isHidden(rq, goal, goal.latest)) ? null : (
        <Paragraph>{goal.isReached ? t('goal.reached') : t('goal.notReached')}</Paragraph>
      )}
    </>
  );
};

const Figures = ({ rq, goal }: GoalProps) => {
  const t = rq.texts(monitorTexts);
  const later = goal.latest?.id === goal.baseline?.id ? null : goal.latest;
  return (
    <>
      <HonestNumber
        lang={rq.lang}
        label={t('goal.baseline')}
        measured={measuredOf(rq, goal, goal.baseline)}
      />
      <HonestNumber lang={rq.lang} label={t('goal.latest')} measured={measuredOf(rq, goal, later)} />
      <Light rq={rq} goal={goal} />
      <Paragraph>{changeInWords(rq, goal)}</Paragraph>
    </>
  );
};

const Judged = ({ rq, goal }: GoalProps) => {
  const t = rq.texts(monitorTexts);
  const { latest } = goal;
  if (latest?.judgement == null) return <Paragraph>{t('goal.noMeasurements')}</Paragraph>;
  const judge = goal.judge ?? goal.ownerFunction ?? t('goal.unknown');
  const date = formatDate(latest.measuredOn, rq.lang);
  return (
    <Paragraph>
      {t('goal.judged', { judgement: t(`judgement.${latest.judgement}`), date, judge })}
      {latest.note === null ? null : `. ${latest.note}`}
    </Paragraph>
  );
};
