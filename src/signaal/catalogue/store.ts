import type { Context } from '#platform/command/command.ts';
import { newId } from '#platform/database/ids.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { notFound } from '#platform/errors.ts';
import { refuseField } from './errors.ts';

/** The tables of the catalogue whose rows hold from a day until another. */
export type CatalogueTable = 'category' | 'standard_text' | 'referral_partner';

/** A row as the history shows it: columns and values. */
export type Row = Readonly<Record<string, unknown>>;

/** Throws `ends_before_start` at the last day when the period is empty. */
export const checkPeriod = ({ validFrom, validTo }: { validFrom: string; validTo: string | null }): void => {
  if (validTo !== null && validTo <= validFrom) throw refuseField('validTo', 'ends_before_start');
};

/** Loads a row and keeps others from changing it. Throws `not_found`, also for another municipality's. */
export const lockRow = async ({ db, gemeente }: Context, table: CatalogueTable, id: string): Promise<Row> => {
  const [row] = await runSql<Row>(db, `select * from ${table} where gemeente = $1 and id = $2 for update`, [
    gemeente,
    id,
  ]);
  if (!row) throw notFound();
  return row;
};

/**
 * Adds a row, or changes the one that was locked. The history keeps only what differs; saving without a change leaves
 * none. Gives the id.
 */
export const storeRow = async (
  context: Context,
  table: CatalogueTable,
  known: { id: string; row: Row } | null,
  row: Row,
): Promise<string> => {
  if (!known) return insertRow(context, table, row);
  const different = Object.keys(row).filter((column) => known.row[column] !== row[column]);
  if (different.length === 0) return known.id;
  const sets = different.map((column, index) => `${column} = $${index + 3}`);
  await runSql(context.db, `update ${table} set ${sets.join(', ')} where gemeente = $1 and id = $2`, [
    context.gemeente,
    known.id,
    ...different.map((column) => row[column]),
  ]);
  const pick = (from: Row): Row =>
    Object.fromEntries(different.map((column) => [column, from[column] ?? null]));
  const change = { before: pick(known.row), after: pick(row) };
  context.record({ noun: table, objectId: known.id, action: 'changed', ...change });
  return known.id;
};

const insertRow = async (context: Context, table: CatalogueTable, row: Row): Promise<string> => {
  const id = newId();
  const columns = ['gemeente', 'id', ...Object.keys(row)];
  const places = columns.map((_, index) => `$${index + 1}`);
  await runSql(context.db, `insert into ${table} (${columns.join(', ')}) values (${places.join(', ')})`, [
    context.gemeente,
    id,
    ...Object.values(row),
  ]);
  context.record({ noun: table, objectId: id, action: 'made', after: row });
  return id;
};
