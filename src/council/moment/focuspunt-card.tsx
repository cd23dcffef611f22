import { type GoalView, Standing, targetInWords } from '#monitor/index.ts';
import { formatDate, formatShortDate } from '#platform/calendar/index.ts';
import {
  Card,
  Heading,
  HonestNumber,
  List,
  Own,
  Paragraph,
  StatusBadge,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { councilTexts } from '../texts.ts';
import type { CouncilFocuspunt } from './focuspunten.ts';

interface Props {
  readonly rq: Rq;
  readonly focuspunt: CouncilFocuspunt;
}

/** What is red and why, each in words; green in one word when nothing is. */
export const Reds = ({ rq, focuspunt }: Props) => {
  const t = rq.texts(councilTexts);
  if (focuspunt.hasEnded)
    return <StatusBadge tone="neutral">{t.dynamic(`ended.${focuspunt.state}`)}</StatusBadge>;
  if (focuspunt.reds.length === 0) return <StatusBadge tone="ok">{t('standing.green')}</StatusBadge>;
  const date = focuspunt.withoutBaselineUntil ? formatShortDate(focuspunt.withoutBaselineUntil, rq.lang) : '';
  return focuspunt.reds.map((red) => (
    <StatusBadge key={red} tone="late">
      {t.dynamic(`red.${red}`, { date })}
    </StatusBadge>
  ));
};

/** A goal with its baseline and latest, honest or "niet gemeten". */
const Goal = ({ rq, goal }: { rq: Rq; goal: GoalView }) => {
  const t = rq.texts(councilTexts);
  const target = targetInWords(rq, goal);
  const date = goal.targetOn ? formatDate(goal.targetOn, rq.lang) : t('focuspunt.noDate');
  return (
    <>
      <Heading level={4}>
        <Own>{goal.title}</Own>
      </Heading>
      <Paragraph>{t('focuspunt.target', { target: target ?? t('focuspunt.noTarget'), date })}</Paragraph>
      <Standing rq={rq} goal={goal} />
    </>
  );
};

/** Red with how many reasons, green, or over: in one badge. */
export const StandingBadge = ({ rq, focuspunt }: Props) => {
  const t = rq.texts(councilTexts);
  const count = focuspunt.reds.length;
  if (count === 0) return <Reds rq={rq} focuspunt={focuspunt} />;
  return (
    <StatusBadge tone="late">
      {t(count === 1 ? 'standing.redOne' : 'standing.redMore', { count })}
    </StatusBadge>
  );
};

/** All goals of a focuspunt; without any it says so, and stands red as "niet gemeten". */
export const Goals = ({ rq, focuspunt }: Props) => {
  const t = rq.texts(councilTexts);
  if (focuspunt.goals.length > 0)
    return focuspunt.goals.map((goal) => <Goal key={goal.id} rq={rq} goal={goal} />);
  return (
    <>
      <Paragraph>{t('focuspunt.noGoal')}</Paragraph>
      <HonestNumber lang={rq.lang} label={t('focuspunt.baseline')} measured={null} />
    </>
  );
};

/** Who carries it, since when, and when it is looked at again. */
export const Facts = ({ rq, focuspunt }: Props) => {
  const t = rq.texts(councilTexts);
  const day = (on: string | null, none: string) => (on === null ? none : formatDate(on, rq.lang));
  const trekker = [focuspunt.trekker, focuspunt.trekkerDepartment].filter(Boolean).join(', ');
  const facts = {
    trekker: trekker || t('focuspunt.noTrekker'),
    besluit: day(focuspunt.besluitOn, t('focuspunt.unknown')),
    nextTest: day(focuspunt.nextTestOn, t('focuspunt.noTest')),
  };
  return (
    <List
      plain
      items={(['trekker', 'besluit', 'nextTest'] as const).map((key) => ({
        key,
        content: (
          <>
            <strong>{t(`focuspunt.${key}`)}</strong>: {facts[key]}
          </>
        ),
      }))}
    />
  );
};

/** One focuspunt as the raad sees it: goal, baseline, latest, who, since when, and what is red. */
export const FocuspuntCard = ({ rq, focuspunt }: Props) => {
  const t = rq.texts(councilTexts);
  return (
    <Card
      title={<Own>{focuspunt.title}</Own>}
      titleLevel={3}
      href={`/focuspunten/${focuspunt.id}`}
      eyebrow={<Reds rq={rq} focuspunt={focuspunt} />}
    >
      {focuspunt.summary === '' ? null : (
        <Paragraph>
          <Own>{focuspunt.summary}</Own>
        </Paragraph>
      )}
      {focuspunt.invented ? <Paragraph small>{t('invented')}</Paragraph> : null}
      <Goals rq={rq} focuspunt={focuspunt} />
      <Facts rq={rq} focuspunt={focuspunt} />
    </Card>
  );
};
