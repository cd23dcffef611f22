import { formatDateTime } from '#platform/calendar/index.ts';
import type { ListPage } from '#platform/paging.ts';
import {
  Card,
  CardList,
  EmptyState,
  Heading,
  InlineForm,
  Lead,
  Pager,
  Paragraph,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { address } from '../list-address.ts';
import { peopleTexts } from '../texts.ts';
import { noticeKind } from './kinds.ts';
import type { NoticeRow } from './read.ts';

/** Where a person sees what must be seen. */
export const NOTICES = '/berichten';

const NoticeCard = ({ rq, notice }: { rq: Rq; notice: NoticeRow }) => {
  const t = rq.texts(peopleTexts);
  const known = noticeKind(notice.kind);
  const words = known ? rq.texts(known.catalogue).dynamic(known.key) : t('notices.unknown');
  return (
    <Card
      title={words}
      titleLevel={2}
      {...(known && (!known.action || rq.may(known.action)) ? { href: known.href(notice.object_id) } : {})}
      actions={
        <InlineForm action={`${NOTICES}/${notice.id}/gezien`} label={t('notices.seen')} csrf={rq.csrf} />
      }
    >
      <Paragraph small>
        {t('notices.since', { moment: formatDateTime(notice.created_at, rq.lang) })}
      </Paragraph>
    </Card>
  );
};

/** "Gezien moet worden": the open notices of whoever is signed in. */
export const noticesPage = (rq: Rq, { rows, next }: ListPage<NoticeRow>): PageContent => {
  const t = rq.texts(peopleTexts);
  const nextHref = next && address(NOTICES, { na: next });
  return {
    title: t('notices.title'),
    width: 'staff',
    current: NOTICES,
    body: (
      <>
        <Heading level={1}>{t('notices.title')}</Heading>
        {rows.length > 0 ? (
          <>
            <Lead>{t('notices.lead')}</Lead>
            <CardList
              items={rows.map((notice) => ({
                key: notice.id,
                card: <NoticeCard rq={rq} notice={notice} />,
              }))}
            />
          </>
        ) : (
          <EmptyState title={t('notices.empty.title')}>{t('notices.empty.text')}</EmptyState>
        )}
        <Pager lang={rq.lang} nextHref={nextHref} />
      </>
    ),
  };
};
