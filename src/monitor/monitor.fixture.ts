import { newId } from '#platform/database/ids.ts';
import type { Principal } from '#platform/policy/principal.ts';
import { makeTenant } from '#testing/people.ts';
import { type SmallTown, smallTown, staffOf } from '#testing/signaal.ts';
import { type TestWorld, testWorld } from '#testing/world.ts';
import { emptyGoal, type GoalInput, registerGoalObject } from './index.ts';

/** A focuspunt of which only its id is known here. */
export const FOCUSPUNT = newId();

/** A town with its wijkregisseur, and Assen (`GM0106`) beside it. */
export interface GoalTown {
  readonly test: TestWorld;
  readonly town: SmallTown;
  readonly regisseur: Principal & { id: string };
}

/** Makes the world of a test file, with {@link FOCUSPUNT} in it; `isPublic` is asked each time. Close `test` in `afterAll`. */
export const goalTown = async (isPublic: () => boolean): Promise<GoalTown> => {
  const test = await testWorld();
  const town = await smallTown(test);
  await makeTenant(test, 'GM0106', 'Assen');
  registerGoalObject('focuspunt', async (_db, gemeente, _today, id) =>
    id === FOCUSPUNT && gemeente === town.gemeente
      ? {
          title: 'Meerzicht',
          href: `/focuspunten/${id}`,
          isPublic: isPublic(),
          facts: { buurtIds: [town.buurt] },
        }
      : null,
  );
  const bounds = { areaId: town.area, buurtIds: [town.buurt] };
  return { test, town, regisseur: await staffOf(test, town, 'wijkregisseur', bounds) };
};

/** A goal in figures of {@link FOCUSPUNT}. */
export const figure = (change: Partial<GoalInput> = {}): GoalInput => ({
  ...emptyGoal,
  objectKind: 'focuspunt',
  objectId: FOCUSPUNT,
  kind: 'figure',
  title: 'Meer mensen vinden het schoon',
  definition: 'Vindt u het winkelcentrum schoon? Ja.',
  unit: '%',
  source: 'omnibusenquête',
  direction: 'up',
  targetValue: 70,
  targetOn: '2018-01-01',
  baselineDueOn: '2016-04-27',
  measureEveryMonths: 12,
  ownerFunction: 'onderzoeker',
  ...change,
});
