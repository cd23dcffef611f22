import type { TenantDb } from '#platform/database/tenant-transaction.ts';

/** What can be knotted or put on the agenda of the wijkwethouder. */
export type RegieObjectKind = 'knot' | 'signaal' | 'group' | 'knelpunt' | 'focuspunt';

/** One of them, as this room needs to know it. */
export interface RegieObject {
  /** What it is called; never a word of a reporter. */
  readonly title: string;
  readonly href: string;
  readonly areaId: string | null;
  readonly buurtId: string | null;
  /** The buurten it is about; for whose area it lies in. */
  readonly buurtIds: readonly string[];
  /** The departments that have a part in it, the latest last. */
  readonly departmentIds: readonly string[];
  readonly accountIds?: readonly string[];
}

/** What is read with: an open transaction of a tenant and its day. */
export interface Reading {
  readonly db: TenantDb;
  readonly gemeente: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** Reads one object; null when there is none. */
export type LoadObject = (reading: Reading, id: string) => Promise<RegieObject | null>;

const known = new Map<RegieObjectKind, LoadObject>();

/**
 * Lets a kind of object be raised as a knot and put on the agenda. A room above this one calls it once for its own kind.
 * Throws when the kind is taken.
 */
export const registerRegieObject = (kind: RegieObjectKind, load: LoadObject): void => {
  if (known.has(kind)) throw new Error(`Regie object ${kind} is registered twice`);
  known.set(kind, load);
};

/** Reads an object of a registered kind; null when it is not there, or no room brings its kind. */
export const loadObject = async (
  reading: Reading,
  kind: RegieObjectKind,
  id: string,
): Promise<RegieObject | null> => (await known.get(kind)?.(reading, id)) ?? null;
