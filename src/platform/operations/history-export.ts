import { tenantTransaction } from '../database/tenant-transaction.ts';
import type { Cursor } from '../paging.ts';
import type { World } from '../world.ts';
import type { HistoryFilter } from './history-filter.ts';
import { type HistoryRow, readHistory } from './history-read.ts';

const PAGE = 500;

/**
 * The history as JSON lines, newest first, page by page: never more than one page in memory, and no transaction open
 * while a slow reader reads.
 */
export const historyLines = (
  world: World,
  gemeente: string,
  filter: HistoryFilter,
): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder();
  let after: Cursor | null = null;
  return new ReadableStream({
    pull: async (controller) => {
      const rows: HistoryRow[] = await tenantTransaction(world.pool, gemeente, (db) =>
        readHistory(db, gemeente, filter, after, PAGE),
      );
      if (rows.length > 0) controller.enqueue(encoder.encode(rows.map(asLine).join('')));
      const last = rows.at(-1);
      if (!last || rows.length < PAGE) controller.close();
      else after = { at: last.at, id: last.id };
    },
  });
};

const asLine = (row: HistoryRow): string => `${JSON.stringify(row)}\n`;
