import { z } from 'zod';
import { endOfTerm, publicPhone, readSettings } from '#gemeente/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import { isId } from '#platform/database/ids.ts';
import { notFound } from '#platform/errors.ts';
import { randomToken } from '#platform/secrets/index.ts';
import { parseCode } from '#platform/speakable-code/index.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { tooLong } from '../../settings.ts';
import { photoAnswer } from '../draft/photos.ts';
import { lookUp, mustLookUp } from './code.ts';
import { codePage, hidden } from './code-page.tsx';
import { type FollowPage, followPage } from './follow-page.tsx';
import { FOLLOW, followPath } from './paths.ts';
import { asItStands, readCourse } from './read.ts';
import { shownCodeCookie } from './shown-code.ts';
import { mayPress } from './standing.ts';

/** Any text: what is no code gets the form with help, not "not found". */
export const codeParam = z.object({ code: z.string().max(200) });

const askCode = defineRoute({
  method: 'GET',
  path: FOLLOW,
  policy: 'signaal.follow',
  query: z.object({ code: z.string().optional().catch(undefined) }),
  handle: async (rq, { query }) => {
    const typed = query.code?.trim() ?? '';
    if (typed === '') return codePage(rq, '', query.code === undefined ? null : 'code_unreadable');
    const parsed = parseCode(typed);
    return 'code' in parsed ? rq.redirect(followPath(parsed.code)) : codePage(rq, typed, 'code_unreadable');
  },
});

const done = z
  .enum(['doorgegeven', 'aangevuld', 'ingetrokken', 'opgelost', 'heropend'])
  .optional()
  .catch(undefined);

const showFollowed = defineRoute({
  method: 'GET',
  path: `${FOLLOW}/:code`,
  policy: 'signaal.follow',
  params: codeParam,
  query: z.object({ gedaan: done }),
  handle: (rq, { params, query }) => answerFollowed(rq, params.code, { done: query.gedaan }),
});

/** The page of a code, or the form with what is wrong with it. At most six queries. */
export const answerFollowed = async (
  rq: Rq,
  typed: string,
  more: Pick<FollowPage, 'done' | 'errors'>,
): Promise<Response> => {
  const looked = await lookUp(rq, typed, async (db, signaal) => {
    const settings = await readSettings(db, rq.gemeente, isoDate(rq.now));
    return {
      whole: { signaal: asItStands(signaal), ...(await readCourse(db, rq.gemeente, signaal)) },
      phone: settings.get(publicPhone),
      pressable: mayPress(signaal, endOfTerm(settings, tooLong, signaal.receivedAt), rq.now),
      thread: await rq.redThread({ kind: 'signaal', id: signaal.id }, db),
    };
  });
  if ('problem' in looked) return codePage(rq, typed, looked.problem);
  const page = { code: looked.code, ...looked.found, ...more, onceKey: randomToken(16) };
  const response = hidden(await rq.page(followPage(rq, page)));
  if (!rq.signedIn) response.headers.append('set-cookie', shownCodeCookie(rq, looked.code));
  return response;
};

const showPhoto = defineRoute({
  method: 'GET',
  path: `${FOLLOW}/:code/foto/:id`,
  policy: 'signaal.follow',
  params: codeParam.extend({ id: z.string().refine(isId) }),
  query: z.object({ klein: z.string().optional() }),
  handle: async (rq, { params, query }) => {
    const { found } = await mustLookUp(rq, params.code, async (db, signaal) => {
      if (!signaal.photos.includes(params.id)) return undefined;
      return db
        .selectFrom('file')
        .select(query.klein ? 'thumbnail as bytes' : 'bytes')
        .where('gemeente', '=', rq.gemeente)
        .where('id', '=', params.id)
        .executeTakeFirst();
    });
    if (!found?.bytes) throw notFound();
    return photoAnswer(found.bytes);
  },
});

/** Following a report with its code. */
export const followRoutes: readonly Route[] = [askCode, showFollowed, showPhoto];
