import pg from 'pg';
import { z } from 'zod';
import type { Keyring } from '#platform/secrets/index.ts';
import { open } from '#platform/secrets/index.ts';
import type { Ask } from './ask.ts';
import { systemCode, TransferProblem } from './problem.ts';
import { type ReadChecked, type ReadRow, type RowShape, rowsIn } from './read-rows.ts';
import { type ColumnPlan, resealed } from './sealed.ts';
import type { TransferTable } from './tables.ts';

const ROWS = 500;
const BYTES = 4_000_000;

/** What an import of rows works with. */
export interface RowsImport {
  readonly ask: Ask;
  readonly read: ReadChecked;
  readonly gemeente: string;
  readonly house: Keyring;
  readonly exported: Keyring;
  /** Clears away what was stored. */
  readonly clear: () => void;
}

/** Parts (of about a megabyte) after which memory is cleared. */
const CLEAR_AFTER = 4;

/** One table that comes in, with its files. */
export interface ImportedTable {
  readonly table: TransferTable;
  readonly plan: ColumnPlan;
  readonly parts: readonly string[];
}

/**
 * Stores the rows of one table, a batch at a time; gives how many. A row that names another of its own table waits until
 * that one is there: then its file is read again.
 */
export const importRows = async (
  work: RowsImport,
  one: ImportedTable,
  told: (rows: number) => void,
): Promise<number> => {
  const seen = new Set<string>();
  let stored = 0;
  for (let parts = one.parts; parts.length > 0; ) {
    const before = stored;
    const waiting: string[] = [];
    for (const [place, part] of parts.entries()) {
      if (place % CLEAR_AFTER === CLEAR_AFTER - 1) work.clear();
      const { count, waits } = await importPart(work, one, part, seen);
      stored += count;
      if (waits > 0) waiting.push(part);
      told(stored);
    }
    if (waiting.length > 0 && stored === before) {
      throw new TransferProblem('dangling', { table: one.table.name });
    }
    parts = waiting;
  }
  return stored;
};

const importPart = async (
  work: RowsImport,
  one: ImportedTable,
  part: string,
  seen: Set<string>,
): Promise<{ count: number; waits: number }> => {
  const { table } = one;
  const batch = batchOf(work, one);
  let waits = 0;
  for (const row of rowsIn(await work.read(part), shapeOf(work, one))) {
    if (table.selfReferences.length > 0) {
      const id = String(row.values.id);
      if (seen.has(id)) continue;
      if (!table.selfReferences.every((column) => isThere(row.values[column], id, seen))) {
        waits += 1;
        continue;
      }
      seen.add(id);
    }
    await batch.add(row);
  }
  return { count: await batch.end(), waits };
};

const isThere = (value: unknown, own: string, seen: ReadonlySet<string>): boolean =>
  value === null || value === own || seen.has(String(value));

const shapeOf = ({ gemeente }: RowsImport, { table, plan }: ImportedTable): RowShape => ({
  table: table.name,
  gemeente,
  columns: new Set([...plan.plain, ...plan.sealed.map(({ column }) => column), ...plan.files]),
});

const batchOf = (work: RowsImport, one: ImportedTable) => {
  const insert = insertInto(one);
  let rows: string[] = [];
  let bytes = 0;
  let count = 0;
  const flush = async (): Promise<void> => {
    if (rows.length === 0) return;
    await refusedInWords(one.table.name, () => work.ask(insert, [`[${rows.join(',')}]`]));
    count += rows.length;
    rows = [];
    bytes = 0;
  };
  return {
    add: async (row: ReadRow): Promise<void> => {
      const text = await textOf(work, one, row);
      rows.push(text);
      bytes += text.length;
      if (rows.length >= ROWS || bytes >= BYTES) await flush();
    },
    end: async (): Promise<number> => {
      await flush();
      return count;
    },
  };
};

const name = (text: string): string => pg.escapeIdentifier(text);

/** The database reads its own JSON back. Names come from its catalogue, never from the export. */
const insertInto = ({ table }: ImportedTable): string => {
  const columns = table.columns.map((column) => name(column.name)).join(', ');
  return `insert into ${name(table.name)} (${columns})
    select ${columns} from json_populate_recordset(null::${name(table.name)}, $1::json)`;
};

/** A row that needs nothing goes on as the text it is, so that no number changes on the way. */
const textOf = async (work: RowsImport, { plan }: ImportedTable, row: ReadRow): Promise<string> => {
  if (plan.sealed.length + plan.files.length === 0) return row.text;
  const values: Record<string, unknown> = { ...row.values };
  for (const one of plan.sealed) Object.assign(values, sealedAgain(work, one, row));
  for (const column of plan.files) values[column] = await bytesOf(work, row.values[column]);
  return JSON.stringify(values);
};

const sealedValue = z.object({ sealed: z.base64() }).nullable();
const fileValue = z.object({ file: z.string().max(100) }).nullable();

const sealedAgain = (
  { house, exported, gemeente }: RowsImport,
  { column, row: rowOf, fingerprints, table }: ColumnPlan['sealed'][number],
  row: ReadRow,
): Record<string, string | null> => {
  const given = sealedValue.safeParse(row.values[column]);
  if (!given.success) throw new TransferProblem('bad_row', { table, line: String(row.values.id) });
  const none = Object.fromEntries((fingerprints?.columns ?? []).map((one) => [one, null]));
  if (given.data === null) return { [column]: null, ...none };
  const value = Buffer.from(given.data.sealed, 'base64');
  const place = { gemeente, row: rowOf(String(row.values.id)) };
  try {
    const found =
      value.length > 0 ? fingerprints?.of(house, gemeente, open(exported, value, place)) : undefined;
    return { [column]: hex(resealed(exported, house, value, gemeente, place.row)), ...none, ...found };
  } catch (error) {
    throw new TransferProblem('bad_row', { table, line: place.row }, error);
  }
};

const bytesOf = async ({ read }: RowsImport, value: unknown): Promise<string | null> => {
  const given = fileValue.safeParse(value);
  if (!given.success) throw new TransferProblem('bad_row', { table: 'files', line: 0 });
  return given.data === null ? null : hex(await read(given.data.file));
};

const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`;

/** What the database refuses (a broken rule, another tenant, a strange value) is the export's fault, not ours. */
const refusedInWords = async (table: string, work: () => Promise<unknown>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    const code = systemCode(error);
    if (/^(22|23|42501)/.test(code))
      throw new TransferProblem('rows_refused', { table, reason: code }, error);
    throw error;
  }
};
