import { Alert, Button, ButtonRow, Paragraph } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { publicTexts } from '../texts.ts';

/** Dots were just put in what was typed: it must be read again, for nothing has been sent. */
export const MaskedNote = ({ rq, masked }: { rq: Rq; masked: boolean | undefined }) => {
  if (!masked) return null;
  const t = rq.texts(publicTexts);
  return (
    <Alert kind="info" title={t('masked.title')} announce>
      <Paragraph>{t('masked.text')}</Paragraph>
    </Alert>
  );
};

/** "Verder", and the offer to go on without what the guard found. */
export const NextButtons = ({ rq, hasPersons }: { rq: Rq; hasPersons: boolean }) => {
  const t = rq.texts(publicTexts);
  return (
    <ButtonRow>
      <Button>{t('next')}</Button>
      {hasPersons ? (
        <Button look="secondary" name="zonder" value="ja">
          {t('found.without')}
        </Button>
      ) : null}
    </ButtonRow>
  );
};
