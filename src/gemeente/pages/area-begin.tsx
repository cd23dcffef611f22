import { formatDate } from '#platform/calendar/index.ts';
import { EmptyState, Link, LinkButton, List, Paragraph, Section } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { ComingChange } from '../read/outlines.ts';
import { gemeenteTexts } from '../texts.ts';

/** Where the areas of a municipality are managed. */
export const AREAS = '/beheer/gebieden';

/** A municipality without buurten is told where to begin (design.md, the look). */
export const Begin = ({ rq, isEmpty }: { rq: Rq; isEmpty: boolean }) => {
  const t = rq.texts(gemeenteTexts);
  if (isEmpty) {
    const action = <LinkButton href={`${AREAS}/inlezen`}>{t('area.import')}</LinkButton>;
    return (
      <EmptyState title={t('buurt.none')} action={action}>
        {t('buurt.noneHelp')}
      </EmptyState>
    );
  }
  return (
    <>
      <LinkButton href={`${AREAS}/inlezen`} look="secondary">
        {t('area.import')}
      </LinkButton>
      <Paragraph>
        <Link href={`${AREAS}/kerncijfers`}>{t('area.figures')}</Link>
      </Paragraph>
    </>
  );
};

/** What was read in for a later day: until then it is to be seen nowhere else. */
export const Coming = ({ rq, coming }: { rq: Rq; coming: readonly ComingChange[] }) => {
  const t = rq.texts(gemeenteTexts);
  if (coming.length === 0) return null;
  return (
    <Section id="straks" title={t('coming.title')}>
      <List
        items={coming.map(({ day, outlines, added, ended }) => ({
          key: day,
          content: t('coming.day', { day: formatDate(day, rq.lang), outlines, added, ended }),
        }))}
      />
      <Paragraph small>{t('coming.note')}</Paragraph>
    </Section>
  );
};
