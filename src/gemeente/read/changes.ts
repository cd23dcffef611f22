import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';

/** One change of an object, as the history keeps it. */
export interface Change {
  readonly id: string;
  readonly at: Date;
  readonly actorKind: 'resident' | 'staff' | 'system' | 'operator';
  readonly actorId: string | null;
  readonly action: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

const MOST = 20;

const LATEST = `select id, at, actor_kind as "actorKind", actor_id as "actorId", action, before, after
  from history where gemeente = $1 and noun = $2 and object_id = $3
  order by at desc, id desc limit ${MOST}`;

/** The latest changes of one object, newest first; at most 20. */
export const latestChanges = async (
  db: TenantDb,
  gemeente: string,
  noun: string,
  objectId: string,
): Promise<Change[]> => runSql<Change>(db, LATEST, [gemeente, noun, objectId]);

/** The accounts that made these changes. */
export const actorsOf = (changes: readonly Pick<Change, 'actorId'>[]): string[] =>
  changes.flatMap(({ actorId }) => actorId ?? []);
