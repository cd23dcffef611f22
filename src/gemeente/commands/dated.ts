import type { Context } from '#platform/command/command.ts';
import { isId } from '#platform/database/ids.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { notFound } from '#platform/errors.ts';
import { refuse } from '../errors.ts';
import { overlap, type Period } from '../rules/period.ts';

/** The tables of this room whose rows hold from a day until another. */
export type DatedTable = 'buurt' | 'division' | 'area' | 'department' | 'location';

/** A row as the history shows it: columns and values. */
export type Row = Readonly<Record<string, unknown>>;

/** Loads a row and keeps others from changing it; an id of nobody or of another municipality is `not_found`. */
export const lockRow = async <R extends Row>(
  { db, gemeente }: Context,
  table: DatedTable,
  id: string,
): Promise<R> => {
  if (!isId(id)) throw notFound();
  const [row] = await runSql<R>(db, `select * from ${table} where gemeente = $1 and id = $2 for update`, [
    gemeente,
    id,
  ]);
  if (!row) throw notFound();
  return row;
};

/** Adds a row; the columns are ours, never a visitor's. */
export const insertRow = async ({ db, gemeente }: Context, table: DatedTable, row: Row): Promise<void> => {
  const columns = ['gemeente', ...Object.keys(row)];
  const places = columns.map((_, index) => `$${index + 1}`);
  await runSql(db, `insert into ${table} (${columns.join(', ')}) values (${places.join(', ')})`, [
    gemeente,
    ...Object.values(row),
  ]);
};

/** Changes a row. */
export const updateRow = async (
  { db, gemeente }: Context,
  table: DatedTable,
  id: string,
  row: Row,
): Promise<void> => {
  const sets = Object.keys(row).map((column, index) => `${column} = $${index + 3}`);
  await runSql(db, `update ${table} set ${sets.join(', ')} where gemeente = $1 and id = $2`, [
    gemeente,
    id,
    ...Object.values(row),
  ]);
};

/** Throws `code` when another row with the same value in this column shares a day with the period. */
export const refuseOverlap = async (
  { db, gemeente }: Context,
  table: DatedTable,
  same: Readonly<Record<string, string>>,
  period: Period,
  ownId: string | null,
  code: 'overlap' | 'code_taken' | 'name_taken',
): Promise<void> => {
  const columns = Object.keys(same);
  // Two names that differ only in capitals are one name to people.
  const equals = (column: string, place: string): string =>
    column === 'name' ? `lower(name) = lower(${place})` : `${column} = ${place}`;
  const where = columns.map((column, index) => equals(column, `$${index + 2}`)).join(' and ');
  const rows = await runSql<{ id: string } & Period>(
    db,
    `select id, valid_from as "validFrom", valid_to as "validTo" from ${table} where gemeente = $1 and ${where}`,
    [gemeente, ...Object.values(same)],
  );
  const other = rows.find((row) => row.id !== ownId && overlap(row, period));
  if (!other) return;
  const field = columns.at(-1) ?? 'form';
  throw refuse(code, { fields: { [field]: code } });
};

/** Only what differs, so that the history shows the change and not the row. */
export const changes = (before: Row, after: Row): { before: Row; after: Row } | null => {
  const different = Object.keys(after).filter((key) => before[key] !== after[key]);
  if (different.length === 0) return null;
  const pick = (row: Row): Row => Object.fromEntries(different.map((key) => [key, row[key] ?? null]));
  return { before: pick(before), after: pick(after) };
};

/**
 * Adds the row when there is no id yet, else changes it; keeps who did what. Returns the id. Saving a form in which
 * nothing was changed leaves no history.
 */
export const storeRow = async (
  context: Context,
  table: DatedTable,
  known: { id: string; row: Row } | null,
  row: Row,
  newRowId: string,
): Promise<string> => {
  if (!known) {
    await insertRow(context, table, { id: newRowId, ...row });
    context.record({ noun: table, objectId: newRowId, action: 'create', after: row });
    return newRowId;
  }
  const change = changes(known.row, row);
  if (change) {
    await updateRow(context, table, known.id, row);
    context.record({ noun: table, objectId: known.id, action: 'change', ...change });
  }
  return known.id;
};

/** A short text that must be there. Throws `name_needed` or `too_long` at its field. */
export const requiredText = (text: string, field: string, most = 100): string => {
  const tidy = text.trim().replace(/\s+/g, ' ');
  if (tidy === '') throw refuse('name_needed', { fields: { [field]: 'name_needed' } });
  if (tidy.length > most) throw refuse('too_long', { fields: { [field]: 'too_long' } });
  return tidy;
};

/** A short text that may be left out: then null. */
export const optionalText = (text: string | null, field: string, most = 200): string | null =>
  text === null || text.trim() === '' ? null : requiredText(text, field, most);
