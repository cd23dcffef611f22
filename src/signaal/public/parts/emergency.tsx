import { Alert, Paragraph } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { publicTexts } from '../texts.ts';

/** 112 stands on top of the first page, always (0.2 D8). */
export const Emergency = ({ rq }: { rq: Rq }) => {
  const t = rq.texts(publicTexts);
  return (
    <Alert kind="warning" title={t('emergency.title')}>
      <Paragraph small>{t('emergency.police')}</Paragraph>
    </Alert>
  );
};
