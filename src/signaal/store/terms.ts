import { endOfTerm, readSettings, type Settings } from '#gemeente/index.ts';
import { endOfDay } from '#platform/calendar/index.ts';
import type { Context } from '#platform/command/command.ts';
import { endTerms, newTerm, startTerm } from '#platform/terms.ts';
import { type TermKind, type TermSettingKey, termSettings } from '../settings.ts';

/** What a term is about. */
export interface TermObject {
  readonly kind: 'signaal' | 'assignment';
  readonly id: string;
}

/** When a term of the settings ends, counted from `start` in the municipality's own calendar. */
export const dueAt = (settings: Settings, key: TermSettingKey, start: Date): Date =>
  endOfTerm(settings, termSettings[key], start);

/** Starts a term that ends at `due`. */
export const startTermUntil = (
  context: Context,
  kind: TermKind,
  object: TermObject,
  due: Date,
): Promise<void> => startTerm(context, kind, object, due);

/** Starts terms of the settings, all at once. */
export const startTerms = async (
  context: Context,
  settings: Settings,
  kinds: readonly Exclude<TermKind, 'planned_on' | 'hear_by'>[],
  object: TermObject,
): Promise<void> => {
  if (kinds.length === 0) return;
  const rows = kinds.map((kind) => newTerm(context, kind, object, dueAt(settings, kind, context.now)));
  await context.db.insertInto('term').values(rows).execute();
};

/** Starts a term that ends with a day that was promised. */
export const startTermOnDay = (
  context: Context,
  kind: 'planned_on' | 'hear_by',
  object: TermObject,
  day: string,
): Promise<void> => startTermUntil(context, kind, object, endOfDay(day));

/** Ends the open terms of these kinds: `met` when what was asked happened, `cancelled` when it is no longer asked. */
export const settleTerms = (
  context: Context,
  objectIds: readonly string[],
  kinds: readonly TermKind[] | 'all',
  state: 'met' | 'cancelled',
): Promise<void> => endTerms(context, objectIds, kinds, state);

/** The settings of this municipality today. */
export const settingsOf = (context: Context): Promise<Settings> =>
  readSettings(context.db, context.gemeente, context.today);
