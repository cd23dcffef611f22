import type { Hono, Context as HonoContext } from 'hono';
import { isoDate } from '../calendar/index.ts';
import type { QueryObserver } from '../database/tenant-transaction.ts';
import { type Trouble, TroubleError, troubleOf } from '../database/trouble.ts';
import { type PlatformError, Refusal, refuse } from '../errors.ts';
import { anonymous } from '../policy/principal.ts';
import { isSameSecret, keyedHash, sign } from '../secrets/index.ts';
import type { Lang } from '../texts/catalogue.ts';
import type { World } from '../world.ts';
import { type BodyRoom, bodyRooms } from './body-room.ts';
import { CSRF_FIELD } from './components/form.tsx';
import { cookieName, readCookies } from './cookies.ts';
import { checkForm, emptyForm } from './forms.ts';
import { isForEverybody, type KeptPages, keptPages } from './kept-pages.ts';
import { clientAddress, type Outside, ownOrigin } from './outside.ts';
import { makeRequest, type Rq, type SignedIn, type TenantFacts } from './request.ts';
import type { Form, RawForm, Route } from './route.ts';
import { securityHeaders, sentByOwnPage } from './security.ts';
import type { WebServices } from './services.ts';
import {
  inTime,
  PATIENCE,
  type SentForm,
  sentForm,
  type TenantMemory,
  tenantMemory,
  troubleTeller,
} from './trouble.ts';

/** How the web server stands to the outside. */
export interface WebSettings extends Outside {
  /** Watches the statements of each request; a test holds the query budget with it. */
  readonly observe?: (route: Route) => QueryObserver;
  /** Whether there is room on the disk to store what is sent; without it there always is. */
  readonly hasRoom?: () => Promise<boolean>;
  /** Milliseconds that a visitor waits at most; half a minute unless told otherwise. */
  readonly patience?: number;
}

/** What stays the same from request to request. */
interface House {
  readonly world: World;
  readonly services: WebServices;
  readonly settings: WebSettings;
  readonly bodyRoom: () => BodyRoom;
  readonly pages: KeptPages;
  readonly tenants: TenantMemory;
  readonly tellTrouble: ReturnType<typeof troubleTeller>;
}

/** One request, and where it goes. */
interface Asked {
  readonly context: HonoContext;
  readonly route: Route;
  readonly origin: URL;
  readonly form: SentForm;
}

/** The bodies of all requests that are handled at one moment, in bytes: four with the largest photos, dozens with usual ones. */
const ALL_BODIES = 200_000_000;
const SMALL_BODY = 100_000;
/** The name of the session cookie. */
export const SESSION_COOKIE = 'wijkregie';
/** The name of the language cookie. */
export const LANGUAGE_COOKIE = 'taal';

/** Hangs the routes of all rooms on the server; each request takes the one way through the house. */
export const mountRoutes = (
  app: Hono,
  routes: readonly Route[],
  world: World,
  services: WebServices,
  settings: WebSettings,
): void => {
  const house: House = {
    world,
    services,
    settings,
    bodyRoom: bodyRooms(ALL_BODIES),
    pages: keptPages(),
    tenants: tenantMemory(),
    tellTrouble: troubleTeller(world.log),
  };
  for (const route of routes) app.on(route.method, route.path, (context) => answer(context, route, house));
  app.notFound((context) => answer(context, NOTHING_HERE, house));
};

const NOTHING_HERE: Route = {
  method: 'GET',
  path: '*',
  policy: 'public.read',
  beforeSecondFactor: true,
  handle: () => {
    throw refuse('not_found', { status: 404 });
  },
};

const answer = async (context: HonoContext, route: Route, house: House): Promise<Response> => {
  const origin = ownOrigin(context, house.settings);
  const form = sentForm(context.req.raw, route.maxBody ?? SMALL_BODY, house.bodyRoom());
  const asked = { context, route, origin, form };
  try {
    return await inTime(answerAsTenant(asked, house), form, house.settings.patience ?? PATIENCE);
  } catch (error) {
    return await answerWithout(asked, house, error);
  } finally {
    form.leave();
  }
};

