import { HtmlValidate } from 'html-validate';
import type { Visit } from '../support/crawl.ts';
import type { Finding } from '../support/finding.ts';

/** Pieces that a script puts into a page (`wr-nearby`); the page itself asks the same without them. */
const PIECES = ['/balie/route', '/balie/straat'];

const isPage = ({ type, route }: Visit): boolean =>
  type.startsWith('text/html') && !PIECES.includes(route?.path ?? '');
const where = ({ who, path }: Visit): string => `${path} as ${who}`;
const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;
const titleOf = (text: string): string => /<title>([^<]*)<\/title>/.exec(text)?.[1] ?? '';

/** Each page answers, says its language, has one heading of the first level and a title. */
export const checkPages = (visits: readonly Visit[]): Finding => {
  const breaches: string[] = [];
  const pages = visits.filter((visit) => isPage(visit) || visit.status >= 400);
  for (const visit of pages) {
    if (visit.status !== 200) {
      breaches.push(`${where(visit)}: answers ${visit.status}`);
      continue;
    }
    if (!/<html[^>]* lang="(nl|en)"/.test(visit.text)) breaches.push(`${where(visit)}: says no language`);
    const headings = count(visit.text, /<h1[\s>]/g);
    if (headings !== 1) breaches.push(`${where(visit)}: has ${headings} headings of the first level`);
    if (titleOf(visit.text).trim() === '') breaches.push(`${where(visit)}: has no title`);
  }
  return { seen: pages.length, breaches };
};

/** One person never sees one title on two pages of different routes: a screen reader tells pages apart by it. */
export const checkTitles = (visits: readonly Visit[]): Finding => {
  const places = new Map<string, Map<string, string>>();
  for (const visit of visits) {
    if (!isPage(visit) || visit.status !== 200 || !visit.route) continue;
    const title = titleOf(visit.text);
    const routes = places.get(title) ?? new Map<string, string>();
    places.set(title, routes.set(visit.route.path, where(visit)));
  }
  return {
    seen: places.size,
    breaches: [...places]
      .filter(([, routes]) => routes.size > 1)
      .map(([title, routes]) => `"${title}" is the title of ${[...routes.keys()].join(' and ')}`),
  };
};

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    // React writes some attribute names with capitals, closes void elements, and writes `=""`; browsers do not mind.
    'attr-case': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    // Several ticks of one question share its name.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit'] }],
    // Numbers are shown as the municipality wrote them; the stylesheet keeps them on one line.
    'tel-non-breaking': 'off',
    // Written out for the tables, which lose their roles when they are laid out as cards.
    'no-redundant-role': 'off',
    'prefer-native-element': 'off',
  },
});

/** Pages of each route whose HTML is read in full: two of them, of different people. */
const READ_OF_ONE_ROUTE = 2;

/** The HTML is what the standard says; `seen` counts the pages that were read. */
export const checkHtml = async (visits: readonly Visit[]): Promise<Finding> => {
  const breaches = new Set<string>();
  const looked = new Map<string, number>();
  let seen = 0;
  for (const visit of visits.filter(isPage)) {
    const route = visit.route?.path ?? '';
    const times = looked.get(route) ?? 0;
    if (times >= READ_OF_ONE_ROUTE) continue;
    looked.set(route, times + 1);
    seen += 1;
    const { results } = await validator.validateString(visit.text);
    for (const { ruleId, message } of results.flatMap(({ messages }) => messages)) {
      breaches.add(`${where(visit)}: ${ruleId}: ${message}`);
    }
  }
  return { seen, breaches: [...breaches] };
};
