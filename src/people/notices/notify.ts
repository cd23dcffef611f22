import type { Context } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';

/**
 * Puts something before named people, in the open transaction (a command's context fits). `kind` is one that a room
 * registered with `registerNoticeKind`. Doing it again changes nothing while they have not seen it.
 */
export const notify = async (
  { db, gemeente, now }: Pick<Context, 'db' | 'gemeente' | 'now'>,
  accountIds: readonly string[],
  kind: string,
  objectKind: string,
  objectId: string,
): Promise<void> => {
  const people = [...new Set(accountIds)];
  if (people.length === 0) return;
  await runSql(
    db,
    `insert into notice (gemeente, id, account_id, kind, object_kind, object_id, created_at)
     select $1, n.id, n.account_id, $4, $5, $6, $7
     from unnest($2::uuid[], $3::uuid[]) as n (id, account_id)
     on conflict do nothing`,
    [gemeente, people.map(() => newId()), people, kind, objectKind, objectId, now],
  );
};
