import {
  Alert,
  ButtonRow,
  ErrorSummary,
  Form,
  Heading,
  LinkButton,
  Paragraph,
  RadioGroup,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { errorsInWords, isWrong } from '../../public/parts/form-words.ts';
import { holderInWords } from '../../public/parts/holder.ts';
import { signaalTexts } from '../../texts.ts';
import { givenTitle } from '../given/list.tsx';
import type { GivenRow } from '../given/read.ts';
import { SendButtons, TellFields, TellNotes } from '../tell/fields.tsx';
import type { Again } from '../tell/receive.ts';
import { voiceTexts } from '../texts.ts';

/** The street quick-note (0.2 D19). */
export const NOTE = '/noteer';

/** How somebody on the street came there; the first is the usual one. */
export const noteChannels = ['street', 'rondgang'] as const;

interface NotePage {
  readonly again: Again;
  /** One key of this form: sending twice gives one signaal. */
  readonly once: string;
}

/** One field, a photo, a place, one button; made for a telephone in one hand. */
export const notePage = (rq: Rq, { again, once }: NotePage): PageContent => {
  const t = rq.texts(voiceTexts);
  const { raw, errors, masked } = again;
  return {
    title: t('note.title'),
    status: isWrong(errors) || masked ? 422 : 200,
    hasErrors: isWrong(errors),
    scripts: ['wr-photo-field', 'wr-map-pin'],
    current: NOTE,
    body: (
      <>
        <ErrorSummary lang={rq.lang} errors={errorsInWords(rq, errors)} />
        <Heading level={1}>{t('note.title')}</Heading>
        <TellNotes rq={rq} again={again} />
        <Form action={NOTE} csrf={rq.csrf} idempotencyKey={once} multipart>
          <TellFields rq={rq} again={again} label={t('note.label')} hint={t('note.hint')} startHere />
          <RadioGroup
            name="hoe"
            label={t('note.channel')}
            inline
            value={raw.text('hoe') || 'street'}
            options={noteChannels.map((value) => ({
              value,
              label: rq.texts(signaalTexts)(`channel.${value}`),
            }))}
          />
          <SendButtons rq={rq} again={again} label={t('note.send')} />
        </Form>
      </>
    ),
  };
};

/** The number, who has it now, and "nog een". */
export const notedPage = (rq: Rq, row: GivenRow): PageContent => {
  const t = rq.texts(voiceTexts);
  return {
    title: t('note.done.title', { number: row.number }),
    current: NOTE,
    body: (
      <>
        <Heading level={1}>{t('note.done.title', { number: row.number })}</Heading>
        <Alert kind="ok" title={givenTitle(rq, row)} announce>
          <Paragraph>{t('note.done.text', { holder: holderInWords(rq, row) })}</Paragraph>
        </Alert>
        <ButtonRow>
          <LinkButton href={NOTE}>{t('note.another')}</LinkButton>
          <LinkButton href={`/signalen/${row.id}`} look="secondary">
            {t('note.open')}
          </LinkButton>
        </ButtonRow>
      </>
    ),
  };
};
