import { execute } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import type { Principal } from '#platform/policy/principal.ts';
import { asOwner, type TestWorld } from '#testing/world.ts';
import { consultFocuspunt } from '../focuspunt/commands/consult.ts';
import { bringToCollege, decideFocuspunt } from '../focuspunt/commands/decide.ts';
import { proposeFocuspunt } from '../focuspunt/commands/propose.ts';
import { aProposal, type FocusTown } from '../focuspunt/focus-town.fixture.ts';

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
