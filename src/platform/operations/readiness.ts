import type pg from 'pg';

/** One thing that must be right before visitors may come. */
type Part = 'database' | 'migrations' | 'jobs';

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
}

/** Asks the database itself; answers, never throws. */
export const readiness = async ({ pool, migrations, jobsRun }: ReadinessOptions): Promise<Readiness> => {
  const applied = await appliedMigrations(pool);
  const parts = {
    database: applied !== null,
    migrations: applied !== null && migrations.every((name) => applied.has(name)),
    jobs: jobsRun(),
  };
  return { ready: Object.values(parts).every(Boolean), parts };
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
