import type { Context } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import type { TenantDb } from '#platform/database/tenant-transaction.ts';
import { hashToken, randomToken } from '#platform/secrets/index.ts';
import { LINK_LASTS, plus } from '../session-rules.ts';

/** A fresh link: the token goes to the person, only its hash stays. */
export interface NewLink {
  readonly id: string;
  readonly token: string;
}

/** The path of a link, to be put behind the public address of the municipality. */
export const linkPath = (token: string): string => `/aanmelden/link/${token}`;

/** Writes a link of half an hour for an account. */
export const writeLink = async (
  { db, gemeente, now }: Pick<Context, 'db' | 'gemeente' | 'now'>,
  accountId: string,
): Promise<NewLink> => {
  const link = { id: newId(), token: randomToken() };
  await db
    .insertInto('sign_in_link')
    .values({
      gemeente,
      id: link.id,
      token_hash: hashToken(link.token),
      account_id: accountId,
      created_at: now,
      expires_at: plus(now, LINK_LASTS),
      used_at: null,
    })
    .execute();
  return link;
};

/** Uses a link up and gives its account; null when it is unknown, too old or used. Of two at once exactly one gets it. */
export const useLink = async (
  db: TenantDb,
  gemeente: string,
  token: string,
  now: Date,
): Promise<string | null> => {
  const row = await db
    .updateTable('sign_in_link')
    .set({ used_at: now })
    .where('gemeente', '=', gemeente)
    .where('token_hash', '=', hashToken(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('account_id')
    .executeTakeFirst();
  return row?.account_id ?? null;
};

/** Whether a link would still work; looking does not use it, for mail scanners look at every link. */
export const linkWorks = async (
  db: TenantDb,
  gemeente: string,
  token: string,
  now: Date,
): Promise<boolean> => {
  const row = await db
    .selectFrom('sign_in_link')
    .select('id')
    .where('gemeente', '=', gemeente)
    .where('token_hash', '=', hashToken(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row !== undefined;
};
