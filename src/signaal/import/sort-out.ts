import { setImmediate as turn } from 'node:timers/promises';
import { keyedHash } from '#platform/secrets/index.ts';
import type { World } from '#platform/world.ts';
import type { FileRow } from './file/row.ts';
import type { Mapping } from './rules/mapping.ts';
import { type PreparedRow, prepareRow, type Rejected } from './rules/prepare.ts';
import { type Zone, zoneNamed } from './rules/zone.ts';

/** A row that was read, with the number by which it is known again. */
export interface Found {
  readonly row: PreparedRow;
  readonly ref: string;
}

/** A batch as it was read: each number once. */
export interface SortedRows {
  /** How many the file gave. */
  readonly rows: number;
  readonly found: readonly Found[];
  readonly rejected: readonly Rejected[];
}

/** Where the rows go, and at what moment they are read: what lies after it has not happened yet. */
interface For {
  readonly world: Pick<World, 'keyring'>;
  readonly gemeente: string;
  readonly now: Date;
}

/** How a number begins that we made ourselves for a row without one. */
export const OWN_REF = 'rij-';

/** Rows between two looks at what else waits: some milliseconds of work. */
const AT_ONCE = 50;

/**
 * Reads the rows, and gives each the number by which it is known again: its own there, or a fingerprint of what it says.
 * Asks no database, so it can be done while the rows before are being stored; lets others in between.
 */
export const sortOut = async (
  { world, gemeente, now }: For,
  mapping: Mapping,
  rows: readonly FileRow[],
): Promise<SortedRows> => {
  const reading = { mapping, zone: zoneOf(mapping.zone), now };
  const found = new Map<string, Found>();
  const rejected: Rejected[] = [];
  for (const [place, one] of rows.entries()) {
    if (place % AT_ONCE === AT_ONCE - 1) await turn();
    const row = prepareRow(one, reading);
    if ('reason' in row) {
      rejected.push(row);
      continue;
    }
    const ref = row.ref || `${OWN_REF}${keyedHash(world.keyring, gemeente, `import ${row.identity}`)}`;
    if (found.has(ref)) rejected.push(repeated(row));
    else found.set(ref, { row, ref });
  }
  return { rows: rows.length, found: [...found.values()], rejected };
};

/** A number that stood in the file before. */
export const repeated = ({ line }: PreparedRow): Rejected => ({ line, reason: 'ref_repeated', column: '' });

/** One zone holds what it looked up; a file has one zone. */
const zones = new Map<string, Zone>();
const zoneOf = (name: string): Zone => {
  const zone = zones.get(name) ?? zoneNamed(name);
  if (zones.size < 100) zones.set(name, zone);
  return zone;
};
