import { execute, runInside } from '#platform/command/command.ts';
import { everyTenant } from '#platform/database/every-tenant.ts';
import type { RecurringJob, Subscription } from '#platform/jobs/jobs.ts';
import { systemPrincipal } from '#platform/policy/principal.ts';
import type { World } from '#platform/world.ts';
import { obeyKnot } from './commands/cut.ts';
import { sweepKnelpunten } from './commands/sweep.ts';

/** Sweeps the terms about knelpunten of one municipality until none that passed is left. */
export const sweepKnelpuntenOf = async (world: World, gemeente: string): Promise<void> => {
  for (let more = true; more; ) {
    ({ more } = await execute(world, gemeente, systemPrincipal, sweepKnelpunten, undefined));
  }
};

/** Each minute; what is due is asked of the injected clock. */
export const knelpuntSweep: RecurringJob = {
  queue: 'focuspunt.knelpunt-sweep',
  cron: '* * * * *',
  run: (world) => everyTenant(world, (gemeente) => sweepKnelpuntenOf(world, gemeente)),
};

/** A decision on a knot is carried out where the knelpunt is. */
export const knotDecided: Subscription = {
  queue: 'focuspunt.knot-decided',
  events: ['knot.decided'],
  handle: async (world, db, { gemeente, objectId }) => {
    await runInside(world, gemeente, systemPrincipal, db, obeyKnot, { knotId: objectId });
  },
};
