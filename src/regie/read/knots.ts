import { grantsFor } from '#people/index.ts';
import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { type Cursor, type ListPage, listPage } from '#platform/paging.ts';
import type { Principal } from '#platform/policy/principal.ts';
import type { KnotState } from '../rules/knot-states.ts';
import type { Knot } from '../store/knot.ts';

/** Which knots somebody may see: all, those of these buurten, those with these departments on a side. */
export interface KnotScope {
  readonly all: boolean;
  readonly buurtIds: readonly string[];
  readonly departmentIds: readonly string[];
}

/** What the matrix lets a person see of knots. */
export const knotScope = (principal: Principal): KnotScope => {
  const grants = grantsFor(principal, 'knot.read');
  const whole = ({ holding, reach }: (typeof grants)[number]) =>
    reach === 'all' || (reach === 'area' && holding?.buurtIds === null);
  return {
    all: grants.some(whole),
    buurtIds: grants.flatMap(({ holding, reach }) => (reach === 'area' ? (holding?.buurtIds ?? []) : [])),
    departmentIds: grants.flatMap(({ holding, reach }) =>
      reach === 'department' && holding?.departmentId ? [holding.departmentId] : [],
    ),
  };
};

/** One line of the list. */
export interface KnotRow {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly objectKind: Knot['object_kind'];
  readonly cause: Knot['cause'];
  readonly state: KnotState;
  readonly guard: string | null;
  readonly sideA: string | null;
  readonly sideB: string | null;
  readonly owner: string | null;
  readonly reportedAt: Date;
  readonly decideBy: Date;
  readonly checkOn: string | null;
}

const LIST = `
  select k.id, k.number, k.title, k.object_kind as "objectKind", k.cause, k.state, g.name as guard, a.name as "sideA",
    b.name as "sideB", o.name as owner, k.reported_at as "reportedAt", k.decide_by as "decideBy",
    k.check_on as "checkOn"
  from knot k
  left join account g on g.gemeente = $1 and g.id = k.guard_account_id
  left join department a on a.gemeente = $1 and a.id = k.side_a_department_id
  left join department b on b.gemeente = $1 and b.id = k.side_b_department_id
  left join lateral (select d.name from knot_decision c
      join department d on d.gemeente = $1 and d.id = c.owner_department_id
    where c.gemeente = $1 and c.knot_id = k.id order by c.decided_at desc, c.id desc limit 1) o on true
  where k.gemeente = $1 and k.state = any ($2::text[])
    and ($3 or k.buurt_id = any ($4::uuid[]) or k.side_a_department_id = any ($5::uuid[])
      or k.side_b_department_id = any ($5::uuid[])
      or k.area_id = any (array(select m.area_id from area_buurt m
        where m.gemeente = $1 and m.buurt_id = any ($4::uuid[]))))`;

/** How many knots one page shows. */
export const KNOTS_ON_PAGE = 25;

/** The knots in these states that somebody may see, the longest waiting first; one page. */
export const listKnots = async (
  db: TenantDb,
  gemeente: string,
  { scope, states, after }: { scope: KnotScope; states: readonly KnotState[]; after: Cursor | null },
): Promise<ListPage<KnotRow>> => {
  const values = [gemeente, [...states], scope.all, [...scope.buurtIds], [...scope.departmentIds]];
  const rows = await runSql<KnotRow>(
    db,
    `${LIST} ${after ? 'and (k.reported_at, k.id) > ($6, $7)' : ''}
     order by k.reported_at, k.id limit ${KNOTS_ON_PAGE + 1}`,
    after ? [...values, after.at, after.id] : values,
  );
  return listPage(rows, KNOTS_ON_PAGE, ({ reportedAt, id }) => ({ at: reportedAt, id }));
};
