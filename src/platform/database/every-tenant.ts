import type { World } from '../world.ts';

const PAGE = 200;

/**
 * Does `work` for each tenant in turn, for jobs that sweep. One tenant's fault is logged and does not keep the
 * others waiting.
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
        await work(gemeente);
      } catch (error) {
        world.log.error('sweep of a tenant failed', { gemeente, error });
      }
    }
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last.gemeente;
  }
};
