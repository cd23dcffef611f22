import { execute } from '#platform/command/command.ts';
import { everyTenant } from '#platform/database/every-tenant.ts';
import type { RecurringJob } from '#platform/jobs/jobs.ts';
import { systemPrincipal } from '#platform/policy/principal.ts';
import type { World } from '#platform/world.ts';
import { sweepGoalTerms } from './commands/sweep.ts';

/** Sweeps the terms of the goals of one municipality until none that passed is left. */
export const sweepGoals = async (world: World, gemeente: string): Promise<void> => {
  for (let more = true; more; )
    ({ more } = await execute(world, gemeente, systemPrincipal, sweepGoalTerms, undefined));
};

/** Each few minutes: what is due is asked of the injected clock. */
export const goalSweep: RecurringJob = {
  queue: 'monitor.term-sweep',
  cron: '*/5 * * * *',
  run: (world) => everyTenant(world, (gemeente) => sweepGoals(world, gemeente)),
};
