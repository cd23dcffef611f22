import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import type { Tellable } from './sentences.ts';

/** How something stands that others follow, by the id of who follows it. */
export interface Followed extends Tellable {
  readonly id: string;
  readonly rootId: string;
}

const FOLLOWED = `
  select s.id, w.id as "rootId", w.state, w.outcome, w.queue, d.name as owner, s.received_at as "receivedAt",
    w.state_since as "stateSince", w.planned_on as "plannedOn", w.hear_by as "hearBy"
  from signaal s
  join signaal w on w.gemeente = $1 and w.id = s.duplicate_of
  join department d on d.gemeente = $1 and d.id = w.owner_department_id
  where s.gemeente = $1 and s.id = any ($2::uuid[])`;

/** Of each of these that joined or was merged: how the other stands, which is what its reporter wants to hear. */
export const followedBy = async (
  db: TenantDb,
  gemeente: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Followed>> => {
  if (ids.length === 0) return new Map();
  const rows = await runSql<Followed>(db, FOLLOWED, [gemeente, [...ids]]);
  return new Map(rows.map((row) => [row.id, row]));
};
