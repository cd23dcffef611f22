import { errorList, type Failure, noErrors } from '#platform/web/attempt.ts';
import type { FieldError } from '#platform/web/components/index.ts';
import { emptyForm } from '#platform/web/forms.ts';
import type { Rq } from '#platform/web/request.ts';
import type { RawForm } from '#platform/web/route.ts';
import { councilTexts } from '../texts.ts';

/** A form that could not be done: which one, what was typed, and why. */
export interface Failed extends Pick<Failure, 'errors' | 'status'> {
  readonly form: string;
  readonly raw: RawForm;
}

/** Shared refusals have their words in this room too, so that a form can say them. */
const wordsOf = (rq: Rq, code: string): string => {
  const t = rq.texts(councilTexts);
  return Object.hasOwn(councilTexts.nl, `error.${code}`) ? t.dynamic(`error.${code}`) : t('error.unreadable');
};

/** The mistakes of a form in words; `form` points at nothing. */
export const mistakesOf = (rq: Rq, failed: Failed | null): FieldError[] =>
  errorList(failed?.errors ?? noErrors, (code) => wordsOf(rq, code));

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
