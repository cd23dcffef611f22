import { accountsHolding, notify } from '#people/index.ts';
import { type Context, defineCommand, execute } from '#platform/command/command.ts';
import { everyTenant } from '#platform/database/every-tenant.ts';
import type { RecurringJob } from '#platform/jobs/jobs.ts';
import { systemPrincipal } from '#platform/policy/principal.ts';
import { type PassedTerm, TERM_BATCH, takePassedTerms } from '#platform/terms.ts';
import type { World } from '#platform/world.ts';
import { type Item, lockItem } from './item-store.ts';
import type { ItemTerm } from './reminders.ts';

type Passed = PassedTerm<ItemTerm | 'question_late', 'council_item' | 'technical_question'>;

/**
 * Takes the reminders that are due: 10 and 3 working days before to the owner, late to the griffie (C4). A term is never
 * seen by nobody: without an owner the griffie sees it, without a griffie the administrator.
 */
export const sweepItems = defineCommand<void, { passed: number; more: boolean }>({
  name: 'council_item.sweep',
  action: 'term.sweep',
  run: async (context) => {
    context.allow();
    const passed = await takePassedTerms<ItemTerm | 'question_late', 'council_item' | 'technical_question'>(
      context,
      ['council_item', 'technical_question'],
    );
    for (const term of passed) await remind(context, term);
    return { passed: passed.length, more: passed.length === TERM_BATCH };
  },
});

const remind = async (context: Context, term: Passed): Promise<void> => {
  if (term.kind === 'question_late') return showLateQuestion(context, term);
  const item = await lockItem(context, term.object_id);
  context.record({
    noun: 'council_item',
    objectId: item.id,
    action: 'term_passed',
    after: { kind: term.kind },
  });
  await notify(context, await whoMustSee(context, term.kind, item), term.kind, 'council_item', item.id);
};

const showLateQuestion = async (context: Context, { kind, object_id }: Passed): Promise<void> => {
  context.record({ noun: 'technical_question', objectId: object_id, action: 'term_passed', after: { kind } });
  await notify(context, await clerksOrAdministrator(context), kind, 'technical_question', object_id);
};

const whoMustSee = async (context: Context, kind: ItemTerm, item: Item): Promise<string[]> => {
  if (kind !== 'toezegging_late' && item.owner_account_id !== null) return [item.owner_account_id];
  return clerksOrAdministrator(context);
};

const clerksOrAdministrator = async ({ db, gemeente, today }: Context): Promise<string[]> => {
  const clerks = await accountsHolding(db, gemeente, today, { role: 'council_clerk' });
  return clerks.length > 0 ? clerks : accountsHolding(db, gemeente, today, { role: 'functional_admin' });
};

/** Sweeps the terms of one municipality until none that passed is left; gives how many had passed. */
export const sweepCouncil = async (world: World, gemeente: string): Promise<number> => {
  for (let total = 0; ; ) {
    const { passed, more } = await execute(world, gemeente, systemPrincipal, sweepItems, undefined);
    total += passed;
    if (!more) return total;
  }
};

/** Each minute: what is due is asked of the injected clock. */
export const itemSweep: RecurringJob = {
  queue: 'council.item-sweep',
  cron: '* * * * *',
  run: (world) =>
    everyTenant(world, async (gemeente) => {
      await sweepCouncil(world, gemeente);
    }),
};
