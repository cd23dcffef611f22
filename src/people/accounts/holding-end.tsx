import type { FieldErrors } from '#platform/errors.ts';
import {
  Button,
  DateField,
  type DateParts,
  ErrorSummary,
  Form,
  Heading,
  Paragraph,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { roleTexts } from '../role-page/texts.ts';
import { peopleTexts } from '../texts.ts';
import { errorOf, inWords } from '../web-form.ts';
import { ACCOUNTS } from './list-page.tsx';
import type { AccountFacts } from './read.ts';

/** The form that ends a role. */
export const endHoldingPage = (
  rq: Rq,
  { account, holding }: { account: AccountFacts; holding: { id: string; role: string } },
  typed: DateParts,
  errors: FieldErrors,
): PageContent => {
  const t = rq.texts(peopleTexts);
  const role = rq.texts(roleTexts).dynamic(`role.${holding.role}`);
  return {
    title: t('holding.end.title', { name: account.name, role }),
    width: 'staff',
    current: ACCOUNTS,
    hasErrors: Object.keys(errors).length > 0,
    body: (
      <>
        <ErrorSummary lang={rq.lang} errors={inWords(errors, t)} />
        <Heading level={1}>{t('holding.end.title', { name: account.name, role })}</Heading>
        <Paragraph>{t('holding.end.lead')}</Paragraph>
        <Form action={`${ACCOUNTS}/${account.id}/rollen/${holding.id}/einde`} csrf={rq.csrf}>
          <DateField
            lang={rq.lang}
            name="last"
            label={t('holding.last')}
            value={typed}
            {...errorOf(errors, 'last', t)}
          />
          <Button look="danger">{t('holding.end.save')}</Button>
        </Form>
      </>
    ),
  };
};
