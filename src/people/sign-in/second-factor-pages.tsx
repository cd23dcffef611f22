import type { FieldErrors } from '#platform/errors.ts';
import {
  BigCode,
  Button,
  ErrorSummary,
  Form,
  Heading,
  InlineForm,
  Lead,
  List,
  Paragraph,
  TextField,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { peopleTexts } from '../texts.ts';
import { errorOf, inWords } from '../web-form.ts';

/** Where the code is asked. */
export const SECOND_STEP = '/aanmelden/tweede-stap';
/** Where an authenticator app is set up. */
export const ENROL = '/aanmelden/tweede-stap/instellen';

const CodeForm = ({ rq, action, errors }: { rq: Rq; action: string; errors: FieldErrors }) => {
  const t = rq.texts(peopleTexts);
  return (
    <Form action={action} csrf={rq.csrf}>
      <TextField
        name="code"
        label={t('field.code')}
        description={t('secondStep.code.hint')}
        inputMode="numeric"
        autoComplete="one-time-code"
        width={6}
        spellCheck={false}
        {...errorOf(errors, 'code', t)}
      />
      <Button>{t('secondStep.check')}</Button>
    </Form>
  );
};

const SignOutInstead = ({ rq }: { rq: Rq }) => {
  const t = rq.texts(peopleTexts);
  return <InlineForm action="/afmelden" label={t('secondStep.stop')} look="subtle" csrf={rq.csrf} />;
};

/** Asks the code of the authenticator app. */
export const codePage = (rq: Rq, errors: FieldErrors): PageContent => {
  const t = rq.texts(peopleTexts);
  return {
    title: t('secondStep.title'),
    hasErrors: Object.keys(errors).length > 0,
    body: (
      <>
        <ErrorSummary lang={rq.lang} errors={inWords(errors, t)} />
        <Heading level={1}>{t('secondStep.title')}</Heading>
        <Lead>{t('secondStep.lead')}</Lead>
        <CodeForm rq={rq} action={SECOND_STEP} errors={errors} />
        <Paragraph small>{t('secondStep.lost')}</Paragraph>
        <SignOutInstead rq={rq} />
      </>
    ),
  };
};

/** What the page of a new authenticator app shows. */
export interface Enrolment {
  /** The secret in base32. */
  readonly secret: string;
  /** The QR code as a `data:` address. */
  readonly picture: string;
}

const inGroups = (secret: string): string[] => secret.match(/.{1,4}/g) ?? [];

/** Shows the secret as a QR code and as text, and asks the first code. */
export const enrolPage = (rq: Rq, { secret, picture }: Enrolment, errors: FieldErrors): PageContent => {
  const t = rq.texts(peopleTexts);
  const steps = (['app', 'scan', 'type'] as const).map((key) => ({
    key,
    content: t(`enrol.step.${key}`),
  }));
  return {
    title: t('enrol.title'),
    hasErrors: Object.keys(errors).length > 0,
    body: (
      <>
        <ErrorSummary lang={rq.lang} errors={inWords(errors, t)} />
        <Heading level={1}>{t('enrol.title')}</Heading>
        <Lead>{t('enrol.lead')}</Lead>
        <List ordered items={steps} />
        <img src={picture} width={220} height={220} alt={t('enrol.picture')} />
        <BigCode label={t('enrol.secret')} groups={inGroups(secret)} />
        <CodeForm rq={rq} action={ENROL} errors={errors} />
        <SignOutInstead rq={rq} />
      </>
    ),
  };
};
