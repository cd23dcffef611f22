import { z } from 'zod';
import { plusDays, startOfDay } from '#platform/calendar/index.ts';
import type { FieldErrors } from '#platform/errors.ts';
import { readCursor } from '#platform/paging.ts';
import { attempt } from '#platform/web/attempt.ts';
import { emptyForm } from '#platform/web/forms.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type RawForm, type Route } from '#platform/web/route.ts';
import { optionalTextField } from '../public/parts/fields.ts';
import { noErrors } from '../public/parts/form-words.ts';
import { readDay } from '../staff/web/day.ts';
import { reviewOverride, verdicts } from './command.ts';
import { overridesPage, type TypedFilter } from './list-page.tsx';
import { overridePage } from './one-page.tsx';
import { OVERRIDES, overridePath } from './paths.ts';
import { readOverride, readOverrides, stands } from './read.ts';

const part = z.string().trim().max(6).catch('');

const query = z.object({
  stand: z.enum(stands).catch('open'),
  'van-day': part,
  'van-month': part,
  'van-year': part,
  'tot-day': part,
  'tot-month': part,
  'tot-year': part,
  na: z.string().max(100).optional().catch(undefined),
});

const typedFrom = (values: z.infer<typeof query>): TypedFilter => ({
  stand: values.stand,
  from: { day: values['van-day'], month: values['van-month'], year: values['van-year'] },
  until: { day: values['tot-day'], month: values['tot-month'], year: values['tot-year'] },
});

const mistake = (day: string | null, field: string): FieldErrors =>
  day === 'unreadable' ? { [field]: 'date_unreadable' } : {};

const startOf = (day: string | null, later = 0): Date | null =>
  day === null || day === 'unreadable' ? null : startOfDay(plusDays(day, later));

const showList = defineRoute({
  method: 'GET',
  path: OVERRIDES,
  policy: 'override.read',
  query,
  handle: async (rq, input) => {
    const typed = typedFrom(input.query);
    const [from, until] = [readDay(typed.from), readDay(typed.until)];
    const filter = { stand: typed.stand, from: startOf(from), until: startOf(until, 1) };
    const page = await rq.read((db) => readOverrides(db, rq.gemeente, filter, readCursor(input.query.na)));
    return rq.page(overridesPage(rq, typed, { ...mistake(from, 'van'), ...mistake(until, 'tot') }, page));
  },
});

interface Back {
  readonly raw?: RawForm;
  readonly errors?: FieldErrors;
  readonly stale?: boolean;
  readonly done?: boolean;
}

const one = async (rq: Rq, id: string, back: Back = {}): Promise<Response> => {
  const view = await rq.read((db) => readOverride(db, rq.gemeente, id));
  const { raw = emptyForm, errors = noErrors, stale = false, done = false } = back;
  return rq.page(overridePage(rq, { view, raw, errors, stale, done }));
};

const params = z.object({ id: z.string() });

const showOne = defineRoute({
  method: 'GET',
  path: overridePath(':id'),
  policy: 'override.read',
  params,
  query: z.object({ gedaan: z.string().optional().catch(undefined) }),
  handle: (rq, input) => one(rq, input.params.id, { done: input.query.gedaan !== undefined }),
});

const reviewForm = z.object({
  versie: z.coerce.number().int().catch(0),
  oordeel: z.enum(verdicts, 'verdict_missing'),
  opmerking: optionalTextField,
});

const review = defineRoute({
  method: 'POST',
  path: overridePath(':id'),
  policy: 'override.review',
  params,
  form: reviewForm,
  handle: async (rq, { params: { id }, form }) => {
    if (!form.ok) return one(rq, id, { raw: form.raw, errors: form.errors });
    const { versie, oordeel, opmerking } = form.value;
    const input = { overrideId: id, version: versie, verdict: oordeel, remark: opmerking };
    const done = await attempt(() => rq.run(reviewOverride, input));
    if (done.ok) return rq.redirect(`${overridePath(id)}?gedaan=ja`);
    return done.status === 409
      ? one(rq, id, { raw: form.raw, stale: true })
      : one(rq, id, { raw: form.raw, errors: done.errors });
  },
});

/** What the desk kept in spite of the guard: the list and the page of each, for the privacy officer. */
export const overrideRoutes: readonly Route[] = [showList, showOne, review];
