import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { coarseCell } from '#platform/geo/index.ts';
import { type Cursor, type ListPage, listPage } from '#platform/paging.ts';

/** A signaal as everybody may see it: words and photos that a person cleared, and a rounded place (C5.7). */
export interface ClearedSignaal {
  readonly id: string;
  readonly text: string | null;
  readonly clearedAt: Date;
  readonly category: string | null;
  readonly categoryEn: string | null;
  readonly buurt: string | null;
  /** The street by its own name in the register of streets; never a house number, never a spot. */
  readonly street: string | null;
  /** The H3 cell of some 900 m in which it lies; null without a point. */
  readonly cell: string | null;
  /** Ids of photos, for `/openbaar/foto/:id`. */
  readonly photos: readonly string[];
}

const OPEN_TO_ALL = `
  s.cleared_at is not null and s.kind <> 'complaint' and s.state <> 'withdrawn'
  and not coalesce(c.sensitive, false) and not coalesce(g.sensitive, false)`;

const JOINS = `
  left join category c on c.gemeente = $1 and c.id = s.category_id
  left join category g on g.gemeente = $1 and g.id = c.parent_id`;

const CLEARED = `
  select s.id, s.public_text as text, s.cleared_at as "clearedAt", c.name as category, c.name_en as "categoryEn",
    b.name as buurt, s.cell,
    (select st.name from street st where st.gemeente = $1 and st.search_name = s.street_search
      order by st.id limit 1) as street,
    array(select f.id::text from file f where f.gemeente = $1 and f.object_id = s.id and f.public
      and f.object_kind = any (array['signaal', 'outcome']) order by f.created_at, f.id limit 10) as photos
  from signaal s
  ${JOINS}
  left join buurt b on b.gemeente = $1 and b.id = s.buurt_id
  where s.gemeente = $1 and s.buurt_id = any ($2::uuid[]) and ${OPEN_TO_ALL}`;

/**
 * What was cleared in these buurten, the latest first, one page of `size`. Sensitive subjects, complaints and what was
 * withdrawn are never among them, whoever cleared them before.
 */
export const clearedSignalen = async (
  db: TenantDb,
  gemeente: string,
  buurtIds: readonly string[],
  after: Cursor | null = null,
  size = 20,
): Promise<ListPage<ClearedSignaal>> => {
  const rows = await runSql<ClearedSignaal>(
    db,
    `${CLEARED} ${after ? 'and (s.cleared_at, s.id) < ($4, $5::uuid)' : ''}
     order by s.cleared_at desc, s.id desc limit $3`,
    [gemeente, [...buurtIds], size + 1, ...(after ? [after.at, after.id] : [])],
  );
  const rounded = rows.map((row) => ({ ...row, cell: row.cell === null ? null : coarseCell(row.cell) }));
  return listPage(rounded, size, ({ clearedAt, id }) => ({ at: clearedAt, id }));
};

const PHOTO = `select bytes, object_id as "signaalId" from file
  where gemeente = $1 and id = $2 and public and object_kind = any (array['signaal', 'outcome'])`;

const IS_OPEN = `select 1 from signaal s ${JOINS} where s.gemeente = $1 and s.id = $2 and ${OPEN_TO_ALL}`;

/** A photo that a person cleared; null for any other. */
export const clearedPhoto = async (db: TenantDb, gemeente: string, id: string): Promise<Buffer | null> => {
  const [photo] = await runSql<{ bytes: Buffer; signaalId: string }>(db, PHOTO, [gemeente, id]);
  if (!photo) return null;
  const open = await runSql(db, IS_OPEN, [gemeente, photo.signaalId]);
  return open.length > 0 ? photo.bytes : null;
};
