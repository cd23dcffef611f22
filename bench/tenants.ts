import type pg from 'pg';

/** What belongs to single signalen or to a moment, and is not copied. */
const OF_SIGNALEN = [
  'access_log',
  'assignment',
  'draft',
  'feedback',
  'file',
  'handled_event',
  'history',
  'idempotency',
  'import_chunk',
  'import_rejection',
  'import_run',
  'knelpunt_signaal',
  'knelpunt_told',
  'message',
  'notice',
  'pattern_suggestion',
  'pattern_suggestion_signaal',
  'rate_count',
  'reporter',
  'session',
  'signaal',
  'signaal_number',
  'signaal_word',
  'tenant',
  'tenant_host',
  'term',
];

const TABLES = `select c.table_name as name, array_agg(c.column_name::text order by c.ordinal_position) as columns
  from information_schema.columns c
  join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
  where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
  group by c.table_name having 'gemeente' = any (array_agg(c.column_name::text))`;

/** The host at which a municipality of the bench is visited. */
export const hostOf = (gemeente: string): string => `${gemeente.toLowerCase()}.localhost`;

/** Makes municipalities with everything that the demonstration has, but its signalen. */
export const copyTenants = async (
  admin: pg.Client,
  from: string,
  codes: readonly string[],
): Promise<void> => {
  const { rows } = await admin.query<{ name: string; columns: string[] }>(TABLES);
  const tables = rows.filter(({ name }) => !OF_SIGNALEN.includes(name));
  for (const code of codes) {
    await admin.query('begin');
    await admin.query(
      `insert into tenant (gemeente, name, demo, created_at) select $1, $1, demo, created_at from tenant where gemeente = $2`,
      [code, from],
    );
    await admin.query('insert into tenant_host (host, gemeente) values ($1, $2)', [hostOf(code), code]);
    for (const { name, columns } of tables) {
      const others = columns.filter((column) => column !== 'gemeente').map((column) => `"${column}"`);
      await admin.query(
        `insert into "${name}" (gemeente, ${others.join(', ')}) select $1, ${others.join(', ')} from "${name}" where gemeente = $2`,
        [code, from],
      );
    }
    await admin.query('commit');
  }
};
