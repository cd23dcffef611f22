import type pg from 'pg';

/** One thing that must be right before visitors may come. */
type Part = 'database' | 'migrations' | 'jobs' | 'room';

/** Whether this process can serve visitors, and what keeps it from that. */
export interface Readiness {
  readonly ready: boolean;
  readonly parts: Readonly<Record<Part, boolean>>;
}

interface ReadinessOptions {
  readonly pool: pg.Pool;
  /** The migrations this program was built with. */
  readonly migrations: readonly string[];
  readonly jobsRun: () => boolean;
  /** Whether there is room on the disk of an embedded database; an external one is watched where it runs. */
  readonly hasRoom: () => Promise<boolean>;
}

/** Milliseconds after which a database that says nothing counts as away: whoever asks this waits for the answer. */
const PATIENCE = 3_000;

/** Asks the database itself; answers, never throws. */
export const readiness = async (options: ReadinessOptions): Promise<Readiness> => {
  const { pool, migrations, jobsRun, hasRoom } = options;
  const applied = await soon(appliedMigrations(pool));
  const parts = {
    database: applied !== null,
    migrations: applied !== null && migrations.every((name) => applied.has(name)),
    jobs: jobsRun(),
    room: await hasRoom(),
  };
  return { ready: Object.values(parts).every(Boolean), parts };
};

const soon = async <T>(work: Promise<T | null>): Promise<T | null> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, PATIENCE, null);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

/** Null when the database does not answer: that is the finding, not a fault of ours. */
const appliedMigrations = async (pool: pg.Pool): Promise<ReadonlySet<string> | null> => {
  try {
    const { rows } = await pool.query<{ name: string }>('select name from schema_migration limit 1000');
    return new Set(rows.map(({ name }) => name));
  } catch {
    return null;
  }
};
