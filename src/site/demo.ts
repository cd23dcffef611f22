import type { World } from '#platform/world.ts';
import { loadDemoTown } from '#testing/demo/load.ts';

/** Loads the demonstration municipality, or leaves it as it is: safe at every start. */
export const loadDemo = async (world: World, ownerUrl: string): Promise<void> => {
  await loadDemoTown(world, ownerUrl);
};
