import { z } from 'zod';
import { defineSetting, termSetting } from '#gemeente/index.ts';

/** The owner of a toezegging is reminded this long before it is due (product.md C4). */
export const firstReminder = termSetting('toezegging_first', { amount: 10, unit: 'workday' });
/** And again this long before. */
export const secondReminder = termSetting('toezegging_second', { amount: 3, unit: 'workday' });

/** A technical question that is not answered by then is put before the griffie (0.2 D16). */
export const questionTerm = termSetting('technical_question', { amount: 10, unit: 'workday' });

/** How many months the figure of maatwerk beside the focuspunten looks back (0.2 D21). */
export const maatwerkMonths = defineSetting({
  key: 'council.maatwerk_months',
  schema: z.int().min(1).max(60),
  standard: 12,
  kind: 'number',
});

/** A smaller number of meldingen is not shown, to the public nor to councillors (C5.7). */
export const leastShown = defineSetting({
  key: 'council.least_shown',
  schema: z.int().min(1).max(100),
  standard: 5,
  kind: 'number',
});
