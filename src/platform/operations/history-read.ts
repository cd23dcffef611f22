import { endOfDay, startOfDay } from '../calendar/index.ts';
import { runSql, type TenantDb } from '../database/tenant-transaction.ts';
import type { Cursor } from '../paging.ts';
import type { HistoryFilter } from './history-filter.ts';

/** One change as the history keeps it. */
export interface HistoryRow {
  readonly id: string;
  readonly at: Date;
  readonly actorKind: 'resident' | 'staff' | 'system' | 'operator';
  readonly actorId: string | null;
  readonly onBehalfOf: string | null;
  readonly noun: string;
  readonly objectId: string;
  readonly action: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

const COLUMNS = `id, at, actor_kind as "actorKind", actor_id as "actorId", on_behalf_of as "onBehalfOf",
  noun, object_id as "objectId", action, before, after`;

/** Rows of the history, newest first, `limit` at most, after the place where the last page ended. */
export const readHistory = (
  db: TenantDb,
  gemeente: string,
  filter: HistoryFilter,
  after: Cursor | null,
  limit: number,
): Promise<HistoryRow[]> => {
  const values: unknown[] = [gemeente, startOfDay(filter.from), endOfDay(filter.to)];
  const conditions = ['gemeente = $1', 'at >= $2', 'at <= $3'];
  const also = (condition: (place: string) => string, ...more: unknown[]): void => {
    const places = more.map((value) => `$${values.push(value)}`);
    conditions.push(condition(places.join(', ')));
  };
  if (filter.noun) also((place) => `noun = ${place}`, filter.noun);
  if (filter.object) also((place) => `object_id = ${place}`, filter.object);
  if (filter.actor) also((place) => `actor_id = ${place}`, filter.actor);
  if (after) also((places) => `(at, id) < (${places})`, after.at, after.id);
  return runSql<HistoryRow>(
    db,
    `select ${COLUMNS} from history where ${conditions.join(' and ')}
     order by at desc, id desc limit ${limit}`,
    values,
  );
};
