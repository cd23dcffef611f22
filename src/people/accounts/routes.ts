import { z } from 'zod';
import { isoDate } from '#platform/calendar/index.ts';
import { notFound } from '#platform/errors.ts';
import { readCursor } from '#platform/paging.ts';
import { attemptInput, noErrors } from '#platform/web/attempt.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import type { TypedAccount } from './account-fields.tsx';
import { type AccountView, accountPage } from './account-page.tsx';
import { changeAccount, createAccount, resetSecondFactor, switchAccount } from './commands.ts';
import { newAccountPage } from './form-pages.tsx';
import { accountForm } from './forms.ts';
import { ACCOUNTS, accountsPage } from './list-page.tsx';
import { type AccountFacts, listAccounts, readAccount, readChanges, readHoldings } from './read.ts';

const policy = 'account.manage';
const maxBody = 10_000;
const idParam = z.object({ id: z.uuid() });

const listQuery = z.object({
  zoek: z.string().max(200).catch(''),
  actief: z.enum(['ja', 'nee', 'alle']).catch('ja'),
  na: z.string().max(100).optional().catch(undefined),
});

const ACTIVE = { ja: true, nee: false, alle: null } as const;

const list = defineRoute({
  method: 'GET',
  path: ACCOUNTS,
  policy,
  query: listQuery,
  handle: async (rq, { query: { zoek, actief, na } }) => {
    const filter = { search: zoek, active: ACTIVE[actief] };
    const page = await rq.read((db) =>
      listAccounts(db, rq.gemeente, isoDate(rq.now), filter, readCursor(na)),
    );
    return rq.page(accountsPage(rq, { zoek, actief }, page));
  },
});

const showNew = defineRoute({
  method: 'GET',
  path: `${ACCOUNTS}/nieuw`,
  policy,
  handle: async (rq) => rq.page(newAccountPage(rq, { name: '', email: '', lang: 'nl' }, noErrors)),
});

const typedAccount = (raw: { text: (name: string) => string }): TypedAccount => ({
  name: raw.text('name'),
  email: raw.text('email'),
  lang: raw.text('lang'),
});

const create = defineRoute({
  method: 'POST',
  path: `${ACCOUNTS}/nieuw`,
  policy,
  maxBody,
  form: accountForm,
  handle: async (rq, { form }) => {
    const made = form.ok ? await attemptInput(() => rq.run(createAccount, form.value)) : form;
    if (made.ok && 'value' in made && typeof made.value === 'string')
      return rq.redirect(`${ACCOUNTS}/${made.value}`);
    const errors = made.ok ? noErrors : made.errors;
    return rq.page({ ...newAccountPage(rq, typedAccount(form.raw), errors), status: 422 });
  },
});

/** Loads the page of one account in four queries; "not found" for one of another municipality. */
const readView = (rq: Rq, id: string): Promise<AccountView> =>
  rq.read(async (db) => {
    const account = await readAccount(db, rq.gemeente, id);
    if (!account) throw notFound();
    const holdings = await readHoldings(db, rq.gemeente, id);
    const ids = holdings.map((holding) => holding.id);
    const changes = await readChanges(db, rq.gemeente, id, ids);
    return { account, holdings, changes, today: isoDate(rq.now) };
  });

const stored = ({ name, email, lang }: AccountFacts): TypedAccount => ({ name, email, lang });

const show = defineRoute({
  method: 'GET',
  path: `${ACCOUNTS}/:id`,
  policy,
  params: idParam,
  handle: async (rq, { params: { id } }) => {
    const view = await readView(rq, id);
    return rq.page(accountPage(rq, view, stored(view.account), noErrors));
  },
});

const change = defineRoute({
  method: 'POST',
  path: `${ACCOUNTS}/:id`,
  policy,
  maxBody,
  params: idParam,
  form: accountForm,
  handle: async (rq, { params: { id }, form }) => {
    const changed = form.ok ? await attemptInput(() => rq.run(changeAccount, { id, ...form.value })) : form;
    if (changed.ok) return rq.redirect(`${ACCOUNTS}/${id}`);
    const view = await readView(rq, id);
    return rq.page({ ...accountPage(rq, view, typedAccount(form.raw), changed.errors), status: 422 });
  },
});

/** One button on the page of an account; what it refuses is shown on that page. */
const button = (path: string, act: (rq: Rq, id: string) => Promise<void>): Route =>
  defineRoute({
    method: 'POST',
    path: `${ACCOUNTS}/:id/${path}`,
    policy,
    maxBody,
    params: idParam,
    handle: async (rq, { params: { id } }) => {
      const done = await attemptInput(() => act(rq, id));
      if (done.ok) return rq.redirect(`${ACCOUNTS}/${id}`);
      const view = await readView(rq, id);
      return rq.page({ ...accountPage(rq, view, stored(view.account), done.errors), status: 422 });
    },
  });

/** The screens for accounts; those for their roles are beside them. */
export const accountRoutes: readonly Route[] = [
  list,
  showNew,
  create,
  show,
  change,
  button('uit', (rq, id) => rq.run(switchAccount, { id, active: false })),
  button('aan', (rq, id) => rq.run(switchAccount, { id, active: true })),
  button('tweede-stap-wissen', (rq, id) => rq.run(resetSecondFactor, { id })),
];
