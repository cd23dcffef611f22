import { type Keyring, open, seal } from '#platform/secrets/index.ts';
import type { TransferTable } from './tables.ts';

/** A column that holds sealed values, and the place each value is bound to. */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** The `row` of the sealed place, from the id of the row. */
  readonly row: (id: string) => string;
  /** The columns beside it that are worked out from what is sealed, with the keys of the house; null where nothing is. */
  readonly fingerprints?: {
    readonly columns: readonly string[];
    readonly of: (
      keyring: Keyring,
      gemeente: string,
      plain: string,
    ) => Readonly<Record<string, string | null>>;
  };
}

/** How the columns of one table leave and come back. */
export interface ColumnPlan {
  /** As the database writes and reads them. */
  readonly plain: readonly string[];
  readonly sealed: readonly SealedColumn[];
  /** Pictures and the like: each a file of its own. */
  readonly files: readonly string[];
  /** Worked out again at the other end. */
  readonly fingerprints: readonly string[];
}

/** Sorts the columns of a table. */
export const planOf = (table: TransferTable, sealed: readonly SealedColumn[]): ColumnPlan => {
  const own = sealed.filter((column) => column.table === table.name);
  const fingerprints = own.flatMap((column) => column.fingerprints?.columns ?? []);
  const names = new Set(own.map(({ column }) => column));
  const files = table.columns.filter(({ name, isBytes }) => isBytes && !names.has(name));
  const apart = new Set([...names, ...fingerprints, ...files.map(({ name }) => name)]);
  return {
    plain: table.columns.map(({ name }) => name).filter((name) => !apart.has(name)),
    sealed: own,
    files: files.map(({ name }) => name),
    fingerprints,
  };
};

/** Seals a value with other keys, for the same place. What was emptied stays empty. */
export const resealed = (
  from: Keyring,
  to: Keyring,
  value: Buffer,
  gemeente: string,
  row: string,
): Buffer => {
  if (value.length === 0) return value;
  const place = { gemeente, row };
  return seal(to, open(from, value, place), place);
};
