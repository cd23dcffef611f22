import type pg from 'pg';
import { closedLists } from '../checks/states.ts';
import type { TenantTable } from '../checks/tenants.ts';
import { GLOBAL_TABLES } from './global-tables.ts';

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly needed: boolean;
}

const COLUMNS = `
  select c.table_name as table, c.column_name as name, c.udt_name as type,
    c.is_nullable = 'NO' and c.column_default is null as needed
  from information_schema.columns c
  join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
  where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and not c.table_name = any ($1::text[])
    and c.is_generated = 'NEVER'
  order by c.table_name, c.ordinal_position`;

/** A value that any column of a type takes, as SQL. */
const ANY_VALUE: Readonly<Record<string, string>> = {
  text: `'x'`,
  uuid: 'gen_random_uuid()',
  timestamptz: `timestamptz '2016-03-07 10:00+01'`,
  date: `date '2016-03-07'`,
  bytea: `'\\x00'`,
  jsonb: `'{}'`,
  _text: `'{}'`,
  bool: 'false',
  int4: '1',
  int8: '1',
  float8: '1',
};

/** A value for a column whose texts have a form of their own. */
const OF_FORM: Readonly<Record<string, string>> = {
  'quarter_status.quarter': `'2016-Q1'`,
  'buurt_outline.valid_to': `date '2016-03-08'`,
};

/** What a made-up row needs besides, because one column of its table may not be empty without another. */
const TOGETHER: Readonly<Record<string, readonly string[]>> = {
  correspondent: ['sealed'],
  follow: ['account_id'],
  goal: ['unit', 'object_id'],
  key_figure: ['value'],
  measurement: ['value'],
  news_release: ['round_id'],
};

/** Every table of municipal data with its columns, read from the database. */
export const tenantTables = async (client: pg.Client): Promise<ReadonlyMap<string, readonly Column[]>> => {
  const { rows } = await client.query<Column>(COLUMNS, [GLOBAL_TABLES]);
  return Map.groupBy(rows, ({ table }) => table);
};

/**
 * Fills every table that is still empty with one row made from its own columns, and then gives `theirs` a copy of all
 * rows of `mine`, ids and all. `admin` walks past policies and foreign keys. Gives the tables that were made up.
 */
export const fillTwo = async (admin: pg.Client, mine: string, theirs: string): Promise<string[]> => {
  const tables = await tenantTables(admin);
  const lists = await closedLists(admin);
  const madeUp: string[] = [];
  await admin.query(`set session_replication_role = replica`);
  await admin.query(
    `insert into tenant (gemeente, name, created_at) values ('${theirs}', 'Elders', timestamptz '2016-03-07') on conflict do nothing`,
  );
  for (const [table, columns] of tables) {
    const { rowCount } = await admin.query(`select 1 from ${table} where gemeente = $1 limit 1`, [mine]);
    if (rowCount === 0) {
      await admin.query(madeUpRow(table, columns, lists, mine));
      madeUp.push(table);
    }
    const names = columns.map(({ name }) => name);
    const copied = names.map((name) => (name === 'gemeente' ? `'${theirs}'` : name));
    await admin.query(
      `insert into ${table} (${names.join(', ')}) select ${copied.join(', ')} from ${table} where gemeente = $1`,
      [mine],
    );
  }
  return madeUp;
};

const madeUpRow = (
  table: string,
  columns: readonly Column[],
  lists: ReadonlyMap<string, readonly string[]>,
  gemeente: string,
): string => {
  const together = TOGETHER[table] ?? [];
  const needed = columns.filter((column) => column.needed || together.includes(column.name));
  const values = needed.map(({ name, type }) => {
    if (name === 'gemeente') return `'${gemeente}'`;
    const allowed = lists.get(`${table}.${name}`)?.[0];
    const value = OF_FORM[`${table}.${name}`] ?? (allowed === undefined ? ANY_VALUE[type] : `'${allowed}'`);
    if (value === undefined) throw new Error(`No value for ${table}.${name} (${type})`);
    return value;
  });
  return `insert into ${table} (${needed.map(({ name }) => name).join(', ')}) values (${values.join(', ')})`;
};

/** The tables as the check wants them. */
export const asTenantTables = (tables: ReadonlyMap<string, readonly Column[]>): TenantTable[] =>
  [...tables].map(([name, columns]) => ({ name, columns: columns.map((column) => column.name) }));
