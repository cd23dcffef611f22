import { type FieldErrors, Refusal } from '#platform/errors.ts';
import type { FieldError } from '#platform/web/components/index.ts';
import { emptyForm } from '#platform/web/forms.ts';
import type { Rq } from '#platform/web/request.ts';
import type { RawForm } from '#platform/web/route.ts';
import { councilTexts } from '../texts.ts';

/** A form that could not be done: which one, what was typed, and why. */
export interface Failed {
  readonly form: string;
  readonly raw: RawForm;
  readonly errors: FieldErrors;
  readonly status: 409 | 422;
}

/** What a command gave, or why it could not. */
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

/** Shared refusals have their words in this room too, so that a form can say them. */
const wordsOf = (rq: Rq, code: string): string => {
  const t = rq.texts(councilTexts);
  return Object.hasOwn(councilTexts.nl, `error.${code}`) ? t.dynamic(`error.${code}`) : t('error.unreadable');
};

/** The mistakes of a form in words; `form` points at nothing. */
export const mistakesOf = (rq: Rq, failed: Failed | null): FieldError[] =>
  Object.entries(failed?.errors ?? {}).map(([field, code]) => ({
    ...(field === 'form' ? {} : { fieldId: field }),
    message: wordsOf(rq, code),
  }));

/** Fields of one form as typed, with their mistakes; another form on the same page stays as it was. */
export const fieldsOf = (rq: Rq, failed: Failed | null, form: string) => {
  const mine = failed?.form === form ? failed : null;
  const raw = mine?.raw ?? emptyForm;
  return {
    raw,
    isOpen: mine !== null,
    typed: (name: string): string => raw.text(name),
    error: (name: string): { error?: string } => {
      const code = mine?.errors[name];
      return code === undefined ? {} : { error: wordsOf(rq, code) };
    },
  };
};
