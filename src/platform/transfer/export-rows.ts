import pg from 'pg';
import type { Keyring } from '#platform/secrets/index.ts';
import type { ArchivedFile, ArchiveWriter } from './archive-write.ts';
import type { Ask } from './ask.ts';
import { type ColumnPlan, resealed } from './sealed.ts';
import type { TransferTable } from './tables.ts';

/** Bytes of rows in one file: what is in memory at a time, whatever the size of the table. */
const PART = 1_000_000;
const ROWS = 200;
/** Parts of one table after which memory is cleared. */
const CLEAR_AFTER = 2;
/** Rows that carry files are fetched one at a time: a file may be tens of megabytes. */
const ROWS_WITH_FILES = 1;
/** How many rows lie between two words about how far it is. */
const TOLD = 10_000;

/** What an export of rows works with. */
export interface RowsExport {
  readonly ask: Ask;
  readonly archive: ArchiveWriter;
  readonly gemeente: string;
  readonly house: Keyring;
  readonly exported: Keyring;
  readonly files: ArchivedFile[];
  /** Clears away what was written. */
  readonly clear: () => void;
  /** Where rows wait until they are a file; see {@link newSpace}. */
  readonly space: { bytes: Buffer; used: number };
}

/** One table of an export: how many rows, in which files. */
export interface ExportedTable {
  readonly rows: number;
  readonly parts: readonly string[];
}

const name = (text: string): string => pg.escapeIdentifier(text);

/** The statement that walks a table by its key: plain columns as the database's own JSON, the others beside it. */
const walk = (table: TransferTable, plan: ColumnPlan): string => {
  const beside = [...plan.sealed.map(({ column }) => column), ...plan.files];
  const id = beside.length > 0 ? ', t.id::text as "$id"' : '';
  return `declare transfer no scroll cursor for
    select (select to_json(p) from (select ${plan.plain.map((column) => `t.${name(column)}`).join(', ')}) p)::text as "$row"
      ${id} ${beside.map((column) => `, t.${name(column)}`).join('')}
    from ${name(table.name)} t order by ${table.key.map((column) => `t.${name(column)}`).join(', ')}`;
};

type Row = Readonly<Record<string, string | Buffer | null>>;

/** Writes all rows of one table that this transaction sees, in files of bounded size. */
export const exportRows = async (
  work: RowsExport,
  table: TransferTable,
  plan: ColumnPlan,
  told: (rows: number) => void,
): Promise<ExportedTable> => {
  const parts = partsOf(work, table.name);
  let rows = 0;
  await work.ask(walk(table, plan), []);
  for (;;) {
    const size = plan.files.length > 0 ? ROWS_WITH_FILES : ROWS;
    const batch = await work.ask<Row>(`fetch ${size} from transfer`, []);
    for (const row of batch) await parts.add(await lineOf(work, table, plan, row));
    rows += batch.length;
    if (rows % TOLD === 0) told(rows);
    if (batch.length < size) break;
  }
  await work.ask('close transfer', []);
  told(rows);
  return { rows, parts: await parts.end() };
};

/** The database's JSON, with what stands beside it put in at the end. */
const lineOf = async (
  work: RowsExport,
  table: TransferTable,
  plan: ColumnPlan,
  row: Row,
): Promise<string> => {
  const json = String(row.$row);
  const extra: Record<string, unknown> = {};
  for (const { column, row: rowOf } of plan.sealed) {
    const value = row[column];
    extra[column] = Buffer.isBuffer(value)
      ? {
          sealed: resealed(work.house, work.exported, value, work.gemeente, rowOf(String(row.$id))).toString(
            'base64',
          ),
        }
      : null;
  }
  for (const column of plan.files) extra[column] = await fileOf(work, table.name, column, row);
  if (Object.keys(extra).length === 0) return json;
  return `${json.slice(0, -1)},${JSON.stringify(extra).slice(1)}`;
};

const fileOf = async (
  { archive, files }: RowsExport,
  table: string,
  column: string,
  row: Row,
): Promise<{ file: string } | null> => {
  const value = row[column];
  if (!Buffer.isBuffer(value)) return null;
  const path = `files/${table}/${row.$id}.${column}`;
  files.push(await archive.put(path, value));
  return { file: path };
};

/**
 * One piece of memory serves all parts of all tables: strings and buffers of megabytes would pile up between
 * collections.
 */
export const newSpace = (): { bytes: Buffer; used: number } => ({
  bytes: Buffer.allocUnsafe(2 * PART),
  used: 0,
});

const partsOf = ({ archive, files, space, clear }: RowsExport, table: string) => {
  const parts: string[] = [];
  const flush = async (): Promise<void> => {
    if (space.used === 0) return;
    const path = `tables/${table}/${String(parts.length + 1).padStart(6, '0')}.jsonl`;
    files.push(await archive.put(path, space.bytes.subarray(0, space.used)));
    parts.push(path);
    space.used = 0;
    if (parts.length % CLEAR_AFTER === 0) clear();
  };
  return {
    add: async (line: string): Promise<void> => {
      const size = Buffer.byteLength(line) + 1;
      if (space.used + size > space.bytes.length) {
        await flush();
        if (size > space.bytes.length) space.bytes = Buffer.allocUnsafe(size);
      }
      space.used += space.bytes.write(line, space.used);
      space.used += space.bytes.write('\n', space.used);
      if (space.used >= PART) await flush();
    },
    end: async (): Promise<readonly string[]> => {
      await flush();
      return parts;
    },
  };
};
