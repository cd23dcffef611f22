import type pg from 'pg';
import type { Finding } from '../support/finding.ts';
import { APPEND_ONLY_TABLES, GLOBAL_TABLES } from '../support/global-tables.ts';

interface Line {
  readonly breach: string;
}

/** The tables of municipal data: all of schema public that are not listed as global. */
const TENANT_TABLES = `with tenant_table as (
  select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relname = any ($1::text[])
), column_of as (
  select attrelid, attnum, attname from pg_attribute where attnum > 0 and not attisdropped
)`;

const BREACHES: readonly string[] = [
  `select relname || ': row level security is not on' from tenant_table where not relrowsecurity`,
  `select relname || ': row level security is not forced' from tenant_table where not relforcerowsecurity`,
  `select relname || ': has no policy for all commands' from tenant_table t where not exists (
     select 1 from pg_policy p where p.polrelid = t.oid and p.polcmd = '*')`,
  `select relname || ': policy ' || p.polname || ' is not bound to the tenant' from tenant_table t
     join pg_policy p on p.polrelid = t.oid
     where not coalesce(pg_get_expr(p.polqual, p.polrelid) ~ 'gemeente = .*current_gemeente', false)
       or not coalesce(pg_get_expr(p.polwithcheck, p.polrelid) ~ 'gemeente = .*current_gemeente', false)`,
  `select relname || ': has no primary key' from tenant_table t where not exists (
     select 1 from pg_index i where i.indrelid = t.oid and i.indisprimary)`,
  `select relname || ': index ' || i.indexrelid::regclass || ' does not begin with gemeente' from tenant_table t
     join pg_index i on i.indrelid = t.oid
     left join column_of k on k.attrelid = t.oid and k.attnum = i.indkey[0]
     where k.attname is distinct from 'gemeente'`,
  `select relname || ': foreign key ' || f.conname || ' does not begin with gemeente' from tenant_table t
     join pg_constraint f on f.conrelid = t.oid and f.contype = 'f'
     join column_of k on k.attrelid = t.oid and k.attnum = f.conkey[1]
     join column_of o on o.attrelid = f.confrelid and o.attnum = f.confkey[1]
     where k.attname <> 'gemeente' or o.attname <> 'gemeente'`,
  `select relname || ': gemeente does not point at the tenant' from tenant_table t where not exists (
     select 1 from pg_constraint f where f.conrelid = t.oid and f.contype = 'f' and f.confrelid = 'tenant'::regclass)`,
  `select relname || ': has trigger ' || g.tgname from tenant_table t
     join pg_trigger g on g.tgrelid = t.oid and not g.tgisinternal`,
];

/** What would let anybody past the row policies although the tables themselves are in order. */
const WAYS_ROUND = `
  select 'view ' || c.relname || ' reads with its owner''s rights' as breach from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('v', 'm')
      and not coalesce('security_invoker=true' = any (c.reloptions), false)
  union all
  select 'function ' || p.proname || ' runs with its owner''s rights' from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.prosecdef`;

/** Law 1 on the live catalogue of the database: asked as the owner, of all tables that exist. */
export const checkTables = async (owner: pg.Client): Promise<Finding> => {
  const breaches: string[] = [];
  for (const query of BREACHES) {
    const sql = `${TENANT_TABLES} select found.breach from (${query}) as found (breach) order by 1`;
    const { rows } = await owner.query<Line>(sql, [GLOBAL_TABLES]);
    breaches.push(...rows.map(({ breach }) => breach));
  }
  const { rows } = await owner.query<Line>(WAYS_ROUND);
  breaches.push(...rows.map(({ breach }) => breach));
  const counted = await owner.query<{ n: number }>(
    `${TENANT_TABLES} select count(*)::int as n from tenant_table`,
    [GLOBAL_TABLES],
  );
  return { seen: counted.rows[0]?.n ?? 0, breaches };
};

/** What a role may do with a table beyond what it should. */
const TOO_MUCH = `
  select t.name || ': may ' || lower(r.name) as breach
  from unnest($1::text[]) as t (name), unnest($2::text[]) as r (name)
  where has_table_privilege(current_user, t.name, r.name)`;

/** The application's own role: asked as that role itself. */
export const checkAppRole = async (app: pg.Client): Promise<Finding> => {
  const { rows } = await app.query<Record<string, boolean>>(
    `select r.rolsuper as superuser, r.rolbypassrls as bypass, r.rolcreaterole as "create role",
       r.rolcreatedb as "create database", r.rolreplication as replication,
       exists (select 1 from pg_class c where c.relnamespace = 'public'::regnamespace
         and pg_has_role(current_user, c.relowner, 'member')) as "own a table",
       has_schema_privilege(current_user, 'public', 'create') as "make tables"
     from pg_roles r where r.rolname = current_user`,
  );
  const powers = Object.entries(rows[0] ?? {});
  const asked: [readonly string[], readonly string[]][] = [
    [APPEND_ONLY_TABLES, ['UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER']],
    [GLOBAL_TABLES, ['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER']],
  ];
  const breaches = powers.filter(([, may]) => may).map(([power]) => `role: ${power}`);
  for (const [tables, rights] of asked) {
    const found = await app.query<Line>(TOO_MUCH, [tables, rights]);
    breaches.push(...found.rows.map(({ breach }) => breach));
  }
  const cells = asked.reduce((sum, [tables, rights]) => sum + tables.length * rights.length, 0);
  return { seen: powers.length + cells, breaches };
};
