import { isAction } from '#people/index.ts';
import type { Route } from '#platform/web/route.ts';
import type { Visit } from '../support/crawl.ts';
import type { Finding } from '../support/finding.ts';
import { routeFinder } from '../support/links.ts';

/** Routes that keep a rule in another way, each with its reason. */
export type Reasons = Readonly<Record<string, string>>;

/** `GET /volg/:code`: how a route is named in lists. */
export const nameOf = ({ method, path }: Pick<Route, 'method' | 'path'>): string => `${method} ${path}`;

/** Each route once, with an action of the matrix; each POST with a schema for its fields, or with a reason. */
export const checkRoutes = (routes: readonly Route[], withoutSchema: Reasons): Finding => {
  const breaches: string[] = [];
  const names = new Set<string>();
  const bare = new Set<string>();
  for (const route of routes) {
    const name = nameOf(route);
    const shape = name.replaceAll(/:\w+(\{[^}]*\})?/g, ':x');
    if (names.has(shape)) breaches.push(`${name}: is declared twice`);
    names.add(shape);
    if (!isAction(route.policy))
      breaches.push(`${name}: policy ${route.policy} stands in no row of the matrix`);
    if (route.method !== 'POST' || route.form) continue;
    bare.add(name);
    if (!Object.hasOwn(withoutSchema, name)) breaches.push(`${name}: takes a form without a schema`);
  }
  for (const name of Object.keys(withoutSchema)) {
    if (!bare.has(name)) breaches.push(`${name}: is excused without need`);
  }
  return { seen: routes.length, breaches };
};

/** No address comes or goes without somebody writing it down; `written` gives the policy of each. */
export const checkSnapshot = (
  routes: readonly Route[],
  written: Readonly<Record<string, string>>,
): Finding => {
  const now = snapshotOf(routes);
  return {
    seen: routes.length,
    breaches: [
      ...Object.keys(written)
        .filter((name) => now[name] === undefined)
        .map((name) => `${name}: vanished`),
      ...Object.entries(now)
        .filter(([name, policy]) => written[name] !== policy)
        .map(([name, policy]) => `${name}: ${written[name] ?? 'new'} -> ${policy}`),
    ],
  };
};

/** Every address with its policy, as routes.json keeps them. */
export const snapshotOf = (routes: readonly Route[]): Record<string, string> =>
  Object.fromEntries(
    routes.map((route) => [nameOf(route), route.policy] as const).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );

/** Each GET stands behind a link, each POST behind a form on some page; no link and no form leads to nothing. */
export const checkReach = (
  routes: readonly Route[],
  visits: readonly Visit[],
  unlinked: Reasons,
): Finding => {
  const find = routeFinder(routes);
  const reached = new Set<string>();
  const breaches = new Set<string>();
  let seen = 0;
  const follow = (method: 'GET' | 'POST', path: string, from: Visit): void => {
    seen += 1;
    const route = find(method, path);
    if (route) reached.add(nameOf(route));
    else
      breaches.add(
        `${from.route?.path ?? from.path}: ${method} ${path.replace(/\?.*/, '')} leads to nothing`,
      );
  };
  for (const visit of visits) {
    if (visit.route) reached.add(nameOf(visit.route));
    for (const link of visit.links) follow('GET', link, visit);
    for (const form of visit.sends) follow('POST', form, visit);
  }
  for (const name of routes.map(nameOf)) {
    if (reached.has(name) === Object.hasOwn(unlinked, name)) {
      breaches.add(
        `${name}: ${reached.has(name) ? 'is excused without need' : 'stands behind no link and no form'}`,
      );
    }
  }
  return { seen, breaches: [...breaches] };
};
