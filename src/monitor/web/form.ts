import { z } from 'zod';
import { type Mistakes, noMistakes, type Typed, typedFields } from '#gemeente/index.ts';
import { isId } from '#platform/database/ids.ts';
import type { Catalogue, Texts } from '#platform/texts/catalogue.ts';
import { attempt, renamed } from '#platform/web/attempt.ts';
import { filledForm } from '#platform/web/forms.ts';
import type { Rq } from '#platform/web/request.ts';

/** A form whose fields are read by name: its command checks them and names the field that is wrong. */
export const typedForm: z.ZodType<Typed> = z
  .record(z.string(), z.string())
  .transform((fields) => typedFields(filledForm(fields)));

/** What a form led to: what the command gave, the mistakes in words by field, or that somebody else was first. */
export type Sent<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly mistakes: Mistakes; readonly isStale: boolean };

/**
 * Runs a command for a form. What a person can put right comes back in the words of `catalogue` (`error.<code>`) beside its
 * field, somebody who was first as `isStale`; anything else rises. `names` renames a field where the page calls it differently.
 */
export const send = async <T>(
  rq: Rq,
  catalogue: Catalogue<Texts>,
  run: () => Promise<T>,
  names: Readonly<Record<string, string>> = {},
): Promise<Sent<T>> => {
  const done = await attempt(run);
  if (done.ok) return done;
  if (done.errors.form === 'changed_meanwhile') return { ok: false, mistakes: noMistakes, isStale: true };
  const t = rq.texts(catalogue);
  const mistakes = Object.entries(renamed(done.errors, names)).map(([field, code]) => [
    field,
    t.dynamic(`error.${code}`, done.values),
  ]);
  return { ok: false, mistakes: Object.fromEntries(mistakes), isStale: false };
};

/** A number as people type it, with a comma or a point; null when empty, NaN for anything else. */
export const decimalIn = (typed: Typed, name: string): number | null => {
  const text = typed.text(name).trim().replace(',', '.');
  if (text === '') return null;
  return /^-?\d{1,12}(\.\d{1,6})?$/.test(text) ? Number(text) : Number.NaN;
};

/** A text that may be left out. */
export const optionalTextIn = (typed: Typed, name: string): string | null => typed.text(name).trim() || null;

/** The id that was chosen in a list; null when nothing, or nothing that can be an id. */
export const idIn = (typed: Typed, name: string): string | null => {
  const text = typed.text(name);
  return isId(text) ? text : null;
};

/** The one of these words that was chosen, or null. */
export const wordIn = <Word extends string>(
  typed: Typed,
  name: string,
  words: readonly Word[],
): Word | null => words.find((word) => word === typed.text(name)) ?? null;
