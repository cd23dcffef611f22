import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import type { RejectReason } from '../file/row.ts';
import { type Mapping, readMapping } from '../rules/mapping.ts';
import type { Rejected } from '../rules/prepare.ts';
import { type ImportRun, RUN_COLUMNS } from './runs.ts';

/** The latest imports are shown; older ones stand in the history. */
export const MOST_RUNS = 20;

/** An import with the name of whoever began it; null for the operator. */
export interface ListedRun extends ImportRun {
  readonly maker: string | null;
}

/** The latest imports, the newest first; at most twenty. */
export const latestRuns = (db: TenantDb, gemeente: string): Promise<ListedRun[]> =>
  runSql<ListedRun>(
    db,
    `select ${RUN_COLUMNS}, a.name as maker from import_run r
     left join account a on a.gemeente = $1 and a.id = r.made_by
     where r.gemeente = $1 order by r.created_at desc, r.id desc limit ${MOST_RUNS}`,
    [gemeente],
  );

/** A saved mapping; null when there is none of that name. */
export const mappingNamed = async (db: TenantDb, gemeente: string, name: string): Promise<Mapping | null> => {
  const [row] = await runSql<{ mapping: unknown }>(
    db,
    'select mapping from import_mapping where gemeente = $1 and name = $2',
    [gemeente, name],
  );
  return row ? readMapping(row.mapping) : null;
};

/** As many lines as a spreadsheet opens with ease; the command line writes them all. */
export const MOST_REJECTIONS = 50_000;

/** What an import did not take over, by line; at most {@link MOST_REJECTIONS}. */
export const rejectionsOf = (db: TenantDb, gemeente: string, runId: string): Promise<Rejected[]> =>
  runSql<{ line: number; reason: RejectReason; column: string }>(
    db,
    `select line, reason, column_name as "column" from import_rejection
     where gemeente = $1 and run_id = $2 order by line limit ${MOST_REJECTIONS}`,
    [gemeente, runId],
  );
