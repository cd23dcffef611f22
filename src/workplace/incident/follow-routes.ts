import { z } from 'zod';
import { leastShown, monthsBefore } from '#council/index.ts';
import { readSettings } from '#gemeente/index.ts';
import { registerNoticeKind } from '#people/index.ts';
import { isoDate, plusDays, startOfDay } from '#platform/calendar/index.ts';
import { notFound } from '#platform/errors.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { followPattern, quarterStart, stopFollowing } from './follow.ts';
import { followedPage } from './followed-page.tsx';
import { readFollowed } from './followed-read.ts';
import { FOLLOWED, PATTERN } from './paths.ts';
import { incidentTexts } from './texts.ts';

registerNoticeKind('pattern_quarter', incidentTexts, 'notice.quarter', () => FOLLOWED);

const policy = 'pattern.follow';
const maxBody = 5_000;

const follow = defineRoute({
  method: 'POST',
  path: `${PATTERN}/volgen`,
  policy,
  maxBody,
  form: z.object({
    kind: z.enum(['area', 'focuspunt', 'category']),
    object: z.uuid(),
    back: z.string().max(500).catch(''),
  }),
  handle: async (rq, { form }) => {
    if (!form.ok) throw notFound();
    const { kind, object, back } = form.value;
    await rq.run(followPattern, { kind, objectId: object });
    const query = new URLSearchParams(back);
    query.set('gevolgd', 'ja');
    return rq.redirect(`${PATTERN}?${query}`);
  },
});

const QUARTER_MONTHS = 3;

const show = defineRoute({
  method: 'GET',
  path: FOLLOWED,
  policy,
  handle: async (rq) => {
    const accountId = rq.signedIn?.accountId;
    if (accountId === undefined) throw notFound();
    const today = isoDate(rq.now);
    const end = quarterStart(today);
    const from = monthsBefore(end, QUARTER_MONTHS);
    const before = monthsBefore(from, QUARTER_MONTHS);
    const { followed, least } = await rq.read(async (db) => ({
      least: (await readSettings(db, rq.gemeente, today)).get(leastShown),
      followed: await readFollowed(db, rq.gemeente, accountId, {
        before: startOfDay(before),
        from: startOfDay(from),
        to: startOfDay(end),
      }),
    }));
    return rq.page(followedPage(rq, followed, { from, to: plusDays(end, -1), leastShown: least }));
  },
});

const stop = defineRoute({
  method: 'POST',
  path: `${FOLLOWED}/:id/stop`,
  policy,
  maxBody,
  params: z.object({ id: z.uuid() }),
  handle: async (rq, { params: { id } }) => {
    await rq.run(stopFollowing, { followId: id });
    return rq.redirect(FOLLOWED);
  },
});

/** Following once a quarter. */
export const followRoutes: readonly Route[] = [follow, show, stop];
