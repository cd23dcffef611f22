import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { type Cursor, type ListPage, listPage } from '#platform/paging.ts';
import { PAGE_SIZE } from '../list-address.ts';

/** Something that somebody must still see. */
export interface NoticeRow {
  readonly id: string;
  readonly kind: string;
  readonly object_id: string;
  readonly created_at: Date;
}

/** The open notices of a person, oldest first; one page. */
export const openNotices = async (
  db: TenantDb,
  gemeente: string,
  accountId: string,
  after: Cursor | null,
): Promise<ListPage<NoticeRow>> => {
  const rows = await runSql<NoticeRow>(
    db,
    `select id, kind, object_id, created_at from notice
     where gemeente = $1 and account_id = $2 and seen_at is null
       ${after ? 'and (created_at, id) > ($3, $4)' : ''}
     order by created_at, id limit ${PAGE_SIZE + 1}`,
    after ? [gemeente, accountId, after.at, after.id] : [gemeente, accountId],
  );
  return listPage(rows, PAGE_SIZE, (row) => ({ at: row.created_at, id: row.id }));
};

/** More than this is shown as "meer dan 99". */
const COUNT_TO = 100;

/** How many notices wait for a person, counted to 100. */
export const countOpenNotices = async (
  db: TenantDb,
  gemeente: string,
  accountId: string,
): Promise<number> => {
  const rows = await runSql<{ id: string }>(
    db,
    `select id from notice where gemeente = $1 and account_id = $2 and seen_at is null
     order by created_at, id limit ${COUNT_TO}`,
    [gemeente, accountId],
  );
  return rows.length;
};
