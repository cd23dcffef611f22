import { ButtonRow, Heading, Lead, LinkButton, Paragraph } from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { signaalTexts } from '../../texts.ts';
import { FOLLOW } from '../follow/paths.ts';
import { publicTexts } from '../texts.ts';
import { REPORT } from './paths.ts';

/** The form was not finished in time, or belongs to another browser: said, with the way to begin anew. */
export const goneDraftPage = (rq: Rq): PageContent => {
  const t = rq.texts(publicTexts);
  return {
    title: t('gone.title'),
    status: 410,
    current: REPORT,
    body: (
      <>
        <Heading level={1}>{t('gone.title')}</Heading>
        <Lead>{rq.texts(signaalTexts)('error.draft_gone')}</Lead>
        <Paragraph>{t('gone.cookies')}</Paragraph>
        <ButtonRow>
          <LinkButton href={REPORT}>{t('gone.again')}</LinkButton>
        </ButtonRow>
      </>
    ),
  };
};

/** The receipt is not shown any more; the code on it still works. */
export const goneReceiptPage = (rq: Rq): PageContent => {
  const t = rq.texts(publicTexts);
  return {
    title: t('receipt.gone.title'),
    status: 410,
    current: REPORT,
    body: (
      <>
        <Heading level={1}>{t('receipt.gone.title')}</Heading>
        <Lead>{t('receipt.gone.text')}</Lead>
        <ButtonRow>
          <LinkButton href={FOLLOW}>{t('receipt.gone.follow')}</LinkButton>
        </ButtonRow>
      </>
    ),
  };
};
