import { cookieName, setCookie } from '#platform/web/cookies.ts';
import { SESSION_COOKIE } from '#platform/web/mount.ts';
import type { Rq } from '#platform/web/request.ts';
import { SESSION_LASTS } from './session-rules.ts';

/** Where whoever came in begins; the site above has the page. */
export const AFTER_SIGN_IN = '/start';

const isHttps = (rq: Rq): boolean => rq.url.protocol === 'https:';

/** The session token that this visitor's browser sent; empty when it sent none. */
export const sessionTokenOf = (rq: Rq): string => rq.cookie(cookieName(SESSION_COOKIE, isHttps(rq))) ?? '';

/** The header that gives the browser its session. */
export const sessionCookie = (rq: Rq, token: string): string =>
  setCookie(SESSION_COOKIE, token, { https: isHttps(rq), maxAge: SESSION_LASTS / 1000 });

/** The header that takes the session out of the browser. */
export const noSessionCookie = (rq: Rq): string =>
  setCookie(SESSION_COOKIE, '', { https: isHttps(rq), maxAge: 0 });
