import type { FieldErrors } from '#platform/errors.ts';
import {
  Alert,
  Button,
  ButtonRow,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  LinkButton,
  Paragraph,
  TextField,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { LINK_LASTS } from '../session-rules.ts';
import { peopleTexts } from '../texts.ts';
import { errorOf, inWords } from '../web-form.ts';
import { linkPath } from './links.ts';

const MINUTES = LINK_LASTS / 60_000;

/** Asks for the e-mail address to which a link may go. */
export const askPage = (rq: Rq, email: string, errors: FieldErrors): PageContent => {
  const t = rq.texts(peopleTexts);
  return {
    title: t('signIn.title'),
    hasErrors: Object.keys(errors).length > 0,
    body: (
      <>
        <ErrorSummary lang={rq.lang} errors={inWords(errors, t)} />
        <Heading level={1}>{t('signIn.title')}</Heading>
        <Lead>{t('signIn.lead', { minutes: MINUTES })}</Lead>
        <Form action="/aanmelden" csrf={rq.csrf}>
          <TextField
            name="email"
            type="email"
            label={t('field.email')}
            description={t('signIn.email.hint')}
            autoComplete="email"
            spellCheck={false}
            value={email}
            {...errorOf(errors, 'email', t)}
          />
          <Button>{t('signIn.send')}</Button>
        </Form>
        <Paragraph small>{t('signIn.residents')}</Paragraph>
      </>
    ),
  };
};

/** The one answer to every address, known or not. */
export const askedPage = (rq: Rq): PageContent => {
  const t = rq.texts(peopleTexts);
  return {
    title: t('signIn.asked.title'),
    body: (
      <>
        <Heading level={1}>{t('signIn.asked.title')}</Heading>
        <Alert kind="info" title={t('signIn.asked.sent')} announce>
          <Paragraph>{t('signIn.asked.next', { minutes: MINUTES })}</Paragraph>
        </Alert>
        <Paragraph>{t('signIn.asked.nothing')}</Paragraph>
        <ButtonRow>
          <LinkButton href="/aanmelden" look="secondary">
            {t('signIn.again')}
          </LinkButton>
        </ButtonRow>
      </>
    ),
  };
};

/** What a link from a mail opens: a button, because mail scanners follow links but press no buttons. */
export const linkPage = (rq: Rq, token: string): PageContent => {
  const t = rq.texts(peopleTexts);
  return {
    title: t('signIn.link.title'),
    body: (
      <>
        <Heading level={1}>{t('signIn.link.title')}</Heading>
        <Lead>{t('signIn.link.lead', { tenant: rq.tenant.name })}</Lead>
        <Form action={linkPath(token)} csrf={rq.csrf}>
          <Button>{t('signIn.link.button')}</Button>
        </Form>
      </>
    ),
  };
};

/** A link that was used, has expired or never was. */
export const deadLinkPage = (rq: Rq): PageContent => {
  const t = rq.texts(peopleTexts);
  return {
    title: t('signIn.dead.title'),
    status: 410,
    body: (
      <>
        <Heading level={1}>{t('signIn.dead.title')}</Heading>
        <Lead>{t('signIn.dead.lead', { minutes: MINUTES })}</Lead>
        <ButtonRow>
          <LinkButton href="/aanmelden">{t('signIn.again')}</LinkButton>
        </ButtonRow>
      </>
    ),
  };
};
