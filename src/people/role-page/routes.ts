import { z } from 'zod';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { isRole } from '../roles.ts';
import { ROLES, ROLES_JSON, rolesPage } from './page.tsx';
import { machineReadable } from './rolebook.ts';

const policy = 'role.read';

const show = defineRoute({
  method: 'GET',
  path: ROLES,
  policy,
  beforeSecondFactor: true,
  query: z.object({ rol: z.string().max(60).catch('') }),
  handle: async (rq, { query: { rol } }) => rq.page(rolesPage(rq, isRole(rol) ? rol : null)),
});

const json = defineRoute({
  method: 'GET',
  path: ROLES_JSON,
  policy,
  beforeSecondFactor: true,
  handle: () => Response.json(machineReadable()),
});

/** The generated role page, for people and for machines. */
export const rolePageRoutes: readonly Route[] = [show, json];
