import { execute } from '#platform/command/command.ts';
import { everyTenant } from '#platform/database/every-tenant.ts';
import type { RecurringJob } from '#platform/jobs/jobs.ts';
import { systemPrincipal } from '#platform/policy/principal.ts';
import { makeStacks } from './commands/stack.ts';
import { sweepRegie } from './commands/sweep.ts';

/** Each minute: what is due is asked of the injected clock, never of the job's own time. */
const sweep: RecurringJob = {
  queue: 'regie.term-sweep',
  cron: '* * * * *',
  run: (world) =>
    everyTenant(world, async (gemeente) => {
      for (let more = true; more; )
        ({ more } = await execute(world, gemeente, systemPrincipal, sweepRegie, undefined));
    }),
};

/** Each hour; on which day there is a stack the command knows. */
const stacks: RecurringJob = {
  queue: 'regie.late-stacks',
  cron: '5 * * * *',
  run: (world) =>
    everyTenant(world, async (gemeente) => {
      await execute(world, gemeente, systemPrincipal, makeStacks, undefined);
    }),
};

/** All work of this room that comes back. */
export const regieRecurring: readonly RecurringJob[] = [sweep, stacks];
