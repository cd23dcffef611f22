import { z } from 'zod';
import { type Mistakes, type Typed, typedFields } from '#gemeente/index.ts';
import type { FieldErrors } from '#platform/errors.ts';
import { attemptInput, renamed } from '#platform/web/attempt.ts';
import { filledForm } from '#platform/web/forms.ts';
import type { Rq } from '#platform/web/request.ts';
import type { Form } from '#platform/web/route.ts';
import { catalogueTexts } from '../texts.ts';

/** What a form led to: the id of what was saved, or its mistakes in words by field. */
export type Saved =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly mistakes: Mistakes };

/** The schema of a form whose fields are put together first: a term from two fields, a day from three. */
export const formSchema = <Input>(
  values: (typed: Typed) => unknown,
  schema: z.ZodType<Input>,
): z.ZodType<Input> =>
  z
    .record(z.string(), z.string())
    .transform((fields) => values(typedFields(filledForm(fields))))
    .pipe(schema as z.ZodType<Input, unknown>);

/**
 * Saves a form that was checked. What a person can put right comes back in words beside its field, anything else rises.
 * `names` renames a field where the page calls it differently.
 */
export const save = async <Input>(
  rq: Rq,
  form: Form<Input>,
  run: (value: Input) => Promise<string>,
  names: Readonly<Record<string, string>> = {},
): Promise<Saved> => {
  if (!form.ok) return { ok: false, mistakes: inWords(rq, form.errors, names) };
  const { value } = form;
  const done = await attemptInput(() => run(value));
  return done.ok ? { ok: true, id: done.value } : { ok: false, mistakes: inWords(rq, done.errors, names) };
};

const inWords = (rq: Rq, errors: FieldErrors, names: Readonly<Record<string, string>>): Mistakes => {
  const t = rq.texts(catalogueTexts);
  const known = (code: string): string =>
    Object.hasOwn(catalogueTexts.nl, `error.${code}`) ? code : 'value_unreadable';
  return Object.fromEntries(
    Object.entries(renamed(errors, names)).map(([field, code]) => [field, t.dynamic(`error.${known(code)}`)]),
  );
};
