import { execute } from '#platform/command/command.ts';
import { everyTenant } from '#platform/database/every-tenant.ts';
import type { RecurringJob } from '#platform/jobs/jobs.ts';
import { systemPrincipal } from '#platform/policy/principal.ts';
import type { World } from '#platform/world.ts';
import { sweepPlanTerms } from './commands/sweep.ts';

/** Sweeps the terms of one municipality's plans and tests until none that passed is left. */
export const sweepPlans = async (world: World, gemeente: string): Promise<void> => {
  for (let more = true; more; )
    ({ more } = await execute(world, gemeente, systemPrincipal, sweepPlanTerms, undefined));
};

/** Each minute: what is due is asked of the injected clock. */
export const planSweep: RecurringJob = {
  queue: 'focuspunt.plan-sweep',
  cron: '* * * * *',
  run: (world) => everyTenant(world, (gemeente) => sweepPlans(world, gemeente)),
};
