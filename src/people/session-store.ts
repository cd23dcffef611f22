import { newId } from '#platform/database/ids.ts';
import type { TenantDb } from '#platform/database/tenant-transaction.ts';
import { hashToken, randomToken } from '#platform/secrets/index.ts';
import { plus, SESSION_LASTS } from './session-rules.ts';

interface NewSession {
  readonly accountId: string;
  readonly now: Date;
  readonly secondFactor: boolean;
  readonly demo?: boolean;
  /** When the session it follows on began: a new token does not make it last longer. */
  readonly startedAt?: Date;
}

/** Begins a session; gives its token, of which only the hash is stored. */
export const openSession = async (db: TenantDb, gemeente: string, session: NewSession): Promise<string> => {
  const { accountId, now, secondFactor, demo = false, startedAt = now } = session;
  const token = randomToken();
  await db
    .insertInto('session')
    .values({
      gemeente,
      id: newId(),
      token_hash: hashToken(token),
      account_id: accountId,
      created_at: startedAt,
      last_seen_at: now,
      expires_at: plus(startedAt, SESSION_LASTS),
      second_factor_at: secondFactor ? now : null,
      demo,
    })
    .execute();
  return token;
};

/** Ends the session of a token; gives whose it was and when it began, or null when there was none. */
export const closeSession = async (
  db: TenantDb,
  gemeente: string,
  token: string,
): Promise<{ accountId: string; startedAt: Date } | null> => {
  const row = await db
    .deleteFrom('session')
    .where('gemeente', '=', gemeente)
    .where('token_hash', '=', hashToken(token))
    .returning(['account_id', 'created_at'])
    .executeTakeFirst();
  return row ? { accountId: row.account_id, startedAt: row.created_at } : null;
};

/** Ends all sessions and unused links of an account at once; gives how many sessions there were. */
export const closeAllSessions = async (
  db: TenantDb,
  gemeente: string,
  accountId: string,
  now: Date,
): Promise<number> => {
  await killLinks(db, gemeente, accountId, now);
  const result = await db
    .deleteFrom('session')
    .where('gemeente', '=', gemeente)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return Number(result.numDeletedRows);
};

/** Makes all unused links of an account useless. */
export const killLinks = async (
  db: TenantDb,
  gemeente: string,
  accountId: string,
  now: Date,
): Promise<void> => {
  await db
    .updateTable('sign_in_link')
    .set({ used_at: now })
    .where('gemeente', '=', gemeente)
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .execute();
};
