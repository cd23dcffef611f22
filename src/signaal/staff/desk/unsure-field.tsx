import { Button, Details, TextField } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { staffTexts } from '../texts.ts';
import { mistakeOf } from '../web/mistakes.ts';
import type { DeskPage } from './page.tsx';

/** "Weet ik niet": to the wijkregisseur with one line, and no advice (screens.md). */
export const UnsureField = ({ rq, page: { raw, errors } }: { rq: Rq; page: DeskPage }) => {
  const t = rq.texts(staffTexts);
  return (
    <Details summary={t('desk.unsure')} open={raw.text('regel') !== '' || errors.regel !== undefined}>
      <TextField
        name="regel"
        label={t('desk.unsure.line')}
        value={raw.text('regel')}
        {...mistakeOf(rq, errors, 'regel')}
      />
      <Button name="doe" value="unsure" look="secondary">
        {t('desk.unsure.send')}
      </Button>
    </Details>
  );
};
