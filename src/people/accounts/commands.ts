import { type Context, defineCommand } from '#platform/command/command.ts';
import { secret } from '#platform/command/history.ts';
import { newId } from '#platform/database/ids.ts';
import { notFound } from '#platform/errors.ts';
import { logAccess } from '../access-log.ts';
import { refuse } from '../refusals.ts';
import { closeAllSessions } from '../session-store.ts';
import { keepAnAdmin } from './last-admin.ts';
import { indexAccount } from './words.ts';

/** What an account says of a person; the address in lower case. */
export interface AccountDetails {
  readonly name: string;
  readonly email: string;
  readonly lang: 'nl' | 'en';
}

interface NewAccount extends AccountDetails {
  /** An invented person of the demo: the only kind one can step in as. */
  readonly invented?: boolean;
}

const taken = () => refuse('email_taken', { fields: { email: 'email_taken' } });

/** Makes an account without any role; gives its id. Throws `email_taken`. */
export const createAccount = defineCommand({
  name: 'people.create_account',
  action: 'account.manage',
  run: async (context, { name, email, lang, invented = false }: NewAccount): Promise<string> => {
    context.allow();
    const { db, gemeente, now } = context;
    const id = newId();
    const made = await db
      .insertInto('account')
      .values({ gemeente, id, name, email: email.toLowerCase(), lang, invented, created_at: now })
      .onConflict((conflict) => conflict.columns(['gemeente', 'email']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!made) throw taken();
    await indexAccount(db, gemeente, id, { name, email });
    context.record({
      noun: 'account',
      objectId: id,
      action: 'created',
      after: { name: secret(name), email: secret(email), lang, active: true, invented },
    });
    return id;
  },
});

const lockAccount = async ({ db, gemeente }: Context, id: string) => {
  const row = await db
    .selectFrom('account')
    .select(['name', 'email', 'lang', 'active', 'totp_confirmed_at'])
    .where('gemeente', '=', gemeente)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
};

const refuseTaken = async ({ db, gemeente }: Context, email: string, id: string): Promise<void> => {
  const other = await db
    .selectFrom('account')
    .select('id')
    .where('gemeente', '=', gemeente)
    .where('email', '=', email)
    .executeTakeFirst();
  if (other && other.id !== id) throw taken();
};

/** Changes name, address and language. A changed address ends links and sessions: they went to the old one. */
export const changeAccount = defineCommand({
  name: 'people.change_account',
  action: 'account.manage',
  run: async (context, { id, name, email, lang }: AccountDetails & { readonly id: string }) => {
    context.allow();
    const { db, gemeente, now } = context;
    const before = await lockAccount(context, id);
    if (before.name === name && before.email === email && before.lang === lang) return;
    await refuseTaken(context, email, id);
    await db
      .updateTable('account')
      .set({ name, email, lang })
      .where('gemeente', '=', gemeente)
      .where('id', '=', id)
      .execute();
    await indexAccount(db, gemeente, id, { name, email });
    if (before.email !== email) await endAll(context, id, 'address_changed', now);
    context.record({
      noun: 'account',
      objectId: id,
      action: 'changed',
      before: { name: secret(before.name), email: secret(before.email), lang: before.lang },
      after: { name: secret(name), email: secret(email), lang },
    });
  },
});

const endAll = async (context: Context, id: string, reason: string, now: Date): Promise<void> => {
  const { db, gemeente } = context;
  const ended = await closeAllSessions(db, gemeente, id, now);
  if (ended > 0) await logAccess(db, gemeente, now, { kind: 'sessions_ended', accountId: id, reason });
};

/** Switches an account on or off; off ends its sessions and links at once. Throws `last_admin` for the last administrator. */
export const switchAccount = defineCommand({
  name: 'people.switch_account',
  action: 'account.manage',
  run: async (context, { id, active }: { readonly id: string; readonly active: boolean }) => {
    context.allow();
    const { db, gemeente, now, today } = context;
    if (!active) await keepAnAdmin(db, gemeente, today, { accountId: id });
    const before = await lockAccount(context, id);
    if (before.active === active) return;
    await db
      .updateTable('account')
      .set({ active })
      .where('gemeente', '=', gemeente)
      .where('id', '=', id)
      .execute();
    if (!active) await endAll(context, id, 'switched_off', now);
    context.record({
      noun: 'account',
      objectId: id,
      action: active ? 'switched_on' : 'switched_off',
      before: { active: before.active },
      after: { active },
    });
  },
});

/** Takes the authenticator app of an account away, when its telephone is lost; at the next sign-in it sets up a new one. */
export const resetSecondFactor = defineCommand({
  name: 'people.reset_second_factor',
  action: 'account.manage',
  run: async (context, { id }: { readonly id: string }) => {
    context.allow();
    const { db, gemeente, now, principal } = context;
    const before = await lockAccount(context, id);
    await db
      .updateTable('account')
      .set({ totp_sealed: null, totp_confirmed_at: null, totp_last_step: null })
      .where('gemeente', '=', gemeente)
      .where('id', '=', id)
      .execute();
    await endAll(context, id, 'second_factor_reset', now);
    const entry = { kind: 'second_factor_reset', accountId: principal.id, objectId: id } as const;
    await logAccess(db, gemeente, now, entry);
    context.record({
      noun: 'account',
      objectId: id,
      action: 'second_factor_reset',
      before: { second_factor: before.totp_confirmed_at !== null },
      after: { second_factor: false },
    });
  },
});
