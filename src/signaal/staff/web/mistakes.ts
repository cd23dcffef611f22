import type { FieldErrors } from '#platform/errors.ts';
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

/** The mistakes of a form in words; `prefix` is what its field ids begin with. */
export const mistakes = (rq: Rq, errors: FieldErrors, prefix = ''): FieldError[] =>
  Object.entries(errors).map(([field, code]) => ({
    ...(field === 'form' ? {} : { fieldId: `${prefix}${field}` }),
    message: inWords(rq, code),
  }));

/** The mistake of one field, to stand beside it. */
export const mistakeOf = (rq: Rq, errors: FieldErrors, field: string): { error?: string } => {
  const code = errors[field];
  return code === undefined ? {} : { error: inWords(rq, code) };
};
