import { z } from 'zod';
import { plusDays, startOfDay } from '#platform/calendar/index.ts';
import type { FieldErrors } from '#platform/errors.ts';
import { readCursor } from '#platform/paging.ts';
import type { DateParts } from '#platform/web/components/index.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { dayOf } from '../date-parts.ts';
import { ACCESS, accessPage, type TypedFilter } from './page.tsx';
import { accountsCalled, readAccessLog } from './read.ts';

const text = (longest: number) => z.string().trim().max(longest).catch('');

const query = z.object({
  persoon: text(200),
  soort: text(60),
  'van-day': text(4),
  'van-month': text(4),
  'van-year': text(6),
  'tot-day': text(4),
  'tot-month': text(4),
  'tot-year': text(6),
  na: z.string().max(100).optional().catch(undefined),
});

const partsFrom = (values: z.infer<typeof query>, name: 'van' | 'tot'): DateParts => ({
  day: values[`${name}-day`],
  month: values[`${name}-month`],
  year: values[`${name}-year`],
});

/** A day that does not exist narrows nothing, and is told. */
const mistakes = (typed: TypedFilter): FieldErrors => ({
  ...(dayOf(typed.van) === null ? { van: 'date_impossible' } : {}),
  ...(dayOf(typed.tot) === null ? { tot: 'date_impossible' } : {}),
});

const show = defineRoute({
  method: 'GET',
  path: ACCESS,
  policy: 'access_log.read',
  query,
  handle: async (rq, { query: values }) => {
    const typed = {
      persoon: values.persoon,
      soort: values.soort,
      van: partsFrom(values, 'van'),
      tot: partsFrom(values, 'tot'),
    };
    const from = dayOf(typed.van);
    const until = dayOf(typed.tot);
    const rows = await rq.read(async (db) =>
      readAccessLog(
        db,
        rq.gemeente,
        {
          accountIds: typed.persoon ? await accountsCalled(db, rq.gemeente, typed.persoon) : null,
          kind: typed.soort,
          from: from ? startOfDay(from) : null,
          until: until ? startOfDay(plusDays(until, 1)) : null,
        },
        readCursor(values.na),
      ),
    );
    return rq.page(accessPage(rq, typed, mistakes(typed), rows));
  },
});

/** The access log. */
export const accessRoutes: readonly Route[] = [show];
