import { randomToken } from '#platform/secrets/index.ts';
import { cookieName, setCookie } from '#platform/web/cookies.ts';
import type { Rq } from '#platform/web/request.ts';

/**
 * A draft is found by two halves. Its id stands in the address, so that two tabs make two reports; it is no secret. The
 * key is the secret, one per browser, in a cookie that scripts and other sites cannot read, and never in an address or a log.
 */
const COOKIE = 'melding';
const SHAPE = /^[\w-]{43}$/;
const DAY_IN_SECONDS = 86_400;

const isHttps = (rq: Pick<Rq, 'url'>): boolean => rq.url.protocol === 'https:';

/** The key of this browser, or null when it has none or one that we never made. */
export const browserKeyOf = (rq: Pick<Rq, 'cookie' | 'url'>): string | null => {
  const key = rq.cookie(cookieName(COOKIE, isHttps(rq)));
  return key !== undefined && SHAPE.test(key) ? key : null;
};

/** A key for a browser that has none. */
export const newBrowserKey = (): string => randomToken();

/** The cookie that keeps a key as long as a draft lives. */
export const browserKeyCookie = (rq: Pick<Rq, 'url'>, key: string): string =>
  setCookie(COOKIE, key, { maxAge: DAY_IN_SECONDS, https: isHttps(rq) });
