import type { Route } from '#platform/web/route.ts';

/** Where a page leads: pages and files by a link, and what its forms send to. */
export interface Leads {
  readonly links: readonly string[];
  readonly sends: readonly string[];
}

const TAG = /<([a-z][\w-]*)\b([^>]*)>/g;
const ATTRIBUTE = /([\w-]+)="([^"]*)"/g;

/** Reads every address on a page; those of other hosts and the files of the build are left out. */
export const leadsOf = (html: string, origin: string): Leads => {
  const links = new Set<string>();
  const sends = new Set<string>();
  for (const [, tag = '', rest = ''] of html.matchAll(TAG)) {
    const attributes = new Map(
      [...rest.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, value]),
    );
    for (const [name, value] of attributes) {
      const path = pathOf(plain(value), origin);
      if (path === null || path.startsWith('/assets/')) continue;
      const posts =
        (tag === 'form' && attributes.get('method')?.toLowerCase() === 'post') || name === 'formaction';
      if (name === 'action' || name === 'formaction') (posts ? sends : links).add(path);
      else if (name === 'href' || name === 'src' || name.startsWith('data-')) links.add(path);
    }
  }
  for (const choice of choicesOf(html)) links.add(choice);
  return { links: [...links], sends: [...sends] };
};

const ASKING = /<form\b(?![^>]*method="post")[^>]*action="(\/[^"?]*)[^>]*>([\s\S]*?)<\/form>/gi;
const SELECT = /<select\b[^>]*name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g;
const OPTION = /<option\b[^>]*value="([^"]+)"/g;

/** Where each choice of a filter leads: a form that only asks is a link with a question mark. */
const choicesOf = (html: string): string[] =>
  [...html.matchAll(ASKING)].flatMap(([, action = '', inside = '']) =>
    [...inside.matchAll(SELECT)].flatMap(([, name = '', options = '']) =>
      [...options.matchAll(OPTION)].map(
        ([, value = '']) => `${action}?${new URLSearchParams({ [name]: plain(value) })}`,
      ),
    ),
  );

const plain = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** A path of this very site, without the part after `#`; null for anything else. */
const pathOf = (value: string, origin: string): string | null => {
  if (!/^(\/(?!\/)|https?:\/\/)/.test(value) || !URL.canParse(value, origin)) return null;
  const url = new URL(value, origin);
  return url.hostname === new URL(origin).hostname ? url.pathname + url.search : null;
};

/** Finds the route that answers a path: the one with the fewest open places. */
export const routeFinder = (
  routes: readonly Route[],
): ((method: string, path: string) => Route | undefined) => {
  const known = routes
    .map((route) => ({ route, pattern: patternOf(route.path), open: route.path.split(':').length }))
    .toSorted((one, other) => one.open - other.open);
  return (method, path) => {
    const bare = path.replace(/[?#].*/, '');
    return known.find(({ route, pattern }) => route.method === method && pattern.test(bare))?.route;
  };
};

const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/:\w+(\{[^}]*\})?/g, '[^/]+')}$`);
