import { type FieldErrors, Refusal } from '../errors.ts';
import type { FieldError } from './components/index.ts';

/** Why a form could not do what it asked: codes by field (`form` is the whole), and what their words need filled in. */
export interface Failure {
  readonly errors: FieldErrors;
  readonly values: Readonly<Record<string, string | number>>;
  /** 422 for what its sender can put right, 409 for what moved on meanwhile. */
  readonly status: 409 | 422;
}

/** What a command gave, or why not. */
export type Attempt<T> = { readonly ok: true; readonly value: T } | ({ readonly ok: false } & Failure);

const failureOf = (error: unknown, statuses: readonly number[]): Failure => {
  if (!(error instanceof Refusal) || !statuses.includes(error.status)) throw error;
  const { fields, code, values, status } = error;
  return {
    errors: Object.keys(fields).length > 0 ? fields : { form: code },
    values,
    status: status === 409 ? 409 : 422,
  };
};

const attempting = async <T>(run: () => Promise<T>, statuses: readonly number[]): Promise<Attempt<T>> => {
  try {
    return { ok: true, value: await run() };
  } catch (error) {
    return { ok: false, ...failureOf(error, statuses) };
  }
};

/** Runs a command for a form: what its sender can put right, or must know, comes back; anything else rises. */
export const attempt = <T>(run: () => Promise<T>): Promise<Attempt<T>> => attempting(run, [422, 409]);

/** The same for a form that says only what can be put right: what moved on meanwhile rises to a page of its own. */
export const attemptInput = <T>(run: () => Promise<T>): Promise<Attempt<T>> => attempting(run, [422]);

/** A form without mistakes. */
export const noErrors: FieldErrors = {};

/** A form that was sent with fields that no schema takes. */
export const unreadable = (errors: FieldErrors): Failure => ({ errors, values: {}, status: 422 });

/** The same mistakes under the names that the form gives its fields. */
export const renamed = (errors: FieldErrors, names: Readonly<Record<string, string>>): FieldErrors =>
  Object.fromEntries(Object.entries(errors).map(([field, code]) => [names[field] ?? field, code]));

/**
 * All mistakes of a form for its summary. `words` gives the sentence of a code, `idOf` the id of the field where its name
 * is not that; `form` points at nothing.
 */
export const errorList = (
  errors: FieldErrors,
  words: (code: string, field: string) => string,
  idOf: (field: string) => string = (field) => field,
): FieldError[] =>
  Object.entries(errors).map(([field, code]) => ({
    ...(field === 'form' ? {} : { fieldId: idOf(field) }),
    message: words(code, field),
  }));
