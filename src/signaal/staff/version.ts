import type { Command } from '#platform/command/command.ts';
import { refuse } from '#platform/errors.ts';
import { assignmentsOf, lockSignaal } from '../store/load.ts';

interface Versioned {
  readonly version: number;
}

/** What a form carries to tell which state its reader saw: the versions of the signaal and of each part. */
const versionOf = (signaal: Versioned, assignments: readonly Versioned[]): string =>
  [signaal, ...assignments].map(({ version }) => version).join('.');

/**
 * The same command, refused with `changed_meanwhile` when the signaal is no longer as the sender saw it. The command
 * speaks first: whoever may not act learns nothing from a version. What it wrote is rolled back with the refusal.
 */
export const atVersion = <Input extends { readonly signaalId: string }, Output>(
  command: Command<Input, Output>,
  seen: string,
): Command<Input, Output> => ({
  ...command,
  run: async (context, input) => {
    const signaal = await lockSignaal(context, input.signaalId);
    const before = versionOf(signaal, await assignmentsOf(context, signaal.id));
    const output = await command.run(context, input);
    if (before !== seen) throw refuse('changed_meanwhile', { status: 409 });
    return output;
  },
});
