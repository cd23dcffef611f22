import { createHash } from 'node:crypto';

/** Uses after which a statement is worth keeping prepared: what is asked once is planned once. */
const OFTEN = 3;
/** Statements that each connection keeps prepared at most: every one takes memory of PostgreSQL. */
const MOST_PREPARED = 600;
/** Statements of which the uses are counted at one moment; of more the longest unused is forgotten. */
const MOST_COUNTED = 600;

/** `*` at the top, as the query builder writes it: after a migration that adds a column, such a plan is refused. */
const ALL_COLUMNS = /^select \*|\breturning \*/;

/** The names under which connections keep statements prepared, so that PostgreSQL reads and plans each only once. */
export interface PreparedNames {
  /** The name for a statement, always the same for the same text; undefined for what is asked too seldom. */
  readonly of: (sql: string) => string | undefined;
}

/** An empty set of names, for one process. Bounded: texts that differ in each request cannot fill the memory. */
export const preparedNames = (): PreparedNames => {
  const names = new Map<string, string>();
  const uses = new Map<string, number>();
  const count = (sql: string): number => {
    const times = (uses.get(sql) ?? 0) + 1;
    uses.delete(sql);
    uses.set(sql, times);
    const [oldest] = uses.keys();
    if (uses.size > MOST_COUNTED && oldest !== undefined) uses.delete(oldest);
    return times;
  };
  return {
    of: (sql) => {
      const known = names.get(sql);
      if (known !== undefined || names.size >= MOST_PREPARED) return known;
      if (count(sql) < OFTEN || ALL_COLUMNS.test(sql)) return undefined;
      const name = createHash('sha256').update(sql).digest('base64url');
      names.set(sql, name);
      uses.delete(sql);
      return name;
    },
  };
};
