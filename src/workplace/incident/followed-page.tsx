import { formatDate } from '#platform/calendar/index.ts';
import {
  Card,
  CardList,
  EmptyState,
  Heading,
  InlineForm,
  Lead,
  List,
  Paragraph,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import type { Followed } from './followed-read.ts';
import { FOLLOWED, PATTERN } from './paths.ts';
import { incidentTexts } from './texts.ts';
import { shownIn } from './words.ts';

/** The quarter that is over, as its page tells it. */
export interface Quarter {
  readonly from: string;
  readonly to: string;
  readonly leastShown: number;
}

const hrefOf = ({ kind, objectId }: Followed): string => {
  if (kind === 'focuspunt') return `/focuspunten/${objectId}`;
  return `${PATTERN}?${kind === 'area' ? 'gebied' : 'onderwerp'}=${objectId}`;
};

const hidden = (count: number, least: number): number | null => (count > 0 && count < least ? null : count);

const OneFollowed = ({ rq, one, quarter: { leastShown } }: { rq: Rq; one: Followed; quarter: Quarter }) => {
  const t = rq.texts(incidentTexts);
  const count = (value: number): string => shownIn(rq, hidden(value, leastShown), leastShown);
  return (
    <Card
      title={rq.lang === 'en' && one.nameEn ? one.nameEn : one.name}
      titleLevel={2}
      href={hrefOf(one)}
      eyebrow={t(`followed.kind.${one.kind}`)}
      actions={
        <InlineForm
          action={`${FOLLOWED}/${one.id}/stop`}
          csrf={rq.csrf}
          look="subtle"
          label={t('followed.stop')}
        />
      }
    >
      <List
        items={[
          { key: 'told', content: t('followed.told', { last: count(one.last), before: count(one.before) }) },
          { key: 'measured', content: t('followed.measured', { count: one.measurements }) },
          { key: 'papers', content: t('followed.papers', { count: one.papers }) },
        ]}
      />
    </Card>
  );
};

/** What somebody follows each quarter, and what changed. */
export const followedPage = (rq: Rq, followed: readonly Followed[], quarter: Quarter): PageContent => {
  const t = rq.texts(incidentTexts);
  const range = { from: formatDate(quarter.from, rq.lang), to: formatDate(quarter.to, rq.lang) };
  return {
    title: t('followed.heading'),
    width: 'staff',
    current: FOLLOWED,
    body: (
      <>
        <Heading level={1}>{t('followed.heading')}</Heading>
        {followed.length === 0 ? (
          <EmptyState title={t('followed.none')}>{t('followed.none.text')}</EmptyState>
        ) : (
          <>
            <Lead>{t('followed.lead', range)}</Lead>
            <CardList
              items={followed.map((one) => ({
                key: one.id,
                card: <OneFollowed rq={rq} one={one} quarter={quarter} />,
              }))}
            />
            <Paragraph>{t('months.trust')}</Paragraph>
          </>
        )}
      </>
    ),
  };
};
