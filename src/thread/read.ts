import { isoDate } from '#platform/calendar/index.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import {
  type Audience,
  MOST_VOICES,
  type OwnFacts,
  type ThreadFacts,
  type ThreadItem,
  type ThreadRef,
  type Voices,
} from './model.ts';
import { nearStatement, threadStatement, voicesStatement } from './sql-stations.ts';

interface Row extends Omit<ThreadItem, 'station' | 'kind' | 'day'> {
  readonly station: ThreadItem['station'] | 'own' | 'voices' | 'bundled';
  readonly kind: ThreadItem['kind'];
  readonly at: Date | null;
  readonly day: string | null;
}

/** A voice with the moment by which a list of voices pages on. */
export interface VoiceItem extends ThreadItem {
  readonly at: Date;
}

/** How many of one kind of thing are read: a strip shows a handful, the page of the whole thread a page full. */
export const A_FEW = 8;
export const A_PAGE = 50;

/**
 * Everything that hangs on the thread of an object for one audience, in one bounded statement; null when the object does
 * not exist, or nothing hangs on it that this audience may know. A signaal that hangs on a knelpunt takes a second
 * statement. Whether the object itself may be opened is asked by whoever shows it. (Product.md 0, line 3; C8.1.)
 */
export const threadOf = async (
  db: TenantDb,
  gemeente: string,
  start: ThreadRef,
  audience: Audience,
  most: number = A_FEW,
): Promise<ThreadFacts | null> => {
  const rows = await rowsOf(db, start.kind, [
    ...valuesOf(gemeente, start, audience, most),
    isoDate(audience.now),
  ]);
  const items = rows.flatMap((row) => itemOf(row) ?? []);
  const own = rows.find(({ station }) => station === 'own');
  const voices = rows.find(({ station }) => station === 'voices');
  if (!voices || (items.length === 0 && !own)) return null;
  return { start, own: own ? ownOf(own) : null, voices: voicesOf(voices, items), items };
};

/** Most signalen hang on no knelpunt: then the short statement tells all, and the long one is not asked. */
const rowsOf = async (db: TenantDb, kind: ThreadRef['kind'], values: unknown[]): Promise<Row[]> => {
  const near = kind === 'signaal' ? await runSql<Row>(db, nearStatement, values) : null;
  const isWhole = near?.every(({ station }) => station !== 'bundled');
  return near && isWhole ? near : runSql<Row>(db, threadStatement(kind), values);
};

/** One page of the voices of a thread, oldest first; at most 50, after the one that is named. */
export const voicesOfThread = async (
  db: TenantDb,
  gemeente: string,
  start: ThreadRef,
  audience: Audience,
  after: { readonly at: Date; readonly id: string } | null,
): Promise<VoiceItem[]> => {
  const rows = await runSql<Row>(db, voicesStatement(start.kind), [
    ...valuesOf(gemeente, start, audience, A_PAGE + 1),
    after?.at ?? null,
    after?.id ?? null,
  ]);
  return rows.flatMap((row) => {
    const item = itemOf(row);
    return item && row.at ? [{ ...item, at: row.at }] : [];
  });
};

const valuesOf = (
  gemeente: string,
  start: ThreadRef,
  { side, codeHash, accountId }: Audience,
  most: number,
): unknown[] => [gemeente, start.id, side === 'public', codeHash, most, accountId];

const itemOf = (row: Row): ThreadItem | null => {
  if (row.station === 'own' || row.station === 'voices' || row.station === 'bundled') return null;
  const { at, station, ...rest } = row;
  return { ...rest, station, day: row.day ?? (at && isoDate(at)) };
};

const dateIn = (value: unknown): Date | null => (typeof value === 'string' ? new Date(value) : null);
const textIn = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const dayIn = (value: unknown): string | null => {
  const date = dateIn(value);
  return date && isoDate(date);
};

const ownOf = ({ id, state, at, facts }: Row): OwnFacts => ({
  id,
  state: state ?? '',
  outcome: textIn(facts.outcome),
  receivedAt: at ?? new Date(0),
  stateSince: dateIn(facts.stateSince) ?? new Date(0),
  liveOfferedAt: dateIn(facts.liveOfferedAt),
  offeredAt: dateIn(facts.offeredAt),
  plannedSince: dateIn(facts.plannedSince),
  planSaidAt: dateIn(facts.planSaidAt),
  executedOn: textIn(facts.executedOn),
  toldAt: dateIn(facts.toldAt),
});

/** Where nobody had spoken yet, nobody was told, whatever step the news had reached. */
const dayAfter = (heard: Date | null, told: Date | null): string | null =>
  heard && told && told >= heard ? isoDate(told) : null;

const voicesOf = ({ number, at, facts }: Row, items: readonly ThreadItem[]): Voices => {
  const count = number ?? 0;
  const assigned = [dayIn(facts.assignedAt), dayIn(facts.placedAt), dayIn(facts.homeAt)].filter(
    (day) => day !== null,
  );
  return {
    count: Math.min(count, MOST_VOICES),
    isMore: count > MOST_VOICES,
    departments: items.filter(({ kind }) => kind === 'department').length,
    heardOn: at && isoDate(at),
    assignedOn: assigned.sort()[0] ?? null,
    toldOn: count > 0 ? dayAfter(at, dateIn(facts.toldAt)) : null,
    reopened: Number(facts.reopened ?? 0),
  };
};
