import { z } from 'zod';
import { isId, newId } from '#platform/database/ids.ts';
import type { FieldErrors } from '#platform/errors.ts';
import { attempt, noErrors, renamed } from '#platform/web/attempt.ts';
import { cookieName, setCookie } from '#platform/web/cookies.ts';
import { filledForm } from '#platform/web/forms.ts';
import type { Rq } from '#platform/web/request.ts';
import { defineRoute, type Form, type RawForm, type Route } from '#platform/web/route.ts';
import { giveSignaal } from '../../commands/give.ts';
import { gateNeeded, inspectText } from '../../guard.ts';
import { joinSignaal } from '../../neighbours/join.ts';
import { identifiesPerson } from '../../rules/identifies.ts';
import { streetSearch } from '../../store/place.ts';
import { fragment } from '../web/fragment.ts';
import { channels, type DeskForm, deskForm, FIELD_NAMES, giftOf, kinds } from './form.ts';
import { routePiece, routeShown, streetPiece, streetWithCalls } from './fragments.tsx';
import { DESK, deskPage } from './page.tsx';
import type { CallerPlace, DeskParts } from './parts.ts';
import { countProduct, products } from './product.ts';
import { readDesk } from './read.ts';
import { showSlip } from './slip.ts';
import { slipPage } from './slip-page.tsx';

const policy = 'signaal.register';
const maxBody = 60_000;
const REMEMBERED = 'balie';
const YEAR = 31_536_000;

const isHttps = (rq: Rq): boolean => rq.url.protocol === 'https:';

/** What the form was set to the last time; a complaint or a mail is never the usual thing. */
const remembered = (rq: Rq): RawForm => {
  const [channel = '', kind = ''] = (rq.cookie(cookieName(REMEMBERED, isHttps(rq))) ?? '').split('.');
  return filledForm({
    kanaal: channels.find((known) => known === channel && known !== 'mail') ?? 'desk',
    soort: kinds.find((known) => known === kind && known !== 'complaint') ?? 'report',
  });
};

/** What stands around the form: this room's own, and what the rooms above bring beside it. */
const around = async (rq: Rq, { beside }: DeskParts, typed?: RawForm['text']) => ({
  view: await readDesk(rq, typed),
  beside: await beside(rq, typed ? placeTold(typed) : null),
});

const placeTold = (typed: (name: string) => string): CallerPlace => ({
  street: streetSearch(typed('plek_straat').slice(0, 200)),
  buurtId: isId(typed('buurt')) ? typed('buurt') : null,
});

const show = (parts: DeskParts): Route =>
  defineRoute({
    method: 'GET',
    path: DESK,
    policy,
    query: z.object({
      product: z.enum(products).optional().catch(undefined),
      verwezen: z.string().optional(),
    }),
    handle: async (rq, { query }) =>
      rq.page(
        deskPage(rq, {
          ...(await around(rq, parts)),
          raw: remembered(rq),
          errors: noErrors,
          once: newId(),
          product: query.product,
          referred: query.verwezen !== undefined,
        }),
      ),
  });

const again = async (rq: Rq, parts: DeskParts, raw: RawForm, errors: FieldErrors): Promise<Response> => {
  const asked = raw.text('doe') === 'route';
  const { view, beside } = await around(rq, parts, asked ? raw.text : undefined);
  const pieces = asked
    ? {
        route: routeShown(rq, raw.text, view),
        street: await streetPiece(rq, raw.text, view.categories),
      }
    : {};
  const once = raw.text('_once') || newId();
  return rq.page(deskPage(rq, { view, beside, raw, errors, once, ...pieces }));
};

