import { z } from 'zod';
import { defineSetting, type Setting, termSetting } from '#gemeente/index.ts';

/** The terms of a knot (product.md C2.9, C4); each municipality may set its own from a date on. */
export const knotTerms = {
  /** The process guard takes the knot. */
  take: termSetting('knot_take', { amount: 1, unit: 'workday' }),
  /** The process guard has heard both sides and decides, or escalates. */
  decide: termSetting('knot_decide', { amount: 5, unit: 'workday' }),
  /** The director decides, or escalates. */
  director: termSetting('knot_director', { amount: 5, unit: 'workday' }),
  /** The college decides: the last step (0.2 D16). */
  college: termSetting('knot_college', { amount: 10, unit: 'workday' }),
} as const;

/** The kinds of term that a knot can have; `check` ends on the day of the decision itself. */
export type KnotTermKind = keyof typeof knotTerms | 'check';

const wholeNumber = (key: string, standard: number, least: number, most: number): Setting<number> =>
  defineSetting({ key, schema: z.int().min(least).max(most), standard, kind: 'number' });

/** So many returns make a knot (0.2 D11). */
export const returnLimit = wholeNumber('knot.returns', 2, 1, 10);
/** Hours a year that a wijkregisseur may use beside the line on his own word (0.2 D5). */
export const hoursPot = wholeNumber('hours.pot', 60, 0, 1_600);
/** From this part of the pot on, in per cent, wijkregisseur and team manager are told (C4). */
export const hoursNotice = wholeNumber('hours.notice_percent', 80, 1, 100);
/** A group is looked at again after this. */
export const groupCheck = termSetting('group_check', { amount: 52, unit: 'week' });
/** A group that got a home hears what they will do together. */
export const groupWord = termSetting('group_word', { amount: 10, unit: 'workday' });
