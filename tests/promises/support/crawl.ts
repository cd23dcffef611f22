import type { Route } from '#platform/web/route.ts';
import type { Answer, TestClient } from '#testing/web-client.ts';
import type { House } from './house.ts';
import { type Leads, leadsOf, routeFinder } from './links.ts';
import { readTheHost, type Statement } from './statements.ts';

/** One page as one person got it. */
export interface Visit extends Leads {
  /** The role of the person; `visitor` without a session. */
  readonly who: string;
  readonly path: string;
  readonly route: Route | undefined;
  readonly status: number;
  readonly type: string;
  readonly text: string;
  readonly statements: readonly Statement[];
}

/** Somebody who walks through the house; every page they saw is kept. */
export interface Walk {
  readonly client: TestClient;
  readonly visits: readonly Visit[];
  /** Opens one page. */
  readonly look: (path: string) => Promise<Answer>;
  /** Keeps a page that a form answered with. */
  readonly keep: (path: string, answer: Answer) => void;
  /** Follows every link from these pages on; sends nothing. */
  readonly crawl: (...starts: string[]) => Promise<void>;
}

/** How many pages of one route are looked at: they differ only in their object or filter. */
const PAGES_OF_ONE_ROUTE = 3;
/** Some objects are in a state that hardly any other is in: two walkers look at all of them. */
const ALL_OF_THEM = 100;
const THOROUGH = ['visitor', 'functional_admin'];
const EVERY_ONE = [
  '/beheer/accounts',
  '/beheer/accounts/:id',
  '/beheer/instellingen/:key',
  '/beheer/onderwerpen/:id',
  '/demo/post/:id',
  '/volg/:code',
];
const MOST = 800;
/** Leads to a cookie instead of a page: the walker would go on in another language. */
const NOT_WALKED = /^\/taal\//;

const OPENED_BY_CODE = /^\/volg\//;
const BY_CODE = /^\/draad\/signaal\//;

/** Begins a walk as a role; `email` is that of an invented person, without it nobody is signed in. */
export const walkAs = async (house: House, role: string, email?: string): Promise<Walk> => {
  const client = await house.visit(email);
  const find = routeFinder(house.site.routes);
  const known = new Set<string>();
  const looked = new Map<Route | undefined, number>();
  const visits: Visit[] = [];
  const mostOf = (route: Route | undefined): number =>
    THOROUGH.includes(role) && EVERY_ONE.includes(route?.path ?? '') ? ALL_OF_THEM : PAGES_OF_ONE_ROUTE;
  const ask = async (path: string) => {
    house.statements.take();
    const answer = await client.get(path);
    return { answer, statements: house.statements.take() };
  };
  const look = async (path: string): Promise<Answer> => {
    known.add(path);
    const route = find('GET', path);
    looked.set(route, (looked.get(route) ?? 0) + 1);
    let seen = await ask(path);
    // The facts of the municipality are read anew every few seconds; that is no page's own doing.
    if (readTheHost(seen.statements)) seen = await ask(path);
    visits.push(visitOf({ who: role, path, route, ...seen }, house.origin));
    return seen.answer;
  };
  const crawl = async (...starts: string[]): Promise<void> => {
    const waiting = [...starts];
    for (let path = waiting.shift(); path !== undefined && visits.length < MOST; path = waiting.shift()) {
      const route = find('GET', path);
      const times = looked.get(route) ?? 0;
      if (known.has(path) || NOT_WALKED.test(path) || times >= mostOf(route)) continue;
      await look(path);
      const links = visits.at(-1)?.links ?? [];
      // What a code opened is open until another code is shown: whoever follows it does so at once.
      if (OPENED_BY_CODE.test(path)) waiting.unshift(...links.filter((link) => BY_CODE.test(link)));
      waiting.push(...links);
    }
  };
  const keep = (path: string, answer: Answer): void => {
    visits.push(visitOf({ who: role, path, route: undefined, answer, statements: [] }, house.origin));
  };
  return { client, visits, look, keep, crawl };
};

interface Seen {
  readonly who: string;
  readonly path: string;
  readonly route: Route | undefined;
  readonly answer: Answer;
  readonly statements: readonly Statement[];
}

const visitOf = ({ answer, ...seen }: Seen, origin: string): Visit => {
  const type = answer.headers.get('content-type') ?? '';
  const leads = type.startsWith('text/html') ? leadsOf(answer.text, origin) : { links: [], sends: [] };
  const links = answer.location === null ? leads.links : [...leads.links, answer.location];
  return { ...seen, status: answer.status, type, text: answer.text, links, sends: leads.sends };
};
