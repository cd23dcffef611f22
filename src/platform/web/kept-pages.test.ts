import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { noteChange } from '../changes.ts';
import { isForEverybody, type KeptPages, keptPages } from './kept-pages.ts';
import type { TenantFacts } from './request.ts';

const facts = (gemeente: string): TenantFacts => ({
  gemeente,
  name: gemeente,
  demo: false,
  languages: ['nl', 'en'],
  overrides: { nl: new Map(), en: new Map() },
  themeHref: null,
  tileHosts: [],
});

const zoetermeer = facts('GM0637');
let pages: KeptPages;
let made: number;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  pages = keptPages();
  made = 0;
});
afterEach(() => vi.useRealTimers());

interface Visit {
  readonly tenant?: TenantFacts;
  readonly lang?: 'nl' | 'en';
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly now?: string;
  readonly answer?: () => Response;
}

const visit = async (how: Visit = {}): Promise<Response> => {
  const { tenant = zoetermeer, lang = 'nl', path = '/', headers = {}, now = '2016-03-07T09:00:00Z' } = how;
  const url = new URL(`http://gemeente.localhost${path}`);
  const rq = {
    gemeente: tenant.gemeente,
    tenant,
    lang,
    now: new Date(now),
    url,
    request: new Request(url, { headers }),
  };
  return pages.answer(rq, async () => {
    made += 1;
    return how.answer?.() ?? new Response(`${tenant.name} ${lang} ${path} ${made}`);
  });
};
const words = async (how: Visit = {}): Promise<string> => (await visit(how)).text();

describe('a kept page', () => {
  it('is made once for everybody who asks at one moment or in the seconds after it', async () => {
    const together = await Promise.all([words(), words(), words()]);
    expect([...together, await words()]).toEqual(Array(4).fill('GM0637 nl / 1'));
    expect(made).toBe(1);
  });

  it('is never that of another municipality, language, page or day', async () => {
    await words();
    expect(await words({ tenant: facts('GM0106') })).toContain('GM0106');
    expect(await words({ lang: 'en' })).toContain(' en ');
    expect(await words({ path: '/wijken' })).toContain('/wijken');
    await words({ now: '2016-03-08T09:00:00Z' });
    expect(made).toBe(5);
  });

  it('is made anew after a change in its own municipality, and after five seconds', async () => {
    await words();
    noteChange('GM0106');
    expect(await words()).toBe('GM0637 nl / 1');
    noteChange('GM0637');
    expect(await words()).toBe('GM0637 nl / 2');
    vi.advanceTimersByTime(4_999);
    expect(await words()).toBe('GM0637 nl / 2');
    vi.advanceTimersByTime(1);
    expect(await words()).toBe('GM0637 nl / 3');
  });

  it('reads the same packed and plain', async () => {
    const plain = await words();
    const packed = await visit({ headers: { 'accept-encoding': 'gzip, br' } });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(packed.headers.get('vary')).toBe('cookie, accept-encoding');
    expect(gunzipSync(new Uint8Array(await packed.arrayBuffer())).toString()).toBe(plain);
  });

  it.each([
    ['gives somebody a cookie', () => new Response('x', { headers: { 'set-cookie': 'volg=1' } })],
    ['is a refusal', () => new Response('x', { status: 404 })],
    ['has a form that counts once', () => new Response('<input type="hidden" name="_once" value="x"/>')],
    ['is too large', () => new Response('x'.repeat(200_001))],
  ])('is not kept when it %s', async (_why, answer) => {
    await words({ answer });
    expect((await visit({ answer })).status).toBe(answer().status);
    expect(made).toBe(2);
  });

  it('that could not be made is tried again by the next, and says why to who asked first', async () => {
    const broken = () => {
      throw new RangeError('no database');
    };
    const [first, second] = await Promise.allSettled([words({ answer: broken }), words()]);
    expect(first).toMatchObject({ status: 'rejected' });
    expect(second).toMatchObject({ status: 'fulfilled', value: 'GM0637 nl / 2' });
  });
});

describe('a visitor who is nobody in particular', () => {
  const is = (cookie: string, search = '', signedIn: object | null = null): boolean => {
    const url = new URL(`http://gemeente.localhost/${search}`);
    const request = new Request(url, { headers: cookie ? { cookie } : {} });
    return isForEverybody({ signedIn: signedIn as never, url, request }, 'taal');
  };

  it('has no session, no cookie but that of the language, and asks no question', () => {
    expect([is(''), is('taal=en')]).toEqual([true, true]);
    expect([is('', '?x=1'), is('wijkregie=token'), is('taal=en; volg=ABCD'), is('', '', {})]).toEqual(
      Array(4).fill(false),
    );
  });
});