/** The guard's question, before anything is stored: asked once, only when the words give reason (0.2 D8). */
const whatIsMissing = ({
  tekst,
  plek_straat,
  plek,
  toch,
  waarover,
  doe,
  regel,
  wie,
  organisatie,
  akkoord,
}: DeskForm): FieldErrors => ({
  ...(tekst === '' && doe.act !== 'join' ? { tekst: 'text_missing' } : {}),
  ...(toch === '' && identifiesPerson(tekst, plek_straat, plek) ? { tekst: 'text_has_person' } : {}),
  ...(gateNeeded(inspectText(tekst)) && waarover === undefined ? { waarover: 'gate_needed' } : {}),
  ...(doe.act === 'unsure' && regel === '' ? { regel: 'reason_missing' } : {}),
  ...(wie === 'partner' && organisatie === '' ? { organisatie: 'organisation_missing' } : {}),
  ...(wie === 'councillor' && !akkoord ? { akkoord: 'consent_missing' } : {}),
});

const send = (parts: DeskParts): Route =>
  defineRoute({
    method: 'POST',
    path: DESK,
    policy,
    maxBody,
    form: deskForm,
    handle: async (rq, { form }) => {
      if (form.raw.text('doe') === 'route') return again(rq, parts, form.raw, noErrors);
      if (form.ok && form.value.waarover === 'person') {
        return rq.redirect(`${DESK}/zorg?kanaal=${form.value.kanaal}`);
      }
      if (!form.ok) return again(rq, parts, form.raw, form.errors);
      const missing = whatIsMissing(form.value);
      if (Object.keys(missing).length > 0) return again(rq, parts, form.raw, missing);
      return register(rq, parts, form);
    },
  });

const register = async (
  rq: Rq,
  parts: DeskParts,
  { value, raw }: Form<DeskForm> & { ok: true },
): Promise<Response> => {
  const gift = giftOf(value, rq.lang);
  const { act, originalId } = value.doe;
  const given = await attempt(() =>
    act === 'join'
      ? rq.run(joinSignaal, { ...gift, deskUnsure: null, originalId })
      : rq.run(giveSignaal, gift),
  );
  if (!given.ok) return again(rq, parts, raw, renamed(given.errors, FIELD_NAMES));
  const { kanaal, soort } = value;
  return rq.redirect(`${DESK}/bewijs/${given.value.signaalId}`, [
    setCookie(REMEMBERED, `${kanaal}.${soort}`, { maxAge: YEAR, https: isHttps(rq) }),
  ]);
};

const typedIn = (rq: Rq) => (name: string) => rq.url.searchParams.get(name) ?? '';

const route = defineRoute({
  method: 'GET',
  path: `${DESK}/route`,
  policy,
  handle: async (rq) => fragment(await routePiece(rq, typedIn(rq))),
});

const street = ({ whomToCall }: DeskParts): Route =>
  defineRoute({
    method: 'GET',
    path: `${DESK}/straat`,
    policy,
    handle: async (rq) => {
      const typed = typedIn(rq);
      const calls = await whomToCall(rq, placeTold(typed));
      return fragment(await streetWithCalls(rq, typed, calls));
    },
  });

const product = defineRoute({
  method: 'POST',
  path: `${DESK}/product`,
  policy,
  form: z.object({ product: z.enum(products) }),
  handle: async (rq, { form }) => {
    if (!form.ok) return rq.redirect(DESK);
    await rq.run(countProduct, form.value);
    return rq.redirect(`${DESK}?product=${form.value.product}`);
  },
});

const slip = defineRoute({
  method: 'GET',
  path: `${DESK}/bewijs/:id`,
  policy,
  params: z.object({ id: z.string().refine(isId) }),
  handle: async (rq, { params }) => {
    const shown = await attempt(() => rq.run(showSlip, { signaalId: params.id }));
    return shown.ok ? rq.page(slipPage(rq, shown.value)) : rq.redirect(`/signalen/${params.id}`);
  },
});

/** The desk's form, what it shows while typing, the products and the slip. */
export const deskFormRoutes = (parts: DeskParts): readonly Route[] => [
  show(parts),
  send(parts),
  route,
  street(parts),
  product,
  slip,
];
