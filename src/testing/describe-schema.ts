import pg from 'pg';

interface Column {
  table: string;
  column: string;
  type: string;
  nullable: boolean;
  has_default: boolean;
  checks: string[] | null;
}

const TYPES: Record<string, string> = {
  text: 'string',
  uuid: 'string',
  int4: 'number',
  int8: 'number',
  float8: 'number',
  bool: 'boolean',
  date: 'string',
  timestamptz: 'Date',
  bytea: 'Buffer',
  jsonb: 'Json',
  _text: 'string[]',
};

const HEADER = `// Made by \`npm run types\` from the migrated schema; a test compares it with the migrations. Do not edit.
import type { Generated } from 'kysely';

/** A value stored as jsonb: objects and arrays are serialised by the driver, so lists are written with JSON.stringify. */
export type Json = unknown;

`;

/** The TypeScript types of all tables of the public schema, as the text of a source file. */
export const describeSchema = async (ownerUrl: string): Promise<string> => {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Column>(
      `select c.table_name as table, c.column_name as column, c.udt_name as type,
        c.is_nullable = 'YES' as nullable, c.column_default is not null as has_default,
        (select array_agg(pg_get_constraintdef(k.oid)) from pg_constraint k
          join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
          where k.contype = 'c' and k.conrelid = ('public.' || quote_ident(c.table_name))::regclass
            and a.attname = c.column_name and cardinality(k.conkey) = 1) as checks
       from information_schema.columns c
       where c.table_schema = 'public' order by c.table_name, c.ordinal_position`,
    );
    return HEADER + renderTables(rows);
  } finally {
    await client.end();
  }
};

const renderTables = (columns: Column[]): string => {
  const tables = Map.groupBy(columns, (column) => column.table);
  const bodies = [...tables].map(([table, own]) => {
    const lines = own.map((column) => `  ${column.column}: ${renderType(column)};`);
    return `export interface ${typeName(table)} {\n${lines.join('\n')}\n}\n`;
  });
  const index = [...tables.keys()].map((table) => `  ${table}: ${typeName(table)};`);
  return `${bodies.join('\n')}\nexport interface DB {\n${index.join('\n')}\n}\n`;
};

const typeName = (table: string): string =>
  `${table
    .split('_')
    .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1))
    .join('')}Table`;

const renderType = (column: Column): string => {
  const base = closedList(column) ?? TYPES[column.type];
  if (!base) throw new Error(`No TypeScript type for ${column.table}.${column.column} (${column.type})`);
  const nullable = column.nullable && base !== 'Json' ? `${base} | null` : base;
  return column.has_default ? `Generated<${nullable}>` : nullable;
};

/** A CHECK that lists the allowed texts becomes a union of them. */
const closedList = (column: Column): string | undefined => {
  for (const check of column.checks ?? []) {
    const list = /= ANY \(\(?ARRAY\[(.*)\]\)?/.exec(check)?.[1];
    if (list) return [...list.matchAll(/'([^']+)'/g)].map((match) => `'${match[1]}'`).join(' | ');
  }
  return undefined;
};
