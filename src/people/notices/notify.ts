import { newId } from '#platform/database/ids.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';

/** What must be seen, by whom, about which object. */
export interface NewNotice {
  readonly accountIds: readonly string[];
  /** A kind registered with `registerNoticeKind`. */
  readonly kind: string;
  readonly objectKind: string;
  readonly objectId: string;
}

/**
 * Puts something before named people, in the open transaction. Doing it again changes nothing while they have not seen
 * it. Gives how many notices were new.
 */
export const notify = async (
  db: TenantDb,
  gemeente: string,
  now: Date,
  { accountIds, kind, objectKind, objectId }: NewNotice,
): Promise<number> => {
  const people = [...new Set(accountIds)];
  if (people.length === 0) return 0;
  const rows = await runSql<{ id: string }>(
    db,
    `insert into notice (gemeente, id, account_id, kind, object_kind, object_id, created_at)
     select $1, n.id, n.account_id, $4, $5, $6, $7
     from unnest($2::uuid[], $3::uuid[]) as n (id, account_id)
     on conflict do nothing returning id`,
    [gemeente, people.map(() => newId()), people, kind, objectKind, objectId, now],
  );
  return rows.length;
};
