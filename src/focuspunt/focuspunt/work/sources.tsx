import { Link, List, Paragraph } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { focuspuntTexts } from '../texts.ts';
import type { Work } from './read.ts';

/** The knelpunten that a focuspunt comes from. */
export const Sources = ({ rq, work }: { rq: Rq; work: Work }) => {
  const t = rq.texts(focuspuntTexts);
  if (work.knelpunten.length === 0) return null;
  return (
    <>
      <Paragraph>{t('work.sources')}</Paragraph>
      <List
        items={work.knelpunten.map(({ id, number, title }) => ({
          key: id,
          content: <Link href={`/knelpunten/${id}`}>{t('work.knelpunt', { number, title })}</Link>,
        }))}
      />
    </>
  );
};
