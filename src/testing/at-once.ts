import type { TestWorld } from './world.ts';

const CONNECTIONS = 8;

/**
 * Opens all connections of the pool. Call it before a test of people at once: else the first connection serves them
 * one by one while the others are still being made, and a missing lock is never seen.
 */
export const openConnections = async ({ world }: TestWorld): Promise<void> => {
  await Promise.all(Array.from({ length: CONNECTIONS }, () => world.pool.query('select pg_sleep(0.2)')));
};
