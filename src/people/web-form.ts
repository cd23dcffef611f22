import { type FieldErrors, Refusal } from '#platform/errors.ts';
import type { Texts, Translate } from '#platform/texts/catalogue.ts';
import type { FieldError } from '#platform/web/components/index.ts';

/** What a command gave, or the mistakes that its form must show. */
export type Attempt<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: FieldErrors };

/** Runs a command for a form: what a person can put right comes back as mistakes, anything else rises. */
export const attempt = async <T>(run: () => Promise<T>): Promise<Attempt<T>> => {
  try {
    return { ok: true, value: await run() };
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 422) throw error;
    const isNamed = Object.keys(error.fields).length > 0;
    return { ok: false, errors: isNamed ? error.fields : { form: error.code } };
  }
};

/** The mistakes in words, each pointing at its field; `form` points at nothing. */
export const inWords = <Source extends Texts>(errors: FieldErrors, t: Translate<Source>): FieldError[] =>
  Object.entries(errors).map(([field, code]) => ({
    ...(field === 'form' ? {} : { fieldId: field }),
    message: t.dynamic(`error.${code}`),
  }));

/** The mistake of one field in words, to stand beside it. */
export const errorOf = <Source extends Texts>(
  errors: FieldErrors,
  field: string,
  t: Translate<Source>,
): { error?: string } => {
  const code = errors[field];
  return code === undefined ? {} : { error: t.dynamic(`error.${code}`) };
};

/** No mistakes: a form that is shown for the first time. */
export const noErrors: FieldErrors = {};
