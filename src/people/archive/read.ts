import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import type { ListState } from './states.ts';

/** A destruction list as its pages show it. */
export interface ListFacts {
  readonly id: string;
  readonly number: number;
  readonly state: ListState;
  readonly reference_day: string;
  readonly drawn_at: Date;
  readonly drawn_by: string;
  readonly drawn_name: string;
  readonly first_approved_at: Date | null;
  readonly first_approved_by: string | null;
  readonly first_name: string | null;
  readonly approved_at: Date | null;
  readonly second_name: string | null;
  readonly cancelled_at: Date | null;
  readonly cancelled_name: string | null;
  readonly cancel_reason: string | null;
  readonly executed_at: Date | null;
  readonly digest: string | null;
  readonly version: number;
}

const LIST = `
  select l.*, d.name as drawn_name, f.name as first_name, s.name as second_name, c.name as cancelled_name
  from destruction_list l
  join account d on d.gemeente = l.gemeente and d.id = l.drawn_by
  left join account f on f.gemeente = l.gemeente and f.id = l.first_approved_by
  left join account s on s.gemeente = l.gemeente and s.id = l.approved_by
  left join account c on c.gemeente = l.gemeente and c.id = l.cancelled_by
  where l.gemeente = $1`;

/** The latest lists, newest first; at most 100: one a year is what the law expects. */
export const readLists = (db: TenantDb, gemeente: string): Promise<ListFacts[]> =>
  runSql<ListFacts>(db, `${LIST} order by l.drawn_at desc, l.id desc limit 100`, [gemeente]);

/** One list; undefined when there is none. */
export const readList = async (
  db: TenantDb,
  gemeente: string,
  id: string,
): Promise<ListFacts | undefined> => {
  const [row] = await runSql<ListFacts>(db, `${LIST} and l.id = $2`, [gemeente, id]);
  return row;
};

/** How many records of a class a list holds, and the days between which their time began. */
export interface ClassCount {
  readonly class: string;
  readonly listed: number;
  readonly destroyed: number;
  readonly kept: number;
  readonly skipped: number;
  readonly first_day: string;
  readonly last_day: string;
}

/** The counts of one list by class. */
export const countClasses = (db: TenantDb, gemeente: string, listId: string): Promise<ClassCount[]> =>
  runSql<ClassCount>(
    db,
    `select class, min(started_on) as first_day, max(started_on) as last_day,
       count(*) filter (where state = 'listed')::int as listed,
       count(*) filter (where state = 'destroyed')::int as destroyed,
       count(*) filter (where state = 'kept')::int as kept,
       count(*) filter (where state = 'skipped')::int as skipped
     from destruction_item where gemeente = $1 and list_id = $2 group by class order by class`,
    [gemeente, listId],
  );

/** One line of a list. */
export interface ItemRow {
  readonly id: string;
  readonly class: string;
  readonly label: string;
  readonly started_on: string;
  readonly keep_until: string;
  readonly state: 'listed' | 'kept' | 'destroyed' | 'skipped';
  readonly kept_reason: string | null;
  readonly kept_until: string | null;
}

/** Lines on one page. */
export const LINES = 50;

/** Lines of a list by id, which runs with class and age; one more than a page, to see whether there are more. */
export const readItems = (
  db: TenantDb,
  gemeente: string,
  listId: string,
  after: string | null,
): Promise<ItemRow[]> =>
  runSql<ItemRow>(
    db,
    `select id, class, label, started_on, keep_until, state, kept_reason, kept_until
     from destruction_item where gemeente = $1 and list_id = $2 and id > $3 order by id limit ${LINES + 1}`,
    [gemeente, listId, after ?? '00000000-0000-0000-0000-000000000000'],
  );

/** One line of one list; undefined when there is none. */
export const readItem = async (
  db: TenantDb,
  gemeente: string,
  listId: string,
  id: string,
): Promise<ItemRow | undefined> => {
  const [row] = await runSql<ItemRow>(
    db,
    `select id, class, label, started_on, keep_until, state, kept_reason, kept_until
     from destruction_item where gemeente = $1 and id = $3 and list_id = $2`,
    [gemeente, listId, id],
  );
  return row;
};
