import { formatDateTime, formatShortDate } from '#platform/calendar/index.ts';
import {
  Heading,
  Lead,
  Link,
  Paragraph,
  ScreenOnly,
  Section,
  SummaryList,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { CountTable } from './list-page.tsx';
import { ARCHIVE } from './overview-page.tsx';
import type { ClassCount, ListFacts } from './read.ts';
import { archiveTexts } from './texts.ts';

/** The certificate of an executed list, to be printed for the archive (Archiefbesluit 1995, art. 8). */
export const certificatePage = (rq: Rq, list: ListFacts, counts: readonly ClassCount[]): PageContent => {
  const t = rq.texts(archiveTexts);
  const title = t('certificate.title', { number: list.number });
  const at = (moment: Date | null): string => (moment ? formatDateTime(moment, rq.lang) : '–');
  const total = counts.reduce((sum, { destroyed }) => sum + destroyed, 0);
  return {
    title,
    width: 'staff',
    current: ARCHIVE,
    body: (
      <>
        <ScreenOnly>
          <Link href={`${ARCHIVE}/${list.id}`}>{t('list.title', { number: list.number })}</Link>
        </ScreenOnly>
        <Heading level={1}>{title}</Heading>
        <Lead>{t('certificate.lead', { tenant: rq.tenant.name })}</Lead>
        <SummaryList
          rows={[
            { key: 'day', term: t('list.reference'), value: formatShortDate(list.reference_day, rq.lang) },
            {
              key: 'first',
              term: t('list.first'),
              value: t('list.by', { name: list.first_name ?? '–', moment: at(list.first_approved_at) }),
            },
            {
              key: 'second',
              term: t('list.second'),
              value: t('list.by', { name: list.second_name ?? '–', moment: at(list.approved_at) }),
            },
            { key: 'executed', term: t('list.executed'), value: at(list.executed_at) },
            { key: 'digest', term: t('certificate.digest'), value: <code>{list.digest}</code> },
          ]}
        />
        <Section id="wat" title={t('certificate.what')}>
          <CountTable rq={rq} counts={counts} done />
          <Paragraph>{t('certificate.total', { count: total })}</Paragraph>
        </Section>
        <Section id="hoe" title={t('certificate.how')}>
          <Paragraph>{t('certificate.how.text')}</Paragraph>
        </Section>
        <ScreenOnly>{t('certificate.print')}</ScreenOnly>
      </>
    ),
  };
};
