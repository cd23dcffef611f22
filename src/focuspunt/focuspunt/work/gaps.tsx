import { Link, List, Paragraph, Section, StatusBadge } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { Gap, Warning } from '../readiness.ts';
import { focuspuntTexts } from '../texts.ts';
import type { Work } from './read.ts';

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
export const Gaps = ({ rq, work }: { rq: Rq; work: Work }) => {
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

/** Whether a warning is about something that is missing. */
export const isGap = (warning: Warning): warning is Gap => Object.hasOwn(REPAIR, warning);
