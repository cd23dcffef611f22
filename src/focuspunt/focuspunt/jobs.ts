import { execute } from '#platform/command/command.ts';
import { everyTenant } from '#platform/database/every-tenant.ts';
import type { RecurringJob } from '#platform/jobs/jobs.ts';
import { systemPrincipal } from '#platform/policy/principal.ts';
import type { World } from '#platform/world.ts';
import { sweepFocuspuntTerms } from './commands/sweep.ts';

/** Sweeps the terms of one municipality's focuspunten and rounds until none that passed is left. */
export const sweepFocuspunten = async (world: World, gemeente: string): Promise<number> => {
  for (let total = 0; ; ) {
    const { passed, more } = await execute(world, gemeente, systemPrincipal, sweepFocuspuntTerms, undefined);
    total += passed;
    if (!more) return total;
  }
};

/** Each minute: what is due is asked of the injected clock. */
export const focuspuntSweep: RecurringJob = {
  queue: 'focuspunt.term-sweep',
  cron: '* * * * *',
  run: (world) =>
    everyTenant(world, async (gemeente) => {
      await sweepFocuspunten(world, gemeente);
    }),
};
