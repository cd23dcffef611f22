import { newId } from '#platform/database/ids.ts';
import type { TenantDb } from '#platform/database/tenant-transaction.ts';

/** What the access log keeps of people coming and going; other rooms add kinds of their own, such as a read of contact data. */
export type SignInKind =
  | 'link_sent'
  | 'link_refused'
  | 'link_dead'
  | 'link_used'
  | 'second_factor_refused'
  | 'second_factor_blocked'
  | 'second_factor_reset'
  | 'signed_in'
  | 'signed_out'
  | 'sessions_ended'
  | 'demo_signed_in'
  | 'demo_refused';

/** One line of the access log. */
export interface AccessEntry {
  readonly kind: SignInKind | (string & {});
  /** Who did it; null when nobody is known by what was given. */
  readonly accountId: string | null;
  readonly objectId?: string | null;
  /** A code or a sentence of the person; never the content that was read. */
  readonly reason?: string | null;
}

/** Writes one line of the access log in the open transaction: it stays only when that commits. */
export const logAccess = async (
  db: TenantDb,
  gemeente: string,
  at: Date,
  { kind, accountId, objectId = null, reason = null }: AccessEntry,
): Promise<void> => {
  await db
    .insertInto('access_log')
    .values({ gemeente, id: newId(), at, account_id: accountId, kind, object_id: objectId, reason })
    .execute();
};
