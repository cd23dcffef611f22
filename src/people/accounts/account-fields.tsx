import type { FieldErrors } from '#platform/errors.ts';
import { RadioGroup, TextField } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { peopleTexts } from '../texts.ts';
import { errorOf } from '../web-form.ts';

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
