import pg from 'pg';

const INT8 = 20;
const DATE = 1082;

/**
 * A pool of connections to PostgreSQL. Dates come back as `YYYY-MM-DD` text (a day has no zone),
 * bigints as numbers: ours stay far below 2^53.
 */
export const createPool = (url: string, size: number, onIdleError: (error: Error) => void): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 15_000,
    types: { getTypeParser: parserFor },
  });
  pool.on('error', onIdleError);
  return pool;
};

function parserFor(oid: number, format?: 'text' | 'binary') {
  if (oid === INT8) return Number;
  if (oid === DATE) return (text: string) => text;
  return pg.types.getTypeParser(oid, format);
}
