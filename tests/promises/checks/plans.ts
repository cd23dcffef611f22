import type pg from 'pg';
import type { Finding } from '../support/finding.ts';
import type { Statement } from '../support/statements.ts';

/** A statement with the name of whoever asks it. */
export interface Asked extends Statement {
  readonly name: string;
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Schema?: string;
  readonly 'Index Cond'?: string;
  readonly 'Recheck Cond'?: string;
  readonly Filter?: string;
  readonly Plans?: readonly PlanNode[];
}

const BIG = 1_000;

/** The tables that are too big to be read whole, by the statistics of the last ANALYZE. */
export const bigTables = async (client: pg.Client): Promise<ReadonlySet<string>> => {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind = 'r' and reltuples > ${BIG}`,
  );
  return new Set(rows.map(({ name }) => name));
};

const EXPLAINABLE = /^\s*(select|with|insert|update|delete)\b/i;

/**
 * The plan of each statement as the application's role inside its tenant: no big table is read from end to end, neither
 * by a sequential scan nor by an index of which only the municipality is asked. `client` signs in as that role.
 */
export const checkPlans = async (
  client: pg.Client,
  gemeente: string,
  statements: readonly Asked[],
  big: ReadonlySet<string>,
): Promise<Finding> => {
  const breaches: string[] = [];
  const asked = statements.filter(({ sql }) => EXPLAINABLE.test(sql));
  for (const { name, sql, parameters } of asked) {
    await client.query('begin');
    try {
      await client.query(`set local app.gemeente = '${gemeente}'`);
      const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
        `explain (format json, verbose) ${sql}`,
        [...parameters],
      );
      const plan = rows[0]?.['QUERY PLAN'][0].Plan;
      if (plan)
        breaches.push(...faultsOf(plan, big, false).map((fault) => `${name}: ${fault}: ${short(sql)}`));
    } finally {
      await client.query('rollback');
    }
  }
  return { seen: asked.length, breaches };
};

const short = (sql: string): string => sql.replaceAll(/\s+/g, ' ').trim().slice(0, 160);

const faultsOf = (node: PlanNode, big: ReadonlySet<string>, isCut: boolean): string[] => {
  const cut = isCut || node['Node Type'] === 'Limit';
  const below = (node.Plans ?? []).flatMap((plan) => faultsOf(plan, big, cut));
  const table = node['Relation Name'];
  if (table === undefined || node.Schema !== 'public' || !big.has(table)) return below;
  if (node['Node Type'] === 'Seq Scan') return [...below, `reads all of ${table}`];
  const narrowed = conditionsOf(node).filter((column) => column !== 'gemeente');
  const isRead = /Scan$/.test(node['Node Type']) && node['Node Type'] !== 'Bitmap Index Scan';
  if (isRead && narrowed.length === 0 && !cut) return [...below, `reads all of the municipality's ${table}`];
  return below;
};

/** The columns by which an index is entered. */
const conditionsOf = (node: PlanNode): string[] => {
  const conditions = [
    node['Index Cond'],
    node['Recheck Cond'],
    ...(node.Plans ?? []).map((plan) => plan['Index Cond']),
  ];
  return conditions.flatMap((text) =>
    [...(text ?? '').matchAll(/(?:\w+\.)?(\w+) (?:=|<|>|<=|>=|\()/g)].map(([, name = '']) => name),
  );
};
