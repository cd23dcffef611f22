import { z } from 'zod';
import { isoDate } from '#platform/calendar/index.ts';
import { notFound } from '#platform/errors.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { refuse } from '../refusals.ts';
import { signOut } from '../sign-in/commands.ts';
import { AFTER_SIGN_IN, noSessionCookie, sessionCookie, sessionTokenOf } from '../web-session.ts';
import { stepIn } from './commands.ts';
import { DEMO, demoPage, NOBODY, STEP_IN } from './page.tsx';
import { inventedPeople } from './read.ts';

const show = defineRoute({
  method: 'GET',
  path: DEMO,
  policy: 'public.read',
  beforeSecondFactor: true,
  handle: async (rq) => {
    const people = await rq.read((db) => inventedPeople(db, rq.gemeente, isoDate(rq.now)));
    return rq.page(demoPage(rq, people));
  },
});

/** A page of ours to begin at; anything else is left out. */
const OWN_PAGE = z
  .string()
  .max(200)
  .regex(/^\/(?!\/)[\w/?=&-]*$/)
  .optional()
  .catch(undefined);

/** As an invented person, or as nobody: a resident, who looks without signing in. */
const WHO = z.union([z.uuid(), z.literal(NOBODY)]);

const enter = defineRoute({
  method: 'POST',
  path: STEP_IN,
  policy: 'public.read',
  beforeSecondFactor: true,
  maxBody: 5_000,
  limit: { uses: 120, seconds: 900 },
  form: z.object({ person: WHO, naar: OWN_PAGE }),
  handle: async (rq, { form }) => {
    if (!form.ok) throw notFound();
    const { person, naar } = form.value;
    const oldSession = sessionTokenOf(rq);
    if (person === NOBODY) {
      if (oldSession) await rq.run(signOut, { token: oldSession });
      return rq.redirect(naar ?? '/', [noSessionCookie(rq)]);
    }
    const token = await rq.run(stepIn, { accountId: person, oldSession });
    if (token === null) throw refuse('not_invented', { status: 403 });
    return rq.redirect(naar ?? AFTER_SIGN_IN, [sessionCookie(rq, token)]);
  },
});

/** The demo's way in; without any route when it is not enabled, so that nothing of it exists. */
export const demoRoutes = (enabled: boolean): readonly Route[] => (enabled ? [show, enter] : []);
