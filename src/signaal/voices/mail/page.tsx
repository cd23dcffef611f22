import type { FieldErrors } from '#platform/errors.ts';
import {
  Alert,
  Button,
  ButtonRow,
  Details,
  ErrorSummary,
  FileField,
  Form,
  Heading,
  HiddenField,
  Lead,
  Link,
  Paragraph,
  Quote,
  TextArea,
  TextField,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import type { RawForm } from '#platform/web/route.ts';
import { errorOf, errorsInWords, isWrong } from '../../public/parts/form-words.ts';
import { FoundPersons, textsToClean } from '../../public/parts/found-persons.tsx';
import { voiceTexts } from '../texts.ts';

/** Where the desk takes a forwarded mail in (0.2 D19). */
export const MAIL = '/balie/mail';
const DESK = '/balie';

const Back = ({ rq }: { rq: Rq }) => (
  <Paragraph small>
    <Link href={DESK}>{rq.texts(voiceTexts)('mail.back')}</Link>
  </Paragraph>
);

/** Paste a mail, or choose its file. */
export const takeMailPage = (rq: Rq, raw: RawForm, errors: FieldErrors): PageContent => {
  const t = rq.texts(voiceTexts);
  return {
    title: t('mail.title'),
    width: 'staff',
    status: isWrong(errors) ? 422 : 200,
    hasErrors: isWrong(errors),
    current: DESK,
    body: (
      <>
        <Back rq={rq} />
        <ErrorSummary lang={rq.lang} errors={errorsInWords(rq, errors)} />
        <Heading level={1}>{t('mail.title')}</Heading>
        <Lead>{t('mail.lead')}</Lead>
        <Form action={MAIL} csrf={rq.csrf} multipart>
          <TextArea
            name="bericht"
            label={t('mail.paste')}
            description={t('mail.paste.hint')}
            rows={10}
            value={raw.text('bericht')}
            {...errorOf(rq, errors, 'bericht')}
          />
          <FileField
            name="bestand"
            label={t('mail.file')}
            description={t('mail.file.hint')}
            accept=".eml,message/rfc822"
            {...errorOf(rq, errors, 'bestand')}
          />
          <Button name="doe" value="lees">
            {t('mail.read')}
          </Button>
        </Form>
      </>
    ),
  };
};

/** What was read, to be looked at before it goes to the form; kept nowhere but on this page. */
export const readMailPage = (rq: Rq, raw: RawForm): PageContent => {
  const t = rq.texts(voiceTexts);
  const rest = raw.text('rest');
  return {
    title: t('mail.check'),
    width: 'staff',
    current: DESK,
    body: (
      <>
        <Back rq={rq} />
        <Heading level={1}>{t('mail.check')}</Heading>
        <FoundPersons rq={rq} inspected={textsToClean([raw.text('tekst')])} />
        <Alert kind="info" title={t('mail.nothing_kept')} />
        <Form action={MAIL} csrf={rq.csrf}>
          <TextArea name="tekst" label={t('mail.text')} rows={8} value={raw.text('tekst')} />
          <TextField name="naam" label={t('mail.name')} value={raw.text('naam')} autoComplete="off" />
          <TextField name="mail" label={t('mail.address')} value={raw.text('mail')} autoComplete="off" />
          {rest === '' ? null : (
            <Details summary={t('mail.rest')}>
              <Paragraph small>{t('mail.rest.text')}</Paragraph>
              <Quote>{rest}</Quote>
              <HiddenField name="rest" value={rest} />
              <Button look="secondary" name="doe" value="alles">
                {t('mail.rest.take')}
              </Button>
            </Details>
          )}
          <ButtonRow>
            <Button name="doe" value="formulier">
              {t('mail.to_form')}
            </Button>
          </ButtonRow>
        </Form>
      </>
    ),
  };
};
