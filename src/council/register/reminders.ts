import { freeDays, readSettings } from '#gemeente/index.ts';
import { endOfDay, parseTerm } from '#platform/calendar/index.ts';
import { type Context, calendarOf } from '#platform/command/command.ts';
import { endTerms, startTerm } from '#platform/terms.ts';
import { remindAt } from '../rules/reminders.ts';
import { firstReminder, secondReminder } from '../settings.ts';

/** The terms of a motie or toezegging: two reminders to its owner, then late at the griffie (C4). */
export type ItemTerm = 'toezegging_first' | 'toezegging_second' | 'toezegging_late';

/** Starts the reminders of a day anew; those of an earlier day are no longer asked. A moment that has gone is not asked either. */
export const startReminders = async (
  context: Context,
  itemId: string,
  dueOn: string | null,
): Promise<void> => {
  await endTerms(context, [itemId], 'all', 'cancelled');
  if (dueOn === null) return;
  const settings = await readSettings(context.db, context.gemeente, context.today);
  const calendar = calendarOf(settings.get(freeDays));
  const object = { kind: 'council_item', id: itemId };
  const before = { toezegging_first: firstReminder, toezegging_second: secondReminder } as const;
  for (const kind of ['toezegging_first', 'toezegging_second'] as const) {
    const term = parseTerm(settings.get(before[kind]));
    const at = term && remindAt(dueOn, term, calendar);
    if (at && at > context.now) await startTerm(context, kind, object, at);
  }
  await startTerm(context, 'toezegging_late', object, endOfDay(dueOn));
};

/** Nobody is reminded any more: it is settled, or proposed to be. */
export const stopReminders = (context: Context, itemId: string, kinds: readonly ItemTerm[] | 'all') =>
  endTerms(context, [itemId], kinds, 'met');
