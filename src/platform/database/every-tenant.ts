import { setTimeout as pause } from 'node:timers/promises';
import type { World } from '../world.ts';

const PAGE = 200;

/**
 * Does `work` for each tenant in turn, for jobs that sweep. One tenant's fault is logged and does not keep the
 * others waiting. Work that met somebody else at the same rows is done again a few times: each of its transactions
 * starts from what is there by then.
 */
export const everyTenant = async (
  world: Pick<World, 'pool' | 'log'>,
  work: (gemeente: string) => Promise<void>,
): Promise<void> => {
  for (let after = ''; ; ) {
    const { rows } = await world.pool.query<{ gemeente: string }>(
      `select gemeente from tenant where gemeente > $1 order by gemeente limit ${PAGE}`,
      [after],
    );
    for (const { gemeente } of rows) {
      try {
        await patiently(() => work(gemeente));
      } catch (error) {
        world.log.error('sweep of a tenant failed', { gemeente, error });
      }
    }
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last.gemeente;
  }
};

const ATTEMPTS = 5;
const FIRST_PAUSE = 100;

/** Serialization failure, deadlock, a row that was held too long. */
const MET_SOMEBODY = ['40001', '40P01', '55P03'];

const patiently = async (work: () => Promise<void>): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS || !metSomebody(error)) throw error;
      await pause(FIRST_PAUSE * 2 ** (attempt - 1));
    }
  }
};

const metSomebody = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && MET_SOMEBODY.includes(String(error.code));
