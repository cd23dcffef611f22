import { readSettings, type Settings } from '#gemeente/index.ts';
import { addTerm, endOfDay, parseTerm } from '#platform/calendar/index.ts';
import { type Context, calendarOf } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { freeDays, type TermKind, type TermSettingKey, termSettings } from '../settings.ts';

/** What a term is about. */
export interface TermObject {
  readonly kind: 'signaal' | 'assignment';
  readonly id: string;
}

/** When a term of the settings ends, counted from `start` in the municipality's own calendar. */
export const dueAt = (settings: Settings, key: TermSettingKey, start: Date): Date => {
  const term = parseTerm(settings.get(termSettings[key]));
  if (!term) throw new Error(`Setting term.${key} holds no term`);
  return addTerm(start, term, calendarOf(settings.get(freeDays)));
};

/** Starts a term that ends at `due`. */
export const startTermUntil = async (
  context: Context,
  kind: TermKind,
  object: TermObject,
  due: Date,
): Promise<void> => {
  await context.db
    .insertInto('term')
    .values(row(context, kind, object, due))
    .execute();
};

/** Starts terms of the settings, all at once. */
export const startTerms = async (
  context: Context,
  settings: Settings,
  kinds: readonly Exclude<TermKind, 'planned_on' | 'hear_by'>[],
  object: TermObject,
): Promise<void> => {
  if (kinds.length === 0) return;
  const rows = kinds.map((kind) => row(context, kind, object, dueAt(settings, kind, context.now)));
  await context.db.insertInto('term').values(rows).execute();
};

/** Starts a term that ends with a day that was promised. */
export const startTermOnDay = (
  context: Context,
  kind: 'planned_on' | 'hear_by',
  object: TermObject,
  day: string,
): Promise<void> => startTermUntil(context, kind, object, endOfDay(day));

const row = (context: Context, kind: TermKind, object: TermObject, due: Date) => ({
  gemeente: context.gemeente,
  id: newId(),
  kind,
  object_kind: object.kind,
  object_id: object.id,
  started_at: context.now,
  due_at: due,
  settled_at: null,
});

/** Ends the open terms of these kinds: `met` when what was asked happened, `cancelled` when it is no longer asked. */
export const settleTerms = async (
  context: Context,
  objectIds: readonly string[],
  kinds: readonly TermKind[] | 'all',
  state: 'met' | 'cancelled',
): Promise<void> => {
  await runSql(
    context.db,
    `update term set state = $1, settled_at = $2
     where gemeente = $3 and object_id = any ($4::uuid[]) and state = 'open'
       and ($5::text[] is null or kind = any ($5::text[]))`,
    [state, context.now, context.gemeente, [...objectIds], kinds === 'all' ? null : [...kinds]],
  );
};

/** The settings of this municipality today. */
export const settingsOf = (context: Context): Promise<Settings> =>
  readSettings(context.db, context.gemeente, context.today);
