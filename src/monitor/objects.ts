import type { ObjectFacts } from '#people/index.ts';
import type { TenantDb } from '#platform/database/tenant-transaction.ts';

/** What a goal belongs to, as the room that keeps it tells: its name, its page, and who reaches it. */
export interface GoalObject {
  readonly title: string;
  readonly href: string;
  /** Residents may know of it: the college has decided. */
  readonly isPublic: boolean;
  readonly facts: ObjectFacts;
}

/** Reads what a goal belongs to on a day (`YYYY-MM-DD`); null when it is not there. */
export type GoalObjectReader = (
  db: TenantDb,
  gemeente: string,
  today: string,
  id: string,
) => Promise<GoalObject | null>;

/** What a goal can belong to; the municipality itself has no id. */
export type GoalObjectKind = 'focuspunt' | 'gemeente';

const readers = new Map<GoalObjectKind, GoalObjectReader>();

/** Tells this room how to read what a goal belongs to; a higher room calls it once, for its own noun. */
export const registerGoalObject = (
  kind: Exclude<GoalObjectKind, 'gemeente'>,
  reader: GoalObjectReader,
): void => {
  if (readers.has(kind)) throw new Error(`Goals of ${kind} are registered twice`);
  readers.set(kind, reader);
};

/** A goal of the municipality: everybody may know it, and nobody's area contains it. */
const WHOLE: GoalObject = { title: '', href: '/doelen', isPublic: true, facts: {} };

/** What a goal belongs to; null when it is not there or no room knows it. */
export const readGoalObject = async (
  db: TenantDb,
  gemeente: string,
  today: string,
  kind: GoalObjectKind,
  id: string | null,
): Promise<GoalObject | null> => {
  if (kind === 'gemeente') return WHOLE;
  const reader = readers.get(kind);
  return reader && id !== null ? reader(db, gemeente, today, id) : null;
};
