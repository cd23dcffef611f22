import type { ThreadKind } from './model.ts';
import { BUURTEN, columns } from './sql-columns.ts';

/** The group with which the walk begins, or about which the knot is with which it begins. */
export const GROUPS = `array(select g.id from residents_group g where g.gemeente = $1 and (g.id = $2 or g.id = any (array(
    select n.object_id from knot n where n.gemeente = $1 and n.id = $2 and n.object_kind = 'group'))))`;

/** The group as the thread shows it: to staff, at the beginning. */
export const GROUP = `${columns({
  station: 'heard',
  kind: 'group',
  id: 'o.id',
  title: 'o.name',
  at: 'o.created_at',
  own: 'o.id = $2',
  buurten: BUURTEN('o.area_id'),
  departments: `array_remove(array[o.home_department_id::text], null)`,
})}
  from residents_group o where o.gemeente = $1 and not $3 and o.id = any (${GROUPS})`;

/** Departments that were asked to be the home of a group. */
export const HOMES = `select m.to_department_id, m.offered_at from group_move m
        where m.gemeente = $1 and not $3 and m.group_id = any (${GROUPS})`;

/** Only where the walk can lead to a group are groups asked for. */
export const hasGroups = (kind: ThreadKind): boolean => kind === 'group' || kind === 'knot';
