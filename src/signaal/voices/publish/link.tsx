import { formatShortDate, isoDate } from '#platform/calendar/index.ts';
import { Link, Paragraph } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { voiceTexts } from '../texts.ts';

/** Where text and photos of a signaal are cleared. */
export const publishPath = (signaalId: string): string => `/signalen/${signaalId}/openbaar`;

/** From the page of a signaal to what everybody may see of it. */
export const PublishLink = ({ rq, id, clearedAt }: { rq: Rq; id: string; clearedAt: Date | null }) => {
  const t = rq.texts(voiceTexts);
  const words = clearedAt
    ? t('publish.link.cleared', { day: formatShortDate(isoDate(clearedAt), rq.lang) })
    : t('publish.link');
  return (
    <Paragraph>
      <Link href={publishPath(id)}>{words}</Link>
    </Paragraph>
  );
};
