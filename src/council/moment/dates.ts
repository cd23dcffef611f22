import type { BesideFocuspunten } from './beside.ts';
import type { CouncilFocuspunt } from './focuspunten.ts';

/** Something that will happen on a day. */
export interface NextDate {
  readonly key: string;
  readonly on: string;
  readonly what: 'test' | 'plan' | 'baseline' | 'measurement' | 'end' | 'item' | 'action';
  readonly title: string;
  readonly href: string;
}

const MOST = 12;

/** The days ahead of one focuspunt, earliest first. */
export const datesOf = (focuspunt: CouncilFocuspunt, today: string): NextDate[] => {
  const { id, title, goals, hasPlan, reds, hasEnded } = focuspunt;
  if (hasEnded) return [];
  const found: [NextDate['what'], string | null][] = [
    ['test', focuspunt.nextTestOn],
    ['action', focuspunt.nextActionOn],
    ['plan', hasPlan ? null : focuspunt.planDueOn],
    ['baseline', reds.includes('baseline_promised') ? focuspunt.withoutBaselineUntil : null],
    ...goals.map(({ nextDueOn }): [NextDate['what'], string | null] => ['measurement', nextDueOn]),
    ...goals.map(({ targetOn }): [NextDate['what'], string | null] => ['end', targetOn]),
  ];
  return found
    .flatMap(([what, on], index) =>
      on !== null && on >= today
        ? [{ key: `${id}-${what}-${index}`, on, what, title, href: `/focuspunten/${id}` }]
        : [],
    )
    .sort(byDay);
};

const byDay = (one: NextDate, other: NextDate): number =>
  one.on.localeCompare(other.on) || one.key.localeCompare(other.key);

/** The next dates of everything on the page of the raad; at most twelve. */
export const nextDates = (
  focuspunten: readonly CouncilFocuspunt[],
  items: BesideFocuspunten['items'],
  today: string,
): NextDate[] =>
  [
    ...focuspunten.flatMap((focuspunt) => datesOf(focuspunt, today)),
    ...items.flatMap(({ id, title, dueOn }): NextDate[] =>
      dueOn !== null && dueOn >= today
        ? [{ key: id, on: dueOn, what: 'item', title, href: `/raad/register/${id}` }]
        : [],
    ),
  ]
    .sort(byDay)
    .slice(0, MOST);
