import type pg from 'pg';

/** One statement as it went to the database. */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** What was heard on a pool. */
export interface Listener {
  /** The statements since the last time. */
  readonly take: () => Statement[];
  /** Each different statement since the beginning, with the parameters it had first. */
  readonly different: () => Statement[];
}

/** Keeps every statement that goes over a pool, whoever sends it. */
export const listenTo = (pool: pg.Pool): Listener => {
  let kept: Statement[] = [];
  const heard = new Map<string, Statement>();
  const tapped = new WeakSet<pg.PoolClient>();
  pool.on('acquire', (client) => {
    if (tapped.has(client)) return;
    tapped.add(client);
    const send: (...given: unknown[]) => unknown = client.query.bind(client);
    const query = (...given: unknown[]): unknown => {
      const statement = statementOf(given);
      kept.push(statement);
      if (!heard.has(statement.sql)) heard.set(statement.sql, statement);
      return send(...given);
    };
    Object.assign(client, { query });
  });
  return {
    take: () => {
      const taken = kept;
      kept = [];
      return taken;
    },
    different: () => [...heard.values()],
  };
};

const statementOf = ([first, second]: unknown[]): Statement => {
  const asked = typeof first === 'object' && first !== null ? first : { text: first, values: second };
  const { text = '', values } = { values: second, ...asked } as { text?: unknown; values?: unknown };
  return { sql: String(text), parameters: Array.isArray(values) ? values : [] };
};

/** The frame of a transaction and the one look at session and roles: every page has them (design.md, law 7). */
const FRAME = /^\s*(begin|commit|rollback|set local)\b|^\s*with touched as \(\s*update session\b/i;

/** pg-boss keeps its own house beside whatever runs. */
const HOUSEKEEPING = /\bjobs\.(instance|queue|schedule|version|warning)\b/i;

/** What a page itself asks. */
export const ownStatements = (statements: readonly Statement[]): Statement[] =>
  statements.filter(({ sql }) => !FRAME.test(sql) && !HOUSEKEEPING.test(sql));

/** Whether the municipality of the host name was read anew: that happens at most every few seconds. */
export const readTheHost = (statements: readonly Statement[]): boolean =>
  statements.some(({ sql }) => /\bfrom tenant_host\b/i.test(sql));
