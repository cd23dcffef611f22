import { readSettings } from '#gemeente/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import {
  EmptyState,
  Heading,
  Lead,
  Link,
  LinkButton,
  Own,
  StatusBadge,
  Table,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute } from '#platform/web/route.ts';
import { goalsOfGemeente } from '../read/goals.ts';
import type { GoalView } from '../read/view.ts';
import { monitorTexts } from '../texts.ts';
import { Light, RedBadges } from '../web/goal-block.tsx';
import { outcomeIn, targetInWords } from '../web/words.ts';

const GoalTable = ({ rq, goals }: { rq: Rq; goals: readonly GoalView[] }) => {
  const t = rq.texts(monitorTexts);
  return (
    <Table
      lang={rq.lang}
      caption={t('list.title')}
      captionHidden
      rows={goals}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'goal',
          header: t('list.goal'),
          cell: (goal) => (
            <>
              <Link href={`/doelen/${goal.id}`}>
                <Own>{goal.title}</Own>
              </Link>
              {goal.isSet ? null : <StatusBadge tone="neutral">{t('state.proposed')}</StatusBadge>}
            </>
          ),
        },
        {
          key: 'now',
          header: t('list.now'),
          cell: (goal) => (
            <>
              {goal.latest ? outcomeIn(rq, goal, goal.latest) : t('red.not_measured')}{' '}
              <Light rq={rq} goal={goal} />
            </>
          ),
        },
        {
          key: 'target',
          header: t('list.target'),
          cell: (goal) => targetInWords(rq, goal) ?? t('goal.unknown'),
        },
        {
          key: 'gaps',
          header: t('list.gaps'),
          cell: (goal) => (goal.reds.length === 0 ? t('list.noGaps') : <RedBadges rq={rq} goal={goal} />),
        },
      ]}
    />
  );
};

/** The goals of the municipality: residents see what the raad has set, staff also what is proposed. */
export const goalListRoute = defineRoute({
  method: 'GET',
  path: '/doelen',
  policy: 'public.read',
  handle: async (rq) => {
    const today = isoDate(rq.now);
    const all = await rq.read(async (db) =>
      goalsOfGemeente(db, rq.gemeente, { today, settings: await readSettings(db, rq.gemeente, today) }),
    );
    const maySet = rq.world.gate(rq.principal, 'goal.set', (_, reach) => reach === 'all').ok;
    const mayPropose = rq.world.gate(rq.principal, 'goal.propose', (_, reach) => reach === 'all').ok;
    const goals = all.filter((goal) => goal.isSet || rq.may('goal.propose'));
    const t = rq.texts(monitorTexts);
    return rq.page({
      title: t('list.title'),
      width: rq.signedIn ? 'staff' : 'resident',
      current: '/doelen',
      body: (
        <>
          <Heading level={1}>{t('list.title')}</Heading>
          <Lead>{t('list.lead')}</Lead>
          {goals.length === 0 ? (
            <EmptyState title={t('list.none')}>{t('list.noneHelp')}</EmptyState>
          ) : (
            <GoalTable rq={rq} goals={goals} />
          )}
          {maySet || mayPropose ? (
            <LinkButton href="/doelen/nieuw">{maySet ? t('list.new') : t('list.propose')}</LinkButton>
          ) : null}
        </>
      ),
    });
  },
});
