import type { World } from '#platform/world.ts';
import { seedTown } from '../testing/demo/town.ts';

/** Loads the demonstration municipality, or leaves it as it is: safe at every start. */
export const loadDemo = async (world: World, ownerUrl: string): Promise<void> => {
  await seedTown(world, ownerUrl);
};
