import { defineCommand, runInside } from '#platform/command/command.ts';
import { wipeWords } from '../store/wipe.ts';
import { endWith } from './end.ts';
import { openSignaal } from './open.ts';
import { referToCare } from './reporter-voice.ts';

/**
 * A signaal that turns out to be about one person or family, such as one seen while bundling: its reporter gets the
 * referral in words, its text is wiped, and only a count stays (rapport L280-290; product.md C5.1, 0.2 D8).
 * Throws `answer_missing`, `step_not_allowed` when a department already works on it.
 */
export const referIndividual = defineCommand<{ signaalId: string; text: string; referredTo: string }, void>({
  name: 'signaal.refer_individual',
  action: 'signaal.refer',
  run: async (context, input) => {
    const { world, gemeente, principal, db } = context;
    const opened = await openSignaal(context, input.signaalId);
    await endWith(context, opened, { step: 'refer', outcome: 'handed_over', text: input.text });
    await wipeWords(context, opened.signaal.id);
    context.record({
      noun: 'signaal',
      objectId: opened.signaal.id,
      action: 'individual',
      after: { wiped: true },
    });
    await runInside(world, gemeente, principal, db, referToCare, {
      buurtId: opened.signaal.buurt_id,
      channel: opened.signaal.channel,
      referredTo: input.referredTo,
      warm: false,
    });
  },
});
