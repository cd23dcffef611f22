import { Button, DateField, ErrorSummary, Form, Heading, Select } from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { peopleTexts } from '../texts.ts';
import { errorOf, inWords } from '../web-form.ts';
import { BoundFields, type HoldingPageParts, roleOptions } from './holding-fields.tsx';
import { ACCOUNTS } from './list-page.tsx';
import type { AccountFacts } from './read.ts';

/** The form that gives a person a role. */
export const newHoldingPage = (
  rq: Rq,
  account: AccountFacts,
  { choices, typed, errors }: HoldingPageParts,
): PageContent => {
  const t = rq.texts(peopleTexts);
  return {
    title: t('holding.new.title', { name: account.name }),
    width: 'staff',
    current: ACCOUNTS,
    hasErrors: Object.keys(errors).length > 0,
    body: (
      <>
        <ErrorSummary lang={rq.lang} errors={inWords(errors, t)} />
        <Heading level={1}>{t('holding.new.title', { name: account.name })}</Heading>
        <Form action={`${ACCOUNTS}/${account.id}/rollen/nieuw`} csrf={rq.csrf}>
          <Select
            name="role"
            label={t('holding.role')}
            emptyLabel={t('holding.choose')}
            value={typed.role}
            options={roleOptions(rq)}
            {...errorOf(errors, 'role', t)}
          />
          <BoundFields rq={rq} choices={choices} typed={typed} errors={errors} />
          <DateField
            lang={rq.lang}
            name="from"
            label={t('holding.from')}
            value={typed.from}
            {...errorOf(errors, 'from', t)}
          />
          <DateField
            lang={rq.lang}
            name="last"
            label={t('holding.last')}
            description={t('holding.last.hint')}
            note={t('optional')}
            value={typed.last}
            {...errorOf(errors, 'last', t)}
          />
          <Button>{t('holding.new.save')}</Button>
        </Form>
      </>
    ),
  };
};
