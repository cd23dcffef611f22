import { z } from 'zod';
import { departments } from '#gemeente/index.ts';
import { isoDate } from '#platform/calendar/index.ts';
import { newId } from '#platform/database/ids.ts';
import type { FieldErrors } from '#platform/errors.ts';
import { notFound, Refusal } from '#platform/errors.ts';
import { readCursor } from '#platform/paging.ts';
import { attempt, renamed } from '#platform/web/attempt.ts';
import { IDEMPOTENCY_FIELD } from '#platform/web/components/index.ts';
import { emptyForm } from '#platform/web/forms.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Route } from '#platform/web/route.ts';
import { PHOTO_FORM_BYTES } from '../../public/draft/photos.ts';
import { noErrors } from '../../public/parts/form-words.ts';
import { readPhone } from '../../public/parts/phone.tsx';
import { readGiven } from '../given/read.ts';
import { FIELD_NAMES, tellForm } from '../tell/form.ts';
import { type Again, receive, referAway } from '../tell/receive.ts';
import { giveAsPartner, giveByLink } from './commands.ts';
import { goneLinkPage, PARTNER, partnerPage } from './give-page.tsx';
import { findLink } from './store.ts';

const SIZE = 20;
/** Nobody needs more in an hour; whoever guesses tokens does. */
const LOOKS = { uses: 240, seconds: 3_600 } as const;
const GIFTS = { uses: 60, seconds: 3_600 } as const;

const query = z.object({
  na: z.string().max(100).optional().catch(undefined),
  klaar: z.coerce.number().int().positive().optional().catch(undefined),
});
type Query = z.infer<typeof query>;
const EMPTY: Again = { raw: emptyForm, errors: noErrors };

const onceOf = ({ raw }: Again): string => raw.text(IDEMPOTENCY_FIELD) || newId();

const ownPage = async (rq: Rq, again: Again, { na, klaar }: Partial<Query> = {}): Promise<Response> => {
  const accountId = rq.principal.id;
  if (accountId === null) throw notFound();
  const own = rq.principal.holdings.flatMap(({ departmentId }) => departmentId ?? []);
  const found = await rq.read(async (db) => ({
    page: await readGiven(db, rq.gemeente, { accountId, source: 'partner' }, readCursor(na), SIZE),
    partners: await departments(db, rq.gemeente, isoDate(rq.now), 'partner'),
  }));
  const organisation = found.partners.find(({ id }) => own.includes(id))?.name ?? null;
  return rq.page(
    partnerPage(rq, {
      action: PARTNER,
      again,
      once: onceOf(again),
      page: found.page,
      done: klaar ?? null,
      organisation,
      until: null,
      href: ({ id }) => `/signalen/${id}`,
    }),
  );
};

const showOwn = defineRoute({
  method: 'GET',
  path: PARTNER,
  policy: 'signaal.give_as_partner',
  query,
  handle: (rq, input) => ownPage(rq, EMPTY, input.query),
});

const sendOwn = defineRoute({
  method: 'POST',
  path: PARTNER,
  policy: 'signaal.give_as_partner',
  maxBody: PHOTO_FORM_BYTES,
  form: tellForm,
  handle: async (rq, { form }) => {
    const received = await receive(form);
    if (received.kind === 'person') return referAway(rq);
    if (received.kind === 'again') return ownPage(rq, received.again);
    const given = await attempt(() => rq.run(giveAsPartner, { told: received.told, lang: rq.lang }));
    if (given.ok) return rq.redirect(`${PARTNER}?klaar=${given.value.number}`);
    return ownPage(rq, { raw: form.raw, errors: wordsOf(given.errors) });
  },
});

const wordsOf = (errors: FieldErrors): FieldErrors => renamed(errors, FIELD_NAMES);

const gone = async (rq: Rq): Promise<Response> =>
  rq.page(goneLinkPage(rq, await rq.read((db) => readPhone(db, rq))));

const linkPage = async (
  rq: Rq,
  token: string,
  again: Again,
  { na, klaar }: Partial<Query> = {},
): Promise<Response> => {
  const found = await rq.read(async (db) => {
    const link = await findLink(db, rq.gemeente, token, rq.now);
    if (!link) return null;
    return { link, page: await readGiven(db, rq.gemeente, { linkId: link.id }, readCursor(na), SIZE) };
  });
  if (!found) return gone(rq);
  return rq.page(
    partnerPage(rq, {
      action: `${PARTNER}/${token}`,
      again,
      once: onceOf(again),
      page: found.page,
      done: klaar ?? null,
      organisation: found.link.department,
      until: found.link.expiresAt,
    }),
  );
};

const params = z.object({ token: z.string().max(200) });

const showLink = defineRoute({
  method: 'GET',
  path: `${PARTNER}/:token`,
  policy: 'partner_link.use',
  params,
  query,
  limit: LOOKS,
  handle: (rq, input) => linkPage(rq, input.params.token, EMPTY, input.query),
});

const sendLink = defineRoute({
  method: 'POST',
  path: `${PARTNER}/:token`,
  policy: 'partner_link.use',
  params,
  maxBody: PHOTO_FORM_BYTES,
  limit: GIFTS,
  form: tellForm,
  handle: async (rq, { params: { token }, form }) => {
    if ((await rq.read((db) => findLink(db, rq.gemeente, token, rq.now))) === null) return gone(rq);
    const received = await receive(form);
    if (received.kind === 'person') return referAway(rq);
    if (received.kind === 'again') return linkPage(rq, token, received.again);
    try {
      const given = await attempt(() => rq.run(giveByLink, { token, told: received.told, lang: rq.lang }));
      if (given.ok) return rq.redirect(`${PARTNER}/${token}?klaar=${given.value.number}`);
      return linkPage(rq, token, { raw: form.raw, errors: wordsOf(given.errors) });
    } catch (error) {
      // Between two looks somebody ended the link.
      if (error instanceof Refusal && error.code === 'link_gone') return gone(rq);
      throw error;
    }
  },
});

/** Where partners give: with an account, or with a link that ends. */
export const partnerGiveRoutes: readonly Route[] = [showOwn, sendOwn, showLink, sendLink];
