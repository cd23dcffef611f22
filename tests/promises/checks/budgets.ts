import type { Visit } from '../support/crawl.ts';
import type { Finding } from '../support/finding.ts';
import { ownStatements } from '../support/statements.ts';

/** Law 7: the most statements of one screen; begin, commit and the one look at session and roles not counted. */
const BUDGET = 6;

/** What is no screen but a document, with the reason why its length decides how much is asked. */
export type Documents = Readonly<Record<string, string>>;

/** Each page as its fullest reader keeps to the budget; `seen` counts the pages, `routes` their kinds. */
export const checkBudgets = (
  visits: readonly Visit[],
  documents: Documents,
): Finding & { readonly routes: number; readonly fullest: number } => {
  const heaviest = new Map<string, { visit: Visit; count: number }>();
  for (const visit of visits) {
    if (!visit.route) continue;
    const count = ownStatements(visit.statements).length;
    if (count > (heaviest.get(visit.route.path)?.count ?? -1))
      heaviest.set(visit.route.path, { visit, count });
  }
  const over = [...heaviest].filter(([, { count }]) => count > BUDGET);
  const breaches = over
    .filter(([path]) => !Object.hasOwn(documents, path))
    .map(
      ([path, { visit, count }]) => `${path} as ${visit.who}: ${count} statements, first ${firstOf(visit)}`,
    );
  for (const path of Object.keys(documents)) {
    if (!over.some(([one]) => one === path)) breaches.push(`${path}: is excused without need`);
  }
  const counts = [...heaviest.values()].map(({ count }) => count);
  return { seen: visits.length, routes: heaviest.size, fullest: Math.max(0, ...counts), breaches };
};

const firstOf = ({ statements }: Visit): string =>
  (ownStatements(statements)[0]?.sql ?? '').replaceAll(/\s+/g, ' ').trim().slice(0, 80);
