import { runSql, type TenantDb } from '#platform/database/tenant-transaction.ts';
import { type Cursor, type ListPage, listPage } from '#platform/paging.ts';
import type { Knelpunt } from '../store/load.ts';
import type { KnelpuntScope } from './scope.ts';

/** What a list of knelpunten asks for. */
export interface KnelpuntQuestion {
  readonly gemeente: string;
  readonly scope: KnelpuntScope;
  readonly areaId?: string | undefined;
  readonly states?: readonly Knelpunt['state'][] | undefined;
  /** Only what lies with these departments: offered or accepted. */
  readonly departmentIds?: readonly string[] | undefined;
  readonly after: Cursor | null;
  readonly size: number;
}

/** One line of the list. */
export interface KnelpuntRow {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly origin: Knelpunt['origin'];
  readonly state: Knelpunt['state'];
  readonly area: string;
  readonly theme: string | null;
  readonly owner: string;
  readonly returns: number;
  readonly createdAt: Date;
  readonly stateSince: Date;
  /** How many voices stand behind it; joined voices counted each. */
  readonly voices: number;
  /** The departments that hold it now. */
  readonly departments: readonly string[];
  /** The first term that still runs or that passed since its present state. */
  readonly dueAt: Date | null;
}

/** How many voices a knelpunt `k` has: its signalen, and whoever joined them. */
export const VOICES = `(select count(*)::int from (
    select ks.signaal_id from knelpunt_signaal ks
      where ks.gemeente = k.gemeente and ks.knelpunt_id = k.id and ks.removed_at is null
    union all
    select j.id from signaal j
      where j.gemeente = k.gemeente and j.duplicate_of = any (array(select ks.signaal_id from knelpunt_signaal ks
        where ks.gemeente = k.gemeente and ks.knelpunt_id = k.id and ks.removed_at is null))) v)`;

/** The statement of one page of the list, newest first: each right through its own index, then the words. */
export const listStatement = (question: KnelpuntQuestion): { sql: string; values: readonly unknown[] } => {
  const { gemeente, scope, areaId, states, departmentIds, after, size } = question;
  const values: unknown[] = [gemeente];
  const add = (value: unknown): string => `$${values.push(value)}`;
  const limit = add(size + 1);
  const narrowed = [
    ...(areaId ? [`k.area_id = ${add(areaId)}::uuid`] : []),
    ...(states ? [`k.state = any (${add([...states])}::text[])`] : []),
    ...(after ? [`(k.created_at, k.id) < (${add(after.at)}, ${add(after.id)}::uuid)`] : []),
    ...(departmentIds ? [heldBy(add([...departmentIds]))] : []),
  ];
  const branches = branchesOf(scope, add).map(
    (where) => `(select k.id, k.created_at from knelpunt k
      where ${['k.gemeente = $1', where, ...narrowed].join(' and ')}
      order by k.created_at desc, k.id desc limit ${limit})`,
  );
  const found =
    branches.length === 0
      ? 'select k.id, k.created_at from knelpunt k where false'
      : branches.join(' union ');
  const sql = `
    with page as (select id, created_at from (${found}) f order by created_at desc, id desc limit ${limit})
    select k.id, k.number, k.title, k.origin, k.state, a.name as area, c.name as theme, w.name as owner, k.returns,
      k.created_at as "createdAt", k.state_since as "stateSince", ${VOICES} as voices,
      array(select d.name from knelpunt_placement p join department d on d.gemeente = $1 and d.id = p.department_id
        where p.gemeente = $1 and p.knelpunt_id = k.id and p.state = any (array['offered', 'accepted'])
        order by d.name, d.id limit 20) as departments,
      (select min(t.due_at) from term t where t.gemeente = $1 and t.state = any (array['open', 'passed'])
        and t.started_at >= k.state_since
        and t.object_id = any (array(select p.id from knelpunt_placement p
          where p.gemeente = $1 and p.knelpunt_id = k.id) || k.id)) as "dueAt"
    from page join knelpunt k on k.gemeente = $1 and k.id = page.id
    join area a on a.gemeente = $1 and a.id = k.area_id
    join account w on w.gemeente = $1 and w.id = k.owner_account_id
    left join category c on c.gemeente = $1 and c.id = k.category_id
    order by k.created_at desc, k.id desc`;
  return { sql, values };
};

const heldBy = (departmentIds: string): string =>
  `exists (select 1 from knelpunt_placement p where p.gemeente = k.gemeente and p.knelpunt_id = k.id
    and p.department_id = any (${departmentIds}::uuid[]) and p.state = any (array['offered', 'accepted']))`;

const branchesOf = (scope: KnelpuntScope, add: (value: unknown) => string): string[] => {
  if (scope.all) return ['true'];
  return [
    ...(scope.areaIds.length > 0 ? [`k.area_id = any (${add([...scope.areaIds])}::uuid[])`] : []),
    ...(scope.departmentIds.length > 0
      ? [
          `k.id = any (array(select p.knelpunt_id from knelpunt_placement p
            where p.gemeente = $1 and p.department_id = any (${add([...scope.departmentIds])}::uuid[])))`,
        ]
      : []),
    ...(scope.accountId ? [`k.owner_account_id = ${add(scope.accountId)}::uuid`] : []),
  ];
};

/** Reads one page of the list. */
export const readList = async (db: TenantDb, question: KnelpuntQuestion): Promise<ListPage<KnelpuntRow>> => {
  const { sql, values } = listStatement(question);
  const rows = await runSql<KnelpuntRow>(db, sql, [...values]);
  return listPage(rows, question.size, ({ createdAt, id }) => ({ at: createdAt, id }));
};
