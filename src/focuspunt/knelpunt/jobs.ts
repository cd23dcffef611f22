import { execute } from '#platform/command/command.ts';
import { everyTenant } from '#platform/database/every-tenant.ts';
import type { RecurringJob } from '#platform/jobs/jobs.ts';
import { systemPrincipal } from '#platform/policy/principal.ts';
import type { World } from '#platform/world.ts';
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
