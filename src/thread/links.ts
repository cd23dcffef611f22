import { reachesObject } from '#people/index.ts';
import type { Rq } from '#platform/web/request.ts';
import type { Route } from '#platform/web/route.ts';
import { reachesSignaal, shownCode } from '#signaal/index.ts';
import type { StationKey, ThreadItem, ThreadRef } from './model.ts';

/** The policy of a page by its route's pattern; undefined when the house has no such page. */
export type PageOf = (pattern: string) => Pick<Route, 'policy'> | undefined;

/** The pages of all routes of the house. */
export const pagesOf = (routes: () => readonly Route[]): PageOf => {
  let pages: ReadonlyMap<string, Route> | undefined;
  return (pattern) => {
    pages ??= new Map(routes().flatMap((route) => (route.method === 'GET' ? [[route.path, route]] : [])));
    return pages.get(pattern);
  };
};

type Kind = ThreadItem['kind'];

/** The pages of each kind, the best for whoever may open it first; `:focuspunt` is the focuspunt above it. */
const PAGES: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  knot: ['/knopen/:id'],
  care_pattern: ['/zorgpatronen/:id'],
  group: ['/groepen/:id'],
  knelpunt: ['/knelpunten/:id'],
  focuspunt: ['/focuspunten/:id/werk', '/focuspunten/:id'],
  plan: ['/plannen/:id'],
  goal: ['/doelen/:id'],
  yearly_test: ['/toetsen/:id'],
  news_release: ['/raadsmemo/:id'],
  document: ['/raad/register/:id'],
  council_item: ['/raad/register/:id'],
};

/** The page of the whole thread of an object, at one of its stations. */
export const threadHref = ({ kind, id }: ThreadRef, station?: StationKey): string =>
  `/draad/${kind}/${id}${station === undefined ? '' : `#${station}`}`;

/** Where this visitor may open an object of the thread; null when he may only know that it is there. */
export const hrefOf = (rq: Rq, pageOf: PageOf, item: ThreadItem): string | null => {
  if (item.kind === 'department') return null;
  if (item.kind === 'signaal') return signaalHref(rq, pageOf, item);
  const { kind, id } = item;
  const own = pageHref(rq, pageOf, item);
  if (own !== null) return own;
  return isClosed(rq, pageOf, item) ? null : threadHref({ kind, id });
};

const pageHref = (rq: Rq, pageOf: PageOf, item: ThreadItem): string | null => {
  const pattern = (PAGES[item.kind] ?? []).find((path) => {
    const page = pageOf(path);
    return page !== undefined && mayOpen(rq, page.policy, item);
  });
  return pattern === undefined ? null : pattern.replace(':id', item.id);
};

const mayOpen = ({ world, principal }: Rq, action: string, item: ThreadItem): boolean =>
  world.gate(principal, action, reachesObject(principal, item)).ok;

/** Knots, groups and patterns of the care network are for whoever may open their own page, and for nobody else. */
const CONFINED: readonly Kind[] = ['knot', 'care_pattern', 'group'];

/** Whether even the name of an object stays hidden from this visitor. */
export const isClosed = (rq: Rq, pageOf: PageOf, item: ThreadItem): boolean =>
  CONFINED.includes(item.kind) && pageHref(rq, pageOf, item) === null;

/** Where whoever passed a melding on sees how it stands. */
const PASSED_ON = '/doorgeven/:id';

/** Whether this visitor passed a melding on himself, and may follow it without its words (0.2 D20). */
export const isPassedOn = (rq: Rq, pageOf: PageOf, item: ThreadItem): boolean => {
  const page = pageOf(PASSED_ON);
  const isOwn = rq.principal.id !== null && item.accountIds.includes(rq.principal.id);
  return isOwn && page !== undefined && rq.may(page.policy);
};

/** A melding: the page of its code for whoever showed that, of whoever passed it on, the staff's page within their scope. */
const signaalHref = (rq: Rq, pageOf: PageOf, item: ThreadItem): string | null => {
  const shown = shownCode(rq);
  if (shown && item.facts.code === true) return `/volg/${shown.code}`;
  if (isPassedOn(rq, pageOf, item)) return PASSED_ON.replace(':id', item.id);
  return mayReadSignaal(rq, item) ? `/signalen/${item.id}` : null;
};

/** Whether this person may read a melding of the thread: asked of the same gate that its own page asks. */
export const mayReadSignaal = (
  { world, principal }: Rq,
  item: ThreadItem,
  fallbackAreaId: string | null = null,
): boolean =>
  world.gate(
    principal,
    'signaal.read',
    reachesSignaal(principal, {
      buurtId: item.buurtIds[0] ?? null,
      queue: String(item.facts.queue ?? ''),
      complex: item.facts.complex === true,
      kind: String(item.facts.kind ?? ''),
      registeredBy: item.accountIds[0] ?? null,
      channel: String(item.facts.channel ?? ''),
      departmentIds: item.departmentIds,
      fallbackAreaId,
    }),
  ).ok;