const answerAsTenant = async (asked: Asked, house: House): Promise<Response> => {
  const { origin } = asked;
  const tenant = await house.services.tenantOf(origin.host);
  const headers = securityHeaders(tenant, origin.protocol === 'https:');
  if (!tenant) return withHeaders(unknownHost(), headers);
  house.tenants.keep(origin.host, tenant);
  const rq = await arrive(asked, house, tenant);
  return withHeaders(await handleSafely(rq, asked, house), headers);
};

const handleSafely = async (rq: Rq, asked: Asked, house: House): Promise<Response> => {
  const { route } = asked;
  const { services, pages, world } = house;
  const make = () => handle(rq, asked, house);
  try {
    return await (isKept(rq, route) ? pages.answer(rq, make) : make());
  } catch (error) {
    if (error instanceof Refusal) return services.renderRefusal(rq, error);
    const trouble = troubleOf(error);
    if (trouble) return comeBack(rq, asked, house, trouble, error);
    const refusal = brokenByInput(error);
    if (!refusal) world.log.error('request failed', { route: route.path, error });
    return services.renderRefusal(rq, refusal ?? refuse('internal', { status: 500 }));
  }
};

/** It does not work now, and it is not the visitor: what was filled in comes back on the page, to be sent again. */
const comeBack = async (
  rq: Rq,
  { route, origin, form }: Asked,
  { services, tellTrouble }: House,
  trouble: Trouble,
  error: unknown,
): Promise<Response> => {
  tellTrouble(trouble, route, error);
  // What another site made a browser send is never offered to be sent once more.
  const sent = sentByOwnPage(rq.request, origin.origin) ? await form.again() : null;
  const response = await services.renderRefusal(rq, refuse('out_of_order', { status: 503 }), sent);
  response.headers.set('retry-after', '30');
  return response;
};

/** When not even the municipality or the session can be asked for: a page of what was known last, or else a few words. */
const answerWithout = async (asked: Asked, house: House, error: unknown): Promise<Response> => {
  const { origin, route } = asked;
  const trouble = troubleOf(error);
  const tenant = house.tenants.of(origin.host);
  if (trouble && tenant) {
    const rq = requestOf(asked, house, tenant, null, '');
    const headers = securityHeaders(tenant, origin.protocol === 'https:');
    return withHeaders(await comeBack(rq, asked, house, trouble, error), headers);
  }
  if (trouble) house.tellTrouble(trouble, route, error);
  else house.world.log.error('request failed', { route: route.path, error });
  return withHeaders(outOfOrder(), securityHeaders(null, false));
};

const isKept = (rq: Rq, route: Route): boolean =>
  route.kept === true && route.policy === 'public.read' && isForEverybody(rq, LANGUAGE_COOKIE);

/** PostgreSQL's own refusals of a value that slipped through a schema, or of two people at once. */
const brokenByInput = (error: unknown): Refusal<PlatformError> | null => {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (code === '40001' || code === '40P01') return refuse('changed_meanwhile', { status: 409 });
  if (code === '22021' || code === '22P05') return refuse('broken_text', { status: 400 });
  return null;
};

const handle = async (rq: Rq, { route, context, origin, form }: Asked, house: House): Promise<Response> => {
  const { services, settings } = house;
  if (route.method === 'POST' && !sentByOwnPage(rq.request, origin.origin)) {
    throw refuse('forbidden', { status: 403 });
  }
  askPolicy(rq, route);
  if (route.method === 'POST') await mustHaveRoom(settings);
  if (route.limit) {
    const { uses, seconds } = route.limit;
    const within = await services.withinLimit(rq, `${route.path}:${rq.visitor}`, uses, seconds);
    if (!within) throw refuse('too_many', { status: 429 });
  }
  const params = parseOrNotFound(route, 'params', context.req.param());
  const query = parseOrNotFound(route, 'query', Object.fromEntries(rq.url.searchParams));
  return route.handle(rq, { params, query, form: await formOf(rq, route, form) });
};

/** A disk that is nearly full is not filled to the last byte: then PostgreSQL would stop for those who only read, too. */
const mustHaveRoom = async ({ hasRoom }: WebSettings): Promise<void> => {
  if (hasRoom && !(await hasRoom())) throw new TroubleError('full');
};

