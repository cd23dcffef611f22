import type { Hono } from 'hono';
import { newId } from '#platform/database/ids.ts';
import { hashToken, randomToken, sign } from '#platform/secrets/index.ts';
import { CSRF_FIELD } from '#platform/web/components/index.ts';
import { readCookies } from '#platform/web/cookies.ts';
import { SESSION_COOKIE } from '#platform/web/mount.ts';
import { readFormOn } from './read-form.ts';
import { asOwner, type TestWorld } from './world.ts';

/** What came back, with the statements that reads of this request sent to the database. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly location: string | null;
  readonly statements: readonly string[];
}

type FieldValue = string | File | readonly (string | File)[];
/** What is filled in, by field; a File makes the form multipart. */
type Fields = Readonly<Record<string, FieldValue>>;
type HeaderValues = Readonly<Record<string, string>>;

/** A browser without script: keeps cookies, sends forms, follows when told to. */
export interface TestClient {
  readonly cookies: Map<string, string>;
  readonly get: (path: string, headers?: HeaderValues) => Promise<Answer>;
  /** Sends a form with the token of the session, unless `fields` brings one of its own. */
  readonly post: (path: string, fields?: Fields, headers?: HeaderValues) => Promise<Answer>;
  /** Fills in the form of a page (the one that posts to `action` when there are more) and sends it. */
  readonly submit: (page: Answer, fields?: Fields, action?: string) => Promise<Answer>;
  /** Sends a body as it is: for what no form would send. */
  readonly raw: (path: string, body: BodyInit, contentType: string) => Promise<Answer>;
  /** Goes where a redirect points. Throws when the answer is none. */
  readonly follow: (answer: Answer) => Promise<Answer>;
  /** Gives this browser a session of an account, second factor included. */
  readonly signInAs: (accountId: string) => Promise<TestClient>;
}

const HOUR = 3_600_000;

/** Makes a client; {@link testSite} does it for you. */
export const testClient = (
  app: Hono,
  testWorld: TestWorld,
  gemeente: string,
  statements: string[],
): TestClient => {
  const origin = `http://${gemeente.toLowerCase()}.localhost`;
  const cookies = new Map<string, string>();
  const ask = async (path: string, init: RequestInit, more: HeaderValues = {}): Promise<Answer> => {
    const headers = new Headers({ host: new URL(origin).host, ...more });
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([k, v]) => `${k}=${v}`).join('; '));
    for (const [name, value] of new Headers(init.headers)) headers.set(name, value);
    const from = statements.length;
    const response = await app.request(new URL(path, origin).href, { ...init, headers });
    for (const line of response.headers.getSetCookie()) keepCookie(cookies, line);
    const { status } = response;
    const text = await response.text();
    const location = response.headers.get('location');
    return { status, headers: response.headers, text, location, statements: statements.slice(from) };
  };
  const csrf = (): string => {
    const token = cookies.get(SESSION_COOKIE);
    return token ? sign(testWorld.world.keyring, 'csrf', `${gemeente} ${token}`) : '';
  };
  const client: TestClient = {
    cookies,
    get: (path, headers) => ask(path, {}, headers),
    post: (path, fields = {}, headers = {}) =>
      ask(
        path,
        { method: 'POST', body: bodyOf({ [CSRF_FIELD]: csrf(), ...fields }) },
        { origin, ...headers },
      ),
    submit: (page, fields = {}, action) => {
      const form = readFormOn(page.text, action);
      return ask(form.action, { method: 'POST', body: bodyOf({ ...form.fields, ...fields }) }, { origin });
    },
    raw: (path, body, contentType) =>
      ask(path, { method: 'POST', body, headers: { 'content-type': contentType } }, { origin }),
    follow: (answer) => {
      if (answer.location === null) throw new Error(`Answer ${answer.status} leads nowhere`);
      return ask(answer.location, {});
    },
    signInAs: async (accountId) => {
      cookies.set(SESSION_COOKIE, await makeSession(testWorld, gemeente, accountId));
      return client;
    },
  };
  return client;
};

const keepCookie = (cookies: Map<string, string>, line: string): void => {
  const [name, value] = [...readCookies(line.split(';')[0] ?? '')][0] ?? [];
  if (name === undefined || value === undefined) return;
  if (/;\s*max-age=0\b/i.test(line)) cookies.delete(name);
  else cookies.set(name, value);
};

const bodyOf = (fields: Fields): URLSearchParams | FormData => {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    typeof value === 'string' || value instanceof File
      ? [[name, value] as const]
      : value.map((one) => [name, one] as const),
  );
  const body = pairs.some(([, value]) => value instanceof File) ? new FormData() : new URLSearchParams();
  for (const [name, value] of pairs) {
    if (typeof value === 'string') body.append(name, value);
    else if (body instanceof FormData) body.append(name, value);
  }
  return body;
};

const makeSession = async (testWorld: TestWorld, gemeente: string, accountId: string): Promise<string> => {
  const token = randomToken();
  const now = testWorld.clock.now();
  await asOwner(
    testWorld.urls,
    gemeente,
    `insert into session (gemeente, id, token_hash, account_id, created_at, last_seen_at, expires_at, second_factor_at)
     values ($1, $2, $3, $4, $5, $5, $6, $5)`,
    [gemeente, newId(), hashToken(token), accountId, now, new Date(now.getTime() + 12 * HOUR)],
  );
  return token;
};
