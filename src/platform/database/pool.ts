import pg from 'pg';
import { parseJsonbArray } from './jsonb-array.ts';

const INT8 = 20;
const DATE = 1082;
const JSONB_ARRAY = 3807;

/** How long the pool waits, in milliseconds. */
export interface PoolPatience {
  /** For a free or a new connection. */
  readonly connect: number;
  /** For one statement, in which PostgreSQL itself ends it. */
  readonly statement: number;
  /** For the answer to one statement, when not even its end is heard: a little longer. */
  readonly answer: number;
  /** For a transaction of ours that says nothing, such as one whose process vanished with its network: it holds locks. */
  readonly idle: number;
}

const PATIENCE: PoolPatience = { connect: 10_000, statement: 15_000, answer: 18_000, idle: 60_000 };

/** For statements that may take as long as they need: the longest time that a timer knows. */
export const WITHOUT_END = 2 ** 31 - 1;

/**
 * A pool of connections to PostgreSQL. Dates come back as `YYYY-MM-DD` text (a day has no zone),
 * bigints as numbers: ours stay far below 2^53. `onLost` hears of each connection that PostgreSQL cut off, whether it lay
 * idle or was in use; whoever used it gets the error of his own statement besides.
 */
export const createPool = (
  url: string,
  size: number,
  onLost: (error: Error) => void,
  patience: PoolPatience = PATIENCE,
): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: patience.connect,
    idleTimeoutMillis: 30_000,
    statement_timeout: patience.statement,
    query_timeout: patience.answer,
    idle_in_transaction_session_timeout: patience.idle,
    keepAlive: true,
    types: { getTypeParser: parserFor },
  });
  pool.on('error', onLost);
  // The pool listens only to connections that lie idle; unheard, the loss of one in use would end the process.
  pool.on('acquire', (client) => client.on('error', onLost));
  pool.on('release', (_error, client) => client.off('error', onLost));
  return pool;
};

function parserFor(oid: number, format?: 'text' | 'binary') {
  if (oid === INT8) return Number;
  if (oid === DATE) return (text: string) => text;
  if (oid === JSONB_ARRAY) return parseJsonbArray;
  return pg.types.getTypeParser(oid, format);
}
