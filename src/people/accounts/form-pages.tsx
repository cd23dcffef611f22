import type { Area, Department } from '#gemeente/index.ts';
import type { FieldErrors } from '#platform/errors.ts';
import {
  Button,
  DateField,
  type DateParts,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  Paragraph,
  RadioGroup,
  Select,
  TextField,
} from '#platform/web/components/index.ts';
import type { PageContent, Rq } from '#platform/web/request.ts';
import { roleTexts } from '../role-page/texts.ts';
import { roles, sides } from '../roles.ts';
import { peopleTexts } from '../texts.ts';
import { errorOf, inWords } from '../web-form.ts';
import type { Choosable } from '../who.ts';
import { ACCOUNTS } from './list-page.tsx';
import type { AccountFacts } from './read.ts';
import { isGivable } from './rules.ts';

/** Name, address and language as typed. */
export interface TypedAccount {
  readonly name: string;
  readonly email: string;
  readonly lang: string;
}

/** The three fields of an account; on the page of a new one and on its own page. */
export const AccountFields = ({
  rq,
  typed,
  errors,
}: {
  rq: Rq;
  typed: TypedAccount;
  errors: FieldErrors;
}) => {
  const t = rq.texts(peopleTexts);
  return (
    <>
      <TextField
        name="name"
        label={t('field.name')}
        description={t('account.name.hint')}
        value={typed.name}
        spellCheck={false}
        {...errorOf(errors, 'name', t)}
      />
      <TextField
        name="email"
        type="email"
        label={t('field.email')}
        value={typed.email}
        spellCheck={false}
        {...errorOf(errors, 'email', t)}
      />
      <RadioGroup
        name="lang"
        label={t('field.lang')}
        value={typed.lang}
        inline
        options={[
          { value: 'nl', label: t('lang.nl') },
          { value: 'en', label: t('lang.en') },
        ]}
        {...errorOf(errors, 'lang', t)}
      />
    </>
  );
};

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

/** A role as typed. */
export interface TypedHolding {
  readonly role: string;
  readonly department: string;
  readonly area: string;
  readonly behalf: string;
  readonly from: DateParts;
  readonly last: DateParts;
}

/** What a role can be bound to today. */
interface HoldingChoices {
  readonly departments: readonly Department[];
  readonly areas: readonly Area[];
  readonly people: readonly Choosable[];
}

const roleOptions = (rq: Rq) => {
  const t = rq.texts(roleTexts);
  return sides.map((side) => ({
    group: t(`side.${side}`),
    options: roles
      .filter((role) => role.side === side && isGivable(role.id))
      .map((role) => ({ value: role.id, label: t.dynamic(`role.${role.id}`) })),
  }));
};

const BoundFields = ({ rq, choices, typed, errors }: HoldingPageParts & { rq: Rq }) => {
  const t = rq.texts(peopleTexts);
  const named = (items: readonly { id: string; name: string }[]) =>
    items.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Select
        name="department"
        label={t('holding.department')}
        description={t('holding.department.hint')}
        emptyLabel={t('holding.none')}
        value={typed.department}
        options={named(choices.departments)}
        {...errorOf(errors, 'department', t)}
      />
      <Select
        name="area"
        label={t('holding.area')}
        description={t('holding.area.hint')}
        emptyLabel={t('holding.everywhere')}
        value={typed.area}
        options={choices.areas.map(({ id, name, divisionName }) => ({
          value: id,
          label: `${name} (${divisionName})`,
        }))}
        {...errorOf(errors, 'area', t)}
      />
      <Select
        name="behalf"
        label={t('holding.behalf')}
        description={t('holding.behalf.hint')}
        emptyLabel={t('holding.nobody')}
        value={typed.behalf}
        options={named(choices.people)}
        {...errorOf(errors, 'behalf', t)}
      />
    </>
  );
};

interface HoldingPageParts {
  readonly choices: HoldingChoices;
  readonly typed: TypedHolding;
  readonly errors: FieldErrors;
}

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
