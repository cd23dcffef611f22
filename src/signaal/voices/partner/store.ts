import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { type Cursor, type ListPage, listPage } from '#platform/paging.ts';
import { hashToken } from '#platform/secrets/index.ts';

/** A link that works: whose it is and until when. */
export interface LiveLink {
  readonly id: string;
  readonly departmentId: string;
  readonly department: string;
  readonly expiresAt: Date;
}

const LIVE = `
  select l.id, l.department_id as "departmentId", d.name as department, l.expires_at as "expiresAt"
  from partner_link l
  join department d on d.gemeente = $1 and d.id = l.department_id
  where l.gemeente = $1 and l.token_hash = $2 and l.revoked_at is null and l.expires_at > $3`;

/** The link of a token; null for an unknown, ended or revoked one alike, so that guessing teaches nothing. */
export const findLink = async (
  db: TenantDb,
  gemeente: string,
  token: string,
  now: Date,
): Promise<LiveLink | null> => {
  const [row] = await runSql<LiveLink>(db, LIVE, [gemeente, hashToken(token), now]);
  return row ?? null;
};

/** A link as those who make them see it; never its token, which only its holder has. */
export interface LinkRow {
  readonly id: string;
  readonly department: string;
  readonly label: string;
  readonly madeBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null;
}

const LIST = `
  select l.id, d.name as department, l.label, m.name as "madeBy", l.created_at as "createdAt",
    l.expires_at as "expiresAt", l.revoked_at as "revokedAt", l.last_used_at as "lastUsedAt"
  from partner_link l
  join department d on d.gemeente = $1 and d.id = l.department_id
  join account m on m.gemeente = $1 and m.id = l.made_by
  where l.gemeente = $1`;

/** The links of a municipality, newest first, one page of them. */
export const readLinks = async (
  db: TenantDb,
  gemeente: string,
  after: Cursor | null,
  size: number,
): Promise<ListPage<LinkRow>> => {
  const rows = await runSql<LinkRow>(
    db,
    `${LIST} ${after ? 'and (l.created_at, l.id) < ($3, $4::uuid)' : ''}
     order by l.created_at desc, l.id desc limit $2`,
    [gemeente, size + 1, ...(after ? [after.at, after.id] : [])],
  );
  return listPage(rows, size, ({ createdAt, id }) => ({ at: createdAt, id }));
};
