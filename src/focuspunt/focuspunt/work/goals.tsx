import { RedBadges, Standing } from '#monitor/index.ts';
import { Link, Own, Paragraph, Section } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { dayOr } from '../labels.tsx';
import { focuspuntTexts } from '../texts.ts';
import type { Work } from './read.ts';

/** Its goals, with where each stands and what is missing of it. */
export const Goals = ({ rq, work }: { rq: Rq; work: Work }) => {
  const t = rq.texts(focuspuntTexts);
  if (work.goals.length === 0) return null;
  return (
    <Section id="doelen" title={t('page.goal')}>
      {work.goals.map((goal) => (
        <div key={goal.id} className="wr-flow">
          <Paragraph>
            <Link href={`/doelen/${goal.id}`}>
              <Own>{goal.title}</Own>
            </Link>{' '}
            <RedBadges rq={rq} goal={goal} />
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
