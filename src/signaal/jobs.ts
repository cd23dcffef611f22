import { execute } from '#platform/command/command.ts';
import { everyTenant } from '#platform/database/every-tenant.ts';
import type { RecurringJob } from '#platform/jobs/jobs.ts';
import { systemPrincipal } from '#platform/policy/principal.ts';
import type { World } from '#platform/world.ts';
import { sweepTerms } from './commands/sweep.ts';

/** Sweeps the terms of one municipality until none that passed is left; gives how many had passed. */
export const sweepTenant = async (world: World, gemeente: string): Promise<number> => {
  for (let total = 0; ; ) {
    const { passed, more } = await execute(world, gemeente, systemPrincipal, sweepTerms, undefined);
    total += passed;
    if (!more) return total;
  }
};

/** Each minute: what is due is asked of the injected clock, never of the job's own time (design.md, "Clock"). */
export const termSweep: RecurringJob = {
  queue: 'signaal.term-sweep',
  cron: '* * * * *',
  run: (world) =>
    everyTenant(world, async (gemeente) => {
      await sweepTenant(world, gemeente);
    }),
};
