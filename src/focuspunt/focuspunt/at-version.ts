import type { Command } from '#platform/command/command.ts';
import { refuse } from '#platform/errors.ts';
import { lockFocuspunt } from './store.ts';

/**
 * The same command, refused with `changed_meanwhile` when the focuspunt is no longer as the sender saw it. The command speaks
 * first: whoever may not act learns nothing from a version. What it wrote is rolled back with the refusal.
 */
export const atVersion = <Input extends { readonly focuspuntId: string }, Output>(
  command: Command<Input, Output>,
  seen: string,
): Command<Input, Output> => ({
  ...command,
  run: async (context, input) => {
    const { version } = await lockFocuspunt(context, input.focuspuntId);
    const output = await command.run(context, input);
    if (String(version) !== seen) throw refuse('changed_meanwhile', { status: 409 });
    return output;
  },
});
