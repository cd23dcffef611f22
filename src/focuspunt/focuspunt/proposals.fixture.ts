import { execute } from '#platform/command/command.ts';
import type { TestWorld } from '#testing/world.ts';
import { consultFocuspunt } from './commands/consult.ts';
import { bringToCollege } from './commands/decide.ts';
import { type ProposeFocuspunt, proposeFocuspunt } from './commands/propose.ts';
import { aProposal, type FocusTown } from './focus-town.fixture.ts';

/** The code with which something was refused; `done` when it was not. */
export const refused = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  );

/** Focuspunten on their way to the college; `at` gives the town when asked. */
export const proposalsIn = (at: () => { readonly tw: TestWorld; readonly town: FocusTown }) => {
  const propose = (change: Partial<ProposeFocuspunt> = {}, by = at().town.wijkregisseur) =>
    execute(at().tw.world, at().town.gemeente, by, proposeFocuspunt, aProposal(at().town, change));
  const consulted = async (): Promise<string> => {
    const { tw, town } = at();
    const id = await propose();
    await execute(tw.world, town.gemeente, town.wijkregisseur, consultFocuspunt, { focuspuntId: id });
    return id;
  };
  const atCollege = async (): Promise<string> => {
    const { tw, town } = at();
    const id = await consulted();
    await execute(tw.world, town.gemeente, town.wijkregisseur, bringToCollege, { focuspuntId: id });
    return id;
  };
  const row = async (id: string) =>
    (await at().town.sql('select * from focuspunt where id = $1', [id]))[0] as Record<string, unknown>;
  return { propose, consulted, atCollege, row };
};
