import type { Page } from 'playwright-core';

const asExpression = (pattern: string): RegExp =>
  new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}$`);

/** The route that answers this path: one without parameters before one with. */
export const patternOf = (patterns: readonly string[], path: string): string | undefined =>
  patterns
    .toSorted((a, b) => a.split(':').length - b.split(':').length)
    .find((one) => asExpression(one).test(path));

const LINK = /<a\b[^>]*\shref="([^"#]+)/g;
/** Of pages that differ only in what they are about, this many are opened to look for links. */
const PER_PATTERN = 2;
const MOST = 400;

/** Every link in the answer of this path; asked by the browser itself, with the cookies of whoever is signed in. */
const linksOn = async (page: Page, path: string): Promise<string[]> => {
  const html = await page.evaluate(async (asked) => {
    const answer = await fetch(asked);
    return answer.headers.get('content-type')?.includes('html') ? answer.text() : '';
  }, path);
  const links = [...html.matchAll(LINK)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
  return [...new Set(links)].filter((href) => href.startsWith('/') && !href.startsWith('/taal/'));
};

/** Follows links from `starts` as whoever is signed in on this page, and gives the first address of each route that is met. */
export const crawl = async (
  page: Page,
  patterns: readonly string[],
  starts: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const queue = [...starts];
  const asked = new Set(queue);
  const opened = new Map<string, number>();
  const found = new Map<string, string>();
  for (let path = queue.shift(); path !== undefined && opened.size < MOST; path = queue.shift()) {
    const pattern = patternOf(patterns, new URL(path, page.url()).pathname);
    if (pattern === undefined) throw new Error(`A link leads nowhere: ${path}`);
    const times = opened.get(pattern) ?? 0;
    if (times >= PER_PATTERN) continue;
    opened.set(pattern, times + 1);
    if (!found.has(pattern)) found.set(pattern, path);
    for (const link of await linksOn(page, path)) {
      if (asked.has(link)) continue;
      asked.add(link);
      queue.push(link);
    }
  }
  return found;
};
