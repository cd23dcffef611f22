import { z } from 'zod';
import { type Mistakes, noMistakes } from '#gemeente/index.ts';
import { send } from '#monitor/index.ts';
import { followerHref, holderOfToken, NEWS } from '#people/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import { runSql } from '#platform/database/tenant-transaction.ts';
import { notFound } from '#platform/errors.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { askFollow, beginFollow, MOST_FOLLOWS, stopFollow, stopFollowFor } from './commands.ts';
import { type FollowKind, type FollowRef, followedOf, followKinds } from './followed.ts';
import { askedPage, askPage, deskPage, type OwnFollow, ownPage, stoppedPage } from './pages.tsx';
import { ASKED, askHref, DESK_STOP, STOPPED } from './paths.ts';
import { followTexts } from './texts.ts';

const maxBody = 5_000;
const LIMIT = { uses: 120, seconds: 3_600 } as const;
const kindAndId = z.object({ kind: z.enum(followKinds), id: z.uuid() });
const mailForm = z.object({ mail: z.string().max(1_000).catch('') });
const tokenOnly = z.object({ token: z.string().max(200) });

const findFollowed = (rq: Rq, refs: readonly FollowRef[]) =>
  rq.read((db) => followedOf(db, rq.gemeente, isoDate(rq.now), refs));

const mustFind = async (rq: Rq, kind: FollowKind, id: string) => {
  const [followed] = await findFollowed(rq, [{ kind, id }]);
  if (!followed) throw notFound();
  return followed;
};

const showAsk = defineRoute({
  method: 'GET',
  path: askHref(':kind', ':id'),
  policy: 'follow.ask',
  params: kindAndId,
  handle: async (rq, { params: { kind, id } }) =>
    rq.page(askPage(rq, await mustFind(rq, kind, id), '', noMistakes)),
});

const sendAsk = defineRoute({
  method: 'POST',
  path: askHref(':kind', ':id'),
  policy: 'follow.ask',
  params: kindAndId,
  form: mailForm,
  maxBody,
  limit: LIMIT,
  handle: async (rq, { params: { kind, id }, form }) => {
    const mail = form.ok ? form.value.mail : '';
    const sent = await send(rq, followTexts, () =>
      rq.run(askFollow, { kind, objectId: id, mail, lang: rq.lang, visitor: rq.visitor }),
    );
    if (sent.ok) return rq.redirect(ASKED);
    return rq.page(askPage(rq, await mustFind(rq, kind, id), mail, sent.mistakes));
  },
});

const asked = defineRoute({
  method: 'GET',
  path: ASKED,
  policy: 'follow.ask',
  handle: (rq) => rq.page(askedPage(rq)),
});

const stopped = defineRoute({
  method: 'GET',
  path: STOPPED,
  policy: 'follow.ask',
  handle: (rq) => rq.page(stoppedPage(rq)),
});

const FOLLOWS = `select f.id, f.object_kind as kind, f.object_id as "objectId" from follow f
  where f.gemeente = $1 and f.correspondent_id = $2 and f.ended_at is null order by f.id limit ${MOST_FOLLOWS}`;

const readOwn = (rq: Rq, token: string, question: FollowRef | null) =>
  rq.read(async (db) => {
    const holder = await holderOfToken(db, rq.gemeente, 'follow', token);
    if (!holder) throw notFound();
    if (holder.wiped) return null;
    const rows = await runSql<{ id: string; kind: string; objectId: string }>(db, FOLLOWS, [
      rq.gemeente,
      holder.id,
    ]);
    const refs = rows.map(({ kind, objectId }) => ({ kind, id: objectId }));
    const known = await followedOf(db, rq.gemeente, isoDate(rq.now), question ? [...refs, question] : refs);
    const find = (ref: FollowRef) => known.find(({ kind, id }) => kind === ref.kind && id === ref.id) ?? null;
    const follows: OwnFollow[] = rows.map(({ id, kind, objectId }) => ({
      id,
      followed: find({ kind, id: objectId }),
    }));
    const isFollowed = refs.some(({ kind, id }) => kind === question?.kind && id === question.id);
    return { follows, asked: question && !isFollowed ? find(question) : null };
  });

