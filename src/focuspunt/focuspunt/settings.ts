import { z } from 'zod';
import { defineSetting, type Setting, termSetting } from '#gemeente/index.ts';

/** The terms of a focuspunt (product.md C4, 0.2 D4); each municipality may set its own from a date on. */
export const focuspuntTerms = {
  /** The wijkteam advises, by mail. */
  advice: termSetting('focus_advice', { amount: 5, unit: 'workday' }),
  /** Afterwards the link in that mail still works until here. */
  advice_link: termSetting('focus_advice_link', { amount: 21, unit: 'day' }),
  /** Residents react. */
  reaction: termSetting('focus_reaction', { amount: 14, unit: 'day' }),
  /** The plan van aanpak is due after the besluit (S6). */
  plan: termSetting('focus_plan', { amount: 8, unit: 'week' }),
  /** What the college sets without a baseline gets one before this (0.2 D4); the college may choose another day. */
  baseline: termSetting('focus_baseline', { amount: 13, unit: 'week' }),
} as const;

const wholeNumber = (key: string, standard: number, least: number, most: number): Setting<number> =>
  defineSetting({ key, schema: z.int().min(least).max(most), standard, kind: 'number' });

/** So many open focuspunten in one area is warned of (product.md C2.3; the report has one to three). */
export const mostOpenInArea = wholeNumber('focuspunt.most_open_in_area', 4, 1, 50);
/** Months between two rounds: "om het jaar" (rapport L327, 0.2 D3). */
export const roundMonths = wholeNumber('focuspunt.round_months', 24, 1, 120);
/** Months until a yearly test (rapport L1106, L1120). */
export const testMonths = wholeNumber('focuspunt.test_months', 12, 1, 60);
/** Reactions an hour from one internet address. */
export const reactionsPerHour = wholeNumber('focuspunt.reactions_per_hour', 20, 1, 1000);