const askPolicy = (rq: Rq, route: Route): void => {
  const halfway = rq.signedIn !== null && !rq.signedIn.secondFactor;
  if (halfway && !route.beforeSecondFactor && route.policy !== 'public.read') {
    throw refuse('sign_in_needed', { status: 401 });
  }
  const verdict = rq.world.gate(rq.principal, route.policy);
  if (!verdict.ok) throw refuse(verdict.code, { status: verdict.code === 'sign_in_needed' ? 401 : 403 });
};

const parseOrNotFound = (route: Route, part: 'params' | 'query', value: unknown): unknown => {
  const schema = route[part];
  if (!schema) return {};
  const result = schema.safeParse(value);
  if (!result.success) throw refuse('not_found', { status: 404 });
  return result.data;
};

const formOf = async (rq: Rq, route: Route, form: SentForm): Promise<Form<unknown>> => {
  if (route.method === 'GET') return { ok: true, value: {}, raw: emptyForm };
  const raw = await form.read();
  checkCsrf(rq, raw);
  if (!route.form) return { ok: true, value: {}, raw };
  return checkForm(route.form, raw, route.lists);
};

/** Forms of people with a session carry a token bound to it; visitors are protected by SameSite and Origin. */
const checkCsrf = (rq: Rq, raw: RawForm): void => {
  if (rq.signedIn && !isSameSecret(raw.text(CSRF_FIELD), rq.csrf)) {
    throw refuse('form_expired', { status: 403 });
  }
};

const arrive = async (asked: Asked, house: House, tenant: TenantFacts): Promise<Rq> => {
  const cookies = readCookies(asked.context.req.raw.headers.get('cookie'));
  const token = cookies.get(cookieName(SESSION_COOKIE, asked.origin.protocol === 'https:'));
  const signedIn = token ? await house.services.signedInBy(tenant.gemeente, token) : null;
  const csrf = signedIn && token ? sign(house.world.keyring, 'csrf', `${tenant.gemeente} ${token}`) : '';
  return requestOf(asked, house, tenant, signedIn, csrf);
};

const requestOf = (
  { context, route, origin }: Asked,
  { world, services, settings }: House,
  tenant: TenantFacts,
  signedIn: SignedIn | null,
  csrf: string,
): Rq => {
  const { gemeente } = tenant;
  const request = context.req.raw;
  const cookies = readCookies(request.headers.get('cookie'));
  const asked = new URL(request.url);
  const visitor = `${isoDate(world.clock.now())} ${clientAddress(context, settings)}`;
  return makeRequest({
    world,
    tenant,
    signedIn,
    principal: principalFor(signedIn, route),
    lang: languageOf(tenant, signedIn, cookies),
    url: new URL(asked.pathname + asked.search, origin),
    request,
    visitor: keyedHash(world.keyring, gemeente, visitor),
    csrf,
    cookies,
    observe: settings.observe?.(route),
    renderPage: services.renderPage,
    drawThread: services.drawThread,
  });
};

/** Without the second factor a session has no roles yet, except on the pages that ask for that factor. */
const principalFor = (signedIn: SignedIn | null, route: Route) =>
  signedIn && (signedIn.secondFactor || route.beforeSecondFactor) ? signedIn.principal : anonymous;

const languageOf = (
  tenant: TenantFacts,
  signedIn: SignedIn | null,
  cookies: ReadonlyMap<string, string>,
): Lang => {
  const asked = cookies.get(LANGUAGE_COOKIE) ?? signedIn?.lang;
  return tenant.languages.find((lang) => lang === asked) ?? tenant.languages[0] ?? 'nl';
};

const outOfOrder = (): Response =>
  new Response(
    'Er ging iets mis bij ons. Probeer het over een paar minuten opnieuw. / Something went wrong on our side. Please try again in a few minutes.\n',
    { status: 503, headers: { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '60' } },
  );

const unknownHost = (): Response =>
  new Response('Op dit adres is geen gemeente te vinden. / There is no municipality at this address.\n', {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });

const withHeaders = (response: Response, headers: Record<string, string>): Response => {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store');
  return response;
};
