import type { FieldErrors } from '#platform/errors.ts';
import { Button, ErrorSummary, Form, Heading, Lead } from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { peopleTexts } from '../texts.ts';
import { inWords } from '../web-form.ts';
import { AccountFields, type TypedAccount } from './account-fields.tsx';
import { ACCOUNTS } from './list-page.tsx';

/** The form for a new account. */
export const newAccountPage = (rq: Rq, typed: TypedAccount, errors: FieldErrors): PageContent => {
  const t = rq.texts(peopleTexts);
  return {
    title: t('account.new.title'),
    width: 'staff',
    current: ACCOUNTS,
    hasErrors: Object.keys(errors).length > 0,
    body: (
      <>
        <ErrorSummary lang={rq.lang} errors={inWords(errors, t)} />
        <Heading level={1}>{t('account.new.title')}</Heading>
        <Lead>{t('account.new.lead')}</Lead>
        <Form action={`${ACCOUNTS}/nieuw`} csrf={rq.csrf}>
          <AccountFields rq={rq} typed={typed} errors={errors} />
          <Button>{t('account.new.save')}</Button>
        </Form>
      </>
    ),
  };
};
