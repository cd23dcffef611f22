import { type Command, execute } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import type { Refusal } from '#platform/errors.ts';
import type { Principal } from '#platform/policy/principal.ts';
import { makeTenant } from '#testing/people.ts';
import { staffOf } from '#testing/signaal.ts';
import { asOwner, type TestWorld, testWorld } from '#testing/world.ts';
import { consultFocuspunt } from '../focuspunt/commands/consult.ts';
import { bringToCollege, decideFocuspunt } from '../focuspunt/commands/decide.ts';
import { proposeFocuspunt } from '../focuspunt/commands/propose.ts';
import { aProposal, type FocusTown, focusTown } from '../focuspunt/focus-town.fixture.ts';
import { sweepPlans } from './index.ts';

/** A focuspunt that the college has set today, with its plan. */
export interface SetFocuspunt {
  readonly focuspuntId: string;
  readonly planId: string;
}

/** Proposes, consults and sets a focuspunt at the moment of the clock; `informed` tells the raad past the screens. */
export const setFocuspunt = async (
  test: TestWorld,
  town: FocusTown,
  { trekker = null, informed = true }: { trekker?: string | null; informed?: boolean } = {},
): Promise<SetFocuspunt> => {
  const { gemeente } = town;
  const proposal = aProposal(town, { title: `Schoon centrum ${newId().slice(-6)}` });
  const focuspuntId = await execute(test.world, gemeente, town.wijkregisseur, proposeFocuspunt, proposal);
  if (trekker !== null)
    await asOwner(test.urls, gemeente, 'update focuspunt set trekker_account_id = $1 where id = $2', [
      trekker,
      focuspuntId,
    ]);
  await execute(test.world, gemeente, town.wijkregisseur, consultFocuspunt, {
    focuspuntId,
    memberIds: [...town.members],
  });
  await execute(test.world, gemeente, town.wijkregisseur, bringToCollege, { focuspuntId });
  await execute(test.world, gemeente, town.college, decideFocuspunt, {
    focuspuntId,
    outcome: 'set',
    reason: '',
    heldUntil: null,
    withoutBaselineUntil: '2099-01-01',
  });
  if (informed)
    await asOwner(test.urls, gemeente, `update focuspunt set state = 'council_informed' where id = $1`, [
      focuspuntId,
    ]);
  const [plan] = await asOwner<{ id: string }>(
    test.urls,
    gemeente,
    'select id from plan where focuspunt_id = $1',
    [focuspuntId],
  );
  if (!plan) throw new Error('A besluit made no plan');
  return { focuspuntId, planId: plan.id };
};

/** The kinds of notice about an object before a person, in the order in which they came. */
export const noticesOf = async (
  test: TestWorld,
  gemeente: string,
  who: Principal,
  objectId: string,
): Promise<string[]> => {
  const rows = await asOwner<{ kind: string }>(
    test.urls,
    gemeente,
    'select kind from notice where account_id = $1 and object_id = $2 order by created_at, id',
    [who.id, objectId],
  );
  return rows.map(({ kind }) => kind);
};

/** A town with somebody who carries focuspunten, a wijkregisseur of elsewhere, and Assen (`GM0106`) beside it. */
export interface PlanTown {
  readonly test: TestWorld;
  readonly town: FocusTown;
  readonly trekker: Principal & { id: string };
  readonly stranger: Principal & { id: string };
}

/** Makes the world of a test file; close `test` in `afterAll`. */
export const planTown = async (): Promise<PlanTown> => {
  const test = await testWorld();
  const town = await focusTown(test);
  await makeTenant(test, 'GM0106', 'Assen');
  const trekker = await staffOf(test, town, 'department_worker', { departmentId: town.green });
  const elsewhere = { areaId: town.area, buurtIds: [town.lonelyBuurt] };
  return { test, town, trekker, stranger: await staffOf(test, town, 'wijkregisseur', elsewhere) };
};

/** What is done in that town, and what its tables then hold; `at` gives it when asked. */
export const actsIn = (at: () => Omit<PlanTown, 'stranger'>) => ({
  run: <Input, Output>(who: Principal, command: Command<Input, Output>, input: Input): Promise<Output> =>
    execute(at().test.world, at().town.gemeente, who, command, input),
  sweepAt: async (moment: string): Promise<void> => {
    const { test, town } = at();
    test.clock.set(moment);
    await sweepPlans(test.world, town.gemeente);
  },
  made: () => setFocuspunt(at().test, at().town, { trekker: at().trekker.id }),
  row: async (table: string, id: string): Promise<Record<string, unknown>> => {
    const { test, town } = at();
    const [found] = await asOwner(test.urls, town.gemeente, `select * from ${table} where id = $1`, [id]);
    return found ?? {};
  },
});

/** The code of what was refused. */
export const codeOf = (error: Refusal): string => error.code;
