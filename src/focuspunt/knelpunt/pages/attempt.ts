import { type FieldErrors, Refusal } from '#platform/errors.ts';

/** Why a form could not do what it asked: mistakes by field, and what their words need filled in. */
export interface Failure {
  readonly errors: FieldErrors;
  readonly values: Readonly<Record<string, string | number>>;
  readonly status: 409 | 422;
}

/** What a command gave, or why not. */
export type Attempt<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };

/** Runs a command for a form. What a person can put right, or must know, comes back; anything else rises. */
export const attempt = async <T>(
  run: () => Promise<T>,
  names: Readonly<Record<string, string>>,
): Promise<Attempt<T>> => {
  try {
    return { ok: true, value: await run() };
  } catch (error) {
    if (!(error instanceof Refusal) || (error.status !== 422 && error.status !== 409)) throw error;
    const { fields, code, values, status } = error;
    const named = Object.keys(fields).length > 0 ? fields : { form: code };
    const errors = Object.fromEntries(
      Object.entries(named).map(([field, word]) => [names[field] ?? field, word]),
    );
    return { ok: false, failure: { errors, values, status } };
  }
};

/** A form that was sent with fields that no schema takes. */
export const unreadable = (errors: FieldErrors): Failure => ({ errors, values: {}, status: 422 });
