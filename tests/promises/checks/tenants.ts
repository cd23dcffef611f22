import type pg from 'pg';
import type { Finding } from '../support/finding.ts';

/** A table of municipal data with its columns; those that the database makes itself are left out. */
export interface TenantTable {
  readonly name: string;
  readonly columns: readonly string[];
}

const INSUFFICIENT_PRIVILEGE = '42501';

/**
 * Tries, as the application's role, to see and to change what belongs to another municipality. Both `mine` and `theirs`
 * have rows in every table; nothing that is tried is kept.
 */
export const checkTenants = async (
  app: pg.Client,
  tables: readonly TenantTable[],
  mine: string,
  theirs: string,
): Promise<Finding> => {
  const breaches: string[] = [];
  for (const table of tables) {
    const found = await inTurn(app, table, mine, theirs);
    breaches.push(...found.map((breach) => `${table.name}: ${breach}`));
  }
  return { seen: tables.length, breaches };
};

const inTurn = async (app: pg.Client, { name, columns }: TenantTable, mine: string, theirs: string) => {
  const breaches: string[] = [];
  const say = (isWrong: boolean, what: string): void => {
    if (isWrong) breaches.push(what);
  };
  say((await tried(app, '', `select 1 from ${name}`)) !== 0, 'is seen without a municipality');
  say((await tried(app, mine, `select 1 from ${name}`)) === 0, 'shows nothing of its own: it proves nothing');
  say(
    (await tried(app, mine, `select 1 from ${name} where gemeente <> '${mine}'`)) !== 0,
    'shows rows of another',
  );
  const foreign = columns.map((column) => (column === 'gemeente' ? `'${theirs}'` : column)).join(', ');
  const smuggle = `insert into ${name} (${columns.join(', ')}) select ${foreign} from ${name} limit 1`;
  say((await tried(app, mine, smuggle)) !== 'refused', 'takes a row for another');
  say(
    (await tried(
      app,
      '',
      `insert into ${name} (${columns.join(', ')}) select ${foreign} from ${name} limit 1`,
    )) !== 0,
    'gives a row without a municipality',
  );
  say(
    Number(await tried(app, mine, `delete from ${name} where gemeente = '${theirs}'`)) > 0,
    'loses rows of another',
  );
  const moved = await tried(app, mine, `update ${name} set gemeente = '${theirs}'`);
  say(moved !== 'refused', 'moves its rows to another');
  return breaches;
};

/** How many rows a statement touched inside a municipality (none when empty), or that it was refused; always undone. */
const tried = async (app: pg.Client, gemeente: string, sql: string): Promise<number | 'refused'> => {
  await app.query('begin');
  try {
    if (gemeente !== '') await app.query(`set local app.gemeente = '${gemeente}'`);
    return (await app.query(sql)).rowCount ?? 0;
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    if (code === INSUFFICIENT_PRIVILEGE) return 'refused';
    throw error;
  } finally {
    await app.query('rollback');
  }
};
