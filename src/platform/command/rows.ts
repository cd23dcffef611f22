import type { Generated, Kysely, Selectable, Updateable } from 'kysely';
import { isId } from '../database/ids.ts';
import type { DB } from '../database/schema.gen.ts';
import { notFound, type Refusal, refuse } from '../errors.ts';
import { afterStep, type StateMachine } from '../state-machine.ts';
import type { Context } from './command.ts';
import type { HistoryValues } from './history.ts';

interface VersionedTable {
  readonly gemeente: string;
  readonly id: string;
  readonly version: Generated<number>;
}

/** The tables whose rows have an id of their own. */
type Keyed = {
  [Table in keyof DB]: DB[Table] extends { readonly gemeente: string; readonly id: string } ? Table : never;
}[keyof DB];

/** The tables whose rows count their changes, so that of two people at once one wins. */
export type Versioned = {
  [Table in keyof DB]: DB[Table] extends VersionedTable ? Table : never;
}[keyof DB];

/** What a change of a row may set; who it is and its version are not among it. */
export type RowChange<Table extends Versioned> = Omit<Updateable<DB[Table]>, 'gemeente' | 'id' | 'version'>;

interface AnyRow {
  readonly gemeente: string;
  readonly id: string;
  readonly version: number;
}

/** The query builder can follow no type parameter; under these names it knows what all such tables share. */
const versioned = (db: Context['db']): Kysely<Record<string, AnyRow>> =>
  db as unknown as Kysely<Record<string, AnyRow>>;

/** Loads a row and holds it until the transaction ends, so that two deciders go one after the other. Throws `not_found`. */
export const lockRow = async <Table extends Keyed>(
  { db, gemeente }: Pick<Context, 'db' | 'gemeente'>,
  table: Table,
  id: string,
): Promise<Selectable<DB[Table]>> => {
  if (!isId(id)) throw notFound();
  const row = await versioned(db)
    .selectFrom<string>(table)
    .selectAll()
    .where('gemeente', '=', gemeente)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound();
  return row as unknown as Selectable<DB[Table]>;
};

/**
 * Stores a change of a row that was loaded before, and gives it as it is now. Writes no history: what may stand there is the
 * room's to say. Throws `changed_meanwhile` when the row is no longer at the version that was loaded.
 */
export const storeRow = async <Table extends Versioned>(
  { db, gemeente }: Pick<Context, 'db' | 'gemeente'>,
  table: Table,
  { id, version }: { readonly id: string; readonly version: number },
  change: RowChange<Table>,
): Promise<Selectable<DB[Table]>> => {
  const stored = await versioned(db)
    .updateTable<string>(table)
    .set({ ...change, version: version + 1 })
    .where('gemeente', '=', gemeente)
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst();
  if (!stored) throw refuse('changed_meanwhile', { status: 409 });
  return stored as unknown as Selectable<DB[Table]>;
};

/** Refuses with `changed_meanwhile` when the form showed another version than the one that holds. */
export const mustBeVersion = ({ version }: { readonly version: number }, seen: number | null): void => {
  if (version !== seen) throw refuse('changed_meanwhile', { status: 409 });
};

/** Both sides of a change, as the history keeps them: of the columns that changed, but those in `freeText`. */
export const bothSides = (before: object, change: object, freeText: readonly string[] = []) => {
  const columns = Object.keys(change).filter((column) => !freeText.includes(column));
  const side = (values: HistoryValues): HistoryValues =>
    Object.fromEntries(columns.map((column) => [column, values[column] ?? null]));
  return { before: side({ ...before }), after: side({ ...change }) };
};

interface Stated extends AnyRow {
  readonly state: string;
}

/** The versioned tables whose rows have a state. */
type StatedTable = {
  [Table in Versioned]: Selectable<DB[Table]> extends Stated ? Table : never;
}[Versioned];

type Row<Table extends Versioned> = Selectable<DB[Table]> & AnyRow;

interface Moving<Table extends StatedTable, State extends string, Step extends string> {
  readonly table: Table;
  readonly machine: StateMachine<State, Step>;
  /** Columns whose words may not stand in the history. */
  readonly freeText: readonly (keyof DB[Table] & string)[];
  /** What the room says when the table of steps has no such step from here. */
  readonly notAllowed: () => Refusal;
}

/** How the rows of one noun change, each time with a history row. Both throw `changed_meanwhile`. */
interface Mover<Table extends StatedTable, State extends string, Step extends string> {
  /** Takes one step: asks the table of steps, stores, writes the history. Throws what the room says of other steps. */
  readonly move: (
    context: Context,
    row: Row<Table> & { readonly state: State },
    step: Step,
    change?: Omit<RowChange<Table>, 'state'>,
  ) => Promise<Selectable<DB[Table]>>;
  /** Changes a row without a step. */
  readonly change: (
    context: Context,
    row: Row<Table>,
    action: string,
    change?: Omit<RowChange<Table>, 'state'>,
  ) => Promise<Selectable<DB[Table]>>;
}

/** Makes the mover of one noun. A table that keeps since when a state holds (`state_since`) is told with each step. */
export const moverOf = <Table extends StatedTable, State extends string, Step extends string>({
  table,
  machine,
  freeText,
  notAllowed,
}: Moving<Table, State, Step>): Mover<Table, State, Step> => {
  const store = async (context: Context, row: Row<Table>, action: string, change: object = {}) => {
    const stored = await storeRow(context, table, row, change as RowChange<Table>);
    context.record({ noun: table, objectId: row.id, action, ...bothSides(row, change, freeText) });
    return stored;
  };
  return {
    change: store,
    move: async (context, row, step, change) => {
      const state = afterStep(machine, row.state, step);
      if (!state) throw notAllowed();
      const since = 'state_since' in row ? { state_since: context.now } : {};
      return store(context, row, step, { ...change, state, ...since });
    },
  };
};
