import type { z } from 'zod';
import type { Mistakes } from '#gemeente/index.ts';
import type { Command } from '#platform/command/command.ts';
import { type FieldErrors, Refusal } from '#platform/errors.ts';
import { fieldErrors } from '#platform/web/forms.ts';
import type { Rq } from '#platform/web/request.ts';
import { catalogueTexts } from '../texts.ts';

/** What a form led to: the id of what was saved, or its mistakes in words by field. */
export type Saved =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly mistakes: Mistakes };

/**
 * Checks what was typed and runs the command with it. What a person can put right comes back in words beside its field,
 * anything else rises. `fields` renames a field where the page calls it differently.
 */
export const save = async <Input>(
  rq: Rq,
  schema: z.ZodType<Input>,
  values: unknown,
  command: Command<Input, string>,
  fields: Readonly<Record<string, string>> = {},
): Promise<Saved> => {
  const checked = schema.safeParse(values);
  if (!checked.success) return { ok: false, mistakes: inWords(rq, fieldErrors(checked.error), fields) };
  try {
    return { ok: true, id: await rq.run(command, checked.data) };
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 422) throw error;
    return { ok: false, mistakes: inWords(rq, error.fields, fields) };
  }
};

const inWords = (rq: Rq, errors: FieldErrors, fields: Readonly<Record<string, string>>): Mistakes => {
  const t = rq.texts(catalogueTexts);
  const known = (code: string): string =>
    Object.hasOwn(catalogueTexts.nl, `error.${code}`) ? code : 'value_unreadable';
  return Object.fromEntries(
    Object.entries(errors).map(([field, code]) => [
      fields[field] ?? field,
      t.dynamic(`error.${known(code)}`),
    ]),
  );
};
