import { z } from 'zod';
import { areasOf, departments } from '#gemeente/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import { type FieldErrors, notFound } from '#platform/errors.ts';
import { attemptInput, noErrors } from '#platform/web/attempt.ts';
import type { DateParts } from '#platform/web/components/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type RawForm, type Route } from '#platform/web/route.ts';
import { partsOf, typedParts } from '../date-parts.ts';
import { choosablePeople } from '../who.ts';
import { endForm, holdingForm } from './forms.ts';
import { endHoldingPage } from './holding-end.tsx';
import type { TypedHolding } from './holding-fields.tsx';
import { newHoldingPage } from './holding-pages.tsx';
import { addHolding, endHolding } from './holdings.ts';
import { ACCOUNTS } from './list-page.tsx';
import { readAccount, readHoldings } from './read.ts';

const policy = 'account.manage';
const maxBody = 10_000;
const NOTHING: DateParts = { day: '', month: '', year: '' };

const newPage = async (rq: Rq, id: string, typed: TypedHolding, errors: FieldErrors) => {
  const today = isoDate(rq.now);
  const { account, ...choices } = await rq.read(async (db) => ({
    account: await readAccount(db, rq.gemeente, id),
    departments: await departments(db, rq.gemeente, today),
    areas: await areasOf(db, rq.gemeente, today),
    people: await choosablePeople(db, rq.gemeente, today),
  }));
  if (!account) throw notFound();
  return newHoldingPage(rq, account, { choices, typed, errors });
};

const showNew = defineRoute({
  method: 'GET',
  path: `${ACCOUNTS}/:id/rollen/nieuw`,
  policy,
  params: z.object({ id: z.uuid() }),
  handle: async (rq, { params: { id } }) => {
    const from = partsOf(isoDate(rq.now));
    const typed = { role: '', department: '', area: '', behalf: '', from, last: NOTHING };
    return rq.page(await newPage(rq, id, typed, noErrors));
  },
});

const typedHolding = (raw: RawForm): TypedHolding => ({
  role: raw.text('role'),
  department: raw.text('department'),
  area: raw.text('area'),
  behalf: raw.text('behalf'),
  from: typedParts(raw, 'from'),
  last: typedParts(raw, 'last'),
});

const add = defineRoute({
  method: 'POST',
  path: `${ACCOUNTS}/:id/rollen/nieuw`,
  policy,
  maxBody,
  params: z.object({ id: z.uuid() }),
  form: holdingForm,
  handle: async (rq, { params: { id }, form }) => {
    const added = form.ok
      ? await attemptInput(() => rq.run(addHolding, { accountId: id, ...form.value }))
      : form;
    if (added.ok) return rq.redirect(`${ACCOUNTS}/${id}`);
    return rq.page({ ...(await newPage(rq, id, typedHolding(form.raw), added.errors)), status: 422 });
  },
});

const endParams = z.object({ id: z.uuid(), holding: z.uuid() });

const endPage = async (
  rq: Rq,
  { id, holding: holdingId }: z.infer<typeof endParams>,
  typed: DateParts,
  errors: FieldErrors,
) => {
  const { account, holdings } = await rq.read(async (db) => ({
    account: await readAccount(db, rq.gemeente, id),
    holdings: await readHoldings(db, rq.gemeente, id),
  }));
  const holding = holdings.find((one) => one.id === holdingId);
  if (!account || !holding) throw notFound();
  return endHoldingPage(rq, { account, holding }, typed, errors);
};

const showEnd = defineRoute({
  method: 'GET',
  path: `${ACCOUNTS}/:id/rollen/:holding/einde`,
  policy,
  params: endParams,
  handle: async (rq, { params }) => rq.page(await endPage(rq, params, partsOf(isoDate(rq.now)), noErrors)),
});

const end = defineRoute({
  method: 'POST',
  path: `${ACCOUNTS}/:id/rollen/:holding/einde`,
  policy,
  maxBody,
  params: endParams,
  form: endForm,
  handle: async (rq, { params, form }) => {
    const command = { accountId: params.id, holdingId: params.holding };
    const ended = form.ok
      ? await attemptInput(() => rq.run(endHolding, { ...command, ...form.value }))
      : form;
    if (ended.ok) return rq.redirect(`${ACCOUNTS}/${params.id}`);
    const page = await endPage(rq, params, typedParts(form.raw, 'last'), ended.errors);
    return rq.page({ ...page, status: 422 });
  },
});

/** The screens that give and end roles. */
export const holdingRoutes: readonly Route[] = [showNew, add, showEnd, end];
