import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type pg from 'pg';
import { WITHOUT_END } from './pool.ts';
import { preparedNames } from './prepared.ts';
import type { DB } from './schema.gen.ts';
import { isUnanswered } from './trouble.ts';

/** The typed query builder of one open transaction of one tenant. */
export type TenantDb = Kysely<DB>;

const GEMEENTE = /^[A-Z0-9][A-Z0-9-]{1,39}$/;

/** Whether a text has the form of a tenant's code, such as `GM0637`. */
export const isGemeenteCode = (text: string): boolean => GEMEENTE.test(text);

/** Called for each statement, so that a screen's query budget can be held by a test. */
export type QueryObserver = (sql: string, parameters: readonly unknown[]) => void;

/**
 * Runs `work` in one transaction that sees only the rows of `gemeente`. The tenant is a validated literal
 * in the same round trip as `begin` (stack.md trap 5). Commits when `work` resolves, rolls back when it throws.
 * Throws RangeError on a malformed code: that is a fault in the program, never a user's.
 */
export const tenantTransaction = async <T>(
  pool: pg.Pool,
  gemeente: string,
  work: (db: TenantDb) => Promise<T>,
  observe?: QueryObserver,
): Promise<T> => inTransaction(pool, { begin: 'begin' }, gemeente, work, observe);

/**
 * Reads one moment of one tenant, for as long as it takes: for exports. Nothing can be written in it.
 * Throws RangeError on a malformed code.
 */
export const tenantSnapshot = async <T>(
  pool: pg.Pool,
  gemeente: string,
  work: (db: TenantDb) => Promise<T>,
): Promise<T> =>
  inTransaction(
    pool,
    {
      begin: `begin isolation level repeatable read read only; set local statement_timeout = 0;
        set local idle_in_transaction_session_timeout = 0`,
      patience: WITHOUT_END,
    },
    gemeente,
    work,
  );

/** How a transaction begins, and how many milliseconds each of its statements may take if not the pool's own. */
interface Beginning {
  readonly begin: string;
  readonly patience?: number;
}

const inTransaction = async <T>(
  pool: pg.Pool,
  { begin, patience }: Beginning,
  gemeente: string,
  work: (db: TenantDb) => Promise<T>,
  observe?: QueryObserver,
): Promise<T> => {
  if (!isGemeenteCode(gemeente)) throw new RangeError('Malformed gemeente code');
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(`${begin}; set local app.gemeente = '${gemeente}'`);
    const result = await work(bindKysely(client, observe, patience));
    await client.query('commit');
    return result;
  } catch (error) {
    broken = (await rollBack(client, error)) ?? planOutOfDate(error);
    throw error;
  } finally {
    client.release(broken);
  }
};

/** A connection that cannot even roll back is thrown away, not given to the next visitor. */
const rollBack = async (client: pg.PoolClient, reason: unknown): Promise<Error | undefined> => {
  if (reason instanceof Error && isUnanswered(reason)) return reason;
  try {
    await client.query('rollback');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
};

/** The tables changed under a statement that this connection had prepared: the connection goes, and its plans with it. */
const planOutOfDate = (error: unknown): Error | undefined =>
  error instanceof Error && 'code' in error && error.code === '0A000' ? error : undefined;

const bindKysely = (
  client: pg.PoolClient,
  observe: QueryObserver | undefined,
  patience: number | undefined,
): TenantDb =>
  new Kysely<DB>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => oneConnection(client, observe, patience),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });

const prepared = preparedNames();

const statementOf = ({ sql, parameters }: CompiledQuery): pg.QueryConfig => {
  const name = prepared.of(sql);
  return { text: sql, values: [...parameters], ...(name === undefined ? {} : { name }) };
};

const oneConnection = (
  client: pg.PoolClient,
  observe: QueryObserver | undefined,
  patience: number | undefined,
): Driver => {
  const timed = patience === undefined ? {} : { query_timeout: patience };
  const connection: DatabaseConnection = {
    executeQuery: async <R>(query: CompiledQuery): Promise<QueryResult<R>> => {
      observe?.(query.sql, query.parameters);
      const { rows, rowCount } = await client.query({ ...statementOf(query), ...timed });
      return { rows, numAffectedRows: BigInt(rowCount ?? 0) };
    },
    streamQuery: () => {
      throw new Error('Streaming needs a cursor of its own');
    },
  };
  const refuse = async () => {
    throw new Error('A tenant transaction is already open');
  };
  return {
    init: async () => undefined,
    acquireConnection: async () => connection,
    releaseConnection: async () => undefined,
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
    destroy: async () => undefined,
  };
};

/** Runs ready-made SQL with parameters inside the open transaction. */
export const runSql = async <R>(db: TenantDb, sql: string, parameters: unknown[] = []): Promise<R[]> => {
  const { rows } = await db.executeQuery<R>(CompiledQuery.raw(sql, parameters));
  return rows;
};
