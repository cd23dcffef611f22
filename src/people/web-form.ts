import type { FieldErrors } from '#platform/errors.ts';
import type { Texts, Translate } from '#platform/texts/catalogue.ts';
import { errorList } from '#platform/web/attempt.ts';
import type { FieldError } from '#platform/web/components/index.ts';

/** The mistakes in words, each pointing at its field; `form` points at nothing. */
export const inWords = <Source extends Texts>(errors: FieldErrors, t: Translate<Source>): FieldError[] =>
  errorList(errors, (code) => t.dynamic(`error.${code}`));

/** The mistake of one field in words, to stand beside it. */
export const errorOf = <Source extends Texts>(
  errors: FieldErrors,
  field: string,
  t: Translate<Source>,
): { error?: string } => {
  const code = errors[field];
  return code === undefined ? {} : { error: t.dynamic(`error.${code}`) };
};
