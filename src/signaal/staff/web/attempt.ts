import { type FieldErrors, Refusal } from '#platform/errors.ts';

/** What a command gave, or why it could not: mistakes in a form, or a signaal that moved on meanwhile. */
export type Attempt<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: FieldErrors; readonly status: 409 | 422 };

/** Runs a command for a form. What a person can put right, or must know, comes back; anything else rises. */
export const attempt = async <T>(run: () => Promise<T>): Promise<Attempt<T>> => {
  try {
    return { ok: true, value: await run() };
  } catch (error) {
    if (!(error instanceof Refusal) || (error.status !== 422 && error.status !== 409)) throw error;
    const named = Object.keys(error.fields).length > 0;
    return { ok: false, errors: named ? error.fields : { form: error.code }, status: error.status };
  }
};

/** A form without mistakes. */
export const noErrors: FieldErrors = {};

/** The same mistakes under the names that the form gives its fields. */
export const renamed = (errors: FieldErrors, names: Readonly<Record<string, string>>): FieldErrors =>
  Object.fromEntries(Object.entries(errors).map(([field, code]) => [names[field] ?? field, code]));
