import { isAction, isRole, reachOf } from '#people/index.ts';
import type { Visit } from '../support/crawl.ts';
import type { Finding } from '../support/finding.ts';

/** The pages on which a reporter's data may stand, with the action that gives them. Everything else is a leak (law 5). */
export type Places = Readonly<Record<string, string>>;

/** No page tells who reported, except the few that are for that; `seen` counts the answers that were searched. */
export const checkPersons = (visits: readonly Visit[], marks: readonly string[], places: Places): Finding => {
  const breaches = new Set<string>();
  for (const visit of visits) {
    const path = visit.route?.path ?? visit.path.replaceAll(/\/[0-9a-f-]{36}(?=\/|$)/g, '/:id');
    if (mayHold(visit.who, places[path])) continue;
    const text = plain(visit.text);
    for (const mark of marks) {
      if (text.includes(mark)) breaches.add(`${path} as ${visit.who}: tells "${mark}"`);
    }
  }
  return { seen: visits.length, breaches: [...breaches] };
};

const mayHold = (who: string, action: string | undefined): boolean => {
  if (action === undefined) return false;
  const role = who === 'visitor' ? 'resident' : who;
  return isRole(role) && isAction(action) && reachOf(action, role) !== undefined;
};

/** Without the spellings that only the page needs: a number with spaces that do not break is the same number. */
const plain = (html: string): string =>
  html
    .replaceAll(/&nbsp;|\u00a0/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');
