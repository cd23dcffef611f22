import type { FieldErrors } from '#platform/errors.ts';
import { errorList } from '#platform/web/attempt.ts';
import type { FieldError } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { signaalTexts } from '../../texts.ts';
import { staffTexts } from '../texts.ts';

/** The words of one mistake: this room's own, or those of the signaal. */
const inWords = (rq: Rq, code: string): string => {
  const key = `error.${code}`;
  return Object.hasOwn(staffTexts.nl, key)
    ? rq.texts(staffTexts).dynamic(key)
    : rq.texts(signaalTexts).dynamic(key);
};

/** Fields whose mistakes sound alike: the summary names them. */
const NAMED: Readonly<Record<string, keyof typeof staffTexts.nl>> = {
  mail: 'contact.mail',
  telefoon: 'contact.phone',
  straat: 'contact.street',
  huisnummer: 'contact.houseNumber',
  postcode: 'contact.postcode',
  helper_mail: 'contact.helper_mail',
  helper_telefoon: 'contact.helper_telefoon',
};

/** The mistakes of a form in words; `prefix` is what its field ids begin with. */
export const mistakes = (rq: Rq, errors: FieldErrors, prefix = ''): FieldError[] =>
  errorList(
    errors,
    (code, field) => {
      const name = NAMED[field];
      const message = inWords(rq, code);
      return name === undefined ? message : `${rq.texts(staffTexts).dynamic(name)}: ${message}`;
    },
    (field) => `${prefix}${field}`,
  );

/** The mistake of one field, to stand beside it. */
export const mistakeOf = (rq: Rq, errors: FieldErrors, field: string): { error?: string } => {
  const code = errors[field];
  return code === undefined ? {} : { error: inWords(rq, code) };
};