/** The address is the key: no search machine may keep it. */
const unlisted = (response: Response): Response => {
  response.headers.set('x-robots-tag', 'noindex');
  return response;
};

const own = async (
  rq: Rq,
  token: string,
  more: { question?: FollowRef | null; said?: 'begun' | 'stopped' | null; mistakes?: Mistakes },
): Promise<Response> => {
  const view = await readOwn(rq, token, more.question ?? null);
  if (view === null) return rq.redirect(STOPPED);
  const { said = null, mistakes = noMistakes } = more;
  return unlisted(await rq.page(ownPage(rq, { token, ...view, said, mistakes })));
};

/** What `area.<id>` asks about; null for anything else. */
const refIn = (text: string): FollowRef | null => {
  const [kind = '', id = ''] = text.split('.');
  const ref = kindAndId.safeParse({ kind, id });
  return ref.success ? ref.data : null;
};

const showOwn = defineRoute({
  method: 'GET',
  path: `${NEWS}/:token`,
  policy: 'follow.keep',
  params: tokenOnly,
  query: z.object({
    bij: z.string().max(100).catch(''),
    gedaan: z.enum(['begonnen', 'gestopt']).optional().catch(undefined),
  }),
  limit: LIMIT,
  handle: (rq, { params: { token }, query }) => {
    const said = query.gedaan === 'begonnen' ? 'begun' : query.gedaan === 'gestopt' ? 'stopped' : null;
    return own(rq, token, { question: refIn(query.bij), said });
  },
});

const begin = defineRoute({
  method: 'POST',
  path: `${NEWS}/:token/volgen`,
  policy: 'follow.keep',
  params: tokenOnly,
  form: z.object({ kind: z.enum(followKinds), object: z.uuid() }),
  maxBody,
  limit: LIMIT,
  handle: async (rq, { params: { token }, form }) => {
    if (!form.ok) throw notFound();
    const { kind, object } = form.value;
    const sent = await send(rq, followTexts, () => rq.run(beginFollow, { token, kind, objectId: object }));
    if (sent.ok) return rq.redirect(`${followerHref(token)}?gedaan=begonnen`);
    return own(rq, token, { mistakes: sent.mistakes });
  },
});

/** Also the button of a mail program, which sends nothing of ours (RFC 8058): that stops everything. */
const stop = defineRoute({
  method: 'POST',
  path: `${NEWS}/:token/stop`,
  policy: 'follow.keep',
  params: tokenOnly,
  form: z.object({ follow: z.uuid().nullable().catch(null) }),
  maxBody,
  limit: LIMIT,
  handle: async (rq, { params: { token }, form }) => {
    const { left } = await rq.run(stopFollow, { token, followId: form.ok ? form.value.follow : null });
    return rq.redirect(left === 0 ? STOPPED : `${followerHref(token)}?gedaan=gestopt`);
  },
});

const showDesk = defineRoute({
  method: 'GET',
  path: DESK_STOP,
  policy: 'follow.stop_for',
  query: z.object({ gedaan: z.string().optional().catch(undefined) }),
  handle: (rq, { query }) => rq.page(deskPage(rq, '', noMistakes, query.gedaan === 'ja')),
});

const sendDesk = defineRoute({
  method: 'POST',
  path: DESK_STOP,
  policy: 'follow.stop_for',
  form: mailForm,
  maxBody,
  handle: async (rq, { form }) => {
    const mail = form.ok ? form.value.mail : '';
    const sent = await send(rq, followTexts, () => rq.run(stopFollowFor, { mail }));
    return sent.ok
      ? rq.redirect(`${DESK_STOP}?gedaan=ja`)
      : rq.page(deskPage(rq, mail, sent.mistakes, false));
  },
});

/** Following a wijk or a focuspunt by mail: asking, confirming, seeing, stopping. */
export const followRoutes: readonly Route[] = [
  showAsk,
  sendAsk,
  asked,
  stopped,
  showOwn,
  begin,
  stop,
  showDesk,
  sendDesk,
];
