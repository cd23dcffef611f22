import { defineCommand } from '#platform/command/command.ts';
import { countUse } from '#platform/rate-count.ts';
import { keyedHash } from '#platform/secrets/index.ts';
import { logAccess } from '../access-log.ts';
import { refuse } from '../refusals.ts';
import { LINKS_PER_HOUR } from '../session-rules.ts';
import { closeSession, killLinks, openSession } from '../session-store.ts';
import { accountByEmail, accountById, whyNotIn } from './accounts.ts';
import { linkPath, useLink, writeLink } from './links.ts';
import { queueLink } from './message.ts';
import { prepareSecret } from './secret.ts';

/**
 * Sends a link to an e-mail address (in lower case) when somebody who may come in has it. Tells its caller nothing,
 * so that the answer on the screen cannot differ; the access log knows.
 */
export const askSignInLink = defineCommand({
  name: 'people.ask_sign_in_link',
  action: 'session.begin',
  run: async (context, { email }: { readonly email: string }): Promise<void> => {
    context.allow();
    const { db, gemeente, now, today, world } = context;
    const bucket = `sign-in:${keyedHash(world.keyring, gemeente, email)}`;
    const used = await countUse(db, gemeente, bucket, now, 3600);
    const account = await accountByEmail(db, gemeente, today, email);
    const reason = used > LINKS_PER_HOUR ? 'too_many' : whyNotIn(account);
    const accountId = account?.id ?? null;
    if (!account || reason) {
      await logAccess(db, gemeente, now, { kind: 'link_refused', accountId, reason });
      return;
    }
    await queueLink(context, account.id, await writeLink(context, account.id));
    await logAccess(db, gemeente, now, { kind: 'link_sent', accountId });
  },
});

/** Makes a link for whoever runs the server, so that the first administrator gets in without mail. Gives its path. */
export const createSignInLink = defineCommand({
  name: 'people.create_sign_in_link',
  action: 'account.manage',
  run: async (context, { email }: { readonly email: string }): Promise<string> => {
    context.allow();
    const { db, gemeente, now, today } = context;
    const account = await accountByEmail(db, gemeente, today, email.trim().toLowerCase());
    const reason = whyNotIn(account);
    if (!account || reason) throw refuse(reason === 'switched_off' ? 'account_off' : 'account_unknown');
    const { token } = await writeLink(context, account.id);
    await logAccess(db, gemeente, now, { kind: 'link_sent', accountId: account.id, reason: 'operator' });
    return linkPath(token);
  },
});

/** What following a link gave: the token of a session that still lacks its second factor, or null. */
export type LinkOutcome = { readonly token: string; readonly enrol: boolean } | null;

/** Signs in with a link and makes all other links of that account useless. A dead link is an answer, not a fault: it is logged. */
export const signInByLink = defineCommand({
  name: 'people.sign_in_by_link',
  action: 'session.begin',
  run: async (
    context,
    { token, oldSession }: { readonly token: string; readonly oldSession: string },
  ): Promise<LinkOutcome> => {
    context.allow();
    const { db, gemeente, now, today } = context;
    const accountId = await useLink(db, gemeente, token, now);
    const account = accountId && (await accountById(db, gemeente, today, accountId));
    const reason = account ? whyNotIn(account) : 'link_dead';
    if (!account || reason) {
      await logAccess(db, gemeente, now, { kind: 'link_dead', accountId, reason });
      return null;
    }
    await killLinks(db, gemeente, account.id, now);
    if (oldSession) await closeSession(db, gemeente, oldSession);
    const enrol = account.totp_confirmed_at === null;
    if (enrol) await prepareSecret(context, account.id);
    await logAccess(db, gemeente, now, { kind: 'link_used', accountId: account.id });
    const session = { accountId: account.id, now, secondFactor: false };
    return { token: await openSession(db, gemeente, session), enrol };
  },
});

/** Ends the session of this browser. */
export const signOut = defineCommand({
  name: 'people.sign_out',
  action: 'public.read',
  run: async (context, { token }: { readonly token: string }): Promise<void> => {
    context.allow();
    const { db, gemeente, now } = context;
    const ended = await closeSession(db, gemeente, token);
    if (ended) await logAccess(db, gemeente, now, { kind: 'signed_out', accountId: ended.accountId });
  },
});
