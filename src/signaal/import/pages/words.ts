import { errorList, type Failure } from '#platform/web/attempt.ts';
import type { Rq } from '#platform/web/request.ts';
import { importTexts } from '../texts.ts';

/** Nothing was wrong. */
export const nothingWrong: Failure = { errors: {}, values: {}, status: 422 };

/** Whether something was wrong. */
export const isWrong = ({ errors }: Failure): boolean => Object.keys(errors).length > 0;

/** All mistakes for the summary of a form. */
export const mistakesInWords = (rq: Rq, { errors, values }: Failure) => {
  const t = rq.texts(importTexts);
  return errorList(errors, (code) => t.dynamic(`error.${code}`, values));
};

/** The mistake of one field, to stand beside it. */
export const mistakeIn = (rq: Rq, { errors, values }: Failure, field: string): { error?: string } => {
  const code = errors[field];
  return code === undefined ? {} : { error: rq.texts(importTexts).dynamic(`error.${code}`, values) };
};
