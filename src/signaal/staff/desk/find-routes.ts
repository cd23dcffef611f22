import { z } from 'zod';
import { fallbackArea, readSettings } from '#gemeente/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import { isId } from '#platform/database/ids.ts';
import { readCursor } from '#platform/paging.ts';
import { attempt, noErrors } from '#platform/web/attempt.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { lineField } from '../../public/parts/fields.ts';
import { findableDays } from '../../settings.ts';
import { type ListFilter, readList } from '../list.ts';
import { fallbackWith, scopeOf } from '../scope.ts';
import { type Found, findForVisitor } from './find.ts';
import { FIND, type FoundPage, findPage } from './find-page.tsx';
import { followedBy } from './follows.ts';

const policy = 'signaal.register';
const NOTHING_TYPED = { zoek: '', postcode: '' };
const SIZE = 10;
const DAY = 86_400_000;

const findQuery = z.object({
  gevonden: z.string().max(1_000).optional().catch(undefined),
  straat: z.string().max(200).optional().catch(undefined),
  nummer: z.coerce.number().int().min(1).max(999_999_999).optional().catch(undefined),
  na: z.string().max(100).optional().catch(undefined),
});

type FindQuery = z.infer<typeof findQuery>;

/** What the address asks for; null when nothing was sought yet. */
const filterOf = ({ gevonden, straat, nummer }: FindQuery): ListFilter | null => {
  if (nummer !== undefined) return { number: nummer };
  if (straat !== undefined) return { streets: [straat] };
  if (gevonden !== undefined) return { ids: gevonden.split('.').filter(isId) };
  return null;
};

const listFor = (rq: Rq, filter: ListFilter, after: string | undefined): Promise<FoundPage> =>
  rq.read(async (db) => {
    const today = isoDate(rq.now);
    const settings = await readSettings(db, rq.gemeente, today);
    const days = settings.get(findableDays);
    const fallback = await fallbackWith(db, rq.gemeente, today, rq.principal, settings.get(fallbackArea));
    const list = await readList(db, {
      gemeente: rq.gemeente,
      accountId: rq.principal.id,
      branches: scopeOf(rq.principal, fallback),
      filter: { ...filter, closedAfter: new Date(rq.now.getTime() - days * DAY) },
      order: 'newest',
      after: readCursor(after),
      size: SIZE,
    });
    const following = list.rows.filter(({ state }) => state === 'duplicate' || state === 'closed');
    return {
      ...list,
      days,
      followed: await followedBy(
        db,
        rq.gemeente,
        following.map(({ id }) => id),
      ),
    };
  });

const show = defineRoute({
  method: 'GET',
  path: FIND,
  policy,
  query: findQuery,
  handle: async (rq, { query }) => {
    const filter = filterOf(query);
    const found = filter ? await listFor(rq, filter, query.na) : null;
    const here = new URLSearchParams(rq.url.search);
    if (found?.next) here.set('na', found.next);
    return rq.page(
      findPage(rq, {
        typed: { ...NOTHING_TYPED, zoek: query.straat ?? query.nummer?.toString() ?? '' },
        errors: noErrors,
        found,
        nextHref: found?.next ? `${FIND}?${here}` : undefined,
      }),
    );
  },
});

/** Where a finding is shown. A name, a number to call and a mail address never stand in an address. */
const hrefOf = (found: Found): string => {
  switch (found.by) {
    case 'code':
      return `/balie/voorlezen/${found.signaalId}?code=${found.code}`;
    case 'number':
      return `${FIND}?nummer=${found.number}`;
    case 'street':
      return `${FIND}?straat=${encodeURIComponent(found.street)}`;
    case 'person':
      return `${FIND}?gevonden=${found.signaalIds.join('.') || 'niets'}`;
    case 'nobody':
      return `${FIND}?gevonden=niets`;
  }
};

const seek = defineRoute({
  method: 'POST',
  path: FIND,
  policy,
  maxBody: 5_000,
  limit: { uses: 600, seconds: 3_600 },
  form: z.object({ zoek: lineField, postcode: lineField }),
  handle: async (rq, { form }) => {
    const typed = { zoek: form.raw.text('zoek'), postcode: form.raw.text('postcode') };
    if (!form.ok) return rq.page(findPage(rq, { typed, errors: form.errors, found: null }));
    const { zoek, postcode } = form.value;
    const found = await attempt(() => rq.run(findForVisitor, { text: zoek, postcode }));
    if (!found.ok) return rq.page(findPage(rq, { typed, errors: found.errors, found: null }));
    return rq.redirect(hrefOf(found.value));
  },
});

/** "Mevrouw is terug". */
export const findRoutes: readonly Route[] = [show, seek];
