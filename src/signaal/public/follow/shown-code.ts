import { parseCode } from '#platform/speakable-code/index.ts';
import { cookieName, setCookie } from '#platform/web/cookies.ts';
import type { Rq } from '#platform/web/request.ts';
import { codeHashOf } from '../../store/insert.ts';

const COOKIE = 'volg';
const HALF_AN_HOUR = 1_800;

const isHttps = (rq: Pick<Rq, 'url'>): boolean => rq.url.protocol === 'https:';

/** The code that a visitor showed in the last half hour, so that the thread leads back to his own page; never of staff. */
export const shownCode = (rq: Rq): { readonly code: string; readonly hash: string } | null => {
  if (rq.signedIn) return null;
  const parsed = parseCode(rq.cookie(cookieName(COOKIE, isHttps(rq))) ?? '');
  return 'code' in parsed ? { code: parsed.code, hash: codeHashOf(rq, parsed.code) } : null;
};

/** Keeps a code that was shown in this browser only, out of reach of scripts, for half an hour. */
export const shownCodeCookie = (rq: Pick<Rq, 'url'>, code: string): string =>
  setCookie(COOKIE, code, { maxAge: HALF_AN_HOUR, https: isHttps(rq) });
