import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { isoDate } from '../calendar/index.ts';
import { changesOf } from '../changes.ts';
import { IDEMPOTENCY_FIELD } from './components/form.tsx';
import { readCookies } from './cookies.ts';
import type { Rq, TenantFacts } from './request.ts';

/** Milliseconds of the machine that a page is kept at most: what another process changed is seen after that. */
const FRESH_MS = 5_000;
/** Pages of one municipality that are kept at one moment; further ones are made for each visitor. */
const MOST_PAGES = 200;
/** Bytes of the largest page that is kept. */
const MOST_BYTES = 200_000;

const compress = promisify(gzip);

interface Page {
  readonly contentType: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly gzip: Uint8Array<ArrayBuffer>;
}

interface Kept {
  readonly page: Promise<Page | null>;
  readonly readAt: number;
  readonly changes: number;
}

type Asked = Pick<Rq, 'gemeente' | 'tenant' | 'lang' | 'now' | 'url' | 'request'>;

/** Public pages that look the same to everybody who is not signed in. */
export interface KeptPages {
  /** The page of this address in this language, made by `make` when none is kept. Many asking at once make it once. */
  readonly answer: (rq: Asked, make: () => Promise<Response>) => Promise<Response>;
}

/**
 * Keeps public pages in the memory of this process for some seconds. They hang on the facts of their own municipality, so
 * that no other can be given them, and are dropped as soon as this process changes anything there. Whoever asks has first
 * seen to it that the visitor is nobody in particular ({@link isForEverybody}).
 */
export const keptPages = (): KeptPages => {
  const ofTenant = new WeakMap<TenantFacts, Map<string, Kept>>();
  const storeOf = (tenant: TenantFacts): Map<string, Kept> => {
    const store = ofTenant.get(tenant) ?? new Map<string, Kept>();
    ofTenant.set(tenant, store);
    return store;
  };
  return {
    answer: async (rq, make) => {
      const store = storeOf(rq.tenant);
      const key = `${isoDate(rq.now)} ${rq.lang} ${rq.url.protocol} ${rq.url.pathname}`;
      const known = store.get(key);
      const kept = known && isFresh(known, rq.gemeente) ? await known.page : undefined;
      if (kept) return answerOf(kept, rq.request);
      if (kept === null || (!known && store.size >= MOST_PAGES)) return make();
      const made = make();
      // Why it could not be made is heard by whoever made it; the others try for themselves.
      const page = made.then(pageOf, () => null);
      store.set(key, { page, readAt: performance.now(), changes: changesOf(rq.gemeente) });
      const response = await made;
      const fresh = await page;
      return fresh ? answerOf(fresh, rq.request) : response;
    },
  };
};

const isFresh = ({ readAt, changes }: Kept, gemeente: string): boolean =>
  changes === changesOf(gemeente) && performance.now() - readAt < FRESH_MS;

/** The key that makes a form count once belongs to one visitor. */
const ONE_VISITOR = `name="${IDEMPOTENCY_FIELD}"`;

/** Only a plain page without cookies and keys is kept; a copy is read, so that the response itself can still be sent. */
const pageOf = async (response: Response): Promise<Page | null> => {
  if (response.status !== 200 || response.headers.has('set-cookie')) return null;
  const plain = new Uint8Array(await response.clone().arrayBuffer());
  if (plain.byteLength > MOST_BYTES || Buffer.from(plain.buffer).includes(ONE_VISITOR)) return null;
  const contentType = response.headers.get('content-type') ?? 'text/html; charset=utf-8';
  return { contentType, plain, gzip: new Uint8Array(await compress(plain)) };
};

const answerOf = ({ contentType, plain, gzip: packed }: Page, request: Request): Response => {
  const mayPack = /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '');
  return new Response(mayPack ? packed : plain, {
    headers: {
      'content-type': contentType,
      vary: 'cookie, accept-encoding',
      ...(mayPack ? { 'content-encoding': 'gzip' } : {}),
    },
  });
};

/**
 * Whether a visitor sent nothing that could make a page his own: no session, no cookie but the one of the language, and an
 * address without a question.
 */
export const isForEverybody = (
  { signedIn, url, request }: Pick<Rq, 'signedIn' | 'url' | 'request'>,
  languageCookie: string,
): boolean => {
  if (signedIn !== null || url.search !== '') return false;
  const cookies = readCookies(request.headers.get('cookie'));
  return [...cookies.keys()].every((name) => name === languageCookie);
};
