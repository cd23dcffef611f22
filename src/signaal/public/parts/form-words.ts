import type { FieldErrors } from '#platform/errors.ts';
import type { FieldError } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { signaalTexts } from '../../texts.ts';

export { noErrors } from '#platform/web/attempt.ts';

/** The mistakes of a form in words, each with a link to its field. */
export const errorsInWords = (rq: Rq, errors: FieldErrors): FieldError[] => {
  const t = rq.texts(signaalTexts);
  return Object.entries(errors).map(([field, code]) => ({
    fieldId: field,
    message: t.dynamic(`error.${code}`),
  }));
};

/** The mistake of one field, to stand beside it. */
export const errorOf = (rq: Rq, errors: FieldErrors, field: string): { error?: string } => {
  const code = errors[field];
  return code === undefined ? {} : { error: rq.texts(signaalTexts).dynamic(`error.${code}`) };
};

/** Whether anything was wrong. */
export const isWrong = (errors: FieldErrors): boolean => Object.keys(errors).length > 0;
