import { z } from 'zod';
import { departments, endOfTerm, readSettings } from '#gemeente/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import type { FieldErrors } from '#platform/errors.ts';
import { readCursor } from '#platform/paging.ts';
import { attempt } from '#platform/web/attempt.ts';
import { emptyForm } from '#platform/web/forms.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type RawForm, type Route } from '#platform/web/route.ts';
import { lineField } from '../../public/parts/fields.ts';
import { noErrors } from '../../public/parts/form-words.ts';
import { readDay } from '../../staff/web/day.ts';
import { makePartnerLink, revokePartnerLink } from './commands.ts';
import { PARTNER } from './give-page.tsx';
import { LINKS, linksPage } from './links-page.tsx';
import { longestLink } from './settings.ts';
import { readLinks } from './store.ts';

const policy = 'partner_link.manage';
const SIZE = 50;

interface Shown {
  readonly raw: RawForm;
  readonly errors: FieldErrors;
  readonly made?: string | null;
  readonly na?: string | undefined;
}

const answer = async (rq: Rq, { raw, errors, made = null, na }: Shown): Promise<Response> => {
  const today = isoDate(rq.now);
  const found = await rq.read(async (db) => ({
    partners: await departments(db, rq.gemeente, today, 'partner'),
    page: await readLinks(db, rq.gemeente, readCursor(na), SIZE),
    latest: endOfTerm(await readSettings(db, rq.gemeente, today), longestLink, rq.now),
  }));
  return rq.page(linksPage(rq, { raw, errors, made, ...found }));
};

const show = defineRoute({
  method: 'GET',
  path: LINKS,
  policy,
  query: z.object({ na: z.string().max(100).optional().catch(undefined) }),
  handle: (rq, { query }) => answer(rq, { raw: emptyForm, errors: noErrors, na: query.na }),
});

const part = z.string().default('');

const linkForm = z
  .object({
    partner: z.string().default(''),
    voor: lineField,
    'tot-day': part,
    'tot-month': part,
    'tot-year': part,
  })
  .transform((body, context) => {
    const typed = {
      day: body['tot-day'].trim(),
      month: body['tot-month'].trim(),
      year: body['tot-year'].trim(),
    };
    const until = readDay(typed);
    if (until === 'unreadable') {
      context.addIssue({ code: 'custom', path: ['tot'], message: 'date_unreadable' });
    }
    return { departmentId: body.partner, label: body.voor, until: until === 'unreadable' ? null : until };
  });

const make = defineRoute({
  method: 'POST',
  path: LINKS,
  policy,
  form: linkForm,
  handle: async (rq, { form }) => {
    if (!form.ok) return answer(rq, { raw: form.raw, errors: form.errors });
    const made = await attempt(() => rq.run(makePartnerLink, form.value));
    if (!made.ok) return answer(rq, { raw: form.raw, errors: made.errors });
    const address = `${rq.world.publicUrl(rq.gemeente)}${PARTNER}/${made.value.token}`;
    return answer(rq, { raw: emptyForm, errors: noErrors, made: address });
  },
});

const revoke = defineRoute({
  method: 'POST',
  path: `${LINKS}/:id/intrekken`,
  policy,
  params: z.object({ id: z.string() }),
  handle: async (rq, { params }) => {
    await rq.run(revokePartnerLink, { partnerLinkId: params.id });
    return rq.redirect(LINKS);
  },
});

/** Links for partners without accounts. */
export const partnerLinkRoutes: readonly Route[] = [show, make, revoke];
