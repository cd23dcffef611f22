import type { Context } from '#platform/command/command.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';

const NEXT = {
  focuspunt: 'select coalesce(max(number), 0) + 1 as next from focuspunt where gemeente = $1',
  focus_round: 'select coalesce(max(number), 0) + 1 as next from focus_round where gemeente = $1',
  news_release: 'select count(*) + 1 as next from news_release where gemeente = $1 and memo_number like $2',
} as const;

/** The next number of a table in this municipality; two who ask at once wait for one another. */
export const nextNumber = async (
  { db, gemeente }: Pick<Context, 'db' | 'gemeente'>,
  table: keyof typeof NEXT,
  like?: string,
): Promise<number> => {
  await runSql(db, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${table} ${gemeente}`]);
  const values = like === undefined ? [gemeente] : [gemeente, like];
  const [row] = await runSql<{ next: number }>(db, NEXT[table], values);
  return Number(row?.next ?? 1);
};
