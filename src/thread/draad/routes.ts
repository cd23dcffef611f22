import { z } from 'zod';
import { isoDate } from '#platform/calendar/index.ts';
import { isId } from '#platform/database/ids.ts';
import type { TenantDb } from '#platform/database/tenant-transaction.ts';
import { notFound } from '#platform/errors.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { fallbackFor } from '#signaal/index.ts';
import { audienceOf } from '../audience.ts';
import { isClosed, isPassedOn, mayReadSignaal, type PageOf } from '../links.ts';
import { isThreadKind, type ThreadFacts, type ThreadItem, type ThreadRef } from '../model.ts';
import { A_PAGE, threadOf, type VoiceItem, voicesOfThread } from '../read.ts';
import { type WholeThread, wholeThreadPage } from './page.tsx';

const AFTER = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)~([0-9a-f-]{36})$/;

const afterWord = z
  .string()
  .regex(AFTER)
  .transform((word) => {
    const [, at = '', id = ''] = AFTER.exec(word) ?? [];
    return { at: new Date(at), id };
  })
  .refine(({ at, id }) => !Number.isNaN(at.getTime()) && isId(id))
  .optional()
  .catch(undefined);

/** The whole thread of an object as text: every object at each station, and all voices page by page. */
export const wholeThreadRoute = (pageOf: PageOf): Route =>
  defineRoute({
    method: 'GET',
    path: '/draad/:kind/:id',
    policy: 'public.read',
    params: z.object({ kind: z.string().refine(isThreadKind), id: z.string().refine(isId) }),
    query: z.object({ na: afterWord }),
    handle: async (rq, { params, query }) => {
      if (!isThreadKind(params.kind)) throw notFound();
      const start = { kind: params.kind, id: params.id };
      const whole = await rq.read((db) => readWhole(db, rq, pageOf, start, query.na ?? null));
      const response = await rq.page(wholeThreadPage(rq, pageOf, whole));
      response.headers.set('cache-control', 'no-store');
      return response;
    },
  });

const readWhole = async (
  db: TenantDb,
  rq: Rq,
  pageOf: PageOf,
  start: ThreadRef,
  after: { at: Date; id: string } | null,
): Promise<WholeThread> => {
  const audience = audienceOf(rq);
  const facts = await threadOf(db, rq.gemeente, start, audience, A_PAGE);
  if (!facts) throw notFound();
  const fallback = await fallbackFor(db, rq.gemeente, isoDate(rq.now), rq.principal);
  const areaOf = (item: ThreadItem): string | null => {
    const [buurtId] = item.buurtIds;
    const falls = buurtId === undefined ? fallback.unplaced : fallback.buurtIds.includes(buurtId);
    return falls ? fallback.areaId : null;
  };
  const mayRead = (item: ThreadItem): boolean =>
    item.facts.code === true || isPassedOn(rq, pageOf, item) || mayReadSignaal(rq, item, areaOf(item));
  const object = startOf(rq, pageOf, facts, mayRead);
  const voices = await voicesOfThread(db, rq.gemeente, start, audience, after);
  return { ...shown(voices, mayRead), facts, object, isPublic: audience.side === 'public' };
};

/** What the page begins with; "not found" when this visitor may not know of it. */
const startOf = (
  rq: Rq,
  pageOf: PageOf,
  { start, items }: ThreadFacts,
  mayRead: (item: ThreadItem) => boolean,
): ThreadItem => {
  const object = items.find(({ kind, id }) => kind === start.kind && id === start.id);
  if (!object || isClosed(rq, pageOf, object)) throw notFound();
  if (object.kind === 'signaal' && !mayRead(object)) throw notFound();
  return object;
};

const shown = (voices: readonly VoiceItem[], mayRead: (item: ThreadItem) => boolean) => {
  const page = voices.slice(0, A_PAGE);
  const last = page.at(-1);
  const isCut = voices.length > A_PAGE && last !== undefined;
  return {
    voices: page.filter(mayRead),
    hidden: page.length - page.filter(mayRead).length,
    next: isCut ? `${last.at.toISOString()}~${last.id}` : null,
  };
};
