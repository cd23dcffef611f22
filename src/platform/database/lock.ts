import pg from 'pg';

/**
 * Does `work` while no other process does the same on this database: a second one waits until the first is done. The lock
 * lies on a connection of its own, so it also ends when the process does. `key` is a number of ours.
 */
export const underLock = async <T>(ownerUrl: string, key: number, work: () => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [key]);
    return await work();
  } finally {
    await client.end();
  }
};
