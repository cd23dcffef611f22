import type { Setting } from '#gemeente/index.ts';
import type { Context } from '#platform/command/command.ts';
import type { TenantDb } from '#platform/database/tenant-transaction.ts';
import type { Catalogue, Texts } from '#platform/texts/catalogue.ts';

/** A record whose time to be kept is over: what a destruction list says of it. */
export interface PastRecord {
  readonly id: string;
  /** What people call it, such as a number; never words of a resident. */
  readonly label: string;
  /** When its time to be kept began. */
  readonly startedAt: Date;
}

/** Records of one process and one result of the selectielijst (VNG 2020). */
interface RecordClassBase {
  /** Stored with each line of a list. */
  readonly id: string;
  readonly catalogue: Catalogue;
  /** The number of the result in the selectielijst, such as `15.1`; null where only our own rule says how long. */
  readonly result: string | null;
  /** The tables whose rows belong to it: a test asks that no table was forgotten. */
  readonly tables: readonly string[];
}

/** Records that are kept for ever; they never stand on a list. */
export interface PermanentClass extends RecordClassBase {
  readonly keep: 'permanent';
}

/** Records that must go after some years. */
export interface PassingClass extends RecordClassBase {
  /** Years to keep, a setting of the municipality. */
  readonly keep: Setting<number>;
  /** Those whose time began on or before `until`, oldest first, after the given one; at most `limit`. */
  readonly past: (
    db: TenantDb,
    gemeente: string,
    until: Date,
    after: PastRecord | null,
    limit: number,
  ) => Promise<PastRecord[]>;
  /**
   * Destroys one in the open transaction, after locking it and asking again whether it is still its time (something may
   * have been opened anew since the list was drawn up), and writes the history row. Gives whether it was destroyed.
   */
  readonly destroy: (context: Context, id: string, until: Date) => Promise<boolean>;
}

/** What a room says of its records. Its catalogue holds `archive.<id>` (the name) and `archive.<id>.start`. */
export type RecordClass = PermanentClass | PassingClass;

const known = new Map<string, RecordClass>();

/** Makes a room's records known to the destruction lists. Throws when the id is taken. */
export const registerRecordClass = <Id extends string, Source extends Texts>(
  id: Id,
  catalogue: Catalogue<Source> &
    (`archive.${Id}` | `archive.${Id}.start` extends keyof Source ? unknown : never),
  about:
    | Pick<PermanentClass, 'keep' | 'result' | 'tables'>
    | Pick<PassingClass, 'keep' | 'result' | 'tables' | 'past' | 'destroy'>,
): void => {
  if (known.has(id)) throw new Error(`Record class ${id} is registered twice`);
  known.set(id, { id, catalogue, ...about });
};

/** All classes, in the order in which they came. */
export const recordClasses = (): readonly RecordClass[] => [...known.values()];

/** Whether its records go at all. */
export const isPassing = (one: RecordClass): one is PassingClass => one.keep !== 'permanent';

/** The class of a line that may be destroyed. Throws for one that the program does not know (any more). */
export const passingClass = (id: string): PassingClass => {
  const found = known.get(id);
  if (!found || !isPassing(found)) throw new Error(`Nothing destroys records of class ${id}`);
  return found;
};
