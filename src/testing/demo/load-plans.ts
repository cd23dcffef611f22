import { decideTest, promiseCommitment, settleCommitment, sweepPlans, waivePlan } from '#focuspunt/index.ts';
import { isoDate, plusDays } from '#platform/calendar/index.ts';
import { tenantTransaction } from '#platform/database/tenant-transaction.ts';
import type { World } from '#platform/world.ts';
import type { PeopledTown } from './load-signalen.ts';
import { daysAgo, planOf } from './story.ts';

type Focuspunten = Readonly<Record<string, string>>;

/** The plans behind the stories, all of it invented: what needs no plan, and who pays for the orchard. */
export const loadPlans = async (world: World, town: PeopledTown, focuspunten: Focuspunten): Promise<void> => {
  await loadOrchard(world, town, focuspunten['De Uitdaging en De Perenboomgaard'] ?? '');
  await loadRepairable(world, town, focuspunten['Schoon, heel en veilig Oosterheem'] ?? '');
};

/**
 * Story 1: of one focuspunt all is in order but its goal, so that it can be repaired in one form. The college tested it and
 * said that nothing was measured; why no plan was needed is written down.
 */
const loadRepairable = async (world: World, town: PeopledTown, focuspuntId: string): Promise<void> => {
  const { id: planId, version } = await planOf(world, town.gemeente, focuspuntId);
  await daysAgo(world, town, 30).as('wout.regie', waivePlan, {
    planId,
    version,
    reason: 'Het werk zit al in de dagelijkse veegronde (verzonnen).',
  });
  const then = daysAgo(world, town, 20);
  await sweepPlans(then.world, town.gemeente);
  const test = await tenantTransaction(world.pool, town.gemeente, (db) =>
    db
      .selectFrom('yearly_test')
      .select(['id', 'version'])
      .where('gemeente', '=', town.gemeente)
      .where('focuspunt_id', '=', focuspuntId)
      .executeTakeFirst(),
  );
  // In the first year there is nothing to test yet.
  if (!test) return;
  await then.as('coby.college', decideTest, {
    testId: test.id,
    version: test.version,
    result: 'continued',
    reason: 'Het gaat door; eerst komt er een doel dat te meten is (verzonnen).',
    notMeasuredReason: 'Er is nooit een doel afgesproken.',
    dissent: '',
    transferredTo: '',
    mandateId: null,
  });
};

/** Story 5: two departments and a fund pay for the orchard; one department has not confirmed yet. */
const loadOrchard = async (world: World, town: PeopledTown, focuspuntId: string): Promise<void> => {
  const today = isoDate(world.clock.now());
  const promises = [
    {
      payer: 'Groen',
      department: 'Groen',
      euro: 4_000,
      inDays: 6,
      who: 'afdelingshoofd Groen',
      confirmed: false,
    },
    {
      payer: 'Stedelijke Ontwikkeling',
      department: 'Stedelijke Ontwikkeling',
      euro: 2_500,
      inDays: 12,
      who: 'afdelingshoofd Stedelijke Ontwikkeling',
      confirmed: true,
    },
    {
      payer: 'Fonds voor de buurt (verzonnen)',
      department: '',
      euro: 3_000,
      inDays: 20,
      who: 'programmamaker',
      confirmed: true,
    },
  ];
  for (const { payer, department, euro, inDays, who, confirmed } of promises) {
    const commitmentId = await daysAgo(world, town, 15).as('wies.regie', promiseCommitment, {
      focuspuntId,
      payer,
      departmentId: town.departments[department] ?? null,
      ownerFunction: who,
      euro,
      dueOn: plusDays(today, inDays),
      note: 'verzonnen',
    });
    const confirm = { commitmentId, version: 1, step: 'confirm', reason: '' } as const;
    if (confirmed) await daysAgo(world, town, 4).as('wies.regie', settleCommitment, confirm);
  }
};
