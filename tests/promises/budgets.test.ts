import { expect, it } from 'vitest';
import { defineRoute } from '#platform/web/route.ts';
import { checkBudgets } from './checks/budgets.ts';
import type { Visit } from './support/crawl.ts';

const page = (path: string, count: number): Visit => ({
  who: 'auditor',
  path,
  route: defineRoute({ method: 'GET', path, policy: 'public.read', handle: () => new Response('') }),
  status: 200,
  type: 'text/html',
  text: '',
  links: [],
  sends: [],
  statements: [
    { sql: `begin; set local app.gemeente = 'GM0637'`, parameters: [] },
    { sql: 'with touched as (\n update session set x', parameters: [] },
    { sql: 'insert into jobs.instance (id) values ($1)', parameters: [] },
    ...Array.from({ length: count }, () => ({ sql: 'select\n 1', parameters: [] })),
    { sql: 'commit', parameters: [] },
  ],
});

it('is seen red: finds a seventh statement, and an excuse that nobody needs', () => {
  const pages = [page('/six', 6), page('/seven', 1), page('/seven', 7), page('/paper', 9)];
  expect(checkBudgets(pages, { '/paper': 'planted', '/six': 'planted' }).breaches).toEqual([
    '/seven as auditor: 7 statements, first select 1',
    '/six: is excused without need',
  ]);
});
