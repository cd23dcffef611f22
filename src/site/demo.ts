import { underLock } from '#platform/database/lock.ts';
import type { World } from '#platform/world.ts';
import { loadDemoTown } from '#testing/demo/load.ts';

const DEMO_LOCK = 7_319_002;

/**
 * Loads the demonstration municipality, or leaves it as it is: safe at every start, also of two processes together on one
 * database.
 */
export const loadDemo = (world: World, ownerUrl: string): Promise<void> =>
  underLock(ownerUrl, DEMO_LOCK, async () => {
    await loadDemoTown(world, ownerUrl);
  });
