import { runSql, type TenantDb } from './database/tenant-transaction.ts';

const COUNT_ONE = `insert into rate_count (gemeente, bucket, window_start, used) values ($1, $2, $3, 1)
  on conflict (gemeente, bucket, window_start) do update set used = rate_count.used + 1
  returning used`;

/**
 * Counts one use of a bucket and gives how often it was used in the current window of `seconds`, this use included.
 * Shared by all processes; the use counts only when the surrounding transaction commits.
 */
export const countUse = async (
  db: TenantDb,
  gemeente: string,
  bucket: string,
  now: Date,
  seconds: number,
): Promise<number> => {
  const window = seconds * 1000;
  const start = new Date(Math.floor(now.getTime() / window) * window);
  const [row] = await runSql<{ used: number }>(db, COUNT_ONE, [gemeente, bucket, start]);
  return row?.used ?? 0;
};
