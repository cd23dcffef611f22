import { RedBadges, targetInWords } from '#monitor/index.ts';
import {
  Card,
  CardList,
  EmptyState,
  Heading,
  Lead,
  Link,
  Own,
  Paragraph,
  Section,
  StatusBadge,
} from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute } from '#platform/web/route.ts';
import { dayOr, StateBadge } from '../labels.tsx';
import { FOCUSPUNTEN, focuspuntHref, ROUNDS } from '../paths.ts';
import { focuspuntTexts } from '../texts.ts';
import { type PublicLine, readPublicList } from './read.ts';

const LineCard = ({ rq, line }: { rq: Rq; line: PublicLine }) => {
  const t = rq.texts(focuspuntTexts);
  const [goal] = line.goals;
  const target = goal ? targetInWords(rq, goal) : null;
  return (
    <Card
      title={<Own>{line.title}</Own>}
      titleLevel={3}
      href={focuspuntHref(line.id)}
      eyebrow={<StateBadge rq={rq} state={line.state} />}
    >
      {goal ? (
        <>
          <Paragraph>{target === null ? goal.title : t('list.goal', { goal: goal.title, target })}</Paragraph>
          <Paragraph>
            <RedBadges rq={rq} goal={goal} />
          </Paragraph>
        </>
      ) : (
        <Paragraph>
          <StatusBadge tone="late">{t('gap.goal')}</StatusBadge>
        </Paragraph>
      )}
      {line.nextTestOn === null ? null : (
        <Paragraph small>{t('list.next_test', { day: dayOr(rq, line.nextTestOn, '') })}</Paragraph>
      )}
    </Card>
  );
};

/** All focuspunten that everybody may know, by area (K4: partners and residents must know where it goes). */
export const publicListRoute = defineRoute({
  method: 'GET',
  path: FOCUSPUNTEN,
  policy: 'public.read',
  handle: async (rq) => {
    const t = rq.texts(focuspuntTexts);
    const { lines, isMore } = await readPublicList(rq);
    const areas = [...Map.groupBy(lines, ({ area }) => area)].sort(([a], [b]) => a.localeCompare(b, 'nl'));
    return rq.page({
      title: t('list.title'),
      current: FOCUSPUNTEN,
      body: (
        <>
          <Heading level={1}>{t('list.title')}</Heading>
          <Lead>{t('list.lead')}</Lead>
          {rq.may('focuspunt.read') ? (
            <Paragraph>
              <Link href={ROUNDS}>{t('list.to_rounds')}</Link>
            </Paragraph>
          ) : null}
          {areas.length === 0 ? (
            <EmptyState title={t('list.empty')}>{t('list.empty.text')}</EmptyState>
          ) : (
            areas.map(([area, own]) => (
              <Section key={area} id={`gebied-${own[0]?.id}`} title={area}>
                <CardList
                  items={own.map((line) => ({ key: line.id, card: <LineCard rq={rq} line={line} /> }))}
                />
              </Section>
            ))
          )}
          {isMore ? <Paragraph>{t('list.more')}</Paragraph> : null}
        </>
      ),
    });
  },
});
