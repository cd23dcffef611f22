import { isoDate } from '#platform/calendar/index.ts';
import { readCursor } from '#platform/paging.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { OPEN_STATES } from '../../rules/signaal-states.ts';
import { type ListFilter, readList } from '../list.ts';
import { fallbackFor, scopeOf } from '../scope.ts';
import { readListChoices } from './choices.ts';
import { filterOf, type WorkQuery, workQuery } from './filter.tsx';
import { scopedPage, WORK, workPage } from './page.tsx';
import { readLoad, readWork, type WorkFilter, type WorkScope, workScope } from './read.ts';

const SIZE = 50;

const departmentList = async (rq: Rq, query: WorkQuery, scope: WorkScope): Promise<Response> => {
  const isHead = rq.principal.holdings.some(({ role }) => role === 'department_head');
  const found = await rq.read(async (db) => ({
    page: await readWork(db, {
      gemeente: rq.gemeente,
      scope,
      filter: filterOf(query, rq.now),
      after: readCursor(query.na),
      size: SIZE,
    }),
    choices: await readListChoices(db, rq),
    load: isHead ? await readLoad(db, rq.gemeente, scope, rq.now) : null,
  }));
  return rq.page(workPage(rq, { query, ...found }));
};

/** The same wishes for a list of signalen instead of parts. */
const asListFilter = ({
  number,
  words,
  buurtId,
  categoryId,
  source,
  channel,
  lateAt,
}: WorkFilter): ListFilter =>
  number === undefined
    ? {
        states: OPEN_STATES,
        ...(words ? { words } : {}),
        ...(buurtId ? { buurtId } : {}),
        ...(categoryId ? { categoryId } : {}),
        ...(source ? { source } : {}),
        ...(channel ? { channel } : {}),
        ...(lateAt ? { lateAt } : {}),
      }
    : { number };

const scopedList = async (rq: Rq, query: WorkQuery): Promise<Response> => {
  const { gemeente, principal } = rq;
  const found = await rq.read(async (db) => ({
    page: await readList(db, {
      gemeente,
      accountId: principal.id,
      branches: scopeOf(principal, await fallbackFor(db, gemeente, isoDate(rq.now), principal)),
      filter: asListFilter(filterOf(query, rq.now)),
      order: 'oldest',
      after: readCursor(query.na),
      size: SIZE,
    }),
    choices: await readListChoices(db, rq),
  }));
  return rq.page(scopedPage(rq, { query, ...found }));
};

const show = defineRoute({
  method: 'GET',
  path: WORK,
  policy: 'signaal.read',
  query: workQuery,
  handle: (rq, { query }) => {
    const scope = workScope(rq.principal);
    return scope ? departmentList(rq, query, scope) : scopedList(rq, query);
  },
});

/** Everybody's own worklist. */
export const workRoutes: readonly Route[] = [show];
