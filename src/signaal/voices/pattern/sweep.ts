import { defineCommand, execute } from '#platform/command/command.ts';
import { everyTenant } from '#platform/database/every-tenant.ts';
import type { RecurringJob } from '#platform/jobs/jobs.ts';
import { systemPrincipal } from '#platform/policy/principal.ts';
import { TERM_BATCH, takePassedTerms } from '#platform/terms.ts';
import type { World } from '#platform/world.ts';
import { decidersOf, managers, tellAbout } from './store.ts';

/** Puts patterns that nobody answered in time before the wijkregisseur and the team manager (law 4). One batch. */
export const sweepPatterns = defineCommand<void, { more: boolean }>({
  name: 'care_pattern.sweep',
  action: 'term.sweep',
  run: async (context) => {
    context.allow();
    const passed = await takePassedTerms(context, ['care_pattern']);
    for (const { object_id: id } of passed) {
      const pattern = await context.db
        .selectFrom('care_pattern')
        .select('area_id')
        .where('gemeente', '=', context.gemeente)
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      const people = [...(await decidersOf(context, pattern.area_id)), ...(await managers(context))];
      await tellAbout(context, people, 'late', id);
      context.record({
        noun: 'care_pattern',
        objectId: id,
        action: 'term_passed',
        after: { kind: 'care_pattern' },
      });
    }
    return { more: passed.length === TERM_BATCH };
  },
});

/** Sweeps the patterns of one municipality until none that passed is left. */
export const sweepTenantPatterns = async (world: World, gemeente: string): Promise<void> => {
  for (let more = true; more; ) {
    ({ more } = await execute(world, gemeente, systemPrincipal, sweepPatterns, undefined));
  }
};

/** Each minute, by the injected clock. */
export const patternSweep: RecurringJob = {
  queue: 'signaal.pattern-sweep',
  cron: '* * * * *',
  run: (world) => everyTenant(world, (gemeente) => sweepTenantPatterns(world, gemeente)),
};
