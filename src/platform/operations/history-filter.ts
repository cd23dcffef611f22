import { z } from 'zod';
import { isoDate, isPlainDate, plusDays } from '../calendar/index.ts';
import { isId } from '../database/ids.ts';
import type { FieldErrors } from '../errors.ts';
import { fieldErrors } from '../web/forms.ts';

/** Which part of the history somebody asks for. Always a period: so no question reads the whole table. */
export interface HistoryFilter {
  readonly noun: string | undefined;
  readonly object: string | undefined;
  readonly actor: string | undefined;
  /** First and last day, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
}

/** Days that are shown when nobody chose a period. */
const USUAL = 31;

const optional = (schema: z.ZodType<string>) =>
  z.union([z.literal('').transform(() => undefined), schema]).optional();
const day = optional(z.string().refine(isPlainDate, 'bad_date'));

const filterSchema = z
  .object({
    wat: optional(z.string().regex(/^[a-z][a-z_]{0,40}$/, 'bad_filter')),
    kenmerk: optional(z.string().max(80, 'bad_filter')),
    wie: optional(z.string().refine(isId, 'bad_filter')),
    van: day,
    tot: day,
  })
  .refine(({ wat, kenmerk }) => !kenmerk || wat, { message: 'object_needs_noun', path: ['wat'] });

/** The names of the filter's fields, as they stand in the address. */
const FILTER_FIELDS = ['wat', 'kenmerk', 'wie', 'van', 'tot'] as const;

export type FilterAnswer =
  | { readonly ok: true; readonly filter: HistoryFilter }
  | { readonly ok: false; readonly errors: FieldErrors };

/** Reads the filter from an address; what is not filled in gets the last month. */
export const readHistoryFilter = (query: URLSearchParams, now: Date): FilterAnswer => {
  const given = Object.fromEntries(FILTER_FIELDS.map((name) => [name, query.get(name)?.trim() ?? '']));
  const parsed = filterSchema.safeParse(given);
  if (!parsed.success) return { ok: false, errors: fieldErrors(parsed.error) };
  const { wat, kenmerk, wie, van, tot } = parsed.data;
  const to = tot ?? isoDate(now);
  const from = van ?? plusDays(to, -USUAL);
  if (from > to) return { ok: false, errors: { van: 'wrong_order' } };
  return { ok: true, filter: { noun: wat, object: kenmerk, actor: wie, from, to } };
};

/** The filter as it stands in an address. */
export const filterQuery = (filter: HistoryFilter): URLSearchParams => {
  const query = new URLSearchParams({ van: filter.from, tot: filter.to });
  if (filter.noun) query.set('wat', filter.noun);
  if (filter.object) query.set('kenmerk', filter.object);
  if (filter.actor) query.set('wie', filter.actor);
  return query;
};
