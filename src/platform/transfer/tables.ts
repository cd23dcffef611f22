import type { Ask } from './ask.ts';

/** The tables that belong to no tenant: the directory of tenants, and what the migrator keeps. */
export const DIRECTORY_TABLES: readonly string[] = ['tenant', 'tenant_host', 'schema_migration'];

/** A table of a tenant's data as the database itself describes it. */
export interface TransferTable {
  readonly name: string;
  /** All but the columns that the database works out itself. */
  readonly columns: readonly { readonly name: string; readonly isBytes: boolean }[];
  /** The columns of the primary key. */
  readonly key: readonly string[];
  /** The tables that must be filled before this one. */
  readonly parents: readonly string[];
  /** The columns that name another row of the same table by its id. */
  readonly selfReferences: readonly string[];
}

const TABLES = `
  select c.relname as name,
    array(select jsonb_build_object('name', a.attname, 'isBytes', a.atttypid = 'bytea'::regtype) from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum)
      as columns,
    array(select a.attname::text from pg_index i, unnest(i.indkey::int2[]) with ordinality as k (number, place)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number
      where i.indrelid = c.oid and i.indisprimary order by k.place) as key,
    array(select distinct p.relname::text from pg_constraint f join pg_class p on p.oid = f.confrelid
      where f.conrelid = c.oid and f.contype = 'f' and p.oid <> c.oid) as parents,
    array(select distinct a.attname::text from pg_constraint f
      join pg_attribute a on a.attrelid = c.oid and a.attnum = any (f.conkey) and a.attname <> 'gemeente'
      where f.conrelid = c.oid and f.contype = 'f' and f.confrelid = c.oid) as "selfReferences"
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    and not c.relname = any ($1::text[])
  order by c.relname`;

/**
 * Every table of tenants' data that the database has, each after the tables it points at: nobody lists them, so none can
 * be forgotten. Throws when a table does not begin its key with `gemeente`, or when tables point at one another in a ring.
 */
export const readTables = async (ask: Ask): Promise<TransferTable[]> => {
  const tables = await ask<TransferTable>(TABLES, [DIRECTORY_TABLES]);
  const strange = tables.find(({ key }) => key[0] !== 'gemeente');
  if (strange) throw new Error(`Table ${strange.name} does not begin its key with gemeente`);
  return inOrder(tables);
};

/** Parents first, and by name among equals. */
const inOrder = (tables: readonly TransferTable[]): TransferTable[] => {
  const known = new Set(tables.map(({ name }) => name));
  const placed = new Set<string>();
  const order: TransferTable[] = [];
  while (order.length < tables.length) {
    const ready = tables.filter(
      ({ name, parents }) =>
        !placed.has(name) && parents.every((parent) => placed.has(parent) || !known.has(parent)),
    );
    if (ready.length === 0) throw new Error('Tables point at one another in a ring');
    for (const table of ready) placed.add(table.name);
    order.push(...ready);
  }
  return order;
};

/** The migrations of a database: the last one's name, and one hash over all names and texts. */
export interface MigrationState {
  readonly name: string;
  readonly all: string;
}

/** Where a database stands. */
export const readMigrationState = async (ask: Ask): Promise<MigrationState> => {
  const [state] = await ask<MigrationState>(
    `select coalesce(max(name), '') as name,
       encode(sha256(convert_to(coalesce(string_agg(name || ' ' || checksum, E'\\n' order by name), ''), 'UTF8')), 'hex') as all
     from schema_migration`,
    [],
  );
  return state ?? { name: '', all: '' };
};
