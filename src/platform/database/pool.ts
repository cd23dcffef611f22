import pg from 'pg';

const INT8 = 20;
const DATE = 1082;

/**
 * A pool of connections to PostgreSQL. Dates come back as `YYYY-MM-DD` text (a day has no zone),
 * bigints as numbers: ours stay far below 2^53. `onLost` hears of each connection that PostgreSQL cut off, whether it lay
 * idle or was in use; whoever used it gets the error of his own statement besides.
 */
export const createPool = (url: string, size: number, onLost: (error: Error) => void): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 15_000,
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
  return pg.types.getTypeParser(oid, format);
}
