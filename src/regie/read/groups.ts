import { isId } from '#platform/database/ids.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { type ListPage, listPage } from '#platform/paging.ts';
import type { Group } from '../store/group.ts';

/** One line of the register of groups. */
export interface GroupRow {
  readonly id: string;
  readonly name: string;
  readonly area: string;
  readonly home: string | null;
  readonly returns: number;
  readonly checkedOn: string | null;
}

/** How many groups one page shows. */
export const GROUPS_ON_PAGE = 50;

/** The groups that exist, by name; the next page begins after `after`, a name and an id. */
export const listGroups = async (
  db: TenantDb,
  gemeente: string,
  after: { name: string; id: string } | null,
): Promise<ListPage<GroupRow>> => {
  const rows = await runSql<GroupRow>(
    db,
    `select g.id, g.name, a.name as area, d.name as home, g.returns, g.checked_on as "checkedOn"
     from residents_group g join area a on a.gemeente = $1 and a.id = g.area_id
     left join department d on d.gemeente = $1 and d.id = g.home_department_id
     where g.gemeente = $1 and g.ended_at is null ${after ? 'and (g.name, g.id) > ($2, $3)' : ''}
     order by g.name, g.id limit ${GROUPS_ON_PAGE + 1}`,
    after ? [gemeente, after.name, after.id] : [gemeente],
  );
  const { rows: shown } = listPage(rows, GROUPS_ON_PAGE, ({ id }) => ({ at: new Date(0), id }));
  const last = shown.at(-1);
  const next =
    rows.length > GROUPS_ON_PAGE && last ? `${last.id}~${encodeURIComponent(last.name)}` : undefined;
  return { rows: shown, next };
};

/** Reads where the next page of groups begins; null when the text says nothing. */
export const readGroupCursor = (text: string | undefined): { name: string; id: string } | null => {
  const [id = '', ...name] = (text ?? '').split('~');
  return isId(id) && name.length > 0 ? { id, name: name.join('~') } : null;
};

/** A group with the names around it. */
export interface GroupDetail extends Group {
  readonly area: string;
  readonly home: string | null;
  readonly home_contact: string | null;
  readonly buurtIds: readonly string[];
  /** The department to which it is offered now. */
  readonly offeredTo: string | null;
  readonly offeredName: string | null;
  /** The day that the last decision on it named, and the department. */
  readonly decidedDue: string | null;
  readonly decidedOwner: string | null;
}

const DETAIL = `
  select g.*, a.name as area, d.name as home, d.public_contact as home_contact, m.to_department_id as "offeredTo",
    o.name as "offeredName", k.due_on as "decidedDue", k.owner_department_id as "decidedOwner",
    array(select b.buurt_id::text from area_buurt b where b.gemeente = $1 and b.area_id = g.area_id
      and b.valid_from <= $3 and (b.valid_to is null or b.valid_to > $3) limit 1000) as "buurtIds"
  from residents_group g
  join area a on a.gemeente = $1 and a.id = g.area_id
  left join department d on d.gemeente = $1 and d.id = g.home_department_id
  left join lateral (select x.to_department_id from group_move x where x.gemeente = $1 and x.group_id = g.id
    and x.state = 'offered' order by x.offered_at desc limit 1) m on true
  left join department o on o.gemeente = $1 and o.id = m.to_department_id
  left join lateral (select c.due_on, c.owner_department_id from knot q
      join knot_decision c on c.gemeente = $1 and c.knot_id = q.id
    where q.gemeente = $1 and q.object_id = g.id order by c.decided_at desc, c.id desc limit 1) k on true
  where g.gemeente = $1 and g.id = $2`;

/** One group on a day (`YYYY-MM-DD`); null when there is none. */
export const readGroup = async (
  db: TenantDb,
  gemeente: string,
  id: string,
  today: string,
): Promise<GroupDetail | null> => {
  if (!isId(id)) return null;
  const [row] = await runSql<GroupDetail>(db, DETAIL, [gemeente, id, today]);
  return row ?? null;
};
