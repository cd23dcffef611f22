import type { Hono, Context as HonoContext } from 'hono';
import { isoDate } from '../calendar/index.ts';
import type { QueryObserver } from '../database/tenant-transaction.ts';
import { type PlatformError, Refusal, refuse } from '../errors.ts';
import { anonymous } from '../policy/principal.ts';
import { isSameSecret, keyedHash, sign } from '../secrets/index.ts';
import type { Lang } from '../texts/catalogue.ts';
import type { World } from '../world.ts';
import { type BodyRoom, bodyRooms } from './body-room.ts';
import { CSRF_FIELD } from './components/form.tsx';
import { cookieName, readCookies } from './cookies.ts';
import { checkForm, emptyForm, readForm } from './forms.ts';
import { isForEverybody, type KeptPages, keptPages } from './kept-pages.ts';
import { makeRequest, type Rq, type SignedIn, type TenantFacts } from './request.ts';
import type { Form, RawForm, Route } from './route.ts';
import { securityHeaders, sentByOwnPage } from './security.ts';
import type { WebServices } from './services.ts';
import { visitorOf } from './visitor.ts';

/** How the web server stands to the outside. */
export interface WebSettings {
  /** How many proxies before us set X-Forwarded-For, -Proto and -Host; 0 trusts none. */
  readonly trustedProxies: number;
  /** Address of the connecting socket. */
  readonly remoteAddress: (context: HonoContext) => string;
  /** Watches the statements of each request; a test holds the query budget with it. */
  readonly observe?: (route: Route) => QueryObserver;
}

/** What stays the same from request to request. */
interface House {
  readonly world: World;
  readonly services: WebServices;
  readonly settings: WebSettings;
  readonly bodyRoom: () => BodyRoom;
  readonly pages: KeptPages;
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
  const house = { world, services, settings, bodyRoom: bodyRooms(ALL_BODIES), pages: keptPages() };
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
  try {
    return await answerAsTenant(context, route, house);
  } catch (error) {
    // Not even a page can be made, such as when the database is away.
    house.world.log.error('request failed', { route: route.path, error });
    return withHeaders(outOfOrder(), securityHeaders(null, false));
  }
};

const answerAsTenant = async (context: HonoContext, route: Route, house: House): Promise<Response> => {
  const origin = ownOrigin(context, house.settings);
  const tenant = await house.services.tenantOf(origin.host);
  const headers = securityHeaders(tenant, origin.protocol === 'https:');
  if (!tenant) return withHeaders(unknownHost(), headers);
  const rq = await arrive(context, route, house, tenant, origin);
  return withHeaders(await handleSafely(rq, route, house, context, origin), headers);
};

const handleSafely = async (
  rq: Rq,
  route: Route,
  { services, bodyRoom, pages }: House,
  context: HonoContext,
  origin: URL,
): Promise<Response> => {
  const room = bodyRoom();
  const make = () => handle(rq, route, services, context, origin, room);
  try {
    return await (isKept(rq, route) ? pages.answer(rq, make) : make());
  } catch (error) {
    if (error instanceof Refusal) return services.renderRefusal(rq, error);
    const refusal = brokenByInput(error);
    if (!refusal) rq.world.log.error('request failed', { route: route.path, error });
    return services.renderRefusal(rq, refusal ?? refuse('internal', { status: 500 }));
  } finally {
    room.leave();
  }
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

const handle = async (
  rq: Rq,
  route: Route,
  services: WebServices,
  context: HonoContext,
  origin: URL,
  room: BodyRoom,
): Promise<Response> => {
  if (route.method === 'POST' && !sentByOwnPage(rq.request, origin.origin)) {
    throw refuse('forbidden', { status: 403 });
  }
  askPolicy(rq, route);
  if (route.limit) {
    const { uses, seconds } = route.limit;
    const within = await services.withinLimit(rq, `${route.path}:${rq.visitor}`, uses, seconds);
    if (!within) throw refuse('too_many', { status: 429 });
  }
  const params = parseOrNotFound(route, 'params', context.req.param());
  const query = parseOrNotFound(route, 'query', Object.fromEntries(rq.url.searchParams));
  return route.handle(rq, { params, query, form: await formOf(rq, route, room) });
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

const formOf = async (rq: Rq, route: Route, room: BodyRoom): Promise<Form<unknown>> => {
  if (route.method === 'GET') return { ok: true, value: {}, raw: emptyForm };
  const raw = await readForm(rq.request, route.maxBody ?? SMALL_BODY, room);
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

const arrive = async (
  context: HonoContext,
  route: Route,
  house: House,
  tenant: TenantFacts,
  origin: URL,
): Promise<Rq> => {
  const { world, services, settings } = house;
  const { gemeente } = tenant;
  const request = context.req.raw;
  const cookies = readCookies(request.headers.get('cookie'));
  const token = cookies.get(cookieName(SESSION_COOKIE, origin.protocol === 'https:'));
  const signedIn = token ? await services.signedInBy(gemeente, token) : null;
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
    csrf: signedIn && token ? sign(world.keyring, 'csrf', `${gemeente} ${token}`) : '',
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

const clientAddress = (context: HonoContext, settings: WebSettings): string => {
  const forwarded = (context.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim());
  const trusted = settings.trustedProxies > 0 ? forwarded.at(-settings.trustedProxies) : undefined;
  return visitorOf(trusted || settings.remoteAddress(context));
};

const ownOrigin = (context: HonoContext, settings: WebSettings): URL => {
  const trusted = settings.trustedProxies > 0;
  const protocol = (trusted && context.req.header('x-forwarded-proto') === 'https' && 'https') || 'http';
  const host =
    (trusted && context.req.header('x-forwarded-host')) || context.req.header('host') || 'localhost';
  const origin = `${protocol}://${host}`;
  return new URL(URL.canParse(origin) ? origin : 'http://invalid.invalid');
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
