import { defineCommand } from '#platform/command/command.ts';
import type { Lang } from '#platform/texts/catalogue.ts';
import { type Given, giveTold } from '../tell/give.ts';
import type { Told } from '../tell/receive.ts';

interface QuickNote {
  readonly told: Told;
  /** Seen on a rondgang, or just on the street. */
  readonly channel: 'street' | 'rondgang';
  readonly lang: Lang;
}

/** A note from the street in one field (0.2 D19): the source is staff by his role, the channel is how he was there. */
export const quickNote = defineCommand<QuickNote, Given>({
  name: 'signaal.quick_note',
  action: 'signaal.quick_note',
  run: async (context, { told, channel, lang }) => {
    context.allow();
    return giveTold(context, context.principal, told, { source: 'staff', channel, lang });
  },
});
